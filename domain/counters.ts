import { counterMoves } from './counter-moves.ts'
import { decided, type HallDecision } from './decided.ts'
import { type Counter, type Hall, type HallLine, type LastAct, labelOf, type Ticket } from './hall.ts'
import { serviceOf } from './hall-checks.ts'
import { decideAct } from './hall-decide.ts'
import type { Actor, CounterId, ServiceId, Uuid } from './ids.ts'
import { refuse } from './refusal.ts'
import { may } from './ticket-moves.ts'
import type { Instant } from './time.ts'

export type OpenCounterRequest = {
  actor: Actor
  counterId: CounterId
  staffId: Uuid
  /** What it serves from now on; empty keeps what it served. */
  serviceIds: readonly ServiceId[]
}
export type CounterRequest = { actor: Actor; counterId: CounterId }
export type CloseCounterRequest = CounterRequest & {
  /** Who is there, as far as the asker knows; null where they saw nobody. */
  ticketId: Uuid | null
}
export type CloseDayRequest = { actor: Actor }

/**
 * Opens a counter, or opens it again after a pause or with other services. Refuses `day-closed`, `counter-unknown`, `service-not-here`,
 * and `counter-taken` while somebody else has it.
 */
export function openCounter(hall: Hall, request: OpenCounterRequest, now: Instant): HallDecision<{ counterId: CounterId }> {
  const { actor, counterId, staffId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const counter = hall.counters.get(counterId)
  if (!counter) return refuse('counter-unknown', { counterId })
  const unknown = request.serviceIds.find((id) => !serviceOf(hall.settings, id))
  if (unknown !== undefined) return refuse('service-not-here', { serviceId: unknown })
  if (counter.state !== 'closed' && counter.staffId !== null && counter.staffId !== staffId)
    return refuse('counter-taken', { counterId, staffId: counter.staffId })
  const serviceIds = request.serviceIds.length > 0 ? request.serviceIds : counter.serviceIds
  const sinceAt = counter.state === 'open' ? counter.sinceAt : now
  const opened: Counter = { ...counter, state: 'open', staffId, serviceIds, sinceAt }
  const after = { tickets: [], counters: [opened], what: { staffId, serviceIds } }
  return decideAct(hall, { actor, act: 'open', counterId, at: now }, after, { counterId })
}

/** Calls nobody new to a counter; who is there is served on. Refuses `day-closed`, `counter-unknown`, `counter-closed`. */
export function pauseCounter(hall: Hall, request: CounterRequest, now: Instant): HallDecision<{ counterId: CounterId }> {
  const { actor, counterId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const counter = hall.counters.get(counterId)
  if (!counter) return refuse('counter-unknown', { counterId })
  const state = counterMoves[counter.state].pause
  if (!state) return refuse('counter-closed', { counterId, state: counter.state })
  const paused: Counter = { ...counter, state, sinceAt: counter.state === state ? counter.sinceAt : now }
  return decideAct(hall, { actor, act: 'pause', counterId, at: now }, { tickets: [], counters: [paused] }, { counterId })
}

/** Who was at a counter that closes: one who was served is parked, one who was only called waits again with their old rank. */
function setAside(ticket: Ticket): Ticket {
  const aside = { ...ticket, counterId: null, calls: 0 }
  return may(ticket.state, 'close') === 'parked'
    ? { ...aside, state: 'parked', reason: 'counter-closed' }
    : { ...aside, state: 'waiting', calledAt: null, startedAt: null, reason: null }
}

/**
 * Closes a counter, with who is there set aside in the same decision where they are named; tickets transferred to it alone are everybody's
 * from then on. Refuses `day-closed`, `counter-unknown`, and `counter-busy` while somebody is there whom `ticketId` does not name.
 */
export function closeCounter(hall: Hall, request: CloseCounterRequest, now: Instant): HallDecision<{ counterId: CounterId }> {
  const { actor, counterId, ticketId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const counter = hall.counters.get(counterId)
  if (!counter) return refuse('counter-unknown', { counterId })
  const there = counter.ticketId === null ? undefined : hall.tickets.get(counter.ticketId)
  if (counter.ticketId !== null && there?.id !== ticketId)
    return refuse('counter-busy', { counterId, ticketId: counter.ticketId, label: there ? labelOf(there) : '' })
  const tickets = there ? [setAside(there)] : []
  const sinceAt = counter.state === 'closed' ? counter.sinceAt : now
  const closed: Counter = { ...counter, state: 'closed', staffId: null, ticketId: null, sinceAt }
  const what = there ? { from: there.state, to: tickets[0]?.state } : {}
  return decideAct(hall, { actor, act: 'close', counterId, at: now }, { tickets, counters: [closed], what }, { counterId })
}

/**
 * Ends the day: who waits, is called, parked or missed has left, who is served is finished, both with reason `day-closed`; counters close;
 * nothing can be undone. Walks over every ticket of the day. Refuses `day-closed` where it is closed.
 */
export function closeDay(hall: Hall, request: CloseDayRequest, now: Instant): HallDecision<{ left: number; finished: number }> {
  const { actor } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const tickets: Ticket[] = []
  const history: HallLine[] = []
  let finished = 0
  for (const ticket of hall.tickets.values()) {
    const state = may(ticket.state, 'close-day')
    if (!state) continue
    if (state === 'finished') finished += 1
    tickets.push({ ...ticket, state, counterId: null, endedAt: now, reason: 'day-closed' })
    history.push({
      at: now,
      actor,
      act: 'close-day',
      ticketId: ticket.id,
      counterId: ticket.counterId,
      what: { from: ticket.state, to: state },
    })
  }
  const counters: Counter[] = []
  for (const counter of hall.counters.values())
    if (counter.state !== 'closed') counters.push({ ...counter, state: 'closed', staffId: null, ticketId: null, sinceAt: now })
  const answer = { left: tickets.length - finished, finished }
  history.push({ at: now, actor, act: 'close-day', ticketId: null, counterId: null, what: answer })
  const lastActs = [...hall.lastActs.keys()].map((id): readonly [CounterId, LastAct | null] => [id, null])
  return decided({ tickets, counters, history, lastActs, state: 'closed' }, answer)
}
