import { distanceKm, type Position } from './distance.ts'
import type { Block, Row } from './search-rows.ts'

const samePlace = (a: Position | null, b: Position | null): boolean =>
  a === b || (a !== null && b !== null && a.latitude === b.latitude && a.longitude === b.longitude)

/** Notes where a row stands on a day, and widens its block's circle. */
export function putPlace(block: Block, row: Row, slot: number, at: Position | null): void {
  row.stops?.delete(slot)
  if (samePlace(row.place, at) || at === null) return
  if (row.place === null) row.place = at
  else row.stops = (row.stops ?? new Map()).set(slot, at)
  const places = block.rows.flatMap(({ place, stops }) => [...(place ? [place] : []), ...(stops?.values() ?? [])])
  const centre = middleOf(places)
  block.cap = { centre, km: Math.max(...places.map((place) => distanceKm(centre, place))) }
}

function middleOf(places: readonly Position[]): Position {
  const radians = Math.PI / 180
  let [x, y, z] = [0, 0, 0]
  for (const { latitude, longitude } of places) {
    const flat = Math.cos(latitude * radians)
    x += flat * Math.cos(longitude * radians)
    y += flat * Math.sin(longitude * radians)
    z += Math.sin(latitude * radians)
  }
  return { latitude: Math.atan2(z, Math.hypot(x, y)) / radians, longitude: Math.atan2(y, x) / radians }
}
