import type { Placed } from './regions.ts'
import { onSheet, type Spot, type View } from './view.ts'

/** What is one mark at a scale: a hall, or some that lie too near to each other to be pressed apart. */
export interface Cluster extends Spot {
  /** The hall that it stands at: that with the most weight. */
  id: string
  ids: readonly string[]
}

/**
 * Gathers halls into marks of which no two lie nearer than `apartPx`: the weightiest first stand where they are, and each other hall joins the
 * nearest mark within reach. Only `onSheet` tells where they are, so panning changes nothing.
 */
export function clustersOf(
  halls: readonly Placed[],
  given: { view: Pick<View, 'scale' | 'flat'>; apartPx: number; weightOf: (id: string) => number },
): Cluster[] {
  const { view, apartPx, weightOf } = given
  const weights = new Map(halls.map(({ id }) => [id, weightOf(id)]))
  const sorted = halls.toSorted((a, b) => weights.get(b.id)! - weights.get(a.id)! || (a.id < b.id ? -1 : 1))
  const cells = new Map<string, (Cluster & { ids: string[] })[]>()
  const found: Cluster[] = []
  const cellOf = (n: number) => Math.floor(n / apartPx)
  for (const hall of sorted) {
    const at = onSheet(view, hall)
    const [column, row] = [cellOf(at.x), cellOf(at.y)]
    let nearest: (Cluster & { ids: string[] }) | undefined
    let least = apartPx
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const away = Math.hypot(other.x - at.x, other.y - at.y)
          if (away < least) [nearest, least] = [other, away]
        }
    if (nearest) {
      nearest.ids.push(hall.id)
      continue
    }
    const made = { id: hall.id, ids: [hall.id], ...at }
    found.push(made)
    const cell = `${column} ${row}`
    cells.set(cell, [...(cells.get(cell) ?? []), made])
  }
  return found
}

/** The mark that lies next in a direction of the eyes, no more than 45 degrees aside; undefined where there is none. */
export function nextTo(clusters: readonly Cluster[], from: Cluster, way: Spot): Cluster | undefined {
  let best: Cluster | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of clusters) {
    const [x, y] = [other.x - from.x, other.y - from.y]
    const along = x * way.x + y * way.y
    const aside = Math.abs(x * way.y - y * way.x)
    if (other.id === from.id || along <= 0 || aside > along) continue
    const far = along + 2 * aside
    if (far < least) [best, least] = [other, far]
  }
  return best
}
