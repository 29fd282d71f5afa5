import type { Context } from 'hono'
import { Problem } from '../contract/problems.ts'
import { networkOf } from './address.ts'
import type { House } from './house.ts'
import { addressIn, type Env } from './serve.ts'

const bucketsMax = 50_000

/**
 * Holds back who writes too often without a sign-in or device: a bucket for each address that fills at `writesPerMinute`. The address is
 * the one the server saw (`address.ts`), never a header of the asker.
 */
export function makeRateLimit(house: Pick<House, 'writesPerMinute'>) {
  const buckets = new Map<string, { left: number; at: number }>()
  return (c: Context<Env>): void => {
    const kind = c.get('identity').kind
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || (kind !== 'anyone' && kind !== 'visitor')) return
    const network = networkOf(addressIn(c))
    const now = performance.now()
    const bucket = buckets.get(network) ?? { left: house.writesPerMinute, at: now }
    bucket.left = Math.min(house.writesPerMinute, bucket.left + ((now - bucket.at) / 60_000) * house.writesPerMinute)
    bucket.at = now
    if (buckets.size > bucketsMax) forgetFull(now)
    buckets.set(network, bucket)
    if (bucket.left < 1) throw new Problem('too-many-requests')
    bucket.left -= 1
  }

  // A bucket untouched for a minute is full again, so nothing is lost; whoever holds many addresses must not empty those of others.
  function forgetFull(now: number): void {
    for (const [network, bucket] of buckets) if (now - bucket.at > 60_000) buckets.delete(network)
  }
}
