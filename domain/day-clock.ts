import type { Day, Instant, WallTime } from './time.ts'
import { addDays, dayStart, dayWords, minuteMs, offsetMinutesAt, quantumMinutes, quantumMs, wallMinutesOf } from './time.ts'

/**
 * One local day as arithmetic: no zone is looked at again once it is made. `pieces` say how far the wall clock is ahead of the minutes
 * elapsed since the day began, from a minute on; a day without a change of clocks has one piece.
 */
export type DayClock = {
  day: Day
  zone: string
  startAt: Instant
  endAt: Instant
  /** At most 320, which the bit words hold; 276, 288 or 300 on nearly all days. */
  quanta: number
  pieces: readonly { fromMinute: number; aheadMinutes: number }[]
  grids: Map<number, Uint32Array>
}

const clocks = new Map<string, Map<Day, DayClock>>()
const daysKept = 4096

/** The clock of a local day; made once and remembered. Throws RangeError for what is no day or zone, as Temporal does. */
export function clockOf(day: Day, zone: string): DayClock {
  let days = clocks.get(zone)
  const known = days?.get(day)
  if (known) return known
  const made = makeClock(day, zone)
  if (!days || days.size >= daysKept) {
    days = new Map()
    clocks.set(zone, days)
  }
  days.set(day, made)
  return made
}

function makeClock(day: Day, zone: string): DayClock {
  const startAt = dayStart(day, zone)
  const endAt = dayStart(addDays(day, 1), zone)
  const minutes = (endAt - startAt) / minuteMs
  const midnightOf = Date.parse(`${day}T00:00:00Z`)
  const aheadAt = (minute: number) => {
    const at = startAt + minute * minuteMs
    return offsetMinutesAt(at, zone) - minute + (at - midnightOf) / minuteMs
  }
  const pieces = [{ fromMinute: 0, aheadMinutes: aheadAt(0) }]
  if (minutes > 0 && aheadAt(minutes - 1) !== pieces[0]?.aheadMinutes) {
    for (let minute = 1; minute < minutes; minute++) {
      const aheadMinutes = aheadAt(minute)
      if (aheadMinutes !== pieces.at(-1)?.aheadMinutes) pieces.push({ fromMinute: minute, aheadMinutes })
    }
  }
  const quanta = Math.max(0, Math.min(dayWords * 32, Math.floor(minutes / quantumMinutes)))
  return { day, zone, startAt, endAt, quanta, pieces, grids: new Map() }
}

/** The quantum in which an instant lies, counted from the start of the local day; negative before it, beyond `quanta` after it. */
export const quantumAt = (at: Instant, clock: DayClock): number => Math.floor((at - clock.startAt) / quantumMs)

/** When a quantum of a local day begins. */
export const instantOfQuantum = (quantum: number, clock: DayClock): Instant => clock.startAt + quantum * quantumMs

/** Minutes since 00:00 that the wall clock shows when a quantum begins. */
export function wallMinutesAt(quantum: number, clock: DayClock): number {
  const minute = quantum * quantumMinutes
  let ahead = 0
  for (const piece of clock.pieces) {
    if (piece.fromMinute > minute) break
    ahead = piece.aheadMinutes
  }
  return minute + ahead
}

const two = (n: number): string => String(n).padStart(2, '0')
const wallTimes: readonly WallTime[] = Array.from({ length: 1440 }, (_, m) => `${two(Math.floor(m / 60))}:${two(m % 60)}`)

/** The wall time shown when a quantum begins. */
export const wallTimeAt = (quantum: number, clock: DayClock): WallTime =>
  wallTimes[(wallMinutesAt(quantum, clock) + 1440) % 1440] ?? '00:00'

/**
 * The first instant of a local day at which the wall clock shows `time` or later: the border of a span. In the gap of a spring change that
 * is the change itself (an opening at 02:30 opens at 03:00); in the fold of autumn the earlier of the two. `24:00` is the end of the day.
 */
export function edgeOf(time: WallTime, clock: DayClock): Instant {
  if (time === '24:00') return clock.endAt
  const wanted = wallMinutesOf(time)
  for (const [i, piece] of clock.pieces.entries()) {
    const at = clock.startAt + Math.max(piece.fromMinute, wanted - piece.aheadMinutes) * minuteMs
    const next = clock.pieces[i + 1]
    if (at < (next ? clock.startAt + next.fromMinute * minuteMs : clock.endAt)) return at
  }
  return clock.endAt
}

/**
 * Bits of the quanta of a day that begin on a grid of wall-clock minutes (15: at :00, :15, :30, :45 as the clock on the wall shows them,
 * in the second hour of the fold too). Shared: do not write to it.
 */
export function gridOf(gridMinutes: number, clock: DayClock): Uint32Array {
  const known = clock.grids.get(gridMinutes)
  if (known) return known
  const words = new Uint32Array(dayWords)
  for (let q = 0; q < clock.quanta; q++) {
    if (wallMinutesAt(q, clock) % gridMinutes === 0) words[q >> 5] = (words[q >> 5] as number) | (1 << (q & 31))
  }
  if (clock.grids.size < 32) clock.grids.set(gridMinutes, words)
  return words
}
