import { clockOf, edgeOf } from './day-clock.ts'
import { type Refusal, refuse } from './refusal.ts'
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  isDay,
  isWallTime,
  quantumMinutes,
  type Span,
  type WallTime,
  wallMinutesOf,
  weekdayOf,
} from './time.ts'

/** Wall times of one local day; `until` may be `24:00`, never past it. */
export type WallSpan = { from: WallTime; until: WallTime }

/** When a point is open. An exception goes before a holiday, a holiday before the week. */
export type Openings = {
  /** 1 for Monday to 7 for Sunday. */
  week: readonly { weekday: number; from: WallTime; until: WallTime }[]
  /** No spans means closed. The reason is a text for visitors. */
  exceptions: readonly { day: Day; spans: readonly WallSpan[]; reason?: string }[]
  /** Days on which the week does not count: closed. */
  holidays: readonly Day[]
}

/** Never open. */
export const noOpenings: Openings = { week: [], exceptions: [], holidays: [] }

/** The wall times that count on a day, as planned: not sorted, not merged. */
export function wallSpansOf(openings: Openings, day: Day): readonly WallSpan[] {
  const exception = openings.exceptions.find((e) => e.day === day)
  if (exception) return exception.spans
  if (openings.holidays.includes(day)) return []
  const weekday = weekdayOf(day)
  return openings.week.filter((w) => w.weekday === weekday)
}

/**
 * When a point is open on a local day: sorted, merged where spans touch or overlap, never beyond the day. A border inside the gap of a
 * spring change is the change itself; one that the clock shows twice in autumn is the earlier.
 */
export function openSpans(openings: Openings, day: Day, zone: string): Span[] {
  const clock = clockOf(day, zone)
  const spans = wallSpansOf(openings, day)
    .map((s) => ({ from: edgeOf(s.from, clock), until: edgeOf(s.until, clock) }))
    .filter((s) => s.from < s.until)
    .sort((a, b) => a.from - b.from)
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else merged.push({ ...span })
  }
  return merged
}

/** True at an instant in one of the day's spans. */
export const isOpen = (openings: Openings, at: Instant, zone: string): boolean =>
  openSpans(openings, dayOf(at, zone), zone).some((s) => s.from <= at && at < s.until)

/** The first span that begins after an instant, on that day or one of the days that follow; null if there is none. */
export function nextOpening(openings: Openings, at: Instant, zone: string, days = 60): Span | null {
  const today = dayOf(at, zone)
  for (let i = 0; i <= days; i++) {
    const span = openSpans(openings, addDays(today, i), zone).find((s) => s.from > at)
    if (span) return span
  }
  return null
}

/** What is wrong with a pair of wall times, or null. Times are on whole quanta. */
export function faultOfSpan(span: WallSpan): 'from' | 'until' | 'order' | null {
  if (!isWallTime(span.from) || span.from === '24:00' || wallMinutesOf(span.from) % quantumMinutes !== 0) return 'from'
  if (!isWallTime(span.until) || wallMinutesOf(span.until) % quantumMinutes !== 0) return 'until'
  return span.from < span.until ? null : 'order'
}

/** Refuses (plan-invalid) a span, day or weekday that is none, and two exceptions for one day; `place` says where, such as `week[2].from`. */
export function checkOpenings(openings: Openings): Refusal | null {
  const invalid = (place: string) => refuse('plan-invalid', { place })
  for (const [i, span] of openings.week.entries()) {
    if (!Number.isInteger(span.weekday) || span.weekday < 1 || span.weekday > 7) return invalid(`week[${i}].weekday`)
    const fault = faultOfSpan(span)
    if (fault) return invalid(`week[${i}].${fault === 'order' ? 'until' : fault}`)
  }
  const seen = new Set<Day>()
  for (const [i, exception] of openings.exceptions.entries()) {
    if (!isDay(exception.day) || seen.has(exception.day)) return invalid(`exceptions[${i}].day`)
    seen.add(exception.day)
    for (const [j, span] of exception.spans.entries()) {
      const fault = faultOfSpan(span)
      if (fault) return invalid(`exceptions[${i}].spans[${j}].${fault === 'order' ? 'until' : fault}`)
    }
  }
  const holiday = openings.holidays.findIndex((day) => !isDay(day))
  return holiday < 0 ? null : invalid(`holidays[${holiday}]`)
}
