import type { PointId, ServiceId } from '../domain/ids.ts'
import { addDays, type Day } from '../domain/time.ts'
import type { Counts, Tally } from '../domain/totals.ts'
import type { Sql } from './connect.ts'
import { rolledBy } from './tables/totals.ts'
import { type Fragment, fromTickets } from './totals.ts'

/** What a tally stands for: a point, a service, a day or the Monday of a week. */
export type TalliedBy = 'point' | 'service' | 'day' | 'week'

/** Tallies by what they stand for. */
export type Tallies = ReadonlyMap<string, Tally>

/** Which days of which points, `fromDay` in and `untilDay` out; of one first service where it is given. */
export type TallyWanted = {
  by: TalliedBy
  pointIds: readonly PointId[]
  serviceId: ServiceId | null
  fromDay: Day
  untilDay: Day
}

const keyOf = (sql: Sql, by: TalliedBy): Fragment =>
  ({ point: sql`point_id`, service: sql`service_id`, day: sql`day::text`, week: sql`date_trunc('week', day)::date::text` })[by]

const counted = (sql: Sql): Fragment => sql`
  sum(web)::int as web, sum(phone)::int as phone, sum(desk)::int as desk, sum(partner)::int as partner, sum(walk_in)::int as walk_in,
  sum(finished)::int as finished, sum(missed)::int as missed, sum("left")::int as "left", sum(sent)::int as sent,
  sum(present)::int as present, bool_or(simulated) as simulated`

/** Rows with a `key`, the columns of `day_totals` and `present`, as one tally for each key. In the answer minutes are sorted. */
const tallied = (sql: Sql, rows: Fragment): Fragment => sql`
  with keyed as (${rows}),
  counts as (select key, ${counted(sql)} from keyed group by key),
  pair as (select key, x.wait, x.said from keyed, unnest(wait_minutes, said_minutes) as x(wait, said)),
  wait as (
    select key, wait, count(*)::int as n, count(said)::int as told, count(*) filter (where wait <= said)::int as kept
    from pair group by key, wait
  ),
  waits as (
    select key, array_agg(wait order by wait) as wait_minutes, array_agg(n order by wait) as wait_tickets,
      array_agg(told order by wait) as told_tickets, sum(kept)::int as kept
    from wait group by key
  ),
  said as (select key, said, count(*)::int as n from pair where said is not null group by key, said),
  saids as (select key, array_agg(said order by said) as said_minutes, array_agg(n order by said) as said_tickets from said group by key)
  select counts.*, coalesce(wait_minutes, '{}') as wait_minutes, coalesce(wait_tickets, '{}') as wait_tickets,
    coalesce(told_tickets, '{}') as told_tickets, coalesce(said_minutes, '{}') as said_minutes,
    coalesce(said_tickets, '{}') as said_tickets, coalesce(kept, 0) as kept
  from counts left join waits using (key) left join saids using (key)`

const columns = (sql: Sql): Fragment =>
  sql`web, phone, desk, partner, walk_in, finished, missed, "left", sent, present, simulated, wait_minutes, said_minutes`

const closed = (sql: Sql, wanted: TallyWanted): Fragment => sql`
  select ${keyOf(sql, wanted.by)} as key, ${columns(sql)} from (select *, 0::bigint as present from day_totals) t
  where point_id = any(${wanted.pointIds as PointId[]}) and day >= ${wanted.fromDay} and day < ${wanted.untilDay} ${only(sql, wanted)}`

const only = (sql: Sql, { serviceId }: TallyWanted): Fragment => (serviceId === null ? sql`` : sql`and service_id = ${serviceId}`)

/** Halls that are not closed yet, today's and any that a job has yet to close. */
const open = (sql: Sql, { pointIds, fromDay, untilDay }: TallyWanted): Fragment =>
  sql`select point_id, day from halls
    where state = 'open' and point_id = any(${pointIds as PointId[]}) and day >= ${fromDay} and day < ${untilDay}`

/** Tallies of days that are over, from their rows. A few hundred thousand rows are a second: ask for a week of a large network at a time. */
export async function closedTallies(sql: Sql, wanted: TallyWanted): Promise<Tallies> {
  return read(sql, tallied(sql, closed(sql, wanted)))
}

/** Tallies of halls that are not closed, from their tickets as they are now. */
export async function openTallies(sql: Sql, wanted: TallyWanted): Promise<Tallies> {
  const rows = sql`
    select ${keyOf(sql, wanted.by)} as key, ${columns(sql)} from (select *, false as simulated from (${fromTickets(sql, open(sql, wanted))}) n) t
    where true ${only(sql, wanted)}`
  return read(sql, tallied(sql, rows))
}

const arrays = (sql: Sql): Fragment =>
  sql`to_json(wait_minutes) as wait_minutes, to_json(wait_tickets) as wait_tickets, to_json(told_tickets) as told_tickets,
    to_json(said_minutes) as said_minutes, to_json(said_tickets) as said_tickets`

async function read(sql: Sql, tallies: Fragment): Promise<Tallies> {
  const rows = await sql`
    select key, web, phone, desk, partner, walk_in, finished, missed, "left", sent, present, simulated, kept, ${arrays(sql)} from (${tallies}) t`
  return new Map(rows.map((r) => [r.key, talliedRow(r)]))
}

