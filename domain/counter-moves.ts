import type { CounterState } from './hall.ts'

export const counterActs = ['open', 'pause', 'close'] as const
export type CounterAct = (typeof counterActs)[number]

/** State × act → the next state; only a closed counter cannot pause. Doing the same twice is harmless. */
export const counterMoves: Readonly<Record<CounterState, Readonly<Record<CounterAct, CounterState | null>>>> = {
  closed: { open: 'open', pause: null, close: 'closed' },
  open: { open: 'open', pause: 'paused', close: 'closed' },
  paused: { open: 'open', pause: 'paused', close: 'closed' },
}
