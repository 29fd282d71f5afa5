import type { House } from '../../api/house.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { menu } from '../../contract/points.ts'
import type { PointId } from '../../domain/ids.ts'
import { type Instant, iso } from '../../domain/time.ts'
import { curveOf, middleOf } from './curve.ts'
import type { StageState } from './routes.ts'

type Curve = StageState['curves'][number]

/** The waits of one hall: as people were told them over the last hour, and as its kiosk says now. */
export async function readCurve(house: House, visitor: Asker, pointId: PointId) {
  const { services, point, at, offers } = await ask(visitor, menu, { point: pointId })
  const { hall } = await house.keeper.kept(pointId)
  const told = services.flatMap(({ walkIn, wait }) => (walkIn && wait ? [(wait.fromMinutes + wait.untilMinutes) / 2] : []))
  const curve: Curve = {
    point: { id: point.id, name: point.name },
    waiting: [...hall.tickets.values()].filter(({ state }) => state === 'waiting').length,
    minutes: told.length ? middleOf(told) : null,
    points: curveOf(hall.tickets.values(), Date.parse(at), told).map((p) => ({ at: iso(p.at), minutes: p.minutes })),
  }
  return {
    curve,
    /** How many quieter halls its kiosk offers now. */
    offers: offers.length,
    /** How many came here from another hall since then. */
    cameFrom: (from: PointId, since: Instant): number =>
      [...hall.tickets.values()].filter(({ otherPointId, state, takenAt }) => otherPointId === from && state !== 'sent' && takenAt >= since)
        .length,
  }
}
