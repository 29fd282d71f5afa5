import { andInto, type Bits, isEmpty, newBits, setRange } from './bits.ts'
import type { ShiftDay, ShiftKind } from './calendar.ts'
import { clockOf, type DayClock, edgeOf } from './day-clock.ts'
import type { Channel, PointId, ServiceId, Uuid } from './ids.ts'
import { faultOfSpan, type Openings, openSpans } from './openings.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type Day, isDay, quantumMs, type Span, type WallTime, weekdayOf } from './time.ts'

/** Planned staff capacity, one lane of time that repeats by weekday. */
export type Shift = {
  id: Uuid
  pointId: PointId
  kind: ShiftKind
  /** 1 for Monday to 7 for Sunday. */
  weekdays: readonly number[]
  from: WallTime
  until: WallTime
  firstDay: Day
  /** The last day that counts; null for no end. */
  lastDay: Day | null
  serviceIds: readonly ServiceId[]
  /** Channels that may book it; empty means all. */
  channels: readonly Channel[]
  /** Places of each sitting, for `seats`; 0 otherwise. */
  seats: number
}

/** Sets the whole quanta that lie inside spans. */
export function setSpans(bits: Bits, spans: readonly Span[], clock: DayClock): void {
  for (const span of spans) {
    const from = Math.max(0, Math.ceil((span.from - clock.startAt) / quantumMs))
    const until = Math.min(clock.quanta, Math.floor((span.until - clock.startAt) / quantumMs))
    if (until > from) setRange(bits, from, until - from)
  }
}

/** The quanta of a day on which a point is open. */
export function openingBits(openings: Openings, day: Day, zone: string): Bits {
  const bits = newBits()
  setSpans(bits, openSpans(openings, day, zone), clockOf(day, zone))
  return bits
}

/** True on the weekdays and between the first and last day of a shift. */
export const runsOn = (shift: Shift, day: Day): boolean =>
  day >= shift.firstDay && (shift.lastDay === null || day <= shift.lastDay) && shift.weekdays.includes(weekdayOf(day))

/** The lane of a shift on one day, within the opening bits of that day, nothing taken; null where nothing of it is open. */
export function shiftDayOf(shift: Shift, opening: Bits, day: Day, zone: string): ShiftDay | null {
  if (!runsOn(shift, day)) return null
  const clock = clockOf(day, zone)
  const open = newBits()
  setSpans(open, [{ from: edgeOf(shift.from, clock), until: edgeOf(shift.until, clock) }], clock)
  andInto(open, opening)
  if (isEmpty(open)) return null
  const { id, kind, serviceIds, channels, seats } = shift
  return { shiftId: id, day, kind, serviceIds, channels, open, busy: newBits(), seats: kind === 'seats' ? seats : 0, taken: {} }
}

/** The lanes of a shift on some days: shift and openings together, so that a lunch break or a closed day is no capacity. */
export const shiftDaysOf = (shift: Shift, openings: Openings, days: readonly Day[], zone: string): ShiftDay[] =>
  days.flatMap((day) => (runsOn(shift, day) ? (shiftDayOf(shift, openingBits(openings, day, zone), day, zone) ?? []) : []))

/** Refuses (plan-invalid) a shift that could never be true; `place` says which field. */
export function checkShift(shift: Shift): Refusal | null {
  const place =
    faultOfSpan(shift) ??
    (shift.weekdays.length === 0 || shift.weekdays.some((d) => !Number.isInteger(d) || d < 1 || d > 7) ? 'weekdays' : null) ??
    (isDay(shift.firstDay) ? null : 'firstDay') ??
    (shift.lastDay === null || (isDay(shift.lastDay) && shift.lastDay >= shift.firstDay) ? null : 'lastDay') ??
    (shift.serviceIds.length === 0 ? 'serviceIds' : null) ??
    (Number.isInteger(shift.seats) && (shift.kind === 'seats' ? shift.seats > 0 : shift.seats === 0) ? null : 'seats')
  return place === null ? null : refuse('plan-invalid', { place: place === 'order' ? 'until' : place, shiftId: shift.id })
}
