import type postgres from 'postgres'
import type { PointId } from '../domain/ids.ts'
import type { Day } from '../domain/time.ts'
import type { DayTotals } from '../domain/totals.ts'
import type { Sql } from './connect.ts'

/** A piece of a statement. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>

/**
 * Totals of some halls as their tickets are now, one row for each point, day and first service. A ticket counts once, with the first of its
 * services and the channel of its appointment (`walk-in` without one). A wait is the time from taking the number until it was called for the
 * first time, in whole minutes begun and ended; the history says when that was, since a ticket keeps its last call only. Missed is who was
 * called and had not come back when the day ended. `present` is whoever is still there: none where the hall is closed. `halls` gives
 * `point_id` and `day`.
 */
export const fromTickets = (sql: Sql, halls: Fragment) => sql`
  with hall as (${halls}), told as (
    select l.point_id, x.day, (l.what->>'ticketId')::uuid as id, min(l.at) filter (where l.act <> 'close-day') as called_at,
      coalesce(bool_or(l.act = 'close-day' and l.what->>'from' = 'missed'), false) as stayed_missed
    from hall x join history l on l.point_id = x.point_id and l.stream = 'hall ' || x.day::text
    where l.act in ('call', 'resume', 'close-day') group by 1, 2, 3
  ), one as (
    select t.point_id, t.day, t.service_ids[1] as service_id, coalesce(a.channel, 'walk-in') as channel,
      case when told.stayed_missed then 'missed' else t.state end as state,
      case when told.called_at is not null then floor(greatest(0, extract(epoch from told.called_at - t.taken_at)) / 60)::smallint end as wait, t.said_until::smallint as said
    from hall x join tickets t on t.point_id = x.point_id and t.day = x.day
      left join told on told.point_id = t.point_id and told.day = t.day and told.id = t.id
      left join appointments a on a.point_id = t.point_id and a.id = t.appointment_id
  )
  select point_id, day, service_id, count(*) filter (where channel = 'web') as web, count(*) filter (where channel = 'phone') as phone,
    count(*) filter (where channel = 'desk') as desk, count(*) filter (where channel = 'partner') as partner,
    count(*) filter (where channel = 'walk-in') as walk_in, count(*) filter (where state = 'finished') as finished,
    count(*) filter (where state = 'missed') as missed, count(*) filter (where state = 'left') as "left",
    count(*) filter (where state = 'sent') as sent, count(*) filter (where state in ('waiting', 'called', 'serving', 'parked')) as present,
    coalesce(array_agg(wait order by wait, said) filter (where wait is not null), '{}') as wait_minutes,
    coalesce(array_agg(said order by wait, said) filter (where wait is not null), '{}') as said_minutes
  from one group by 1, 2, 3`

const these = (sql: Sql, halls: readonly { pointId: PointId; day: Day }[]) =>
  sql`select * from unnest(${halls.map((h) => h.pointId)}::text[], ${halls.map((h) => h.day)}::date[]) as x(point_id, day)`

const columns = (sql: Sql) =>
  sql`point_id, day, service_id, web, phone, desk, partner, walk_in, finished, missed, "left", sent, wait_minutes, said_minutes`

/** Writes the totals of one closed hall from its tickets; again is harmless. Ask in the transaction that closes it. Answers how many rows. */
export async function writeTotals(sql: Sql, pointId: PointId, day: Day): Promise<number> {
  await sql`delete from day_totals where point_id = ${pointId} and day = ${day}`
  const { count } = await sql`
    insert into day_totals (${columns(sql)}) select ${columns(sql)} from (${fromTickets(sql, these(sql, [{ pointId, day }]))}) t`
  return count
}

/** As they are read: the driver knows no array with nulls in it. */
const read = (sql: Sql) =>
  sql`point_id, day::text as on_day, service_id, web, phone, desk, partner, walk_in, finished, missed, "left", sent,
    to_json(wait_minutes) as wait_minutes, to_json(said_minutes) as said_minutes`

/** The totals of halls as they stand now, from their tickets: for the day that is under way. */
export async function totalsNow(sql: Sql, halls: readonly { pointId: PointId; day: Day }[]): Promise<DayTotals[]> {
  if (halls.length === 0) return []
  return (await sql`select ${read(sql)}, present, false as simulated from (${fromTickets(sql, these(sql, halls))}) t`).map(totalsOf)
}

/** The totals of days that are over, of some points (all where null), by day, point and service. Days are `fromDay` to `untilDay`, both counted. */
export async function totalsBetween(
  sql: Sql,
  wanted: { pointIds: readonly PointId[] | null; fromDay: Day; untilDay: Day },
): Promise<DayTotals[]> {
  const these = wanted.pointIds === null ? sql`true` : sql`point_id = any(${wanted.pointIds as PointId[]})`
  const rows = await sql`
    select ${read(sql)}, 0 as present, simulated from day_totals
    where ${these} and day between ${wanted.fromDay} and ${wanted.untilDay} order by day, point_id, service_id`
  return rows.map(totalsOf)
}

// biome-ignore lint/suspicious/noExplicitAny: a row as the driver hands it over, shaped by the tables
const totalsOf = (r: any): DayTotals => ({
  pointId: r.point_id,
  day: r.on_day,
  serviceId: r.service_id,
  visits: { web: Number(r.web), phone: Number(r.phone), desk: Number(r.desk), partner: Number(r.partner), 'walk-in': Number(r.walk_in) },
  finished: Number(r.finished),
  missed: Number(r.missed),
  left: Number(r.left),
  sent: Number(r.sent),
  present: Number(r.present),
  waitMinutes: r.wait_minutes,
  saidMinutes: r.said_minutes,
  simulated: r.simulated,
})
