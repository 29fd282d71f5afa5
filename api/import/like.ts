import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import type { PointSeed } from '../../db/seed.ts'
import { calendars } from '../../db/tables/calendar.ts'
import { counters, pointServices, points, shifts } from '../../db/tables/catalogue.ts'
import type { Channel } from '../../domain/ids.ts'
import type { Openings } from '../../domain/openings.ts'
import type { Shift } from '../../domain/shifts.ts'
import { addDays, type Day } from '../../domain/time.ts'

/** What new points take from one that is set up: its services, counters, shifts, rules, and the days it is planned for. */
export type Like = {
  organisationId: string | null
  openings: Openings
  rules: Partial<
    Pick<PointSeed, 'policy' | 'gridMinutes' | 'holdMinutes' | 'coolMinutes' | 'leadMinutes' | 'horizonDays' | 'peopleMax'>
  > & {
    languages?: string[]
  }
  services: PointSeed['services']
  counters: PointSeed['counters']
  shifts: readonly Omit<Shift, 'id' | 'pointId'>[]
  planned: { fromDay: Day; days: number } | null
}

/** Reads a point that is set up; null where there is none, or where it has nothing to take. */
export async function loadLike(database: Database, pointId: string): Promise<Like | null> {
  const [point] = await database.select().from(points).where(eq(points.id, pointId))
  if (!point) return null
  const services = await database.select().from(pointServices).where(eq(pointServices.pointId, pointId)).orderBy(asc(pointServices.place))
  const tills = await database.select().from(counters).where(eq(counters.pointId, pointId)).orderBy(asc(counters.id))
  const lanes = await database.select().from(shifts).where(eq(shifts.pointId, pointId)).orderBy(asc(shifts.id))
  if (services.length === 0) return null
  const [calendar] = await database.select().from(calendars).where(eq(calendars.pointId, pointId))
  const { languages, policy, gridMinutes, holdMinutes, coolMinutes, leadMinutes, horizonDays, peopleMax } = point
  return {
    organisationId: point.organisationId,
    openings: point.openings,
    rules: { languages, policy, gridMinutes, holdMinutes, coolMinutes, leadMinutes, horizonDays, peopleMax },
    services: services.map(({ pointId: _, place: __, ...service }) => service),
    counters: tills.map(({ pointId: _, ...counter }) => counter),
    shifts: lanes.map(
      ({ pointId: _, id: __, channels, ...shift }): Omit<Shift, 'id' | 'pointId'> => ({ ...shift, channels: channels as Channel[] }),
    ),
    planned: calendar?.plannedUntil ? plannedDays(calendar.plannedUntil, horizonDays) : null,
  }
}

/** A plan reaches a point's horizon ahead: from the last planned day one knows the first, whatever clock the network runs on. */
export const plannedDays = (untilDay: Day, horizonDays: number): { fromDay: Day; days: number } => ({
  fromDay: addDays(untilDay, -horizonDays),
  days: horizonDays + 1,
})
