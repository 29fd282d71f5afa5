import { distanceKm, type Position } from '../../domain/distance.ts'

export interface Placed extends Position {
  id: string
  country: string
  district: string
}

/** Halls that lie together, in one country: a map of its own. */
export interface Region {
  /** The first hall of it by name of its id: the same as long as that one is there. */
  id: string
  country: string
  /** What most of its halls say of themselves; it names one that shares its country with a larger one. */
  district: string
  /** Whether another region of the same country has more halls. */
  isPart: boolean
  halls: readonly Placed[]
}

/** Further from all others than this is another region: an ocean between, not a mountain. */
const gapKm = 300

/** The regions of a network, the largest first. */
export function regionsOf(halls: readonly Placed[]): Region[] {
  const byCountry = Map.groupBy(halls, ({ country }) => country)
  const groups = [...byCountry.values()].flatMap(together)
  const regions = groups.map((group) => {
    const sorted = group.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return { id: sorted[0]!.id, country: sorted[0]!.country, district: mostSaid(sorted), isPart: false, halls: sorted }
  })
  regions.sort((a, b) => b.halls.length - a.halls.length || (a.id < b.id ? -1 : 1))
  return regions.map((region, i) => ({ ...region, isPart: regions.findIndex(({ country }) => country === region.country) < i }))
}

/** Parts that lie nowhere nearer to each other than the gap. */
function together(halls: readonly Placed[]): Placed[][] {
  const left = new Set(halls)
  const groups: Placed[][] = []
  for (const first of left) {
    left.delete(first)
    const group = [first]
    for (const one of group)
      for (const other of left) {
        if (distanceKm(one, other) > gapKm) continue
        left.delete(other)
        group.push(other)
      }
    groups.push(group)
  }
  return groups
}

function mostSaid(halls: readonly Placed[]): string {
  const counts = new Map<string, number>()
  for (const { district } of halls) counts.set(district, (counts.get(district) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
