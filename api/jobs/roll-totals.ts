import { databaseError, type Sql } from '../../db/connect.ts'
import { rollWeek, staleWeeks } from '../../db/tallies.ts'
import { addDays, type Day, dayOf, mondayOf } from '../../domain/time.ts'
import type { Job } from './job.ts'

const writtenMeanwhile = '40001'
const lookedAt = 3

/**
 * Rolls up one week at a time, the latest first, of which every hall is closed: a report of a year is read from those. A week that is not
 * rolled up yet is read from its rows and gives the same. One whose rows became more since the last look is left for later.
 */
export function rollTotals(): Job {
  let before = new Map<Day, number>()
  return {
    name: 'roll-totals',
    everyMs: 5000,
    async run({ house }) {
      const { slowSql } = house.connections
      // On Tuesday Sunday is over everywhere, and its halls have had the time to be closed.
      const lastMonday = addDays(mondayOf(addDays(dayOf(house.clock.now(), 'UTC'), -1)), -7)
      const weeks = await staleWeeks(slowSql, lastMonday, lookedAt)
      const quiet = weeks.find(({ monday, rows }) => before.get(monday) === rows)
      before = new Map(weeks.map(({ monday, rows }) => [monday, rows]))
      return quiet && (await roll(slowSql, quiet.monday)) ? 1 : 0
    },
  }
}

async function roll(sql: Sql, monday: Day): Promise<boolean> {
  try {
    await sql.begin(async (tx) => {
      await tx`set transaction isolation level repeatable read`
      await rollWeek(tx as unknown as Sql, monday)
    })
    return true
  } catch (error) {
    if (databaseError(error)?.code === writtenMeanwhile) return false
    throw error
  }
}
