import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { managePath, type oneVisit } from '../../contract/visits.ts'
import type { Appointment } from '../../domain/calendar.ts'
import { type Hall, labelOf } from '../../domain/hall.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { iso } from '../../domain/time.ts'
import { aboutOf, told } from '../about-service.ts'
import type { House } from '../house.ts'
import type { Identity } from '../identity.ts'
import { pointOutOf } from '../point-out.ts'
import type { Asked } from '../serve.ts'
import { type FoundVisit, findVisit } from './find.ts'

export type VisitOut = ResultOf<typeof oneVisit>

/** The visit that somebody's link opens; whoever shows no link of it, or one that was revoked, learns nothing of it. */
export async function visitOf(house: House, identity: Identity, visitId: Uuid): Promise<FoundVisit> {
  if (identity.kind !== 'visitor' || identity.visitId !== visitId) throw new Problem('link-not-valid')
  const found = await findVisit(house.connections.sql, visitId)
  if (!found || found.appointment.generation !== identity.generation) throw new Problem('link-not-valid')
  return found
}

/** A visit, for whoever holds its link. */
export async function one({ house, identity, input }: Asked<typeof oneVisit>): Promise<VisitOut> {
  const { pointId, appointment } = await visitOf(house, identity, input.visit)
  const { hall } = await house.keeper.kept(pointId)
  return visitOutOf(house, pointId, appointment, hall)
}

/** What a verb answers: the appointment as it is committed now. */
export async function answerOf(house: House, pointId: PointId, appointmentId: Uuid): Promise<VisitOut> {
  const { calendar, hall } = await house.keeper.kept(pointId, [appointmentId])
  const appointment = calendar.appointments.get(appointmentId)
  if (!appointment) throw new Error(`appointment ${appointmentId} of ${pointId} was answered but is not there`)
  return visitOutOf(house, pointId, appointment, hall)
}

function visitOutOf(house: House, pointId: PointId, a: Appointment, hall: Hall): VisitOut {
  const token = house.secrets.visitToken(a.visitId, a.generation)
  const ticket = a.ticketId === null ? undefined : hall.tickets.get(a.ticketId)
  return {
    visitId: a.visitId,
    appointmentId: a.id,
    reference: a.reference,
    state: a.state,
    point: pointOutOf(house.catalogue.point(pointId)!),
    serviceIds: [...a.serviceIds],
    services: a.serviceIds.map((id) => serviceOutOf(house, pointId, id)),
    people: a.people,
    language: a.language,
    startsAt: iso(a.startsAt),
    endsAt: iso(a.endsAt),
    day: a.day,
    wallTime: a.wallTime,
    zone: a.zone,
    until: a.state === 'held' && a.until !== null ? iso(a.until) : null,
    token,
    manageUrl: house.publicUrl + managePath(token),
    ticket: ticket ? { id: ticket.id, label: labelOf(ticket) } : null,
  }
}

function serviceOutOf(house: House, pointId: PointId, id: string): VisitOut['services'][number] {
  const service = house.catalogue.service(pointId, id)?.service
  if (!service) return { id, names: {}, bring: {} }
  return { id, names: told(service.names), bring: told(service.bring), about: aboutOf(service) }
}
