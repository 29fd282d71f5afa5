import { keepRunStarts, newBits, nextSet } from './bits.ts'
import { clockOf, type DayClock, gridOf, instantOfQuantum, quantumAt, wallTimeAt } from './day-clock.ts'
import type { Channel, PointId, ServiceId } from './ids.ts'
import { commonMinutes, dayNumberOf, type PointBits, type SearchIndex } from './search-index.ts'
import { addDays, type Day, dayOf, dayStart, type Instant, isDay, quantumMinutes, quantumMs, type WallTime } from './time.ts'
import { earliestStart } from './wanted.ts'

/** Points to search among, made once for many searches (all points of a network, those within 30 km of a town). */
export type Candidates = { ordinals: Uint32Array; km: Float64Array; zones: ReadonlySet<string> }

/** What is looked for: minutes are the whole visit's, rounded up to 5; at most `limit` answers, at most `perPoint` of one point. */
export type Search = {
  points: Candidates
  minutes: number
  gridMinutes?: number
  serviceIds: readonly ServiceId[]
  channel: Channel
  fromDay: Day
  days: number
  now: Instant
  limit: number
  perPoint?: number
}

/** A free time somewhere. */
export type Found = { pointId: PointId; day: Day; startsAt: Instant; wallTime: WallTime; km: number }

/** Turns points with their distance into candidates; points that the index does not know are left out. */
export function candidatesOf(index: SearchIndex, points: Iterable<{ pointId: PointId; km?: number }>): Candidates {
  const known: { ordinal: number; km: number }[] = []
  for (const { pointId, km } of points) {
    const ordinal = index.ordinals.get(pointId)
    if (ordinal !== undefined) known.push({ ordinal, km: km ?? 0 })
  }
  return {
    ordinals: Uint32Array.from(known, (k) => k.ordinal),
    km: Float64Array.from(known, (k) => k.km),
    zones: new Set(known.flatMap((k) => index.points[k.ordinal]?.settings.zone ?? [])),
  }
}

type Run = {
  index: SearchIndex
  search: Search
  eligible: Uint8Array
  found: Found[]
  given: Uint16Array
  starts: Uint32Array
  lane: Uint32Array
}

function eligibleClasses(index: SearchIndex, { serviceIds, channel }: Search): Uint8Array {
  const eligible = new Uint8Array(index.classes.length + 1)
  for (const [i, c] of index.classes.entries())
    if ((c.channels.length === 0 || c.channels.includes(channel)) && serviceIds.every((id) => c.serviceIds.includes(id)))
      eligible[i + 1] = c.seats ? 2 : 1
  return eligible
}

/** Bits at which a visit may start at a point on a day, over all its lanes, in its first `words` words; false where no lane is of an eligible class. */
function unite(run: Run, point: PointBits, slot: number, quanta: number, grid: Uint32Array, words: number): boolean {
  const { starts, lane, eligible } = run
  const { firstWord, bits } = point
  let any = false
  for (let i = 0; i < point.lanes; i++) {
    const kind = eligible[point.classes[slot * point.lanes + i] as number] as number
    if (kind === 0) continue
    if (!any) starts.fill(0)
    any = true
    const at = (slot * point.lanes + i) * point.words
    for (let w = 0; w < words; w++) lane[w] = bits[at + w] as number
    if (kind === 2) keepFirst(lane, words)
    else keepRunStarts(lane, quanta, words)
    for (let w = 0; w < words; w++) {
      const found = (lane[w] as number) & (kind === 2 ? -1 : (grid[firstWord + w] as number))
      starts[firstWord + w] = (starts[firstWord + w] as number) | found
    }
  }
  return any
}

/** Keeps the first bit of each run: where a sitting begins. */
function keepFirst(bits: Uint32Array, words: number): void {
  let carry = 0
  for (let w = 0; w < words; w++) {
    const word = bits[w] as number
    bits[w] = word & ~((word << 1) | carry)
    carry = word >>> 31
  }
}

