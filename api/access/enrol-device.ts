import { and, eq, gt, isNull } from 'drizzle-orm'
import type { enrolDevice as enrolDeviceRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { devices } from '../../db/tables/access.ts'
import { readReference } from '../../domain/reference.ts'
import type { Instant } from '../../domain/time.ts'
import { networkOf } from '../address.ts'
import { shownOnly } from '../doorbell.ts'
import { record, type Tx } from '../once.ts'
import { hashToken, makeToken } from '../secrets.ts'
import type { Verb } from '../serve.ts'

/** One statement takes the code and gives the token, so that of two at once only one gets it. */
export const enrolDevice: Verb<typeof enrolDeviceRoute> = async (asked) => {
  const { house, input, address } = asked
  const takeBack = house.tries.begin([`code ${networkOf(address)}`])
  const code = readReference(input.code)
  if (!code) throw new Problem('code-not-valid')
  const token = makeToken()
  const device = await house.connections.slow.transaction(async (tx) => {
    const [row] = await tx
      .update(devices)
      .set({ tokenHash: hashToken(token), enrolHash: null, enrolUntil: null, seenAt: house.clock.now() })
      .where(and(eq(devices.enrolHash, hashToken(code)), gt(devices.enrolUntil, house.clock.now())))
      .returning()
    if (!row) throw new Problem('code-not-valid')
    const device = input.former ? await withFormerNumber(tx, row, { token: input.former, now: house.clock.now() }) : row
    const { id, pointId, kind } = device
    await record(tx, asked, { pointId, act: 'enrol-device', what: { deviceId: id }, actor: { kind, id } })
    return device
  })
  takeBack()
  house.live.ring(device.pointId)
  house.doorbell.ring(shownOnly(device.pointId))
  return { id: device.id, pointId: device.pointId, kind: device.kind, number: device.number, token }
}

type Device = typeof devices.$inferSelect

/**
 * A device that was taken out of this point less than a day ago gets its number back: the emergency numbers that it still has to hand in
 * bear it. Any other keeps the number that it was announced with.
 */
async function withFormerNumber(tx: Tx, device: Device, former: { token: string; now: Instant }): Promise<Device> {
  const out = and(isNull(devices.tokenHash), isNull(devices.enrolHash), gt(devices.enrolUntil, former.now))
  const itself = and(eq(devices.pointId, device.pointId), eq(devices.kind, device.kind), eq(devices.formerHash, hashToken(former.token)))
  const [gone] = await tx.delete(devices).where(and(itself, out)).returning({ number: devices.number })
  if (!gone) return device
  const [again] = await tx.update(devices).set({ number: gone.number }).where(eq(devices.id, device.id)).returning()
  return again ?? device
}
