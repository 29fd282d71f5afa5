import { distanceKm, type Position } from '../../domain/distance.ts'
import { dayNumberOf, dayOfNumber } from '../../domain/search-index.ts'
import { dayStart, minuteMs } from '../../domain/time.ts'
import { type BenchNetwork, dayCount, firstDay, shiftCount, zone } from './search-network.ts'

export type Start = { pointId: string; startsAt: number; km: number }

const [openFrom, openUntil] = [8 * 60, 20 * 60]
const gridMinutes = 15

/** When each day begins, made beforehand: looking a zone up is not what is measured. */
export const dayStarts = (): number[] => Array.from({ length: dayCount }, (_, d) => dayStart(dayOfNumber(dayNumberOf(firstDay) + d), zone))

const before = (a: Start, b: Start): boolean =>
  a.startsAt !== b.startsAt ? a.startsAt < b.startsAt : a.km !== b.km ? a.km < b.km : a.pointId < b.pointId

/**
 * The same answer day by day with interval arithmetic: the points within reach once, then for each day every shift of each of them, the gaps
 * between its busy spans, and the first quarters of an hour in them that leave room. It stops after the day on which it has enough. Plain
 * loops over numbers side by side, nothing is allocated for a shift that has no room.
 */
export function dayByDay(
  network: BenchNetwork,
  starts: readonly number[],
  near: Position,
  withinKm: number,
  limit: number,
  earliestAt: number,
): Start[] {
  const reached: { point: number; km: number }[] = []
  for (const [point, { at }] of network.points.entries()) {
    const km = distanceKm(near, at)
    if (km <= withinKm) reached.push({ point, km })
  }
  const found: Start[] = []
  for (let day = 0; day < dayCount && found.length < limit; day++) {
    const from = Math.ceil((earliestAt - (starts[day] as number)) / minuteMs)
    for (const { point, km } of reached) addPoint(network, point, day, from, starts[day] as number, km, limit, found)
  }
  return found
}

function addPoint(
  network: BenchNetwork,
  point: number,
  day: number,
  fromMinute: number,
  startAt: number,
  km: number,
  limit: number,
  found: Start[],
): void {
  const { spanAt, spans, forPhone } = network
  const pointId = network.points[point]!.pointId
  for (let shift = 0; shift < shiftCount; shift++) {
    if (forPhone[point * shiftCount + shift] === 1) continue
    const row = (point * dayCount + day) * shiftCount + shift
    let free = Math.max(openFrom, fromMinute)
    const end = spanAt[row + 1] as number
    for (let i = spanAt[row] as number; i <= end; i += 2) {
      const until = i === end ? openUntil : (spans[i] as number)
      for (let minute = Math.ceil(free / gridMinutes) * gridMinutes; minute + 30 <= until; minute += gridMinutes)
        offer(found, { pointId, startsAt: startAt + minute * minuteMs, km }, limit)
      if (i < end) free = Math.max(free, spans[i + 1] as number)
    }
  }
}

function offer(found: Start[], one: Start, limit: number): void {
  const last = found.length >= limit ? found[limit - 1] : undefined
  if (last && !before(one, last)) return
  if (found.some((other) => other.pointId === one.pointId && other.startsAt === one.startsAt)) return
  let at = found.length
  while (at > 0 && before(one, found[at - 1] as Start)) at--
  found.splice(at, 0, one)
  if (found.length > limit) found.pop()
}
