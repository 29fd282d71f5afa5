import type { HallDecision } from './decided.ts'
import type { Counter, Hall, HallLine, Ticket } from './hall.ts'
import { freeCounter, movable, movableHere } from './hall-checks.ts'
import { decideAct } from './hall-decide.ts'
import type { Actor, CounterId, Uuid } from './ids.ts'
import { boundTo, nextFor, type Why, waitedMinutes } from './order.ts'
import { refuse } from './refusal.ts'
import type { Instant } from './time.ts'

export type CallNextRequest = { actor: Actor; counterId: CounterId }
/** An act of a counter on a ticket it names, so that a screen that lags behind cannot hit another. */
export type AtCounterRequest = { actor: Actor; counterId: CounterId; ticketId: Uuid }

/** A ticket as it is once it is called to a counter. */
export const calledTo = (ticket: Ticket, counterId: CounterId, now: Instant): Ticket => ({
  ...ticket,
  state: 'called',
  counterId,
  calls: 1,
  calledAt: now,
  startedAt: null,
  endedAt: null,
  reason: null,
})

/** What the history keeps of a call: why this one, and how long it had waited. */
export const callLine = (actor: Actor, ticket: Ticket, why: string, minutes: number, now: Instant): HallLine => ({
  at: now,
  actor,
  act: 'call',
  ticketId: ticket.id,
  counterId: ticket.counterId,
  what: { why, minutes, calls: ticket.calls },
})

/** Who would be called to a counter that is free now, as rows; null where nobody waits for it. */
export function nextCall(hall: Hall, counter: Counter, now: Instant): { called: Ticket; counter: Counter; why: Why } | null {
  const next = nextFor(hall, counter.id, now)
  return next && { called: calledTo(next.ticket, counter.id, now), counter: { ...counter, ticketId: next.ticket.id }, why: next.why }
}

/** Calls who is next for a counter. Refuses `day-closed`, `counter-unknown`, `counter-closed`, `counter-busy`, `nobody-waiting`. */
export function callNext(hall: Hall, request: CallNextRequest, now: Instant): HallDecision<{ ticketId: Uuid; why: Why }> {
  const { actor, counterId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const counter = freeCounter(hall, counterId)
  if ('refused' in counter) return counter
  const next = nextCall(hall, counter, now)
  if (!next) return refuse('nobody-waiting', { counterId })
  const { what } = callLine(actor, next.called, next.why.code, next.why.minutes, now)
  const after = { tickets: [next.called], counters: [next.counter], what }
  return decideAct(hall, { actor, act: 'call', counterId, at: now }, after, { ticketId: next.called.id, why: next.why })
}

/**
 * Calls a ticket that the clerk picks: one that waits, or that was missed and stands there now. Refuses as `callNext`, and
 * `ticket-unknown`, `wrong-ticket-state`, `not-at-this-counter` for one that was transferred to another counter.
 */
export function callOne(hall: Hall, request: AtCounterRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const counter = freeCounter(hall, counterId)
  if ('refused' in counter) return counter
  const found = movable(hall, ticketId, 'call')
  if ('refused' in found) return found
  const only = boundTo(hall, found.ticket)
  if (only !== null && only !== counterId) return refuse('not-at-this-counter', { counterId: only, ticketId })
  const called = calledTo(found.ticket, counterId, now)
  const { what } = callLine(actor, called, 'picked', waitedMinutes(found.ticket, hall.settings.policy, now), now)
  const after = { tickets: [called], counters: [{ ...counter, ticketId }], what }
  return decideAct(hall, { actor, act: 'call', counterId, at: now }, after, { ticketId })
}

/** Calls again who does not come. Refuses `called-too-often` beyond the policy's `callsMax`, and as every act at a counter. */
export function recall(hall: Hall, request: AtCounterRequest, now: Instant): HallDecision<{ ticketId: Uuid; calls: number }> {
  const { actor, counterId, ticketId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableHere(hall, request, 'recall')
  if ('refused' in found) return found
  if (found.ticket.calls >= hall.settings.policy.callsMax) return refuse('called-too-often', { ticketId, calls: found.ticket.calls })
  const calls = found.ticket.calls + 1
  const after = { tickets: [{ ...found.ticket, calls, calledAt: now }], counters: [], what: { calls } }
  return decideAct(hall, { actor, act: 'recall', counterId, at: now }, after, { ticketId, calls })
}
