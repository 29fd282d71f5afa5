import type { previewPlan } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { effectOf } from '../../domain/plan-effect.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { dayOf } from '../../domain/time.ts'
import type { Asked } from '../serve.ts'
import { byTime, misfitOutOf, standingFrom } from './appointments.ts'
import { planOf, refuseUnknownServices } from './given.ts'
import { savedPlan } from './read.ts'

/** How far ahead slots are counted. */
const daysAhead = 60

/** What a plan would do against the one that is kept now. Writes nothing. */
export async function preview({ house, input }: Asked<typeof previewPlan>): Promise<ResultOf<typeof previewPlan>> {
  const { calendar, settings } = await house.keeper.kept(input.point)
  const now = house.clock.now()
  const fromDay = dayOf(now, settings.zone)
  const [saved, standing] = await Promise.all([
    savedPlan(house, input.point),
    standingFrom(house.connections.slowSql, input.point, fromDay),
  ])
  const after = planOf(input.point, input)
  refuseUnknownServices(house.catalogue, input.point, saved.plan, after)
  const effect = effectOf(saved.plan, after, calendar, {
    serviceId: input.serviceId ?? null,
    fromDay,
    days: daysAhead,
    appointments: standing.map((s) => s.appointment),
    now,
  })
  if (isRefusal(effect)) throw new Problem(effect.refused, effect.details)
  const { days, unfit, already, ...sums } = effect
  const misfits = new Set(unfit)
  return {
    revision: saved.revision,
    ...sums,
    days: days.filter((d) => d.gained > 0 || d.lost > 0),
    misfits: standing
      .filter((s) => misfits.has(s.appointment.id))
      .sort(byTime)
      .map(misfitOutOf),
    already: already.length,
  }
}
