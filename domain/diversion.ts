import type { Appointment } from './calendar.ts'
import { type Travel, travel } from './distance.ts'
import type { WaitRange } from './hall.ts'
import type { PointId, ServiceId, Uuid } from './ids.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type Instant, minuteMs } from './time.ts'
import { longestWait } from './wait-range.ts'

/** Who is offered the other point: who takes a number, who books or has booked, or both. */
export const concerned = ['walk-ins', 'bookings', 'both'] as const
export type Concerned = (typeof concerned)[number]

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
  concerns: Concerned
}

/** What is known of the point to go to: its wait for the same services (null where no open counter serves them). */
export type There = { wait: WaitRange | null; distanceKm: number }

/** An offer, never an order: nobody is moved without saying yes. Who accepts keeps the time of that as rank there (`take` with `kept`). */
export type Offer = {
  diversionId: Uuid
  toPointId: PointId
  distanceKm: number
  travelMinutes: number
  by: Travel['by']
  waitHere: WaitRange
  waitThere: WaitRange
  gainMinutes: number
}

const middle = (range: WaitRange) => (range.fromMinutes + range.untilMinutes) / 2

/** True while a diversion stands. */
export const stands = (diversion: Diversion, now: Instant): boolean => diversion.startedAt <= now && now < diversion.until

const covers = (diversion: Diversion, serviceIds: readonly ServiceId[]) =>
  diversion.serviceIds.length === 0 || serviceIds.every((id) => diversion.serviceIds.includes(id))

/**
 * The best offer to who takes a number, of the diversions that stand for these services, or null. The gain is the middle of the wait here less the longer of the way
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
    if (
      diversion.fromPointId !== asked.pointId ||
      !stands(diversion, asked.now) ||
      diversion.concerns === 'bookings' ||
      !covers(diversion, asked.serviceIds)
    )
      continue
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

/** The diversions that stand for who books these services at a point: the latest begun first. */
export const forBookings = (
  diversions: readonly Diversion[],
  asked: { pointId: PointId; serviceIds: readonly ServiceId[]; now: Instant },
): Diversion[] =>
  diversions
    .filter((d) => d.fromPointId === asked.pointId && stands(d, asked.now) && d.concerns !== 'walk-ins' && covers(d, asked.serviceIds))
    .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1))

/** True for a booking that a diversion is for: still to come, within its span, for its services. Its visitor may be asked, and decides. */
export const mayBeAsked = (diversion: Diversion, a: Pick<Appointment, 'state' | 'startsAt' | 'serviceIds'>, now: Instant): boolean =>
  diversion.concerns !== 'walk-ins' &&
  a.state === 'booked' &&
  now < a.startsAt &&
  a.startsAt < diversion.until &&
  covers(diversion, a.serviceIds)

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
