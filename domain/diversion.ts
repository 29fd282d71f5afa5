import type { WaitRange } from './hall.ts'
import type { PointId, ServiceId, Uuid } from './ids.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type Instant, minuteMs } from './time.ts'
import { longestWait } from './wait-range.ts'

/** A manager has visitors of one point offered another for a while. */
export type Diversion = {
  id: Uuid
  fromPointId: PointId
  toPointId: PointId
  /** Empty means all. */
  serviceIds: readonly ServiceId[]
  startedAt: Instant
  until: Instant
  minGainMinutes: number
}

/** What is known of the point to go to: its wait for the same services (null where no open counter serves them). */
export type There = { wait: WaitRange | null; distanceKm: number }

/** An offer, never an order: nobody is moved without saying yes. Who accepts keeps the time of that as rank there (`take` with `kept`). */
export type Offer = {
  diversionId: Uuid
  toPointId: PointId
  distanceKm: number
  travelMinutes: number
  by: 'walk' | 'ride'
  waitHere: WaitRange
  waitThere: WaitRange
  gainMinutes: number
}

/**
 * Minutes on the way, from the distance along the earth: roads are 1.3 times longer; a walk takes 12 minutes per kilometre (5 km/h), a ride 10
 * minutes plus 2 per kilometre (30 km/h). The quicker of the two, rounded up to a whole minute; the walk up to about 0.8 km.
 */
export function travel(distanceKm: number): { minutes: number; by: 'walk' | 'ride' } {
  const road = Math.max(0, distanceKm) * 1.3
  const walk = Math.ceil(road * 12)
  const ride = Math.ceil(10 + road * 2)
  return walk <= ride ? { minutes: walk, by: 'walk' } : { minutes: ride, by: 'ride' }
}

const middle = (range: WaitRange) => (range.fromMinutes + range.untilMinutes) / 2

/** True while a diversion stands. */
export const stands = (diversion: Diversion, now: Instant): boolean => diversion.startedAt <= now && now < diversion.until

const covers = (diversion: Diversion, serviceIds: readonly ServiceId[]) =>
  diversion.serviceIds.length === 0 || serviceIds.every((id) => diversion.serviceIds.includes(id))

/**
 * The best offer of the diversions that stand for these services, or null. The gain is the middle of the wait here less the longer of the way
 * and the middle of the wait there, since the place there is kept from the moment of accepting; rounded down, at least `minGainMinutes`.
 * Where no counter here serves it the wait here counts as the longest; where none serves it there, there is no offer.
 */
export function offerOf(
  diversions: readonly Diversion[],
  asked: {
    pointId: PointId
    serviceIds: readonly ServiceId[]
    waitHere: WaitRange | null
    there: (toPointId: PointId) => There | null
    now: Instant
  },
): Offer | null {
  const waitHere = asked.waitHere ?? longestWait
  let best: Offer | null = null
  for (const diversion of diversions) {
    if (diversion.fromPointId !== asked.pointId || !stands(diversion, asked.now) || !covers(diversion, asked.serviceIds)) continue
    const there = asked.there(diversion.toPointId)
    if (!there?.wait) continue
    const { minutes, by } = travel(there.distanceKm)
    const gainMinutes = Math.floor(middle(waitHere) - Math.max(minutes, middle(there.wait)))
    if (gainMinutes < Math.max(1, diversion.minGainMinutes) || (best && best.gainMinutes >= gainMinutes)) continue
    best = {
      diversionId: diversion.id,
      toPointId: diversion.toPointId,
      distanceKm: there.distanceKm,
      travelMinutes: minutes,
      by,
      waitHere,
      waitThere: there.wait,
      gainMinutes,
    }
  }
  return best
}

const daysMax = 31

const overlap = (a: Diversion, b: Diversion) =>
  a.serviceIds.length === 0 || b.serviceIds.length === 0 || a.serviceIds.some((id) => b.serviceIds.includes(id))

/**
 * Whether a diversion may stand beside the others, or why not: `no-transfer-target` for its own point, and where visitors could be offered on
 * and on (its target diverts the same services itself, or its own point is the target of another); `in-the-past` for an end that is over;
 * `plan-invalid` for one that lasts longer than 31 days: a diversion is for a while, and one without an end is forgotten.
 */
export function mayStand(diversion: Diversion, others: readonly Diversion[], now: Instant): Refusal | null {
  if (diversion.fromPointId === diversion.toPointId) return refuse('no-transfer-target', { pointId: diversion.toPointId })
  if (diversion.until <= now || diversion.until <= diversion.startedAt) return refuse('in-the-past', { until: diversion.until })
  if (diversion.until - diversion.startedAt > daysMax * 24 * 60 * minuteMs) return refuse('plan-invalid', { place: 'until' })
  for (const other of others) {
    const apart = other.until <= diversion.startedAt || diversion.until <= other.startedAt
    if (other.id === diversion.id || apart || other.until <= now || !overlap(diversion, other)) continue
    if (other.fromPointId === diversion.toPointId || other.toPointId === diversion.fromPointId)
      return refuse('no-transfer-target', { diversionId: other.id, pointId: diversion.toPointId })
  }
  return null
}
