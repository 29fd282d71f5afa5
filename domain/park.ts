import { type AtCounterRequest, calledTo, callLine } from './call.ts'
import type { HallDecision } from './decided.ts'
import type { Hall, Ticket } from './hall.ts'
import { freeCounter, movable, movableBy } from './hall-checks.ts'
import { decideAct } from './hall-decide.ts'
import type { Actor, CounterId, Uuid } from './ids.ts'
import { waitedMinutes } from './order.ts'
import { refuse } from './refusal.ts'
import { type Instant, minuteMs } from './time.ts'

/** An act on a ticket anywhere in the hall. `counterId`: the counter of the clerk who acts and can undo it; null for anybody else. */
export type TicketRequest = { actor: Actor; counterId: CounterId | null; ticketId: Uuid }
/** `reason` is a code. */
export type ReasonRequest = TicketRequest & { reason: string | null }

/** Sets a ticket aside; it keeps its place. Refuses `day-closed`, `counter-unknown`, `ticket-unknown`, `wrong-ticket-state`, `not-at-this-counter`. */
export function park(hall: Hall, request: ReasonRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId, reason } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableBy(hall, request, 'park')
  if ('refused' in found) return found
  const ticket: Ticket = { ...found.ticket, state: found.next, counterId: null, calls: 0, reason }
  const after = { tickets: [ticket], counters: found.freed, what: { reason } }
  return decideAct(hall, { actor, act: 'park', counterId, at: now }, after, { ticketId })
}

/** Calls a parked ticket to a free counter, past everybody: it had its turn. Refuses as `callOne`, whoever it was transferred to. */
export function resume(hall: Hall, request: AtCounterRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const counter = freeCounter(hall, counterId)
  if ('refused' in counter) return counter
  const found = movable(hall, ticketId, 'resume')
  if ('refused' in found) return found
  const called = calledTo(found.ticket, counterId, now)
  const { what } = callLine(actor, called, 'picked', waitedMinutes(found.ticket, hall.settings.policy, now), now)
  const after = { tickets: [called], counters: [{ ...counter, ticketId }], what }
  return decideAct(hall, { actor, act: 'resume', counterId, at: now }, after, { ticketId })
}

/**
 * Lets a missed ticket wait again, with its old rank plus the policy's penalty; a parked one too, with its rank as it was.
 * Refuses `day-closed`, `counter-unknown`, `ticket-unknown`, `wrong-ticket-state`.
 */
export function returnMissed(hall: Hall, request: TicketRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableBy(hall, request, 'return')
  if ('refused' in found) return found
  const penaltyMinutes = found.ticket.state === 'missed' ? hall.settings.policy.missedPenaltyMinutes : 0
  const rankAt = found.ticket.rankAt + penaltyMinutes * minuteMs
  const ticket: Ticket = {
    ...found.ticket,
    state: found.next,
    rankAt,
    calls: 0,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    reason: null,
  }
  return decideAct(hall, { actor, act: 'return', counterId, at: now }, { tickets: [ticket], what: { penaltyMinutes } }, { ticketId })
}

/** The visitor goes, or a clerk takes the ticket off the list. Refuses as `park`. */
export function leave(hall: Hall, request: ReasonRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId, reason } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableBy(hall, request, 'leave')
  if ('refused' in found) return found
  const ticket: Ticket = { ...found.ticket, state: found.next, counterId: null, endedAt: now, reason }
  const after = { tickets: [ticket], counters: found.freed, what: { reason } }
  return decideAct(hall, { actor, act: 'leave', counterId, at: now }, after, { ticketId })
}
