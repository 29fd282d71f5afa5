import type { earliestSlots } from '../../contract/points.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { dayOfNumber } from '../../domain/search-index.ts'
import { iso } from '../../domain/time.ts'
import { pointOutOf } from '../point-out.ts'
import type { Asked } from '../serve.ts'

const limitUsual = 10
const perPointUsual = 3
/** What the index holds at most, see `index-of-slots.ts`; a day more, since the first may be over where the sun rises first. */
const daysMax = 129
const dayMs = 86_400_000
/** No date anywhere is further behind. */
const lastZoneMs = 12 * 3_600_000

/** The earliest slots over all points, or near a place: a position, or the name or postal code of a town; none near one that nobody knows. */
export function earliest({ house, input, language }: Asked<typeof earliestSlots>): ResultOf<typeof earliestSlots> {
  const { services, people, latitude, longitude, km, limit = limitUsual, perPoint = perPointUsual } = input
  for (const serviceId of services) if (!house.catalogue.isBookable(serviceId)) throw new Problem('service-not-here', { serviceId })
  const place = input.place ? (house.gazetteer.find(input.place, language)[0] ?? null) : null
  if (input.place && !place) return { near: null, slots: [] }
  const near = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : place
  const now = house.clock.now()
  const fromDay = dayOfNumber(Math.floor((now - lastZoneMs) / dayMs))
  const found = house.slotIndex.earliest({
    serviceIds: services,
    people,
    channel: 'web',
    fromDay: input.from && input.from > fromDay ? input.from : fromDay,
    days: daysMax,
    now,
    limit,
    perPoint,
    near: near ? { latitude: near.latitude, longitude: near.longitude, withinKm: km } : undefined,
  })
  return {
    near: place && near === place ? place : null,
    slots: found.map((f) => ({
      point: pointOutOf(house.catalogue.point(f.pointId)!),
      startsAt: iso(f.startsAt),
      endsAt: iso(f.endsAt),
      wallTime: f.wallTime,
      day: f.day,
      distanceKm: near ? f.km : null,
    })),
  }
}
