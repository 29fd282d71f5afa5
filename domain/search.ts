import { keepRunStarts, newBits, nextSet } from './bits.ts'
import { clockOf, type DayClock, gridOf, instantOfQuantum, quantumAt, wallTimeAt } from './day-clock.ts'
import { distanceKm } from './distance.ts'
import type { Channel, PointId, ServiceId } from './ids.ts'
import type { ClassWant } from './search-classes.ts'
import { dayNumberOf, dayOfNumber } from './search-index.ts'
import { type Plan, planOf, type Where } from './search-plan.ts'
import { type Block, never, type Row, rowsPerBlock, type SearchIndex } from './search-rows.ts'
import { type Day, dayOf, type Instant, isDay, minuteMs, quantumMs, type WallTime } from './time.ts'

/** What is looked for, where, and from when: at most `limit` answers, at most `perPoint` of one point (all, where it is not given). */
export type Search = Where & {
  serviceIds: readonly ServiceId[]
  people: number
  channel: Channel
  fromDay: Day
  days: number
  now: Instant
  limit: number
  perPoint?: number
}

/** A free time somewhere; km from the place that was given, 0 where none was. */
export type Found = { pointId: PointId; day: Day; startsAt: Instant; endsAt: Instant; wallTime: WallTime; km: number }

type Run = {
  index: SearchIndex
  search: Search
  plan: Plan
  perPoint: number
  found: Found[]
  todays: Map<string, number>
  /** By block of the plan and row, one more than the distance; 0 where it was not asked yet. */
  kms: Float64Array
  starts: Uint32Array
  lane: Uint32Array
}

/** A row on a day, as it is looked at. */
type Spot = { row: Row; slot: number; clock: DayClock; want: ClassWant; seats: boolean; km: number; fromAt: Instant }

const longestMax = 255

const isBefore = (a: { startsAt: Instant; km: number; pointId: PointId }, b: Found): boolean =>
  a.startsAt !== b.startsAt ? a.startsAt < b.startsAt : a.km !== b.km ? a.km < b.km : a.pointId < b.pointId

const worstOf = ({ found, search }: Run): Found | undefined => (found.length >= search.limit ? found[search.limit - 1] : undefined)

/** Keeps the first bit of each run: where a sitting begins. */
function keepFirst(bits: Uint32Array, words: number): void {
  let carry = 0
  for (let w = 0; w < words; w++) {
    const word = bits[w] as number
    bits[w] = word & ~((word << 1) | carry)
    carry = word >>> 31
  }
}

/** Bits at which a visit may start in a row on a day, over all its lanes, from its word `from` on and before `until`. */
function unite({ starts, lane }: Run, { row, slot, clock, want, seats }: Spot, from: number, until: number): void {
  starts.fill(0)
  const { firstWord, bits, lanes } = row
  const grid = gridOf(want.gridMinutes, clock)
  const words = until - from
  for (let i = 0; i < lanes; i++) {
    const at = (slot * lanes + i) * row.words + from
    for (let w = 0; w < words; w++) lane[w] = bits[at + w] as number
    if (seats) keepFirst(lane, words)
    else keepRunStarts(lane, want.quanta, words)
    for (let w = 0; w < words; w++) {
      const q = firstWord + from + w
      starts[q] = (starts[q] as number) | ((lane[w] as number) & (seats ? -1 : (grid[q] as number)))
    }
  }
}

/** How many quanta a visit that starts here takes: a sitting takes as long as it takes. */
function quantaAt({ row, slot, want, seats }: Spot, quantum: number): number {
  if (!seats) return want.quanta
  const { firstWord, words, lanes, bits } = row
  const isFree = (lane: number, q: number) =>
    q < (firstWord + words) << 5 && (((bits[(slot * lanes + lane) * words + (q >> 5) - firstWord] as number) >>> (q & 31)) & 1) === 1
  for (let lane = 0; lane < lanes; lane++) {
    let quanta = 0
    while (isFree(lane, quantum + quanta)) quanta++
    if (quanta > 0) return quanta
  }
  return want.quanta
}

/** Puts a start among the found where it belongs there; false where neither it nor a later one of its row does. */
function offer(run: Run, spot: Spot, quantum: number): boolean {
  const { found, perPoint } = run
  const { clock, row, km } = spot
  const one = { pointId: row.pointId, startsAt: instantOfQuantum(quantum, clock), km }
  const worst = worstOf(run)
  if (worst && !isBefore(one, worst)) return false
  let own = 0
  let last = -1
  for (const [i, other] of found.entries()) {
    if (other.pointId !== one.pointId) continue
    if (other.startsAt === one.startsAt) return true
    own += 1
    last = i
  }
  if (own >= perPoint) {
    if (!isBefore(one, found[last] as Found)) return false
    found.splice(last, 1)
  } else if (worst) found.pop()
  let at = found.length
  while (at > 0 && isBefore(one, found[at - 1] as Found)) at--
  const endsAt = one.startsAt + quantaAt(spot, quantum) * quantumMs
  found.splice(at, 0, { ...one, day: clock.day, endsAt, wallTime: wallTimeAt(quantum, clock) })
  return true
}

