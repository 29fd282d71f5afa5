import type { moveAtDesk } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { iso } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { actorOf } from '../identity.ts'
import { loadAppointments } from '../keeper/load.ts'
import type { Asked } from '../serve.ts'
import { type Found, type FoundVisit, findVisit } from './find.ts'
import { moveTo } from './move.ts'

/** Staff move somebody's appointment: as the visitor could, but at the times of the desk, and in the history as theirs. */
export async function moveForSomebody(asked: Asked<typeof moveAtDesk>): Promise<ResultOf<typeof moveAtDesk>> {
  const { house, input, identity } = asked
  const { toPoint, startsAt } = input
  if (!house.catalogue.point(toPoint)) throw new Problem('not-found', { point: toPoint })
  const { old, visit } = await appointmentAt(house, input.point, input.appointment)
  const { appointmentId, mailed } = await moveTo(asked, { visit, old, toPoint, startsAt, channel: 'desk', actor: actorOf(identity) })
  const { calendar } = await house.keeper.kept(toPoint, [appointmentId])
  const moved = calendar.appointments.get(appointmentId)!
  return { appointmentId, pointId: toPoint, startsAt: iso(moved.startsAt), wallTime: moved.wallTime, mailed }
}

/** An appointment of a point by its id, and the visit that it belongs to. */
export async function appointmentAt(house: House, pointId: PointId, id: Uuid): Promise<{ old: Found; visit: FoundVisit }> {
  const [appointment] = await loadAppointments(house.connections.sql, pointId, [id])
  const visit = appointment ? await findVisit(house.connections.sql, appointment.visitId) : null
  if (!appointment || !visit) throw new Problem('appointment-unknown', { appointmentId: id })
  return { old: { pointId, appointment }, visit }
}
