import type { Context } from 'hono'
import { Problem } from '../contract/problems.ts'
import { networkOf } from './address.ts'
import type { House } from './house.ts'
import { addressIn, type Env } from './serve.ts'

const bucketsMax = 50_000
/** Minutes that the bucket of an address holds. */
const shared = 4

/**
 * Holds back who writes too often without a sign-in or device: a bucket that fills at `writesPerMinute`. A visitor has one for their visit;
 * whoever has no visit yet shares one with all behind their address, which holds four minutes, so that a full library books at once. The address
 * is the one the server saw (`address.ts`), never a header of the asker.
 */
export function makeRateLimit(house: Pick<House, 'writesPerMinute'>) {
  const buckets = new Map<string, { left: number; at: number }>()
  return (c: Context<Env>): void => {
    const identity = c.get('identity')
    const { kind } = identity
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || (kind !== 'anyone' && kind !== 'visitor')) return
    const name = kind === 'visitor' ? `visit ${identity.visitId}` : networkOf(addressIn(c))
    const holds = house.writesPerMinute * (kind === 'visitor' ? 1 : shared)
    const now = performance.now()
    const bucket = buckets.get(name) ?? { left: holds, at: now }
    bucket.left = Math.min(holds, bucket.left + ((now - bucket.at) / 60_000) * house.writesPerMinute)
    bucket.at = now
    if (buckets.size > bucketsMax) forgetFull(now)
    buckets.set(name, bucket)
    if (bucket.left < 1) throw new Problem('too-many-requests')
    bucket.left -= 1
  }

  // A bucket untouched for so long is full again, so nothing is lost; whoever holds many addresses must not empty those of others.
  function forgetFull(now: number): void {
    for (const [name, bucket] of buckets) if (now - bucket.at > shared * 60_000) buckets.delete(name)
  }
}
