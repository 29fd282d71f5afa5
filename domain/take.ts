import { decided, type HallDecision } from './decided.ts'
import type { Hall, HallLine, Ticket, WaitRange } from './hall.ts'
import { refusePeople, refuseServices, serviceOf } from './hall-checks.ts'
import type { Actor, PointId, ServiceId, Uuid } from './ids.ts'
import { newTicket } from './new-ticket.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Instant } from './time.ts'

export type TakeRequest = {
  actor: Actor
  ticketId: Uuid
  visitId: Uuid
  serviceIds: readonly ServiceId[]
  people: number
  language: string
  origin: 'kiosk' | 'web'
  /** The wait that was told; kept, so that it can be held against what came. */
  said: WaitRange | null
  /** An accepted diversion: since when the wait counts, and at which point it began. */
  kept: { rankAt: Instant; fromPointId: PointId } | null
}

/** Refuses `point-closed` outside every span of the day, with the next opening if there is one. */
function refuseClosed(hall: Hall, now: Instant): Refusal | null {
  let opensAt: Instant | null = null
  for (const span of hall.settings.spans) {
    if (now >= span.from && now < span.until) return null
    if (span.from > now && (opensAt === null || span.from < opensAt)) opensAt = span.from
  }
  return refuse('point-closed', opensAt === null ? {} : { opensAt })
}

/** The next number of the series of a service. Never wraps. Null where the hall lacks the service. */
export function nextNumber(hall: Hall, serviceId: ServiceId | undefined): { series: string; number: number } | null {
  const service = serviceId === undefined ? undefined : serviceOf(hall.settings, serviceId)
  return service ? { series: service.series, number: (hall.series.get(service.series) ?? 0) + 1 } : null
}

/** The history line of a ticket that came to be. */
export const takenLine = (ticket: Ticket, actor: Actor, act: HallLine['act'], at: Instant): HallLine => ({
  at,
  actor,
  act,
  ticketId: ticket.id,
  counterId: ticket.counterId,
  what: { series: ticket.series, number: ticket.number, serviceIds: ticket.serviceIds, people: ticket.people, origin: ticket.origin },
})

/** Refuses `service-not-here` for a service that walk-ins cannot have here. */
function refuseWalkIn(hall: Hall, serviceIds: readonly ServiceId[]): Refusal | null {
  for (const id of serviceIds) if (!serviceOf(hall.settings, id)?.walkIn) return refuse('service-not-here', { serviceId: id })
  return null
}

/**
 * A walk-in takes a normal number: the next of the first service's series. The same ticket id again is harmless and changes nothing.
 * Refuses `day-closed`, `service-not-here`, `too-many-people`, `point-closed`. A kept rank never lies after now.
 */
export function take(hall: Hall, request: TakeRequest, now: Instant): HallDecision<{ ticketId: Uuid }> {
  const { settings } = hall
  if (hall.tickets.has(request.ticketId)) return decided({}, { ticketId: request.ticketId })
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const refusal =
    refuseServices(settings, request.serviceIds) ??
    refuseWalkIn(hall, request.serviceIds) ??
    refusePeople(settings, request.people) ??
    refuseClosed(hall, now)
  if (refusal) return refusal
  const next = nextNumber(hall, request.serviceIds[0])
  if (!next) return refuse('service-not-here')
  const ticket = newTicket({
    id: request.ticketId,
    series: next.series,
    number: next.number,
    serviceIds: request.serviceIds,
    people: request.people,
    language: request.language,
    origin: request.origin,
    takenAt: now,
    rankAt: request.kept ? Math.min(request.kept.rankAt, now) : now,
    priority: 0,
    visitId: request.visitId,
    appointmentId: null,
    appointmentAt: null,
    said: request.said,
    otherPointId: request.kept?.fromPointId ?? null,
  })
  const history = [takenLine(ticket, request.actor, 'take', now)]
  return decided({ tickets: [ticket], series: [[next.series, next.number]], history }, { ticketId: ticket.id })
}
