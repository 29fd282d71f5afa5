import { eq } from 'drizzle-orm'
import type { reportDevice as reportDeviceRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { devices } from '../../db/tables/access.ts'
import { minuteMs } from '../../domain/time.ts'
import { shownOnly } from '../doorbell.ts'
import type { Verb } from '../serve.ts'

/** Longer than this unseen and seen again is news for the control room. */
const newsMs = 2 * minuteMs

export const reportDevice: Verb<typeof reportDeviceRoute> = async ({ house, identity, input }) => {
  if (identity.kind !== 'kiosk' && identity.kind !== 'display') throw new Problem('not-allowed')
  const { slow } = house.connections
  const now = house.clock.now()
  const mine = eq(devices.id, identity.deviceId)
  const [before] = await slow.select({ paper: devices.paper, stray: devices.stray, seenAt: devices.seenAt }).from(devices).where(mine)
  if (!before) throw new Problem('sign-in-needed')
  const { paper = before.paper, stray = before.stray } = input
  await slow.update(devices).set({ paper, stray, seenAt: now }).where(mine)
  if (paper !== before.paper || stray !== before.stray || before.seenAt === null || now - before.seenAt > newsMs) {
    house.live.ring(identity.pointId)
    house.doorbell.ring(shownOnly(identity.pointId))
  }
  return { id: identity.deviceId, pointId: identity.pointId, number: identity.number }
}
