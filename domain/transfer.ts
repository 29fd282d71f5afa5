import { decided, type HallDecision } from './decided.ts'
import type { Hall, Ticket } from './hall.ts'
import { movableBy, refusePeople, refuseServices } from './hall-checks.ts'
import { decideAct } from './hall-decide.ts'
import type { Actor, CounterId, PointId, ServiceId, Uuid } from './ids.ts'
import { newTicket } from './new-ticket.ts'
import type { TicketRequest } from './park.ts'
import { refuse } from './refusal.ts'
import { nextNumber, takenLine } from './take.ts'
import type { Instant } from './time.ts'

export type TransferRequest = TicketRequest & {
  /** The services that are left; null keeps them. */
  serviceIds: readonly ServiceId[] | null
  /** Only this counter calls it from now on; null for whoever serves it. */
  toCounterId: CounterId | null
}

export type SendRequest = TicketRequest & { toPointId: PointId }

export type ReceiveRequest = {
  actor: Actor
  /** Of the new ticket, in this hall. */
  ticketId: Uuid
  fromPointId: PointId
  /** As it is in the other hall. */
  ticket: Ticket
  /** What it comes for here; null keeps the services. */
  serviceIds: readonly ServiceId[] | null
  /** Still on the way: parked with reason `under-way`, till it is returned or called. */
  underWay: boolean
}

/**
 * Hands a ticket on within the hall, to other services or to one counter or both. It waits with the rank it had.
 * Refuses as `park`, `service-not-here`, and `no-transfer-target` for nothing asked or a counter unknown or closed.
 */
export function transfer(hall: Hall, request: TransferRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId, toCounterId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableBy(hall, request, 'transfer')
  if ('refused' in found) return found
  if (request.serviceIds === null && toCounterId === null) return refuse('no-transfer-target', { ticketId })
  const refusal = request.serviceIds && refuseServices(hall.settings, request.serviceIds)
  if (refusal) return refusal
  const target = toCounterId === null ? null : hall.counters.get(toCounterId)
  if (target === undefined || target?.state === 'closed') return refuse('no-transfer-target', { counterId: toCounterId ?? 0 })
  const ticket: Ticket = {
    ...found.ticket,
    state: found.next,
    serviceIds: request.serviceIds ?? found.ticket.serviceIds,
    counterId: null,
    onlyCounterId: toCounterId,
    calls: 0,
    calledAt: null,
    startedAt: null,
    reason: null,
  }
  const after = { tickets: [ticket], counters: found.freed, what: { serviceIds: ticket.serviceIds, toCounterId } }
  return decideAct(hall, { actor, act: 'transfer', counterId, at: now }, after, { ticketId })
}

/**
 * Lets a ticket go to another hall, after that hall received it. Nothing at this counter undoes it, since two halls are touched.
 * Refuses as `park`, and `no-transfer-target` for this very point.
 */
export function send(hall: Hall, request: SendRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, ticketId, toPointId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  if (toPointId === hall.pointId) return refuse('no-transfer-target', { pointId: toPointId })
  const found = movableBy(hall, request, 'send')
  if ('refused' in found) return found
  const ticket: Ticket = { ...found.ticket, state: found.next, counterId: null, endedAt: now, otherPointId: toPointId }
  const after = { tickets: [ticket], counters: found.freed, what: { toPointId } }
  const decision = decideAct(hall, { actor, act: 'send', counterId: null, at: now }, after, { ticketId })
  return request.counterId === null ? decision : { ...decision, lastActs: [[request.counterId, null]] }
}

/**
 * Takes a ticket in from another hall: a new number here, the rank, visit, priority and appointment time kept. Twice is harmless.
 * Refuses `day-closed`, `service-not-here`, `too-many-people`, and `point-closed` once the last span of the day is over.
 */
export function receive(hall: Hall, request: ReceiveRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, ticketId, ticket: sent } = request
  if (hall.tickets.has(ticketId)) return decided({}, { ticketId })
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const serviceIds = request.serviceIds ?? sent.serviceIds
  const refusal = refuseServices(hall.settings, serviceIds) ?? refusePeople(hall.settings, sent.people)
  if (refusal) return refusal
  if (!hall.settings.spans.some((span) => now < span.until)) return refuse('point-closed')
  const next = nextNumber(hall, serviceIds[0])
  if (!next) return refuse('service-not-here')
  const waiting = newTicket({
    id: ticketId,
    series: next.series,
    number: next.number,
    serviceIds,
    people: sent.people,
    language: sent.language,
    origin: 'sent',
    takenAt: now,
    rankAt: Math.min(sent.rankAt, now),
    priority: sent.priority,
    visitId: sent.visitId,
    appointmentId: null,
    appointmentAt: sent.appointmentAt,
    said: null,
    otherPointId: request.fromPointId,
  })
  const ticket: Ticket = request.underWay ? { ...waiting, state: 'parked', reason: 'under-way' } : waiting
  const history = [takenLine(ticket, actor, 'receive', now)]
  return decided({ tickets: [ticket], series: [[next.series, next.number]], history }, { ticketId })
}
