import { batch, createComputed } from 'solid-js'
import { createStore } from 'solid-js/store'
import { type HallState, stateOf } from './hall-state.ts'
import type { Halls } from './tiles.ts'

/** How each hall is, reckoned once for each value that comes: who reads one is told only when that one changes. */
export function createStates(halls: Pick<Halls, 'all' | 'now'>): (id: string) => HallState {
  const [states, setStates] = createStore<Record<string, HallState>>({})
  const known = new Map<string, HallState>()
  createComputed(() => {
    const now = halls.now()
    const all = halls.all()
    batch(() => {
      for (const tile of all) {
        const state = stateOf(tile, now)
        if (known.get(tile.pointId) === state) continue
        known.set(tile.pointId, state)
        setStates(tile.pointId, state)
      }
    })
  })
  return (id) => states[id] ?? 'calm'
}