/** Looks at the lanes of a row; what begins after the last one found is of no use, so only the words up to it are read. */
function lookInto(run: Run, spot: Spot, firstQuantum: number): void {
  const { row, clock, want, fromAt, seats } = spot
  const worst = worstOf(run)
  const first = Math.max(firstQuantum, Math.ceil((fromAt - clock.startAt) / quantumMs))
  const last = worst ? quantumAt(worst.startsAt, clock) : clock.quanta
  const from = seats ? 0 : Math.max(0, (first >> 5) - row.firstWord)
  const until = Math.min(row.words, ((last + want.quanta) >> 5) - row.firstWord + 1)
  if (from >= until) return
  unite(run, spot, from, until)
  for (let q = nextSet(run.starts, first); q >= 0; q = nextSet(run.starts, q + 1)) if (!offer(run, spot, q)) break
}

/** Km to a row on a day from the place that was given; infinite where nobody knows where it is, or it is too far. */
function kmTo(run: Run, row: Row, slot: number, at: number): number {
  const { near } = run.search
  if (!near) return 0
  const known = run.kms[at] as number
  if (known !== 0) return known - 1
  const place = row.stops?.get(slot) ?? row.place
  let km = place ? distanceKm(near, place) : Number.POSITIVE_INFINITY
  if (km > (near.withinKm ?? Number.MAX_VALUE)) km = Number.POSITIVE_INFINITY
  if (!row.stops) run.kms[at] = km + 1
  return km
}

/** True where a point has all the places among the found that it may have, and none of them later than this. */
function isFull({ found, perPoint }: Run, pointId: PointId, fromAt: Instant): boolean {
  let own = 0
  for (const one of found) if (one.pointId === pointId && one.startsAt <= fromAt) own += 1
  return own >= perPoint
}

function searchBlock(run: Run, n: number, slot: number, clock: DayClock, fromAt: Instant): void {
  const { index, search, plan } = run
  const block = plan.blocks[n] as Block
  const want = plan.wants[n] as ClassWant
  const need = Math.min(longestMax, want.quanta)
  const from = slot * (block.longest.length / index.days)
  for (let i = 0; i < block.rows.length; i++) {
    if ((block.longest[from + i] as number) < need) continue
    const first = block.first[from + i] as number
    const earliestAt = Math.max(fromAt, clock.startAt + first * quantumMs)
    const worst = worstOf(run)
    if (worst && earliestAt > worst.startsAt) continue
    const row = block.rows[i] as Row
    if (search.only && !search.only.has(row.pointId)) continue
    const km = kmTo(run, row, slot, n * rowsPerBlock + i)
    if (km === Number.POSITIVE_INFINITY || (worst && !isBefore({ startsAt: earliestAt, km, pointId: row.pointId }, worst))) continue
    if (isFull(run, row.pointId, earliestAt)) continue
    lookInto(run, { row, slot, clock, want, seats: block.laneClass.seats, km, fromAt }, first)
  }
}

function searchDay(run: Run, slot: number, dayNumber: number): void {
  const { index, search, plan, todays } = run
  const base = slot * index.capacity
  for (let n = 0; n < plan.blocks.length; n++) {
    const { id, laneClass } = plan.blocks[n] as Block
    const need = (plan.wants[n] as ClassWant).quanta
    if ((index.longest[base + id] as number) < Math.min(need, longestMax)) continue
    const first = index.first[base + id] as number
    if (first === never || dayNumber > (todays.get(laneClass.zone) ?? 0) + laneClass.horizonDays) continue
    const clock = clockOf(dayOfNumber(dayNumber), laneClass.zone)
    const fromAt = search.now + Math.max(0, laneClass.leadMinutes) * minuteMs
    const earliestAt = Math.max(fromAt, clock.startAt + first * quantumMs)
    const worst = worstOf(run)
    const km = plan.kmFrom[n] as number
    if (worst && (earliestAt > worst.startsAt || (earliestAt === worst.startsAt && km > worst.km))) continue
    if (fromAt < clock.endAt) searchBlock(run, n, slot, clock, fromAt)
  }
}

/**
 * The earliest free times over points: by instant, then distance, then point id. Day by day, block by block, and no further than the day
 * after which nothing earlier can come in any zone. The same as asking every point for its slots. With `near`, points whose place is not
 * known are left out.
 */
export function earliest(index: SearchIndex, search: Search): Found[] {
  const { fromDay, days, now, limit, perPoint = limit } = search
  if (limit < 1 || perPoint < 1 || search.people < 1 || !isDay(fromDay)) return []
  const plan = planOf(index, search, search)
  const run: Run = {
    index,
    search,
    plan,
    perPoint,
    found: [],
    todays: new Map(plan.zones.map((zone) => [zone, dayNumberOf(dayOf(now, zone))])),
    kms: new Float64Array(search.near ? plan.blocks.length * rowsPerBlock : 0),
    starts: newBits(),
    lane: newBits(),
  }
  const firstNumber = dayNumberOf(fromDay)
  for (let dayNumber = firstNumber; dayNumber < firstNumber + days; dayNumber++) {
    const slot = dayNumber % index.days
    if (index.slotDays[slot] !== dayNumber) continue
    const worst = worstOf(run)
    if (worst && plan.zones.every((zone) => clockOf(dayOfNumber(dayNumber), zone).startAt > worst.startsAt)) break
    searchDay(run, slot, dayNumber)
  }
  return run.found
}
