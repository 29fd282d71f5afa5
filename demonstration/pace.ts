import type { Point } from '../api/catalogue.ts'
import { bustle } from './network.ts'
import { makeRandom } from './random.ts'

/** The number that stands for a name in random draws (FNV-1a, 32 bits). */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const favourite = 0.4
/** How busy the counters of a hall are: some have time, some hardly. */
const busyness = { least: 0.35, most: 0.75 }

/** How many counters work in a hall, and how many people come each hour: as many as its counters can do, and most of the time fewer. */
export function paceOf(point: Pick<Point, 'id' | 'counterIds' | 'services'>): { counters: readonly number[]; comersPerHour: number } {
  const main = bustle[point.id]
  if (main) return main
  const minutes = point.services.map(({ service }) => service.baseMinutes)
  const all = minutes.reduce((sum, m) => sum + m, 0) / Math.max(1, minutes.length)
  const each = (favourite * (minutes[0] ?? all) + (1 - favourite) * all) * 0.9 + 1.2
  const busy = busyness.least + makeRandom(hashOf(point.id)).next() * (busyness.most - busyness.least)
  return { counters: point.counterIds, comersPerHour: (point.counterIds.length * busy * 60) / Math.max(5, each) }
}
