import type { Position } from './distance.ts'

const sides = 1 << 15

/**
 * How far along a Hilbert curve over the whole map a position lies: near on the curve is near on the map (the turning of squares is the
 * `xy2d` of the usual description, Hilbert 1891).
 */
function alongHilbert({ latitude, longitude }: Position): number {
  let x = Math.min(sides - 1, Math.floor(((longitude + 180) / 360) * sides))
  let y = Math.min(sides - 1, Math.floor(((latitude + 90) / 180) * sides))
  let along = 0
  for (let side = sides / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0
    const up = (y & side) > 0 ? 1 : 0
    along += side * side * ((3 * right) ^ up)
    if (up === 0) {
      if (right === 1) [x, y] = [sides - 1 - x, sides - 1 - y]
      ;[x, y] = [y, x]
    }
  }
  return along
}

/** The same things in an order in which neighbours on the map mostly stand together; those without a place come last. */
export function nearOneAnother<Thing extends { latitude: number | null; longitude: number | null }>(things: Iterable<Thing>): Thing[] {
  const keyOf = ({ latitude, longitude }: Thing) =>
    latitude === null || longitude === null ? Number.POSITIVE_INFINITY : alongHilbert({ latitude, longitude })
  return [...things]
    .map((thing) => ({ thing, key: keyOf(thing) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key - b.key))
    .map(({ thing }) => thing)
}
