import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { type Asker, ask } from '../contract/ask.ts'
import { dayCurve } from '../contract/day-curve.ts'
import { menu } from '../contract/points.ts'
import type { ResultOf } from '../contract/route.ts'
import { hallList } from '../contract/tickets.ts'

export type Day = ResultOf<typeof dayCurve>
export interface HallSeen {
  services: ResultOf<typeof menu>['services']
  /** All that can be asked for here, with its names. */
  names: ReadonlyMap<string, Record<string, string>>
  counters: ResultOf<typeof hallList>['counters']
  waiting: ResultOf<typeof hallList>['waiting']
  /** Undefined where it could not be read. */
  day: Day | undefined
}

const againMs = 10_000
const leastMs = 1000

/**
 * One hall from nearby, read again when its tile moved, once a second at most, and every ten seconds: a page has one stream, and that is the
 * network's.
 */
export function createHallSeen(asker: Asker, pointId: string, version: Accessor<number>): Accessor<HallSeen | undefined> {
  const [seen, setSeen] = createSignal<HallSeen>()
  let lookedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false
  const plan = (ms: number) => {
    clearTimeout(timer)
    if (!over) timer = setTimeout(look, ms)
  }
  const look = async () => {
    plan(againMs)
    lookedAt = performance.now()
    if (document.hidden) return
    try {
      const point = { point: pointId }
      const [{ services }, hall, day] = await Promise.all([
        ask(asker, menu, point),
        ask(asker, hallList, point),
        ask(asker, dayCurve, point).catch(() => undefined),
      ])
      const names = new Map(hall.services.map((service) => [service.id, service.names]))
      setSeen({ services, names, counters: hall.counters, waiting: hall.waiting, day })
    } catch {
      // What was seen last stays; that there is no connection is said above the halls.
    }
  }
  onMount(() => void look())
  createEffect(on(version, () => plan(Math.max(0, lookedAt + leastMs - performance.now())), { defer: true }))
  onCleanup(() => {
    over = true
    clearTimeout(timer)
  })
  return seen
}
