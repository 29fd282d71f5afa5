import { distanceKm, type Travel, travel } from '../domain/distance.ts'
import type { Point } from './catalogue.ts'

type Place = Pick<Point, 'latitude' | 'longitude'>

/** How far one point is from another, in km on one decimal, and about how long that takes; null where it is not known where one of them is. */
export function wayBetween(a: Place, b: Place): { distanceKm: number; travel: Travel } | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const km = distanceKm({ latitude: a.latitude, longitude: a.longitude }, { latitude: b.latitude, longitude: b.longitude })
  return { distanceKm: Math.round(km * 10) / 10, travel: travel(km) }
}
