import type { Sql } from '../db/connect.ts'
import { shiftOf } from '../db/rows.ts'
import type { PointId } from '../domain/ids.ts'
import type { Plan } from '../domain/replan.ts'
import type { Day } from '../domain/time.ts'

/** The plan of a point as it is kept: of one moment, with the revision that it has then. */
export type SavedPlan = { revision: number; plan: Plan; plannedUntil: Day | null }

/** The plan that is kept for a point, or null where there is no such point. One statement, so that revision, openings and shifts belong together. */
export async function loadPlan(sql: Sql, pointId: PointId): Promise<SavedPlan | null> {
  const [row] = await sql`
    select p.revision, p.openings, c.planned_until::text as planned_until,
      (select json_agg(s order by s.first_day, s.from_time, s.id) from shifts s where s.point_id = p.id) as shifts
    from points p left join calendars c on c.point_id = p.id where p.id = ${pointId}`
  if (!row) return null
  return {
    revision: row.revision,
    plan: { openings: row.openings, shifts: (row.shifts ?? []).map(shiftOf) },
    plannedUntil: row.planned_until,
  }
}
