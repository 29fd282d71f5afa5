import type { PointId } from '../../domain/ids.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { replan } from '../../domain/replan.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { loadPlan } from '../saved-plan.ts'
import { countEach, type Job } from './job.ts'

const batch = 100
const actor = { kind: 'job', id: 'plan-ahead' } as const

/** Extends the lanes of each point's shifts to its horizon, so that each midnight opens a new day to book. */
export const planAhead: Job = {
  name: 'plan-ahead',
  everyMs: 3_600_000,
  async run({ house }) {
    const now = house.clock.now()
    const rows = await house.connections.slowSql`select point_id, planned_until::text as planned_until from calendars`
    const planned = new Map<PointId, Day | null>(rows.map((r) => [r.point_id, r.planned_until]))
    const behind = [...house.catalogue.points()].flatMap((p) => {
      const today = dayOf(now, p.zone)
      const until = planned.get(p.id) ?? null
      const fromDay = until && until >= today ? addDays(until, 1) : today
      const days = daysBetween(fromDay, addDays(today, p.horizonDays)) + 1
      return days > 0 ? [{ pointId: p.id, fromDay, days }] : []
    })
    let count = 0
    for (let i = 0; i < behind.length; i += batch) count += await countEach(behind.slice(i, i + batch), 8, (b) => extend(house, b))
    return count
  },
}

async function extend(house: House, given: { pointId: PointId; fromDay: Day; days: number }): Promise<boolean> {
  const { pointId, fromDay, days } = given
  const saved = await loadPlan(house.connections.slowSql, pointId)
  if (!saved) return false
  const answer = await house.keeper.change({
    pointId,
    key: null,
    fingerprint: '',
    decide({ calendar, settings }, now) {
      // Another plan has been saved since this one was read: its own save plans the days, and the next run those that are left.
      if (settings.revision !== saved.revision) return refuse('plan-changed')
      const d = replan(calendar, { plan: saved.plan, fromDay, days, appointments: [], actor }, now)
      if (isRefusal(d)) return d
      return d.history.length ? { calendar: d, ids: {} } : refuse('wrong-day')
    },
  })
  if ('refusal' in answer && answer.refusal.refused === 'plan-invalid') {
    house.log.note('a plan that cannot be', { pointId, ...answer.refusal.details })
    return false
  }
  if ('refusal' in answer && answer.refusal.refused === 'plan-changed') return false
  const untilDay = addDays(fromDay, days - 1)
  await house.connections.slowSql`
    update calendars set planned_until = ${untilDay} where point_id = ${pointId} and (planned_until is null or planned_until < ${untilDay})`
  return 'ids' in answer
}
