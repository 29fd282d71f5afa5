import type { PointId } from '../../domain/ids.ts'
import type { House } from '../house.ts'

/** What stands has changed: this process knows at once, the others at their next look, within a second. No image is read again for it. */
export async function ringDiversion(house: House, pointIds: readonly PointId[]): Promise<void> {
  await house.diversions.load()
  for (const pointId of pointIds) house.live.ring(pointId)
}
