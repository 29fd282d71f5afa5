import type * as v from 'valibot'
import type { misfitOut } from '../../contract/plan.ts'
import type { Shape } from '../../contract/route.ts'
import type { Sql } from '../../db/connect.ts'
import { appointmentOf } from '../../db/rows.ts'
import type { Appointment } from '../../domain/calendar.ts'
import type { PointId } from '../../domain/ids.ts'
import { type Day, iso, quantumMinutes } from '../../domain/time.ts'

export type MisfitOut = v.InferOutput<typeof misfitOut & Shape>
/** An appointment that stands, whether its visitor can be reached, and whether it was decided to leave it as it is. */
export type Standing = { appointment: Appointment; reachable: MisfitOut['reachable']; left: boolean }

/** Every appointment of a point that stands, from a day on. */
export async function standingFrom(sql: Sql, pointId: PointId, fromDay: Day): Promise<Standing[]> {
  const rows = await sql`
    select to_json(a) as a, c.email is not null as mail, c.phone is not null as phone, l.appointment_id is not null as left_as_is
    from appointments a
    left join contacts c on c.point_id = a.point_id and c.visit_id = a.visit_id
    left join left_as_is l on l.point_id = a.point_id and l.appointment_id = a.id
    where a.point_id = ${pointId} and a.day >= ${fromDay} and a.state in ('held', 'unconfirmed', 'booked', 'arrived')`
  return rows.map((r) => ({
    appointment: appointmentOf(r.a),
    reachable: r.mail ? 'mail' : r.phone ? 'phone' : 'no',
    left: r.left_as_is,
  }))
}

/** What staff see of somebody who no longer fits: no name and no address. */
export const misfitOutOf = ({ appointment: a, reachable }: Standing): MisfitOut => ({
  appointmentId: a.id,
  reference: a.reference,
  startsAt: iso(a.startsAt),
  day: a.day,
  wallTime: a.wallTime,
  minutes: a.quanta * quantumMinutes,
  people: a.people,
  serviceIds: [...a.serviceIds],
  reachable,
})

/** By time, then by id. */
export const byTime = (a: Standing, b: Standing): number =>
  a.appointment.startsAt - b.appointment.startsAt || (a.appointment.id < b.appointment.id ? -1 : 1)
