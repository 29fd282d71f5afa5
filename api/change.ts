import type { AnyRoute } from '../contract/ask.ts'
import { Problem } from '../contract/problems.ts'
import type { PointId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Change, Images, Wanted } from './keeper/place.ts'
import type { Asked } from './serve.ts'

/**
 * Asks the keeper for a change under the key of the request, and gives the remembered ids. A refusal becomes the problem of the same
 * name; the same key with another body is refused.
 */
export async function change<T extends AnyRoute>(
  asked: Asked<T>,
  pointId: PointId,
  decide: (images: Images, now: number) => Refusal | Wanted,
  more: Pick<Change, 'appointmentIds'> = {},
): Promise<Record<string, unknown>> {
  const answer = await asked.house.keeper.change({ pointId, key: asked.key || null, fingerprint: asked.fingerprint, decide, ...more })
  if ('refusal' in answer) {
    const zone = asked.house.catalogue.point(pointId)?.zone
    throw new Problem(answer.refusal.refused, zone ? { zone, ...answer.refusal.details } : answer.refusal.details)
  }
  if ('reused' in answer) throw new Problem('idempotency-key-reused')
  return answer.ids
}
