import type { otherTimes } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { Appointment } from '../../domain/calendar.ts'
import { distanceKm, type Position, travel } from '../../domain/distance.ts'
import { nextBest } from '../../domain/slots.ts'
import { iso } from '../../domain/time.ts'
import type { Catalogue, Point } from '../catalogue.ts'
import type { House } from '../house.ts'
import type { Asked } from '../serve.ts'

type Times = ResultOf<typeof otherTimes>['times']
const here = 6
const perNearPoint = 2
const nearPoints = 4
const nearKm = 40

/** The times nearest to the one that somebody has: here, and at the nearest points that do the same. */
export async function times({ house, input }: Asked<typeof otherTimes>): Promise<ResultOf<typeof otherTimes>> {
  const { calendar } = await house.keeper.kept(input.point, [input.appointment])
  const appointment = calendar.appointments.get(input.appointment)
  if (!appointment) throw new Problem('appointment-unknown', { appointmentId: input.appointment })
  const point = house.catalogue.point(input.point)!
  const near = nearOf(house.catalogue, point, appointment)
  const found = await Promise.all([
    timesAt(house, { point, km: null }, appointment, here),
    ...near.map((n) => timesAt(house, n, appointment, perNearPoint)),
  ])
  return { times: found.flat() }
}

type Near = { point: Point; km: number | null }

function nearOf(catalogue: Catalogue, from: Point, { serviceIds }: Appointment): Near[] {
  const place = placeOf(from)
  if (!place) return []
  return [...catalogue.points()]
    .flatMap((point) => {
      const there = point.id === from.id ? null : placeOf(point)
      const offers = serviceIds.every((id) => point.services.some(({ service, bookable }) => service.id === id && bookable))
      const km = there && offers ? distanceKm(place, there) : Number.POSITIVE_INFINITY
      return km <= nearKm ? { point, km } : []
    })
    .sort((a, b) => a.km - b.km)
    .slice(0, nearPoints)
}

const placeOf = ({ latitude, longitude }: Point): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }

async function timesAt(house: House, { point, km }: Near, a: Appointment, n: number): Promise<Times> {
  const { calendar } = await house.keeper.kept(point.id)
  const wanted = { serviceIds: a.serviceIds, people: a.people, channel: 'desk' as const, day: a.day, startsAt: a.startsAt }
  return nextBest(calendar, { ...wanted, now: house.clock.now() }, n).map((slot) => ({
    point: { id: point.id, name: point.name, zone: point.zone },
    startsAt: iso(slot.startsAt),
    day: slot.day,
    wallTime: slot.wallTime,
    distanceKm: km === null ? null : Math.round(km * 10) / 10,
    travel: km === null ? null : travel(km),
  }))
}
