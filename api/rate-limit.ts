import type { Context } from 'hono'
import { Problem } from '../contract/problems.ts'
import type { House } from './house.ts'
import type { Env } from './serve.ts'

const bucketsMax = 50_000

/**
 * Holds back who writes too often without a sign-in or device: a bucket for each address that fills at `writesPerMinute`.
 * The address is the one the server saw; a proxy in front has to be told of by `BEURT_TRUST_PROXY`.
 */
export function makeRateLimit(house: Pick<House, 'clock' | 'writesPerMinute'>) {
  const buckets = new Map<string, { left: number; at: number }>()
  return (c: Context<Env>): void => {
    const kind = c.get('identity').kind
    if (c.req.method === 'GET' || (kind !== 'anyone' && kind !== 'visitor')) return
    const address = c.req.header('x-beurt-address') ?? 'local'
    const now = performance.now()
    const bucket = buckets.get(address) ?? { left: house.writesPerMinute, at: now }
    bucket.left = Math.min(house.writesPerMinute, bucket.left + ((now - bucket.at) / 60_000) * house.writesPerMinute)
    bucket.at = now
    if (buckets.size > bucketsMax) buckets.clear()
    buckets.set(address, bucket)
    if (bucket.left < 1) throw new Problem('too-many-requests')
    bucket.left -= 1
  }
}
