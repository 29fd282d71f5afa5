import { eq } from 'drizzle-orm'
import type { Connections } from '../../db/connect.ts'
import { appointmentOf } from '../../db/rows.ts'
import { calendars } from '../../db/tables/calendar.ts'
import { points } from '../../db/tables/catalogue.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { replan } from '../../domain/replan.ts'
import { addDays } from '../../domain/time.ts'
import type { Clock } from '../clock.ts'
import { makeKeeper } from '../keeper/keeper.ts'
import { loadPlan } from '../saved-plan.ts'
import { plannedDays } from './like.ts'
import type { Written } from './write.ts'

const atOnce = 16
const triesMax = 3
const actor = { kind: 'job', id: 'import' } as const

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
  connections: Connections,
  keeper: ReturnType<typeof makeKeeper>,
  pointId: string,
  untilDay: string,
): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    const unfit = await replanOnce(connections, keeper, pointId, untilDay)
    if (unfit) return unfit
    if (tries === triesMax) throw new Error(`the plan of ${pointId} is being changed by somebody else; import again`)
  }
}

/** Null where another plan was saved since this one was read: its days are another's to plan. */
async function replanOnce(
  { slow, slowSql }: Connections,
  keeper: ReturnType<typeof makeKeeper>,
  pointId: string,
  untilDay: string,
): Promise<string[] | null> {
  const saved = await loadPlan(slowSql, pointId)
  const [point] = await slow.select({ horizonDays: points.horizonDays }).from(points).where(eq(points.id, pointId))
  if (!saved || !point) return []
  const { fromDay, days } = plannedDays(untilDay, point.horizonDays)
  const booked = await slowSql`
    select to_json(a) as a from appointments a where point_id = ${pointId} and day between ${fromDay} and ${untilDay}`
  const appointments = booked.map((r) => appointmentOf(r.a))
  let unfit: string[] = []
  const answer = await keeper.change({
    pointId,
    key: null,
    fingerprint: '',
    decide({ calendar, settings }, now) {
      if (settings.revision !== saved.revision) return refuse('plan-changed')
      const decision = replan(calendar, { plan: saved.plan, fromDay, days, appointments, actor }, now)
      if (isRefusal(decision)) return decision
      unfit = decision.answer.unfit
      return decision.history.length ? { calendar: decision, ids: {} } : refuse('wrong-day')
    },
  })
  if ('refusal' in answer && answer.refusal.refused === 'plan-changed') {
    keeper.changed(pointId)
    return null
  }
  await slow
    .update(calendars)
    .set({ plannedUntil: addDays(fromDay, days - 1) })
    .where(eq(calendars.pointId, pointId))
  return booked.filter((r) => unfit.includes(r.a.id)).map((r) => r.a.reference)
}
