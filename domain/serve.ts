import { type AtCounterRequest, callLine, nextCall } from './call.ts'
import type { HallDecision } from './decided.ts'
import type { Hall, Ticket } from './hall.ts'
import { movableHere, serviceOf } from './hall-checks.ts'
import { decideAct } from './hall-decide.ts'
import type { ServiceId, Uuid } from './ids.ts'
import { refuse } from './refusal.ts'
import type { Instant } from './time.ts'

export type FinishRequest = AtCounterRequest & {
  /** Call who is next in the same decision; nobody where nobody waits or the counter is paused. */
  andNext: boolean
}
export type ServiceRequest = AtCounterRequest & { serviceId: ServiceId }

/** The visitor stands at the counter. Refuses as every act at a counter: `day-closed`, `counter-unknown`, `ticket-unknown`, `wrong-ticket-state`, `not-at-this-counter`. */
export function start(hall: Hall, request: AtCounterRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableHere(hall, request, 'start')
  if ('refused' in found) return found
  const ticket: Ticket = { ...found.ticket, state: found.next, startedAt: now }
  return decideAct(hall, { actor, act: 'start', counterId, at: now }, { tickets: [ticket] }, { ticketId })
}

/** The visitor is done; with `andNext` the next one is called in one decision, and one undo takes both back. Refuses as `start`. */
export function finish(hall: Hall, request: FinishRequest, now: Instant): HallDecision<{ ticketId: Uuid; nextTicketId: Uuid | null }> {
  const { actor, counterId, ticketId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableHere(hall, request, 'finish')
  if ('refused' in found) return found
  const ticket: Ticket = { ...found.ticket, state: found.next, counterId: null, endedAt: now }
  const freed = { ...found.counter, ticketId: null }
  const by = { actor, act: 'finish' as const, counterId, at: now }
  const next = request.andNext && freed.state === 'open' ? nextCall(hall, freed, now) : null
  if (!next) return decideAct(hall, by, { tickets: [ticket], counters: [freed] }, { ticketId, nextTicketId: null })
  const more = [callLine(actor, next.called, next.why.code, next.why.minutes, now)]
  const after = { tickets: [ticket, next.called], counters: [next.counter], more }
  return decideAct(hall, by, after, { ticketId, nextTicketId: next.called.id })
}

/** Who was called did not come. Refuses as `start`. */
export function miss(hall: Hall, request: AtCounterRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableHere(hall, request, 'miss')
  if ('refused' in found) return found
  const ticket: Ticket = { ...found.ticket, state: found.next, counterId: null, endedAt: now }
  const after = { tickets: [ticket], counters: [{ ...found.counter, ticketId: null }], what: { calls: ticket.calls } }
  return decideAct(hall, { actor, act: 'miss', counterId, at: now }, after, { ticketId })
}

/** Adds a service to who is called or served here; twice changes nothing. Refuses as `start`, and `service-not-here`. */
export function addService(hall: Hall, request: ServiceRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId, serviceId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableHere(hall, request, 'add-service')
  if ('refused' in found) return found
  if (!serviceOf(hall.settings, serviceId)) return refuse('service-not-here', { serviceId })
  const had = found.ticket.serviceIds
  const ticket: Ticket = { ...found.ticket, serviceIds: had.includes(serviceId) ? had : [...had, serviceId] }
  return decideAct(hall, { actor, act: 'add-service', counterId, at: now }, { tickets: [ticket], what: { serviceId } }, { ticketId })
}

/** Takes a service off, done or not wanted; the last one stays. Refuses as `start`, and `service-not-here` for one it has not, or has alone. */
export function dropService(hall: Hall, request: ServiceRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { actor, counterId, ticketId, serviceId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const found = movableHere(hall, request, 'drop-service')
  if ('refused' in found) return found
  const serviceIds = found.ticket.serviceIds.filter((id) => id !== serviceId)
  if (serviceIds.length === 0 || serviceIds.length === found.ticket.serviceIds.length) return refuse('service-not-here', { serviceId })
  const ticket: Ticket = { ...found.ticket, serviceIds }
  return decideAct(hall, { actor, act: 'drop-service', counterId, at: now }, { tickets: [ticket], what: { serviceId } }, { ticketId })
}