/** The weeks (Mondays) of some that are rolled up, as they stand now. */
export async function rolledWeeksOf(sql: Sql, weeks: readonly Day[]): Promise<Day[]> {
  const rows = await sql`select week::text as week from rolled_weeks where week = any(${weeks as Day[]}::date[]) and not stale order by 1`
  return rows.map((r) => r.week)
}

export type RolledWanted = {
  weeks: readonly Day[]
  by: (typeof rolledBy)[number]
  /** What a tally stands for in the end: the day, point or service itself, or its week. */
  key: 'id' | 'week'
  /** Only this day, point or service. */
  id: string | null
  /** Only days from the first until the second, which is out; where `by` is `day`. */
  days: readonly [Day, Day] | null
}

/** Tallies of weeks that are rolled up, over all points; added up where they are kept, since a year of them is much to read. */
export async function rolledTallies(sql: Sql, { weeks, by, key, id, days }: RolledWanted): Promise<Tallies> {
  const one = id === null ? sql`` : sql`and id = ${id}`
  const some = days === null ? sql`` : sql`and id >= ${days[0]} and id < ${days[1]}`
  return read(
    sql,
    sql`
      with rolled as (
        select ${key === 'id' ? sql`id` : sql`week::text`} as key, 0 as present, r.* from rolled_totals r
        where week = any(${weeks as Day[]}::date[]) and by = ${by} ${one} ${some}
      ),
      counts as (select key, ${counted(sql)}, sum(kept)::int as kept from rolled group by key),
      wait as (
        select key, wait, sum(n)::int as n, sum(told)::int as told
        from rolled, unnest(wait_minutes, wait_tickets, told_tickets) as x(wait, n, told) group by key, wait
      ),
      waits as (
        select key, array_agg(wait order by wait) as wait_minutes, array_agg(n order by wait) as wait_tickets,
          array_agg(told order by wait) as told_tickets
        from wait group by key
      ),
      said as (select key, said, sum(n)::int as n from rolled, unnest(said_minutes, said_tickets) as x(said, n) group by key, said),
      saids as (select key, array_agg(said order by said) as said_minutes, array_agg(n order by said) as said_tickets from said group by key)
      select counts.*, coalesce(wait_minutes, '{}') as wait_minutes, coalesce(wait_tickets, '{}') as wait_tickets,
        coalesce(told_tickets, '{}') as told_tickets, coalesce(said_minutes, '{}') as said_minutes,
        coalesce(said_tickets, '{}') as said_tickets
      from counts left join waits using (key) left join saids using (key)`,
  )
}

/** Weeks (Mondays) to be rolled up that begin no later than `lastMonday` and have no open hall, the latest first, with how many rows they have now. */
export async function staleWeeks(sql: Sql, lastMonday: Day, limit: number): Promise<{ monday: Day; rows: number }[]> {
  const rows = await sql`
    with stale as (
      select week from rolled_weeks w where stale and week <= ${lastMonday}
        and not exists (select 1 from halls h where h.state = 'open' and h.day >= w.week and h.day < w.week + 7)
      order by week desc limit ${limit}
    )
    select week::text as monday, (select count(*)::int from points p join day_totals t on t.point_id = p.id
      where t.day >= week and t.day < week + 7) as rows
    from stale order by week desc`
  return rows.map((r) => ({ monday: r.monday, rows: r.rows }))
}

/**
 * Rolls a stale week up, the one that begins on `monday`, from the rows of all points. Ask in a transaction that reads repeatably: where a row
 * of that week is written meanwhile, it fails (40001) and nothing has happened. Again is harmless.
 */
export async function rollWeek(sql: Sql, monday: Day): Promise<void> {
  await sql`delete from rolled_totals where week = ${monday}`
  const points = await sql`select id from points`
  const span = { pointIds: points.map((p) => p.id), serviceId: null, fromDay: monday, untilDay: addDays(monday, 7) }
  for (const by of rolledBy)
    await sql`
      insert into rolled_totals
      select ${monday}, ${by}, key, web, phone, desk, partner, walk_in, finished, missed, "left", sent, simulated, wait_minutes,
        wait_tickets, told_tickets, said_minutes, said_tickets, kept
      from (${tallied(sql, closed(sql, { ...span, by }))}) t`
  await sql`update rolled_weeks set stale = false where week = ${monday}`
}

const countsOf = (minutes: readonly number[], tickets: readonly number[]): Counts => new Map(minutes.map((m, i) => [m, tickets[i] ?? 0]))
const some = (counts: Counts): Counts => new Map([...counts].filter(([, tickets]) => tickets > 0))

// biome-ignore lint/suspicious/noExplicitAny: a row as the driver hands it over, shaped by the statements above
const talliedRow = (r: any): Tally => ({
  visits: { web: r.web, phone: r.phone, desk: r.desk, partner: r.partner, 'walk-in': r.walk_in },
  finished: r.finished,
  missed: r.missed,
  left: r.left,
  sent: r.sent,
  present: r.present,
  simulated: r.simulated,
  waits: countsOf(r.wait_minutes, r.wait_tickets),
  toldWaits: some(countsOf(r.wait_minutes, r.told_tickets)),
  said: countsOf(r.said_minutes, r.said_tickets),
  kept: r.kept,
})
