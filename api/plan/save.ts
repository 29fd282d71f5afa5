import type { savePlan } from '../../contract/plan.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { CalendarChange } from '../../domain/calendar.ts'
import { isToWorkThrough, mayFollow } from '../../domain/plan-effect.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { type Plan, replan } from '../../domain/replan.ts'
import { addDays, dayOf, daysBetween } from '../../domain/time.ts'
import { change } from '../change.ts'
import type { House } from '../house.ts'
import { actorOf } from '../identity.ts'
import type { Wanted } from '../keeper/place.ts'
import type { Asked } from '../serve.ts'
import { standingFrom } from './appointments.ts'
import { planOf, refuseUnknownServices } from './given.ts'
import { savedPlan } from './read.ts'

type Saving = Asked<typeof savePlan>

/**
 * Puts a plan in the place of the one it was made from: the plan, the days that are planned from it, the line of history and the answer are one
 * commit, guarded by the revision and the version of the calendar. Who no longer fits keeps the time, and is listed.
 */
export async function save(asked: Saving): Promise<ResultOf<typeof savePlan>> {
  const { house, input } = asked
  const { point, revision } = input
  const saved = await savedPlan(house, point)
  const after = planOf(point, input)
  refuseUnknownServices(house.catalogue, point, saved.plan, after)
  const { zone, horizonDays } = house.catalogue.point(point)!
  const fromDay = dayOf(house.clock.now(), zone)
  const horizon = addDays(fromDay, horizonDays)
  const untilDay = saved.plannedUntil && saved.plannedUntil > horizon ? saved.plannedUntil : horizon
  const standing = await standingFrom(house.connections.slowSql, point, fromDay)
  const appointments = standing.map((s) => s.appointment)
  const ids = await change(asked, point, ({ calendar, settings }, now) => {
    if (settings.revision !== revision) return refuse('plan-changed')
    // Of the revision that is named: what was read above can only be older or newer, and is refused here then.
    const wrong = saved.revision === revision ? mayFollow(saved.plan, after) : refuse('plan-changed')
    if (wrong) return wrong
    const request = { plan: after, fromDay, days: daysBetween(fromDay, untilDay) + 1, appointments, actor: actorOf(asked.identity) }
    const decided = replan(calendar, request, now)
    if (isRefusal(decided)) return decided
    const unfit = new Set(decided.answer.unfit)
    const misfits = appointments.filter((a) => unfit.has(a.id) && isToWorkThrough(a, now)).length
    return { ...wantedOf(asked, after, decided, now), ids: { revision: revision + 1, misfits } }
  })
  await planHasMoved(house, point)
  return { revision: Number(ids.revision), misfits: Number(ids.misfits) }
}

/** Every saved plan has its line, also where no day of the calendar is different. */
function wantedOf({ input, identity }: Saving, plan: Plan, decided: CalendarChange, now: number): Omit<Wanted, 'ids'> {
  const { revision } = input
  const [line] = decided.history
  const own = { at: now, actor: actorOf(identity), act: 'replan' as const, appointmentId: null, what: { lanes: 0, dropped: 0, unfit: [] } }
  const history = [{ ...(line ?? own), what: { ...(line ?? own).what, revision: revision + 1 } }]
  return { calendar: { ...decided, history }, plan: { revision, plan } }
}

/** This process loads the point anew at once; the others see that its revision is another within a quarter of a second. */
async function planHasMoved(house: House, pointId: string): Promise<void> {
  house.keeper.changed(pointId)
  for (const moved of new Set([pointId, ...(await house.catalogue.look())])) {
    house.keeper.changed(moved)
    house.slotIndex.moved(moved)
    house.live.ring(moved)
  }
}
