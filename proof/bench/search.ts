import type { Position } from '../../domain/distance.ts'
import { earliest } from '../../domain/search.ts'
import { instantOf, minuteMs } from '../../domain/time.ts'
import { type BenchNetwork, dayCount, firstDay, makeDice, makeNetwork, shiftCount, zone } from './search-network.ts'
import { dayByDay, dayStarts } from './search-yardstick.ts'

const sizes = [1000, 3000, 10_000] as const
const limit = 10
const near100 = 100
const leadMinutes = 30
const searches = 2000
const compared = 6
const now = instantOf(firstDay, '10:42', zone)

type Reach = { name: string; withinKm: number | undefined; wanted: number }
const reaches: readonly Reach[] = [
  { name: 'within 100 km', withinKm: near100, wanted: 0.3 },
  { name: 'whole nation', withinKm: undefined, wanted: 1 },
]

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN

const ours = ({ index }: BenchNetwork, at: Position, withinKm: number | undefined) =>
  earliest(index, {
    ...{ serviceIds: ['passport'], people: 1, channel: 'web' as const, fromDay: firstDay, days: dayCount, now, limit },
    near: { ...at, withinKm },
  })

/** Where people ask from: somewhere in the country, never twice the same. */
const makeAskers = (): (() => Position) => {
  const dice = makeDice(7)
  return () => ({ latitude: 37 + 5.1 * dice(), longitude: -9.4 + 2.9 * dice() })
}

type Timed = { p50: number; p99: number; yardstick: number; days: number }

function time(network: BenchNetwork, { withinKm, name }: Reach): Timed {
  const starts = dayStarts()
  const nextAsker = makeAskers()
  const yardstick: number[] = []
  let days = 0
  for (let i = 0; i < compared; i++) {
    const at = nextAsker()
    const began = performance.now()
    const slow = dayByDay(network, starts, at, withinKm ?? Number.MAX_VALUE, limit, now + leadMinutes * minuteMs)
    yardstick.push(performance.now() - began)
    const found = ours(network, at, withinKm)
    const same = JSON.stringify(found.map(({ pointId, startsAt, km }) => ({ pointId, startsAt, km }))) === JSON.stringify(slow)
    if (!same || found.length < limit) throw new Error(`${name}: the two searches say different things`)
    days = Math.max(days, (found.at(-1)!.startsAt - now) / 86_400_000)
  }
  for (let i = 0; i < searches / 4; i++) ours(network, nextAsker(), withinKm)
  const times = Array.from({ length: searches }, () => {
    const at = nextAsker()
    const began = performance.now()
    ours(network, at, withinKm)
    return performance.now() - began
  })
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), yardstick: quantile(yardstick, 0.5), days }
}

const used = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The ten earliest half hours among 1,000, 3,000 and 10,000 points that are nearly booked out; `collect` frees what is not used any more. */
export function searching(collect: () => void): string[] {
  const lines: string[] = []
  const medians = new Map<string, number[]>()
  for (const size of sizes) {
    collect()
    const before = used()
    const network = makeNetwork(size)
    collect()
    const own = network.spanAt.byteLength + network.spans.byteLength + network.forPhone.byteLength
    const bytes = (used() - before - own) / (size * dayCount * shiftCount)
    for (const reach of reaches) {
      const { p50, p99, yardstick, days } = time(network, reach)
      medians.set(reach.name, [...(medians.get(reach.name) ?? []), p50])
      const wanted = size === sizes.at(-1) ? `p99 ≤ ${reach.wanted} ms, ≥ 100 times` : ''
      lines.push(
        `| ten earliest half hours, ${size} points, ${reach.name}, free ${days.toFixed(0)} days ahead | p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms | day by day with intervals, ${yardstick.toFixed(1)} ms | ${(yardstick / p50).toFixed(0)} times | ${wanted} |`,
      )
    }
    lines.push(`| memory of ${size} points, 90 days, 8 shifts | ${bytes.toFixed(1)} bytes a shift-day | | | ≤ 42 |`)
  }
  for (const [name, list] of medians) {
    const growth = (list.at(-1) as number) / (list[0] as number)
    lines.push(`| growth from 1,000 to 10,000 points, ${name} | ${growth.toFixed(1)} times | | | ≤ 10 |`)
  }
  return lines
}
