import { distanceKm, type Travel, travel } from '../domain/distance.ts'
import type { WaitRange } from '../domain/hall.ts'
import { longestWait } from '../domain/wait-range.ts'
import type { Tile } from './tiles.ts'

/** A hall that people could be sent to, as things are now. */
export interface Candidate {
  pointId: string
  km: number
  minutes: number
  by: Travel['by']
  /** What one who goes there gains in the middle, as the offer at the kiosk will reckon it; negative where it takes longer. */
  gainMinutes: number
}

/** Further than this people are not sent. */
const reachMinutes = 60

const middle = ({ fromMinutes, untilMinutes }: WaitRange): number => (fromMinutes + untilMinutes) / 2

/** Halls within reach that are open and help people now: who goes there gains most, first; then the nearest. */
export function candidatesOf(from: Tile, tiles: readonly Tile[]): Candidate[] {
  const already = new Set(from.diversions.map(({ toPointId }) => toPointId))
  const found: Candidate[] = []
  for (const to of tiles) {
    if (to.pointId === from.pointId || !to.open || !to.wait || to.diversions.length > 0 || already.has(to.pointId)) continue
    if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null) continue
    const km = distanceKm({ latitude: from.latitude, longitude: from.longitude }, { latitude: to.latitude, longitude: to.longitude })
    const { minutes, by } = travel(km)
    if (minutes > reachMinutes) continue
    found.push({
      pointId: to.pointId,
      km,
      minutes,
      by,
      gainMinutes: Math.floor(middle(from.wait ?? longestWait) - Math.max(minutes, middle(to.wait))),
    })
  }
  return found.sort((a, b) => b.gainMinutes - a.gainMinutes || a.km - b.km)
}
