import type { earliestSlots } from '../../contract/points.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { distanceKm } from '../../domain/distance.ts'
import { durationMinutes } from '../../domain/duration.ts'
import type { ServiceId } from '../../domain/ids.ts'
import type { Found } from '../../domain/search.ts'
import { dayOf, iso, minuteMs } from '../../domain/time.ts'
import type { Catalogue, Point } from '../catalogue.ts'
import { pointOutOf } from '../point-out.ts'
import type { Asked } from '../serve.ts'

const limitUsual = 10
const perPoint = 3
/** What the index holds at most, see `index-of-slots.ts`. */
const daysMax = 128

type Near = { point: Point; km: number | null }

/** The earliest slots over all points, or near a place. */
export function earliest({ house, input }: Asked<typeof earliestSlots>): ResultOf<typeof earliestSlots> {
  const { services, people } = input
  const near = nearPoints(house.catalogue, input).filter(({ point }) => people <= point.peopleMax)
  const kinds = servicesOf(house.catalogue, services)
  const minutes = durationMinutes(kinds, people)
  const now = house.clock.now()
  const limit = input.limit ?? limitUsual
  const distances = new Map(near.map(({ point, km }) => [point.id, km]))
  const found: Found[] = []
  for (const gridMinutes of new Set(near.map(({ point }) => point.gridMinutes))) {
    const points = near.filter(({ point }) => point.gridMinutes === gridMinutes)
    const fromDay = points.map(({ point }) => dayOf(now, point.zone)).sort()[0]!
    const ids = points.map(({ point, km }) => ({ pointId: point.id, km: km ?? 0 }))
    found.push(
      ...house.slotIndex.earliest({
        points: ids,
        minutes,
        gridMinutes,
        serviceIds: services,
        channel: 'web',
        fromDay,
        days: daysMax,
        now,
        limit,
        perPoint,
      }),
    )
  }
  found.sort((a, b) => a.startsAt - b.startsAt || a.km - b.km || (a.pointId < b.pointId ? -1 : 1))
  return {
    slots: found.slice(0, limit).map((f) => ({
      point: pointOutOf(house.catalogue.point(f.pointId)!),
      startsAt: iso(f.startsAt),
      endsAt: iso(f.startsAt + minutes * minuteMs),
      wallTime: f.wallTime,
      day: f.day,
      distanceKm: distances.get(f.pointId) ?? null,
    })),
  }
}

/** Points that offer all services for booking, and how far they are from a place where one was given. */
function nearPoints(catalogue: Catalogue, input: Asked<typeof earliestSlots>['input']): Near[] {
  const { latitude, longitude, services, km: kmMax = Number.POSITIVE_INFINITY } = input
  const offering = [...catalogue.points()].filter((p) => services.every((id) => p.services.some((s) => s.service.id === id && s.bookable)))
  if (latitude === undefined || longitude === undefined) return offering.map((point) => ({ point, km: null }))
  return offering.flatMap((point) => {
    if (point.latitude === null || point.longitude === null) return []
    const km = distanceKm({ latitude, longitude }, { latitude: point.latitude, longitude: point.longitude })
    return km <= kmMax ? { point, km } : []
  })
}

/** The services by their ids; refuses one that nobody offers for booking. */
function servicesOf(catalogue: Catalogue, ids: readonly ServiceId[]) {
  const all = [...catalogue.points()].flatMap((p) => p.services)
  return ids.map((id) => {
    const found = all.find((s) => s.service.id === id && s.bookable)
    if (!found) throw new Problem('service-not-here', { serviceId: id })
    return found.service
  })
}
