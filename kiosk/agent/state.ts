import type { Language } from '../../contract/language.ts'
import type { PointId, ServiceId, Uuid } from '../../domain/ids.ts'
import { type Day, dayOf, type Instant } from '../../domain/time.ts'
import { type Line, lineUp } from './line.ts'
import { type Entry, emptyMemory, type Held, type Intent, type Memory, remember } from './records.ts'

/** The hall's time as well as the kiosk knows it, and the monotonic clock. `lost`: nobody knows what time it is, only that it is later. */
export type Now = { at: Instant; monoMs: number; lost?: true }

/** How handing in goes: what went out, how many at once, how long to wait after a failure, and which tickets only fail. */
export type HandIn = { out: boolean; size: number; failures: number; postponed: ReadonlySet<Uuid> }

/** All that the agent decides on. `memory` is what the journal says; the rest is forgotten at a restart. */
export type State = {
  memory: Memory
  /** Names this run of the agent. */
  boot: string
  /** Where this kiosk stands and which it is there; null until it was enrolled. */
  place: { pointId: PointId; kiosk: number } | null
  /** Known since the first menu. */
  zone: string | null
  line: Line
  /** Asked of the api and not answered yet. */
  asking: ReadonlySet<Uuid>
  handIn: HandIn
  /** Given last in this run: what the screen shows. */
  latest: Uuid | null
  /** After a restart: whoever stands there is asked whether the paper came. */
  question: Uuid | null
}

export const batchMax = 100
export const firstHandIn: HandIn = { out: false, size: batchMax, failures: 0, postponed: new Set() }

export const firstState = (boot: string): State => ({
  memory: emptyMemory,
  boot,
  place: null,
  zone: null,
  line: lineUp,
  asking: new Set(),
  handIn: firstHandIn,
  latest: null,
  question: null,
})

/** What the shell has to do once the entries are on disk. */
export type Effect =
  | { do: 'ask'; intent: Intent; code: string | null }
  | { do: 'print'; id: Uuid; copy: boolean; cutFirst: boolean }
  | { do: 'hand-in'; tickets: HandInTicket[] }
  | { do: 'hand-in-later'; ms: number }
  | { do: 'compact' }

export type HandInTicket = {
  id: Uuid
  number: number
  kiosk?: number
  serviceIds: ServiceId[]
  people: number
  language: Language
  agoMs: number
}

/** One step: what is written down first, what is then the state, and what then happens. */
export type Step = { entries: Entry[]; state: State; effects: Effect[] }

export const step = (state: State, entries: Entry[] = [], effects: Effect[] = [], change: Partial<State> = {}): Step => ({
  entries,
  effects,
  state: { ...state, ...change, memory: remember(state.memory, entries) },
})

/** The service day of the next emergency number: never an earlier one than before, whatever a clock says. Null without a zone. */
export function dayFor(state: State, now: Now): Day | null {
  if (state.zone === null) return state.memory.day
  const today = dayOf(now.at, state.zone)
  return state.memory.day !== null && state.memory.day > today ? state.memory.day : today
}

/** The next emergency number of this kiosk. Null where the kiosk does not know where it stands. */
export function nextNumber(state: State, now: Now): { day: Day; kiosk: number; number: number } | null {
  const day = dayFor(state, now)
  if (day === null || state.place === null) return null
  return { day, kiosk: state.place.kiosk, number: day === state.memory.day ? state.memory.last + 1 : 1 }
}

/** True for a ticket with a number on it. */
export const hasNumber = (held: Held | undefined): boolean => held?.given?.kind === 'normal' || held?.given?.kind === 'emergency'
