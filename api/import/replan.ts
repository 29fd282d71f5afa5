import { eq } from 'drizzle-orm'
import type { Connections } from '../../db/connect.ts'
import { appointmentOf } from '../../db/rows.ts'
import { calendars } from '../../db/tables/calendar.ts'
import { points, shifts } from '../../db/tables/catalogue.ts'
import type { Channel } from '../../domain/ids.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { replan } from '../../domain/replan.ts'
import { addDays } from '../../domain/time.ts'
import type { Clock } from '../clock.ts'
import { makeKeeper } from '../keeper/keeper.ts'
import { plannedDays } from './like.ts'
import type { Written } from './write.ts'

const atOnce = 16

/** Appointments that no longer fit the opening hours of a point: they stand, and people work through them. */
export type Unfit = { pointId: string; references: string[] }

/** Plans the days anew of points that open otherwise now, through a keeper, since other processes may hold their calendars. */
export async function replanPoints(connections: Connections, clock: Clock, wanted: Written['replan']): Promise<Unfit[]> {
  if (wanted.length === 0) return []
  const keeper = makeKeeper({ url: connections.url, sql: connections.sql, clock, rung() {} })
  try {
    const unfit: Unfit[] = []
    for (let i = 0; i < wanted.length; i += atOnce) {
      const some = wanted.slice(i, i + atOnce)
      const references = await Promise.all(some.map((one) => replanOne(connections, keeper, one.pointId, one.plannedUntil)))
      unfit.push(...some.map(({ pointId }, j) => ({ pointId, references: references[j]! })).filter((one) => one.references.length > 0))
    }
    return unfit
  } finally {
    await keeper.close()
  }
}

async function replanOne(
  { slow, slowSql }: Connections,
  keeper: ReturnType<typeof makeKeeper>,
  pointId: string,
  untilDay: string,
): Promise<string[]> {
  const [point] = await slow.select().from(points).where(eq(points.id, pointId))
  const rows = await slow.select().from(shifts).where(eq(shifts.pointId, pointId))
  const plan = { openings: point!.openings, shifts: rows.map((r) => ({ ...r, channels: r.channels as Channel[] })) }
  const { fromDay, days } = plannedDays(untilDay, point!.horizonDays)
  const booked = await slowSql`
    select to_json(a) as a from appointments a where point_id = ${pointId} and day between ${fromDay} and ${untilDay}`
  let unfit: string[] = []
  await keeper.change({
    pointId,
    key: null,
    fingerprint: '',
    decide({ calendar }, now) {
      const request = {
        plan,
        fromDay,
        days,
        appointments: booked.map((r) => appointmentOf(r.a)),
        actor: { kind: 'job', id: 'import' } as const,
      }
      const decision = replan(calendar, request, now)
      if (isRefusal(decision)) return decision
      unfit = decision.answer.unfit
      return decision.history.length ? { calendar: decision, ids: {} } : refuse('wrong-day')
    },
  })
  await slow
    .update(calendars)
    .set({ plannedUntil: addDays(fromDay, days - 1) })
    .where(eq(calendars.pointId, pointId))
  return booked.filter((r) => unfit.includes(r.a.id)).map((r) => r.a.reference)
}
