import type { Sql } from '../db/connect.ts'
import type { PointId } from '../domain/ids.ts'
import type { Catalogue } from './catalogue.ts'
import type { Diversions } from './diversions.ts'
import type { Keeper, Rung } from './keeper/keeper.ts'

/** Short names, days and numbers as Postgres writes an array: nothing in them wants a quote, and eight hundred are looked at again and again. */
const list = (values: readonly (string | number)[]): string => `{${values.join()}}`

/** A look at what no bell tells, and with `everything` at the versions of all that this process holds: one statement by primary key. */
export function makeLook(given: {
  sql: Sql
  keeper: Keeper
  catalogue: Catalogue
  diversions: Diversions
  /** A point is further in the database than here. */
  heard: (rung: Rung) => void
  /** The settings of a point are different. */
  changed: (pointId: PointId) => void
  /** Only what is shown of a point is different. */
  ring: (pointId: PointId) => void
}) {
  return async (everything = true): Promise<void> => {
    for (const pointId of await given.catalogue.look()) given.changed(pointId)
    for (const pointId of await given.diversions.look()) given.ring(pointId)
    const held = everything ? given.keeper.held() : []
    if (held.length === 0) return
    const rows = await given.sql`
      select x.point_id, h.version as hall_version, c.version as cal_version from unnest(${list(held.map((h) => h.pointId))}::text[], ${list(held.map((h) => h.day))}::date[], ${list(held.map((h) => h.hallVersion))}::bigint[], ${list(held.map((h) => h.calendarVersion))}::bigint[])
        as x(point_id, day, hall_version, cal_version)
      join halls h on h.point_id = x.point_id and h.day = x.day join calendars c on c.point_id = x.point_id
      where h.version > x.hall_version or c.version > x.cal_version`
    for (const r of rows) given.heard({ pointId: r.point_id, hallVersion: Number(r.hall_version), calendarVersion: Number(r.cal_version) })
  }
}
