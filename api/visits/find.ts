import type { Sql } from '../../db/connect.ts'
import { appointmentOf } from '../../db/rows.ts'
import { type Appointment, stands } from '../../domain/calendar.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'

/** An appointment and the point that has it. */
export type Found = { pointId: PointId; appointment: Appointment }

/** All of a visit: what it is now, and everything it was and holds. */
export type FoundVisit = Found & { all: readonly Found[] }

const rank: Record<Appointment['state'], number> = {
  booked: 0,
  arrived: 0,
  unconfirmed: 0,
  missed: 0,
  held: 1,
  cancelled: 2,
  expired: 3,
}

/**
 * Which of two appointments of one visit is the visit: one that stands before a hold, a hold before what is over; then the later by
 * SEQUENCE. A hold that was let go has the SEQUENCE of the next real one, so among the cancelled the older goes first.
 */
function compare(a: Appointment, b: Appointment): number {
  const newerFirst = b.createdAt - a.createdAt
  return (
    rank[a.state] - rank[b.state] ||
    b.sequence - a.sequence ||
    (a.state === 'cancelled' ? -newerFirst : newerFirst) ||
    (a.id < b.id ? 1 : -1)
  )
}

/** A visit wherever it is, or null where there is none. */
export async function findVisit(sql: Sql, visitId: Uuid): Promise<FoundVisit | null> {
  const rows = await sql`select point_id, to_json(a) as a from appointments a where visit_id = ${visitId}`
  const all = rows.map((r): Found => ({ pointId: r.point_id, appointment: appointmentOf(r.a) }))
  const [now] = all.sort((a, b) => compare(a.appointment, b.appointment))
  return now ? { ...now, all } : null
}

/** What a decision about a visit at a point has to see: everything of it there that stands. */
export const idsAt = (visit: FoundVisit, pointId: PointId): Uuid[] =>
  visit.all.filter((f) => f.pointId === pointId && stands(f.appointment)).map((f) => f.appointment.id)
