import { Temporal } from 'temporal-polyfill'

/** Epoch milliseconds. */
export type Instant = number
/** A date at a place, `YYYY-MM-DD`. */
export type Day = string
/** A local wall time, `HH:MM`. */
export type WallTime = string
/** Half-open: `from` is in, `until` is out. */
export type Span = { from: Instant; until: Instant }

export const minuteMs = 60_000
export const quantumMinutes = 5
export const quantumMs = quantumMinutes * minuteMs
/** Words of 32 bits that hold the longest day: 25 hours are 300 quanta. */
export const dayWords = 10

/** True for an IANA zone that this runtime knows and that names a place (`CET` and `Etc/GMT+5` do not). */
export function isZone(zone: string): boolean {
  if (!zone.includes('/') || zone.startsWith('Etc/')) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

const lastDays = new Map<string, { from: Instant; until: Instant; day: Day }>()

/** The date at the place where `zone` is kept. The last day of each zone is remembered with its bounds: nearly always it is asked again. */
export function dayOf(at: Instant, zone: string): Day {
  const last = lastDays.get(zone)
  if (last && at >= last.from && at < last.until) return last.day
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  const startOf = (one: Temporal.PlainDate): Instant => one.toZonedDateTime(zone).epochMilliseconds
  const day = date.toString()
  lastDays.set(zone, { from: startOf(date), until: startOf(date.add({ days: 1 })), day })
  return day
}

/** The local wall time `HH:MM`. */
export const wallTimeOf = (at: Instant, zone: string): WallTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

/** The first instant of a local day; 01:00 where a change of clocks leaves out midnight (the Azores in March). */
export const dayStart = (day: Day, zone: string): Instant => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds

/**
 * The one resolver from local time to an instant. In the gap of a spring change the time moves on by the gap;
 * in the fold of autumn the earlier of the two is meant (Temporal's `compatible`, RFC 5545).
 */
export const instantOf = (day: Day, time: WallTime, zone: string): Instant =>
  time === '24:00'
    ? dayStart(addDays(day, 1), zone)
    : Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds

/** `YYYY-MM-DD` some days later, or earlier for a negative number. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek

/** The Monday of the week that a date is in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

/** How many quanta a local day has: 276, 288 or 300 (or what the zone's history says). */
export const quantaOf = (day: Day, zone: string): number => (dayStart(addDays(day, 1), zone) - dayStart(day, zone)) / quantumMs

/** True for a real date in the form `YYYY-MM-DD`, in a year in which somebody could come. */
export function isDay(day: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(day)) return false
  try {
    Temporal.PlainDate.from(day, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** True for `00:00` to `23:59`, and `24:00` as the end of a day. */
export const isWallTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time) || time === '24:00'

/** How far the wall clock is ahead of UTC at an instant, in minutes. */
export const offsetMinutesAt = (at: Instant, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / (minuteMs * 1e6)

/** Minutes since 00:00 of a wall time: 0 to 1440. */
export const wallMinutesOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** An instant as it goes over the wire: ISO 8601 in UTC. */
export const iso = (at: Instant): string => new Date(at).toISOString()

/** Reads an instant from the wire; refuses (null) what is no ISO 8601 instant with an offset or `Z`. */
export function fromIso(text: string): Instant | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}
