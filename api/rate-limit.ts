import type { Context } from 'hono'
import { Problem } from '../contract/problems.ts'
import { networkOf } from './address.ts'
import { makeFading } from './fading.ts'
import type { House } from './house.ts'
import { addressIn, type Env } from './serve.ts'

const bucketsMax = 200_000
/** Minutes that the bucket of an address holds. */
const shared = 4

/**
 * Holds back who writes too often without a sign-in or device: a bucket that fills at `writesPerMinute`. A visitor has one for their visit;
 * whoever has no visit yet shares one with all behind their address, which holds four minutes, so that a full library books at once. The address
 * is the one the server saw (`address.ts`), never a header of the asker.
 */
export function makeRateLimit(house: Pick<House, 'writesPerMinute'>) {
  // A bucket untouched for so long is full again, so nothing is lost.
  const buckets = makeFading<{ left: number; at: number }>(shared * 60_000, bucketsMax)
  return (c: Context<Env>): void => {
    const identity = c.get('identity')
    const { kind } = identity
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || (kind !== 'anyone' && kind !== 'visitor')) return
    const name = kind === 'visitor' ? `visit ${identity.visitId}` : networkOf(addressIn(c))
    const holds = house.writesPerMinute * (kind === 'visitor' ? 1 : shared)
    const now = performance.now()
    const before = buckets.get(name, now) ?? { left: holds, at: now }
    const left = Math.min(holds, before.left + ((now - before.at) / 60_000) * house.writesPerMinute)
    buckets.set(name, { left: left < 1 ? left : left - 1, at: now }, now)
    if (left < 1) throw new Problem('too-many-requests')
  }
}
