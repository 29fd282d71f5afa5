import { and, eq, isNotNull, or } from 'drizzle-orm'
import type { removeDevice as removeDeviceRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { devices } from '../../db/tables/access.ts'
import { minuteMs } from '../../domain/time.ts'
import { shownOnly } from '../doorbell.ts'
import { record } from '../once.ts'
import type { Verb } from '../serve.ts'

/** Papers with its emergency numbers may still be in the hall: for so long nobody else is kiosk `k` there, but it itself may be again. */
const numberRestsMs = 24 * 60 * minuteMs

/** Twice is the same. Another process forgets what it remembered of the device within five seconds. */
export const removeDevice: Verb<typeof removeDeviceRoute> = async (asked) => {
  const { house, input } = asked
  const { point: pointId, device: id } = input
  await house.connections.slow.transaction(async (tx) => {
    const here = and(eq(devices.id, id), eq(devices.pointId, pointId))
    const [gone] = await tx
      .update(devices)
      .set({ tokenHash: null, formerHash: devices.tokenHash, enrolHash: null, enrolUntil: house.clock.now() + numberRestsMs })
      .where(and(here, or(isNotNull(devices.tokenHash), isNotNull(devices.enrolHash))))
      .returning({ id: devices.id })
    if (!gone && (await tx.select({ id: devices.id }).from(devices).where(here)).length === 0) throw new Problem('not-found')
    if (gone) await record(tx, asked, { pointId, act: 'remove-device', what: { deviceId: id } })
  })
  house.identify.forget()
  house.live.ring(pointId)
  house.doorbell.ring(shownOnly(pointId))
  return { id }
}
