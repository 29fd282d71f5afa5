import { freeInto, isEmpty, keepRunStarts, newBits, setRange } from './bits.ts'
import type { Calendar, CalendarSettings, ShiftDay } from './calendar.ts'
import type { Channel, PointId, ServiceId } from './ids.ts'
import { sittingsOf } from './slots.ts'
import { type Day, dayWords, quantumMinutes } from './time.ts'

/** Lanes with the same services, channels and way of counting are of one class; a search judges each class once. */
export type LaneClass = { serviceIds: readonly ServiceId[]; channels: readonly Channel[]; seats: boolean }

/** The free bits of one point: per day slot and lane, only the words in which the point is ever open. */
export type PointBits = {
  pointId: PointId
  settings: CalendarSettings
  lanes: number
  firstWord: number
  words: number
  /** Day slot × lanes × words. */
  bits: Uint32Array
  /** Day slot × lanes: the class plus one; 0 for no lane. */
  classes: Uint16Array
}

/**
 * The free time of a whole network. Days lie in a ring of slots; `summary` has a byte per day and point, one row a day, with a bit for each
 * common duration that still fits somewhere. A hint: the commit decides.
 */
export type SearchIndex = {
  days: number
  capacity: number
  ordinals: Map<PointId, number>
  points: PointBits[]
  summary: Uint8Array
  /** The day number that each slot holds; -1 for none. */
  slotDays: Int32Array
  classIds: Map<string, number>
  classes: LaneClass[]
}

/** Durations that the summary knows, in minutes; a longer or other one looks at the longest that it contains. */
export const commonMinutes = [5, 15, 30, 45, 60, 90, 120, 180] as const

/** An index for so many days from the earliest to the latest put, at most; 42 bytes a shift-day at most, 18 for usual opening hours. */
export const makeIndex = (days = 128): SearchIndex => ({
  days,
  capacity: 0,
  ordinals: new Map(),
  points: [],
  summary: new Uint8Array(0),
  slotDays: new Int32Array(days).fill(-1),
  classIds: new Map(),
  classes: [],
})

/** Days since 1970-01-01. */
export const dayNumberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

function ordinalOf(index: SearchIndex, pointId: PointId, settings: CalendarSettings): number {
  const known = index.ordinals.get(pointId)
  if (known !== undefined) return known
  const ordinal = index.points.length
  index.ordinals.set(pointId, ordinal)
  index.points.push({ pointId, settings, lanes: 0, firstWord: 0, words: 0, bits: new Uint32Array(0), classes: new Uint16Array(0) })
  if (ordinal >= index.capacity) {
    const capacity = Math.max(64, index.capacity * 2)
    const summary = new Uint8Array(index.days * capacity)
    for (let slot = 0; slot < index.days; slot++)
      summary.set(index.summary.subarray(slot * index.capacity, (slot + 1) * index.capacity), slot * capacity)
    index.summary = summary
    index.capacity = capacity
  }
  return ordinal
}

function classOf(index: SearchIndex, lane: ShiftDay): number {
  const key = `${lane.kind === 'seats'} ${lane.channels.join()} ${lane.serviceIds.join()}`
  const known = index.classIds.get(key)
  if (known !== undefined) return known
  index.classes.push({ serviceIds: lane.serviceIds, channels: lane.channels, seats: lane.kind === 'seats' })
  index.classIds.set(key, index.classes.length)
  return index.classes.length
}

/** Makes room for more lanes or a longer day than the point had. */
function widen(index: SearchIndex, point: PointBits, lanes: number, firstWord: number, lastWord: number): void {
  const first = point.words === 0 ? firstWord : Math.min(point.firstWord, firstWord)
  const words = Math.max(lastWord, point.words === 0 ? 0 : point.firstWord + point.words - 1) - first + 1
  const wide = Math.max(lanes, point.lanes)
  if (wide === point.lanes && words === point.words && first === point.firstWord) return
  const bits = new Uint32Array(index.days * wide * words)
  const classes = new Uint16Array(index.days * wide)
  for (let slot = 0; slot < index.days; slot++) {
    classes.set(point.classes.subarray(slot * point.lanes, (slot + 1) * point.lanes), slot * wide)
    for (let lane = 0; lane < point.lanes; lane++) {
      const at = (slot * point.lanes + lane) * point.words
      bits.set(point.bits.subarray(at, at + point.words), (slot * wide + lane) * words + point.firstWord - first)
    }
  }
  Object.assign(point, { lanes: wide, firstWord: first, words, bits, classes })
}

function freeOf(lane: ShiftDay, out: Uint32Array): void {
  if (lane.kind === 'seats') {
    out.fill(0)
    for (const sitting of sittingsOf(lane)) if (sitting.places > 0) setRange(out, sitting.quantum, sitting.quanta)
  } else freeInto(out, lane.open, lane.busy)
}

function summaryOf(free: Uint32Array, scratch: Uint32Array): number {
  let summary = 0
  scratch.set(free)
  let have = 1
  for (const [bit, minutes] of commonMinutes.entries()) {
    const quanta = minutes / quantumMinutes
    // Runs of `have` that begin at each of the next places make a run of `quanta`.
    keepRunStarts(scratch, quanta - have + 1)
    have = quanta
    if (isEmpty(scratch)) break
    summary |= 1 << bit
  }
  return summary
}

/**
 * Puts the free time of a point's day, as its calendar has it, into the index; a day without lanes has none. A day older than what its slot
 * of the ring holds is left out; a newer one takes the slot over for all points. Costs about a microsecond per lane.
 */
export function putPointDay(index: SearchIndex, calendar: Calendar, day: Day): void {
  const dayNumber = dayNumberOf(day)
  const slot = dayNumber % index.days
  const held = index.slotDays[slot] as number
  if (!(dayNumber >= held)) return
  const ordinal = ordinalOf(index, calendar.pointId, calendar.settings)
  if (dayNumber > held) {
    index.slotDays[slot] = dayNumber
    index.summary.fill(0, slot * index.capacity, (slot + 1) * index.capacity)
  }
  const point = index.points[ordinal] as PointBits
  point.settings = calendar.settings
  const lanes = (calendar.byDay.get(day) ?? []).flatMap((key) => calendar.shiftDays.get(key) ?? [])
  let first: number = dayWords
  let last = -1
  for (const { open } of lanes)
    for (let w = 0; w < dayWords; w++) {
      if (open[w] === 0) continue
      first = Math.min(first, w)
      last = Math.max(last, w)
    }
  if (last >= 0) widen(index, point, lanes.length, first, last)
  const free = newBits()
  const scratch = newBits()
  let summary = 0
  for (let i = 0; i < point.lanes; i++) {
    const lane = lanes[i]
    point.classes[slot * point.lanes + i] = lane ? classOf(index, lane) : 0
    if (!lane) continue
    freeOf(lane, free)
    summary |= lane.kind !== 'seats' ? summaryOf(free, scratch) : isEmpty(free) ? 0 : 255
    point.bits.set(free.subarray(point.firstWord, point.firstWord + point.words), (slot * point.lanes + i) * point.words)
  }
  index.summary[slot * index.capacity + ordinal] = summary
}

/** Puts every day of a calendar into the index. */
export function putPoint(index: SearchIndex, calendar: Calendar): void {
  for (const day of calendar.byDay.keys()) putPointDay(index, calendar, day)
}
