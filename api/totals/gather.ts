import type { Sql } from '../../db/connect.ts'
import { closedTallies, openTallies, rolledTallies, rolledWeeksOf, type Tallies, type TallyWanted } from '../../db/tallies.ts'
import { addDays, type Day, mondayOf } from '../../domain/time.ts'
import { addTallies, type Tally } from '../../domain/totals.ts'

/** `whole`: over all points of the network, so that weeks may be read as they are rolled up. */
export type Wanted = TallyWanted & { whole: boolean }
export type Gathered = { tallies: Tallies; open: Tallies }

/** So many days of points are read at once: some tens of thousands of rows. */
const pointDaysAtOnce = 8000
/** And of a thousand points so many weeks that are rolled up: a statement has its deadline. */
const weeksAtOnce = 14

/**
 * Tallies of days: of those that are over from what was written when their hall was closed, of the others from their tickets, all as they
 * stood at one moment. A hall that is closed meanwhile counts once.
 */
export const gather = (sql: Sql, wanted: Wanted): Promise<Gathered> =>
  sql.begin(async (tx) => {
    const at = tx as unknown as Sql
    await at`set transaction isolation level repeatable read, read only`
    await at`set local work_mem = '32MB'`
    const found: [string, Tally][] = []
    const rolled = await rolledOf(at, wanted)
    found.push(...rolled.tallies)
    for (const span of notIn(wanted, rolled.weeks)) found.push(...(await closedTallies(at, { ...wanted, ...span })))
    const open = await openTallies(at, wanted)
    found.push(...open)
    return { tallies: together(found), open }
  }) as Promise<Gathered>

function together(found: readonly [string, Tally][]): Tallies {
  const byKey = new Map<string, Tally[]>()
  for (const [key, tally] of found) {
    const known = byKey.get(key)
    if (known) known.push(tally)
    else byKey.set(key, [tally])
  }
  return new Map([...byKey].map(([key, tallies]) => [key, tallies.length === 1 ? tallies[0]! : addTallies(tallies)]))
}

/** Every Monday whose week has a day of the span. */
function mondaysOf({ fromDay, untilDay }: TallyWanted): Day[] {
  const mondays: Day[] = []
  for (let monday = mondayOf(fromDay); monday < untilDay; monday = addDays(monday, 7)) mondays.push(monday)
  return mondays
}

/** What is rolled up of what is wanted, and the weeks that need not be read any more. */
async function rolledOf(sql: Sql, wanted: Wanted): Promise<{ weeks: ReadonlySet<Day>; tallies: [string, Tally][] }> {
  const { by, serviceId, fromDay, untilDay, whole } = wanted
  const byDay = (by === 'day' || by === 'week') && serviceId === null
  const none = { weeks: new Set<Day>(), tallies: [] }
  if (!whole || (serviceId !== null && (by === 'day' || by === 'point'))) return none
  const isWhole = (monday: Day) => monday >= fromDay && addDays(monday, 7) <= untilDay
  const weeks = await rolledWeeksOf(sql, byDay ? mondaysOf(wanted) : mondaysOf(wanted).filter(isWhole))
  if (weeks.length === 0) return none
  const tallies: [string, Tally][] = []
  for (let n = 0; n < weeks.length; n += weeksAtOnce)
    tallies.push(
      ...(await rolledTallies(sql, {
        weeks: weeks.slice(n, n + weeksAtOnce),
        by: byDay ? 'day' : by === 'point' ? 'point' : 'service',
        key: by === 'week' ? 'week' : 'id',
        id: serviceId,
        days: byDay ? [fromDay, untilDay] : null,
      })),
    )
  return { weeks: new Set(weeks), tallies }
}

/** The days that lie in no such week, some at a time. */
function notIn({ pointIds, fromDay, untilDay }: TallyWanted, weeks: ReadonlySet<Day>): { fromDay: Day; untilDay: Day }[] {
  const most = Math.max(7, Math.floor(pointDaysAtOnce / Math.max(1, pointIds.length)))
  const spans: { fromDay: Day; untilDay: Day; days: number }[] = []
  for (let day = fromDay; day < untilDay; day = addDays(day, 1)) {
    if (weeks.has(mondayOf(day))) continue
    const last = spans.at(-1)
    if (last && last.untilDay === day && last.days < most) {
      last.untilDay = addDays(day, 1)
      last.days += 1
    } else spans.push({ fromDay: day, untilDay: addDays(day, 1), days: 1 })
  }
  return spans
}
