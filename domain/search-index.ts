import { freeInto, newBits, nextSet, runLength, setRange } from './bits.ts'
import type { Calendar, ShiftDay } from './calendar.ts'
import { clockOf, type DayClock, gridOf } from './day-clock.ts'
import type { Position } from './distance.ts'
import { classOf, type LaneClass } from './search-classes.ts'
import { putPlace } from './search-places.ts'
import { type Block, never, type Row, rowFor, type SearchIndex, widenRow } from './search-rows.ts'
import { sittingsOf } from './slots.ts'
import { type Day, dayWords } from './time.ts'

const longestMax = 255

/** Days since 1970-01-01. */
export const dayNumberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The date of a day number. */
export const dayOfNumber = (dayNumber: number): Day => new Date(dayNumber * 86_400_000).toISOString().slice(0, 10)

function freeOf(lane: ShiftDay, out: Uint32Array): void {
  if (lane.kind === 'seats') {
    out.fill(0)
    for (const sitting of sittingsOf(lane)) if (sitting.places > 0) setRange(out, sitting.quantum, sitting.quanta)
  } else freeInto(out, lane.open, lane.busy)
}

/** The longest visit that begins in some free bits, and the first quantum at which one can: on the grid, or where a sitting begins. */
function reachOf(free: Uint32Array, { seats, gridMinutes }: LaneClass, clock: DayClock): { longest: number; first: number } {
  const grid = gridOf(gridMinutes, clock)
  let longest = 0
  let first = never
  for (let q = nextSet(free, 0); q >= 0; ) {
    const end = q + runLength(free, q)
    const start = seats ? q : nextSet(grid, q)
    if (start < 0) break
    if (start < end) {
      first = Math.min(first, start)
      longest = Math.max(longest, seats ? longestMax : end - start)
    }
    q = nextSet(free, end)
  }
  return { longest: Math.min(longestMax, longest), first }
}

function setReach(index: SearchIndex, block: Block, at: number, slot: number, longest: number, first: number): void {
  const size = block.longest.length / index.days
  const from = slot * size
  block.longest[from + at] = longest
  block.first[from + at] = first
  let most = 0
  let least = never
  for (let i = from; i < from + block.rows.length; i++) {
    most = Math.max(most, block.longest[i] as number)
    least = Math.min(least, block.first[i] as number)
  }
  index.longest[slot * index.capacity + block.id] = most
  index.first[slot * index.capacity + block.id] = least
}

/** A new day takes a slot over from an old one, for all points. */
function takeSlot(index: SearchIndex, slot: number, dayNumber: number): void {
  index.slotDays[slot] = dayNumber
  index.longest.fill(0, slot * index.capacity, (slot + 1) * index.capacity)
  index.first.fill(never, slot * index.capacity, (slot + 1) * index.capacity)
  for (const block of index.blocks) {
    const size = block.longest.length / index.days
    block.longest.fill(0, slot * size, (slot + 1) * size)
    block.first.fill(never, slot * size, (slot + 1) * size)
    for (const row of block.rows) row.stops?.delete(slot)
  }
}

/** Writes the free bits of a row's lanes of one day, and answers its reach. */
function putLanes(index: SearchIndex, row: Row, slot: number, lanes: readonly ShiftDay[], laneClass: LaneClass, clock: DayClock) {
  let first: number = dayWords
  let last = -1
  for (const { open } of lanes)
    for (let w = 0; w < dayWords; w++) {
      if (open[w] === 0) continue
      first = Math.min(first, w)
      last = Math.max(last, w)
    }
  if (last >= 0) widenRow(row, index.days, lanes.length, first, last)
  const free = newBits()
  const reach = { longest: 0, first: never }
  for (let i = 0; i < row.lanes; i++) {
    const lane = lanes[i]
    const at = (slot * row.lanes + i) * row.words
    if (!lane) row.bits.fill(0, at, at + row.words)
    else {
      freeOf(lane, free)
      row.bits.set(free.subarray(row.firstWord, row.firstWord + row.words), at)
      const own = reachOf(free, laneClass, clock)
      reach.longest = Math.max(reach.longest, own.longest)
      reach.first = Math.min(reach.first, own.first)
    }
  }
  return reach
}

/**
 * Puts the free time of a point's day, as its calendar has it, into the index, at the place where it stands on that day; a day without
 * lanes has none. A day older than what its slot of the ring holds is left out; a newer one takes the slot over for all points. Costs about
 * a microsecond per lane.
 */
export function putPointDay(index: SearchIndex, calendar: Calendar, day: Day, at: Position | null = null): void {
  const { pointId, settings } = calendar
  const dayNumber = dayNumberOf(day)
  const slot = dayNumber % index.days
  const held = index.slotDays[slot] as number
  if (!(dayNumber >= held)) return
  if (dayNumber > held) takeSlot(index, slot, dayNumber)
  const lanesOf = new Map<LaneClass, ShiftDay[]>()
  for (const key of calendar.byDay.get(day) ?? []) {
    const lane = calendar.shiftDays.get(key)
    const laneClass = lane && classOf(index.classes, settings, lane)
    if (!lane || !laneClass) continue
    const lanes = lanesOf.get(laneClass)
    if (lanes) lanes.push(lane)
    else lanesOf.set(laneClass, [lane])
  }
  for (const { block, at: place } of index.rowsOf.get(pointId) ?? [])
    if (!lanesOf.has(block.laneClass)) setReach(index, block, place, slot, 0, never)
  const clock = clockOf(day, settings.zone)
  for (const [laneClass, lanes] of lanesOf) {
    const { block, at: place } = rowFor(index, pointId, laneClass)
    const row = block.rows[place] as Row
    putPlace(block, row, slot, at)
    const { longest, first } = putLanes(index, row, slot, lanes, laneClass, clock)
    setReach(index, block, place, slot, longest, first)
  }
}

/** Puts every day of a calendar into the index. */
export function putPoint(index: SearchIndex, calendar: Calendar, at: Position | null = null): void {
  for (const day of calendar.byDay.keys()) putPointDay(index, calendar, day, at)
}
