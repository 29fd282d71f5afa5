import type { Appointment, CalendarChange } from './calendar.ts'
import { hallChange } from './decided.ts'
import { type Hall, type HallChange, labelOf, type WaitRange } from './hall.ts'
import { refuseServices } from './hall-checks.ts'
import type { Actor, PointId, Uuid } from './ids.ts'
import { newTicket } from './new-ticket.ts'
import { type Refusal, refuse } from './refusal.ts'
import { nextNumber, takenLine } from './take.ts'
import { type Instant, minuteMs } from './time.ts'

export type ArriveRequest = {
  actor: Actor
  ticketId: Uuid
  /** The point whose calendar holds the appointment. */
  pointId: PointId
  origin: 'kiosk' | 'desk' | 'web'
  /** What the visitor chose at the kiosk; the language of the booking where nothing was chosen. */
  language?: string
  said: WaitRange | null
}

/** What arriving changes: the hall and the calendar, in one commit. */
export type Arrival = { hall: HallChange; calendar: CalendarChange; answer: { ticketId: Uuid } }

function refuseArrival(hall: Hall, appointment: Appointment, request: ArriveRequest, now: Instant): Refusal | null {
  if (request.pointId !== hall.pointId) return refuse('wrong-point', { pointId: request.pointId })
  const ticketId = appointment.ticketId ?? (hall.tickets.has(request.ticketId) ? request.ticketId : null)
  if (appointment.state === 'arrived' || ticketId !== null) {
    const ticket = ticketId === null ? undefined : hall.tickets.get(ticketId)
    return refuse('already-arrived', ticket ? { ticketId: ticket.id, label: labelOf(ticket) } : ticketId === null ? {} : { ticketId })
  }
  if (appointment.state !== 'booked') return refuse('wrong-appointment-state', { state: appointment.state })
  if (appointment.day !== hall.day) return refuse('wrong-day', { day: appointment.day, startsAt: appointment.startsAt })
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  const fromAt = appointment.startsAt - hall.settings.policy.earlyMinutes * minuteMs
  if (now < fromAt) return refuse('too-early', { fromAt, startsAt: appointment.startsAt })
  const untilAt = hall.settings.spans.reduce((last, span) => Math.max(last, span.until), appointment.endsAt)
  return now < untilAt ? null : refuse('too-late', { untilAt, startsAt: appointment.startsAt })
}

/**
 * An appointment arrives and gets a number of its service's series. Later than the policy forgives it is a late walk-in, till the last
 * closing time of the day. Refuses `wrong-point`, `already-arrived` (with ticketId and label), `wrong-appointment-state`, `wrong-day`,
 * `day-closed`, `too-early` (with fromAt), `too-late` (with untilAt), `service-not-here`.
 */
export function arrive(hall: Hall, appointment: Appointment, request: ArriveRequest, now: Instant): Refusal | Arrival {
  const refusal = refuseArrival(hall, appointment, request, now) ?? refuseServices(hall.settings, appointment.serviceIds)
  if (refusal) return refusal
  const next = nextNumber(hall, appointment.serviceIds[0])
  if (!next) return refuse('service-not-here')
  const { actor } = request
  const ticket = newTicket({
    id: request.ticketId,
    series: next.series,
    number: next.number,
    serviceIds: appointment.serviceIds,
    people: appointment.people,
    language: request.language ?? appointment.language,
    origin: request.origin,
    takenAt: now,
    rankAt: now,
    priority: 0,
    visitId: appointment.visitId,
    appointmentId: appointment.id,
    appointmentAt: appointment.startsAt,
    said: request.said,
    otherPointId: null,
  })
  const ticketId = ticket.id
  return {
    hall: hallChange({ tickets: [ticket], series: [[next.series, next.number]], history: [takenLine(ticket, actor, 'arrive', now)] }),
    calendar: {
      shiftDays: [],
      dropped: [],
      appointments: [{ ...appointment, state: 'arrived', ticketId }],
      history: [{ at: now, actor, act: 'arrive', appointmentId: appointment.id, what: { ticketId } }],
    },
    answer: { ticketId },
  }
}
