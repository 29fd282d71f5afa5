import type { dayCurve as dayCurveRoute } from '../../contract/day-curve.ts'
import type { ResultOf } from '../../contract/route.ts'
import { totalsNow } from '../../db/totals.ts'
import { dayCurve } from '../../domain/day-curve.ts'
import { type Instant, iso } from '../../domain/time.ts'
import { sumTotals } from '../../domain/totals.ts'
import type { Asked } from '../serve.ts'

const isoOf = (at: Instant | undefined): string | null => (at === undefined ? null : iso(at))

/** The day of one hall, from its tickets in memory; its totals from those in the database, as reports have them. */
export async function readDayCurve({ house, input }: Asked<typeof dayCurveRoute>): Promise<ResultOf<typeof dayCurveRoute>> {
  const [{ hall }, due] = await Promise.all([house.keeper.kept(input.point), house.waits.due(input.point)])
  const now = house.clock.now()
  const { past, coming, basis } = dayCurve(hall, now, due)
  const { tickets, visits, finished, missed, left, sent, present, waits, said } = sumTotals(
    await totalsNow(house.connections.slowSql, [{ pointId: input.point, day: hall.day }]),
  )
  return {
    at: iso(now),
    opensAt: isoOf(hall.settings.spans[0]?.from),
    closesAt: isoOf(hall.settings.spans.at(-1)?.until),
    waitLimitMinutes: hall.settings.policy.waitLimitMinutes,
    past: past.map((m) => ({ ...m, at: iso(m.at) })),
    coming: coming.map((m) => ({ ...m, at: iso(m.at) })),
    basis,
    totals: { tickets, visits, finished, missed, left, sent, present, waits, said: { told: said.told, kept: said.kept } },
  }
}
