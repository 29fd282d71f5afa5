import type { Ticket } from './hall.ts'
import type { PointId, ServiceId, Uuid } from './ids.ts'
import type { Instant } from './time.ts'

/** What has to be known of a new ticket; the rest starts empty. */
export type NewTicket = {
  id: Uuid
  series: string
  number: number
  serviceIds: readonly ServiceId[]
  people: number
  language: string
  origin: Ticket['origin']
  takenAt: Instant
  rankAt: Instant
  priority: 0 | 1 | 2
  visitId: Uuid
  appointmentId: Uuid | null
  appointmentAt: Instant | null
  said: Ticket['said']
  otherPointId: PointId | null
}

/** A ticket that waits. Written out so that all tickets have one shape in memory. */
export const newTicket = (n: NewTicket): Ticket => ({
  id: n.id,
  series: n.series,
  number: n.number,
  voided: null,
  state: 'waiting',
  serviceIds: n.serviceIds,
  people: n.people,
  language: n.language,
  origin: n.origin,
  takenAt: n.takenAt,
  rankAt: n.rankAt,
  priority: n.priority,
  visitId: n.visitId,
  appointmentId: n.appointmentId,
  appointmentAt: n.appointmentAt,
  counterId: null,
  onlyCounterId: null,
  calls: 0,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  said: n.said,
  reason: null,
  otherPointId: n.otherPointId,
})
