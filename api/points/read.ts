import type { listPoints, onePoint } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'
import { openSpans } from '../../domain/openings.ts'
import { addDays, type Day, dayOf, type Span, wallTimeOf } from '../../domain/time.ts'
import { aboutOf, told } from '../about-service.ts'
import type { Point, PointService } from '../catalogue.ts'
import type { House } from '../house.ts'
import { pointOutOf } from '../point-out.ts'
import type { Asked } from '../serve.ts'

const daysAhead = 7

/** All points of the network, by name. */
export const list = ({ house }: Asked<typeof listPoints>): ResultOf<typeof listPoints> => ({
  points: [...house.catalogue.points()].map(pointOutOf),
})

/** A point with what it offers and when it is open. */
export function one({ house, input }: Asked<typeof onePoint>): ResultOf<typeof onePoint> {
  const point = house.catalogue.point(input.point)!
  const today = dayOf(house.clock.now(), point.zone)
  return {
    point: pointOutOf(point),
    languages: point.languages,
    peopleMax: point.peopleMax,
    services: point.services.map((service) => serviceOutOf(house, service)),
    openings: Array.from({ length: daysAhead }, (_, i) => openingsOn(point, addDays(today, i))),
  }
}

const openingsOn = (point: Point, day: Day) => ({
  day,
  spans: openSpans(point.openings, day, point.zone).map((span) => wallSpan(span, day, point.zone)),
})

function wallSpan(span: Span, day: Day, zone: string) {
  const until = dayOf(span.until, zone) === day ? wallTimeOf(span.until, zone) : '24:00'
  return { from: wallTimeOf(span.from, zone), until }
}

const serviceOutOf = ({ catalogue }: House, { service, walkIn, bookable }: PointService) => ({
  id: service.id,
  names: told(service.names),
  ...aboutOf(service),
  provider: { id: service.organisationId, names: told(catalogue.organisation(service.organisationId)) },
  bring: told(service.bring),
  icon: service.icon,
  baseMinutes: service.baseMinutes,
  extraMinutes: service.extraMinutes,
  walkIn,
  bookable,
})
