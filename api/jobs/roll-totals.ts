import type { Sql } from '../../db/connect.ts'
import { rollWeek } from '../../db/tallies.ts'
import { addDays, type Day, dayOf, mondayOf } from '../../domain/time.ts'
import type { Job } from './job.ts'

const weeksKept = 110
const restMs = 10 * 60_000

/**
 * Rolls up one week at a time, the latest first, of which every hall is closed: a report of a year is read from those. A week that is not
 * rolled up yet is read from its rows and gives the same. With nothing to do it rests for ten minutes.
 */
export function rollTotals(): Job {
  let restUntil = 0
  return {
    name: 'roll-totals',
    everyMs: 5000,
    async run({ house }) {
      const now = house.clock.now()
      if (now < restUntil) return 0
      const { slowSql } = house.connections
      // Two days later Sunday is over everywhere, and its halls have had the time to be closed.
      const lastMonday = addDays(mondayOf(addDays(dayOf(now, 'UTC'), -2)), -7)
      const monday = await unrolledWeek(slowSql, lastMonday)
      if (monday === null) {
        restUntil = now + restMs
        return 0
      }
      await slowSql.begin((tx) => rollWeek(tx as unknown as Sql, monday))
      return 1
    },
  }
}

async function unrolledWeek(sql: Sql, lastMonday: Day): Promise<Day | null> {
  const [row] = await sql`
    select w.day::text as monday
    from (select ${lastMonday}::date - 7 * n as day from generate_series(0, ${weeksKept}::int) n) w left join rolled_weeks r on r.week = w.day
    where (r.week is null or r.stale)
      and not exists (select 1 from halls h where h.state = 'open' and h.day >= w.day and h.day < w.day + 7)
      and exists (select 1 from points p join day_totals t on t.point_id = p.id and t.day >= w.day and t.day < w.day + 7)
    order by w.day desc limit 1`
  return row ? row.monday : null
}
