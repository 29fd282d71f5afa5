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
  kms: Kms
  starts: Uint32Array
  lane: Uint32Array
}

/** Distances that were worked out in the search of that number, by row: written over by the next search. */
type Kms = { search: number; seen: Uint32Array; km: Float64Array }
const kmsOf = new WeakMap<SearchIndex, Kms>()

/** A row on a day, as it is looked at. */
type Spot = { row: Row; slot: number; clock: DayClock; want: ClassWant; seats: boolean; km: number }

const longestMax = 255

/** By instant, then distance, then point. */
const comesBefore = (startsAt: Instant, km: number, pointId: PointId, other: Found): boolean =>
  startsAt !== other.startsAt ? startsAt < other.startsAt : km !== other.km ? km < other.km : pointId < other.pointId

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
  const { pointId } = row
  const startsAt = instantOfQuantum(quantum, clock)
  const worst = worstOf(run)
  if (worst && !comesBefore(startsAt, km, pointId, worst)) return false
  let own = 0
  let last = -1
  for (let i = 0; i < found.length; i++) {
    const other = found[i] as Found
    if (other.pointId !== pointId) continue
    if (other.startsAt === startsAt) return true
    own += 1
    last = i
  }
  if (own >= perPoint) {
    if (!comesBefore(startsAt, km, pointId, found[last] as Found)) return false
    found.splice(last, 1)
  } else if (worst) found.pop()
  let at = found.length
  while (at > 0 && comesBefore(startsAt, km, pointId, found[at - 1] as Found)) at--
  const endsAt = startsAt + quantaAt(spot, quantum) * quantumMs
  found.splice(at, 0, { pointId, day: clock.day, startsAt, endsAt, wallTime: wallTimeAt(quantum, clock), km })
  return true
}

/** Looks at the lanes of a row; what begins after the last one found is of no use, so only the words up to it are read. */
function lookInto(run: Run, spot: Spot, first: number): void {
  const { row, clock, want, seats } = spot
  const worst = worstOf(run)
  const last = worst ? quantumAt(worst.startsAt, clock) : clock.quanta
  const from = seats ? 0 : Math.max(0, (first >> 5) - row.firstWord)
  const until = Math.min(row.words, ((last + want.quanta) >> 5) - row.firstWord + 1)
  if (from >= until) return
  unite(run, spot, from, until)
  for (let q = nextSet(run.starts, first); q >= 0; q = nextSet(run.starts, q + 1)) if (!offer(run, spot, q)) break
}

function freshKms(index: SearchIndex): Kms {
  const size = index.capacity * rowsPerBlock
  const held = kmsOf.get(index)
  const kms = held?.seen.length === size ? held : { search: 0, seen: new Uint32Array(size), km: new Float64Array(size) }
  kms.search = (kms.search + 1) >>> 0
  kmsOf.set(index, kms)
  return kms
}

/** Km to a row on a day from the place that was given; infinite where nobody knows where it is, or it is too far. */
function kmTo(run: Run, row: Row, slot: number, at: number): number {
  const { near } = run.search
  if (!near) return 0
  const { search, seen, km: kms } = run.kms
  if (seen[at] === search) return kms[at] as number
  const place = row.stops?.get(slot) ?? row.place
  let km = place ? distanceKm(near, place) : Number.POSITIVE_INFINITY
  if (km > (near.withinKm ?? Number.MAX_VALUE)) km = Number.POSITIVE_INFINITY
  if (row.stops) return km
  seen[at] = search
  kms[at] = km
  return km
}

/** True where a point has all the places among the found that it may have, and none of them later than this. */
function isFull({ found, perPoint }: Run, pointId: PointId, startsAt: Instant): boolean {
  if (found.length < perPoint) return false
  let own = 0
  for (let i = 0; i < found.length; i++) {
    const one = found[i] as Found
    if (one.pointId === pointId && one.startsAt <= startsAt) own += 1
  }
  return own >= perPoint
}

/** A block on a day: from which quantum on a visit may begin that is asked for now. */
type Open = { block: Block; want: ClassWant; slot: number; clock: DayClock; fromQuantum: number }

function searchBlock(run: Run, { block, want, slot, clock, fromQuantum }: Open): void {
  const { index, search } = run
  const need = Math.min(longestMax, want.quanta)
  const from = slot * (block.longest.length / index.days)
  for (let i = 0; i < block.rows.length; i++) {
    if ((block.longest[from + i] as number) < need) continue
    const quantum = Math.max(fromQuantum, block.first[from + i] as number)
    const startsAt = instantOfQuantum(quantum, clock)
    const worst = worstOf(run)
    if (worst && startsAt > worst.startsAt) continue
    const row = block.rows[i] as Row
    const { pointId } = row
    if (search.only && !search.only.has(pointId)) continue
    const km = kmTo(run, row, slot, block.id * rowsPerBlock + i)
    if (km === Number.POSITIVE_INFINITY || (worst && !comesBefore(startsAt, km, pointId, worst))) continue
    if (isFull(run, pointId, startsAt)) continue
    lookInto(run, { row, slot, clock, want, seats: block.laneClass.seats, km }, quantum)
  }
}

/** The first quantum of a day at which a visit may begin that is booked now; beyond the day where that is past. */
function fromQuantumOf({ seats, leadMinutes }: Block['laneClass'], want: ClassWant, clock: DayClock, now: Instant): number {
  const first = Math.max(0, Math.ceil((now + Math.max(0, leadMinutes) * minuteMs - clock.startAt) / quantumMs))
  if (first === 0 || seats) return first
  const onGrid = nextSet(gridOf(want.gridMinutes, clock), first)
  return onGrid < 0 ? never : onGrid
}

function searchDay(run: Run, slot: number, dayNumber: number): void {
  const { index, search, plan, todays } = run
  const base = slot * index.capacity
  for (let at = 0; at < plan.order.length; at++) {
    const n = plan.order[at] as number
    const block = plan.blocks[n] as Block
    const want = plan.wants[n] as ClassWant
    if ((index.longest[base + block.id] as number) < Math.min(want.quanta, longestMax)) continue
    const { laneClass, leastId } = block
    if (dayNumber > (todays.get(laneClass.zone) ?? 0) + laneClass.horizonDays) continue
    const clock = clockOf(dayOfNumber(dayNumber), laneClass.zone)
    const fromQuantum = fromQuantumOf(laneClass, want, clock, search.now)
    if (fromQuantum >= clock.quanta) continue
    const startsAt = instantOfQuantum(Math.max(fromQuantum, index.first[base + block.id] as number), clock)
    const worst = worstOf(run)
    if (worst && !comesBefore(startsAt, plan.kmFrom[at] as number, leastId, worst)) continue
    searchBlock(run, { block, want, slot, clock, fromQuantum })
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
    kms: freshKms(index),
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
