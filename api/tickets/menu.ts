import type { menu } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { Hall } from '../../domain/hall.ts'
import { nextOpening } from '../../domain/openings.ts'
import { type Instant, iso } from '../../domain/time.ts'
import { aboutOf } from '../about-service.ts'
import type { PointService } from '../catalogue.ts'
import type { Asked } from '../serve.ts'
import { offersOf } from './offers.ts'

type Menu = ResultOf<typeof menu>

/** What a kiosk offers. Language-neutral: one value serves every kiosk and language of the point. */
export async function readMenu({ house, input }: Asked<typeof menu>): Promise<Menu> {
  const point = house.catalogue.point(input.point)!
  const waits = await house.waits.ofPoint(point.id)
  const { hall, settings } = await house.keeper.kept(point.id)
  const now = house.clock.now()
  const offers = await offersOf(house, point, waits)
  const next = nextOpening(settings.openings, now, point.zone)
  const { id, name, zone, languages } = point
  return {
    version: hall.version,
    at: iso(now),
    point: { id, name, zone, languages },
    ...hoursOf(hall, next?.from ?? null, now),
    peopleMax: point.peopleMax,
    services: point.services.map((s) => ({
      ...serviceOf(s),
      wait: waits.get(s.service.id)?.range ?? null,
      ahead: waits.get(s.service.id)?.ahead ?? 0,
    })),
    offers,
  }
}

/** Open in a span of the day, as long as the day is not closed. */
function hoursOf(hall: Hall, nextFrom: Instant | null, now: Instant): Pick<Menu, 'state' | 'opensAt' | 'closesAt'> {
  const span = hall.state === 'open' ? hall.settings.spans.find((s) => s.from <= now && now < s.until) : undefined
  if (span) return { state: 'open', opensAt: null, closesAt: iso(span.until) }
  return { state: 'closed', opensAt: nextFrom === null ? null : iso(nextFrom), closesAt: null }
}

const serviceOf = ({ service, walkIn }: PointService) => ({
  id: service.id,
  names: service.names as Record<string, string>,
  icon: service.icon,
  bring: service.bring as Record<string, string[]>,
  about: aboutOf(service),
  walkIn,
})
