import { setImmediate } from 'node:timers/promises'
import type * as v from 'valibot'
import type { firstFree } from '../../contract/totals.ts'
import type { PointId, ServiceId } from '../../domain/ids.ts'
import { dayOfNumber } from '../../domain/search-index.ts'
import { type Day, dayOf, daysBetween, type Instant } from '../../domain/time.ts'
import { quantileOf } from '../../domain/totals.ts'
import type { Point } from '../catalogue.ts'
import type { House } from '../house.ts'

export type FirstFree = v.InferOutput<typeof firstFree>
/** Days until the first free time of a service at a point; null where there is none as far ahead as can be booked. */
export type Wait = { pointId: PointId; serviceId: ServiceId; days: number | null }

const freshMs = 20_000
const horizonDays = 129
const dayMs = 86_400_000
/** No date anywhere is further behind. */
const lastZoneMs = 12 * 3_600_000

type Known = { at: Instant; days: ReadonlyMap<PointId, Day> }
const knownOf = new WeakMap<House, Map<ServiceId, Known>>()

/** How long each bookable service lets itself be waited for at some points, one person, booked online; looked at anew after 20 s. */
export async function waitsForSlot(house: House, points: readonly Point[], serviceId: ServiceId | null): Promise<Wait[]> {
  const now = house.clock.now()
  const offers = points.flatMap((point) =>
    point.services
      .filter(({ service, bookable }) => bookable && (serviceId === null || service.id === serviceId))
      .map(({ service }) => ({ point, serviceId: service.id })),
  )
  const daysOf = new Map<ServiceId, ReadonlyMap<PointId, Day>>()
  for (const id of new Set(offers.map((offer) => offer.serviceId))) daysOf.set(id, await firstDays(house, id, now))
  return offers.map(({ point, serviceId: id }) => {
    const first = daysOf.get(id)?.get(point.id)
    return { pointId: point.id, serviceId: id, days: first === undefined ? null : daysBetween(dayOf(now, point.zone), first) }
  })
}

/** The day of the first free time at every point, from the index of slots: one search over all points that have the service. */
async function firstDays(house: House, serviceId: ServiceId, now: Instant): Promise<ReadonlyMap<PointId, Day>> {
  const known = knownOf.get(house) ?? new Map<ServiceId, Known>()
  knownOf.set(house, known)
  const fresh = known.get(serviceId)
  if (fresh && now >= fresh.at && now - fresh.at < freshMs) return fresh.days
  const limit = house.catalogue.offers().get(serviceId)?.bookableAt.length ?? 0
  const fromDay = dayOfNumber(Math.floor((now - lastZoneMs) / dayMs))
  const found = house.slotIndex.earliest({
    serviceIds: [serviceId],
    people: 1,
    channel: 'web',
    fromDay,
    days: horizonDays,
    now,
    limit,
    perPoint: 1,
  })
  const days = new Map(found.map((one) => [one.pointId, one.day]))
  known.set(serviceId, { at: now, days })
  // Between two services whoever takes a number goes first.
  await setImmediate()
  return days
}

/** Some waits together; null of none. */
export function firstFreeOf(waits: readonly Wait[]): FirstFree | null {
  if (waits.length === 0) return null
  const days = waits.flatMap((wait) => (wait.days === null ? [] : [wait.days])).sort((a, b) => a - b)
  return {
    offers: waits.length,
    full: waits.length - days.length,
    soonestDays: days[0] ?? null,
    medianDays: quantileOf(
      days.map((day) => [day, 1] as const),
      0.5,
    ),
    longestDays: days.at(-1) ?? null,
  }
}
