import { decided, type HallDecision } from './decided.ts'
import type { Hall, Ticket } from './hall.ts'
import { freeCounter, refusePeople, refuseServices } from './hall-checks.ts'
import { decideAct } from './hall-decide.ts'
import type { Actor, CounterId, ServiceId, Uuid } from './ids.ts'
import { newTicket } from './new-ticket.ts'
import { refuse } from './refusal.ts'
import { nextNumber, takenLine } from './take.ts'
import type { Instant } from './time.ts'

export type AddRequest = {
  actor: Actor
  /** The counter whose clerk adds it, who can then undo it; null for a desk without one. */
  counterId: CounterId | null
  ticketId: Uuid
  visitId: Uuid
  serviceIds: readonly ServiceId[]
  people: number
  language: string
  priority: 0 | 1 | 2
  /** Called to `counterId` at once. */
  straight: boolean
}

/**
 * A clerk adds a walk-in: also outside the opening hours and for services that need an appointment, since a person decides. The same ticket id
 * again is harmless. Refuses `day-closed`, `service-not-here`, `too-many-people`, `counter-unknown`, and for `straight` `counter-closed`, `counter-busy`.
 */
export function add(hall: Hall, request: AddRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { counterId, actor, ticketId } = request
  if (hall.tickets.has(ticketId)) return decided({}, { ticketId })
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const refusal = refuseServices(hall.settings, request.serviceIds) ?? refusePeople(hall.settings, request.people)
  if (refusal) return refusal
  const next = nextNumber(hall, request.serviceIds[0])
  if (!next) return refuse('service-not-here')
  if (counterId !== null && !hall.counters.has(counterId)) return refuse('counter-unknown', { counterId })
  if (request.straight && counterId === null) return refuse('counter-unknown')
  const waiting = newTicket({
    id: ticketId,
    series: next.series,
    number: next.number,
    serviceIds: request.serviceIds,
    people: request.people,
    language: request.language,
    origin: 'desk',
    takenAt: now,
    rankAt: now,
    priority: request.priority,
    visitId: request.visitId,
    appointmentId: null,
    appointmentAt: null,
    said: null,
    otherPointId: null,
  })
  const by = { actor, act: 'add' as const, counterId, at: now }
  const series = [[next.series, next.number]] as const
  const { what } = takenLine(waiting, actor, 'add', now)
  if (!request.straight || counterId === null) return { ...decideAct(hall, by, { tickets: [waiting], what }, { ticketId }), series }
  const counter = freeCounter(hall, counterId)
  if ('refused' in counter) return counter
  const called: Ticket = { ...waiting, state: 'called', counterId, calls: 1, calledAt: now }
  const counters = [{ ...counter, ticketId }]
  const more = [{ at: now, actor, act: 'call' as const, ticketId, counterId, what: { why: 'picked', minutes: 0, calls: 1 } }]
  return { ...decideAct(hall, by, { tickets: [called], counters, what, more }, { ticketId }), series }
}
