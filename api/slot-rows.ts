import type { Sql } from '../db/connect.ts'
import { lanesAlike, lanesOfAlike } from '../db/lanes.ts'
import { type Calendar, type CalendarSettings, emptyCalendar, putShiftDay } from '../domain/calendar.ts'
import type { PointId } from '../domain/ids.ts'
import type { Day } from '../domain/time.ts'
import type { Point } from './catalogue.ts'

/** The version of each point's calendar. */
export async function calendarVersions(sql: Sql, ids: readonly PointId[]): Promise<Map<PointId, number>> {
  const rows = await sql`select point_id, version from calendars where point_id = any(${ids as PointId[]})`
  return new Map(rows.map((r) => [r.point_id, Number(r.version)]))
}

/** On which days appointments came or went since a version of each point; null where more than that has changed. */
export async function changedDays(
  sql: Sql,
  since: readonly { pointId: PointId; version: number }[],
): Promise<Map<PointId, Set<Day> | null>> {
  const days = new Map<PointId, Set<Day> | null>()
  if (since.length === 0) return days
  const rows = await sql`
    select distinct h.point_id, a.day::text as day
    from unnest(${since.map((s) => s.pointId)}::text[], ${since.map((s) => s.version)}::bigint[]) as x(point_id, version)
    join history h on h.point_id = x.point_id and h.stream = 'calendar' and h.version > x.version
    left join appointments a on a.point_id = h.point_id and a.id = (h.what->>'appointmentId')::uuid`
  for (const { point_id, day } of rows) {
    const known = days.get(point_id)
    if (day === null || known === null) days.set(point_id, null)
    else days.set(point_id, (known ?? new Set()).add(day))
  }
  return days
}

/** The lanes of points from a day on. */
export async function lanesFrom(sql: Sql, wanted: readonly { point: Point; fromDay: Day }[]): Promise<Map<PointId, Calendar>> {
  if (wanted.length === 0) return new Map()
  const rows = await lanesAlike(
    sql,
    sql`unnest(${wanted.map((w) => w.point.id)}::text[], ${wanted.map((w) => w.fromDay)}::date[]) as x(point_id, day)
      join shift_days s on s.point_id = x.point_id and s.day >= x.day`,
  )
  return calendarsOf(
    wanted.map((w) => w.point),
    rows,
  )
}

/** The lanes of points on some days. */
export async function lanesOn(sql: Sql, wanted: readonly { point: Point; days: ReadonlySet<Day> }[]): Promise<Map<PointId, Calendar>> {
  if (wanted.length === 0) return new Map()
  const pairs = wanted.flatMap(({ point, days }) => [...days].map((day) => [point.id, day] as const))
  const rows = await lanesAlike(
    sql,
    sql`unnest(${pairs.map(([id]) => id)}::text[], ${pairs.map(([, day]) => day)}::date[]) as x(point_id, day)
      join shift_days s on s.point_id = x.point_id and s.day = x.day`,
  )
  return calendarsOf(
    wanted.map((w) => w.point),
    rows,
  )
}

// biome-ignore lint/suspicious/noExplicitAny: rows as the driver hands them over
function calendarsOf(points: readonly Point[], rows: readonly any[]): Map<PointId, Calendar> {
  const calendars = new Map(points.map((p) => [p.id, emptyCalendar(p.id, settingsOf(p))]))
  for (const r of rows) for (const lane of lanesOfAlike(r)) putShiftDay(calendars.get(r.pointId)!, lane)
  return calendars
}

/** What a search needs of a point; holding and cooling are none of its business. */
const settingsOf = (p: Point): CalendarSettings => ({
  zone: p.zone,
  gridMinutes: p.gridMinutes,
  holdMinutes: 0,
  coolMinutes: 0,
  leadMinutes: p.leadMinutes,
  horizonDays: p.horizonDays,
  peopleMax: p.peopleMax,
  services: Object.fromEntries(
    p.services.map(({ service, bookable }) => [
      service.id,
      { baseMinutes: service.baseMinutes, extraMinutes: service.extraMinutes, bookable, gridMinutes: null },
    ]),
  ),
})
