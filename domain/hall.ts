import type { Actor, CounterId, PointId, ServiceId, Uuid } from './ids.ts'
import type { Policy } from './policy.ts'
import type { Day, Instant, Span } from './time.ts'

export const ticketStates = ['waiting', 'called', 'serving', 'parked', 'finished', 'missed', 'left', 'sent'] as const
export type TicketState = (typeof ticketStates)[number]

/** How likely the wait is to lie between the two: see `wait.ts`. Whole minutes. */
export type WaitRange = { fromMinutes: number; untilMinutes: number }

/** A place in the hall's queue. One row; each change makes a new object. */
export type Ticket = {
  id: Uuid
  series: string
  number: number
  /** The normal number that an emergency number replaced: void, never given again. */
  voided: string | null
  state: TicketState
  serviceIds: readonly ServiceId[]
  people: number
  language: string
  origin: 'kiosk' | 'desk' | 'web' | 'emergency' | 'sent'
  takenAt: Instant
  /** Since when the wait counts; kept by transfer, diversion and coming back. */
  rankAt: Instant
  /** 0 is usual; 1 and 2 get a head start. */
  priority: 0 | 1 | 2
  visitId: Uuid
  appointmentId: Uuid | null
  appointmentAt: Instant | null
  /** Where the ticket is called or served; null elsewhere. */
  counterId: CounterId | null
  /** Transferred to one counter: nobody else calls it. */
  onlyCounterId: CounterId | null
  calls: number
  calledAt: Instant | null
  startedAt: Instant | null
  endedAt: Instant | null
  /** What was said when the number was given. */
  said: WaitRange | null
  /** Why it left, was parked or sent: a code, never free text about a person. */
  reason: string | null
  /** The point a sent ticket went to or came from. */
  otherPointId: PointId | null
}

export type CounterState = 'closed' | 'open' | 'paused'
export type Counter = {
  id: CounterId
  state: CounterState
  serviceIds: readonly ServiceId[]
  staffId: Uuid | null
  /** The ticket called to or served at this counter. */
  ticketId: Uuid | null
  /** Since when the state holds. */
  sinceAt: Instant | null
}

/** What a hall needs to know of the catalogue and the plan of its day; loaded with it, never changed by a ticket. */
export type HallSettings = {
  zone: string
  spans: readonly Span[]
  policy: Policy
  services: Readonly<Record<ServiceId, { baseMinutes: number; extraMinutes: number; series: string; walkIn: boolean }>>
  peopleMax: number
}

export type Hall = {
  pointId: PointId
  day: Day
  version: number
  state: 'open' | 'closed'
  settings: HallSettings
  tickets: Map<Uuid, Ticket>
  /** Those of the tickets that are not yet finished, missed, left or sent: what a list walks over. */
  active: Map<Uuid, Ticket>
  counters: Map<CounterId, Counter>
  /** Last number given in each series. */
  series: Map<string, number>
  /** The last act of each counter, for undo. */
  lastActs: Map<CounterId, LastAct>
}

/** What undo needs: the rows as they were, and as the act left them. */
export type LastAct = {
  act: HallAct
  at: Instant
  tickets: readonly Ticket[]
  counters: readonly Counter[]
  /** The rows as the act left them: the very objects, so that one that is another object now was touched since. */
  after: { tickets: readonly Ticket[]; counters: readonly Counter[] }
}

export type HallAct =
  | 'take'
  | 'arrive'
  | 'add'
  | 'call'
  | 'recall'
  | 'start'
  | 'finish'
  | 'miss'
  | 'return'
  | 'park'
  | 'resume'
  | 'transfer'
  | 'send'
  | 'receive'
  | 'leave'
  | 'add-service'
  | 'drop-service'
  | 'undo'
  | 'open'
  | 'pause'
  | 'close'
  | 'close-day'

/** One line of history: what happened to what, by whom. Ids and codes only. */
export type HallLine = {
  at: Instant
  actor: Actor
  act: HallAct
  ticketId: Uuid | null
  counterId: CounterId | null
  what: Record<string, unknown>
}

/** What a decision about a hall changes: each row once, its last image, and every history line. */
export type HallChange = {
  tickets: readonly Ticket[]
  counters: readonly Counter[]
  series: readonly (readonly [series: string, last: number])[]
  state: Hall['state'] | null
  lastActs: readonly (readonly [counterId: CounterId, act: LastAct | null])[]
  history: readonly HallLine[]
}

const done: ReadonlySet<TicketState> = new Set(['finished', 'missed', 'left', 'sent'])

/** True for a ticket that no list of waiting or present people holds any more. */
export const isDone = (state: TicketState): boolean => done.has(state)

/** The key of a label within a hall's day, such as `A 42`. */
export const labelKey = (series: string, number: number): string => `${series} ${number}`

/** What stands on paper and screen: `A 042`, `N2 014`, `A 1000`, with a thin space (U+2009). */
export const labelOf = (ticket: { series: string; number: number }): string =>
  `${ticket.series}\u2009${String(ticket.number).padStart(3, '0')}`

/** A hall at the start of its day: nothing taken, the counters closed. */
export function emptyHall(at: { pointId: PointId; day: Day; settings: HallSettings; counters: readonly Counter[] }): Hall {
  return {
    pointId: at.pointId,
    day: at.day,
    version: 0,
    state: 'open',
    settings: at.settings,
    tickets: new Map(),
    active: new Map(),
    counters: new Map(at.counters.map((c) => [c.id, c])),
    series: new Map(),
    lastActs: new Map(),
  }
}

/** Puts the rows of a change into an image of the hall, in place, and moves its version on by one. */
export function applyToHall(hall: Hall, change: HallChange): void {
  for (const ticket of change.tickets) {
    hall.tickets.set(ticket.id, ticket)
    if (isDone(ticket.state)) hall.active.delete(ticket.id)
    else hall.active.set(ticket.id, ticket)
  }
  for (const counter of change.counters) hall.counters.set(counter.id, counter)
  for (const [series, last] of change.series) hall.series.set(series, last)
  for (const [counterId, act] of change.lastActs) {
    if (act) hall.lastActs.set(counterId, act)
    else hall.lastActs.delete(counterId)
  }
  if (change.state) hall.state = change.state
  hall.version += 1
}