const before = (a: Found, b: Found): boolean =>
  a.startsAt !== b.startsAt ? a.startsAt < b.startsAt : a.km !== b.km ? a.km < b.km : a.pointId < b.pointId

function offer(found: Found[], one: Found, limit: number): void {
  let i = found.length
  while (i > 0 && before(one, found[i - 1] as Found)) i--
  found.splice(i, 0, one)
  if (found.length > limit) found.pop()
}

function searchDay(
  run: Run,
  clocks: ReadonlyMap<string, DayClock>,
  slot: number,
  bit: number,
  todays: ReadonlyMap<string, number>,
  dayNumber: number,
): void {
  const { index, search, found, given } = run
  const { ordinals, km } = search.points
  const { limit, perPoint = limit } = search
  const quanta = Math.max(1, Math.ceil(search.minutes / quantumMinutes))
  const row = slot * index.capacity
  for (let c = 0; c < ordinals.length; c++) {
    const ordinal = ordinals[c] as number
    if (((index.summary[row + ordinal] as number) & bit) === 0 || (given[c] as number) >= perPoint) continue
    const point = index.points[ordinal] as PointBits
    const { settings, pointId } = point
    const clock = clocks.get(settings.zone)
    if (!clock || dayNumber > (todays.get(settings.zone) ?? 0) + settings.horizonDays) continue
    const last = found.length >= limit ? quantumAt((found[limit - 1] as Found).startsAt, clock) : clock.quanta
    // What begins after the last one found is of no use, so only the words up to it are looked at, and those a visit there reaches into.
    const words = Math.min(point.words, ((last + quanta) >> 5) - point.firstWord + 1)
    if (last < point.firstWord << 5 || !unite(run, point, slot, quanta, gridOf(search.gridMinutes ?? 15, clock), words)) continue
    const first = Math.ceil((earliestStart(settings, search.now) - clock.startAt) / quantumMs)
    for (let q = nextSet(run.starts, first); q >= 0 && (given[c] as number) < perPoint; q = nextSet(run.starts, q + 1)) {
      const startsAt = instantOfQuantum(q, clock)
      const worst = found.length >= limit ? found[limit - 1] : undefined
      if (worst && (startsAt > worst.startsAt || (startsAt === worst.startsAt && (km[c] as number) > worst.km))) break
      given[c] = (given[c] as number) + 1
      offer(found, { pointId, day: clock.day, startsAt, wallTime: wallTimeAt(q, clock), km: km[c] as number }, limit)
    }
  }
}

/**
 * The earliest free times over points: by instant, then distance, then point id. Day by day, the summary first, and no further than the
 * day after which nothing earlier can come in any zone. Minutes longer than 3 hours are looked for too, only less quickly.
 */
export function earliest(index: SearchIndex, search: Search): Found[] {
  const { points, fromDay, days, now, limit } = search
  if (limit < 1 || points.ordinals.length === 0 || !isDay(fromDay)) return []
  const starts = newBits()
  const run: Run = {
    index,
    search,
    eligible: eligibleClasses(index, search),
    found: [],
    given: new Uint16Array(points.ordinals.length),
    starts,
    lane: newBits(),
  }
  const zones = [...points.zones]
  const todays = new Map(zones.map((zone) => [zone, dayNumberOf(dayOf(now, zone))]))
  let bit = 0
  for (const [i, minutes] of commonMinutes.entries()) if (minutes <= Math.max(quantumMinutes, search.minutes)) bit = 1 << i
  const firstNumber = dayNumberOf(fromDay)
  for (let i = 0; i < days; i++) {
    const dayNumber = firstNumber + i
    const slot = dayNumber % index.days
    const day = addDays(fromDay, i)
    const worst = run.found.length >= limit ? run.found[limit - 1] : undefined
    if (worst && zones.every((zone) => dayStart(day, zone) > worst.startsAt)) break
    if (index.slotDays[slot] !== dayNumber) continue
    searchDay(run, new Map(zones.map((zone) => [zone, clockOf(day, zone)])), slot, bit, todays, dayNumber)
  }
  return run.found
}
