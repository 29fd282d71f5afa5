import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { enrolDevice as enrolDeviceRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { devices } from '../../db/tables/access.ts'
import { readReference } from '../../domain/reference.ts'
import type { Instant } from '../../domain/time.ts'
import { networkOf } from '../address.ts'
import { shownOnly } from '../doorbell.ts'
import { record, type Tx } from '../once.ts'
import { hashToken, makeToken } from '../secrets.ts'
import type { Asked, Verb } from '../serve.ts'

/** A machine that minted its token itself and did not hear the answer asks again, and is told the same. */
export const enrolDevice: Verb<typeof enrolDeviceRoute> = async (asked) => {
  const { house, input, address } = asked
  const takeBack = house.tries.begin([`code ${networkOf(address)}`])
  const code = readReference(input.code)
  if (!code) throw new Problem('code-not-valid')
  const token = input.token ?? makeToken()
  const device = await house.connections.slow.transaction(
    async (tx) => (await withCode(tx, asked, { code, token })) ?? (await withToken(tx, token)),
  )
  if (!device) throw new Problem('code-not-valid')
  takeBack()
  if (input.former) house.identify.forget()
  house.live.ring(device.pointId)
  house.doorbell.ring(shownOnly(device.pointId))
  return { id: device.id, pointId: device.pointId, kind: device.kind, number: device.number, token }
}

type Device = typeof devices.$inferSelect

/** One statement takes the code and gives the token, so that of two at once only one gets it. */
async function withCode(tx: Tx, asked: Asked<typeof enrolDeviceRoute>, given: { code: string; token: string }): Promise<Device | null> {
  const { house, input } = asked
  const now = house.clock.now()
  const [row] = await tx
    .update(devices)
    .set({ tokenHash: hashToken(given.token), enrolHash: null, enrolUntil: null, seenAt: now })
    .where(and(eq(devices.enrolHash, hashToken(given.code)), gt(devices.enrolUntil, now)))
    .returning()
  if (!row) return null
  const device = input.former ? await withFormerNumber(tx, row, { token: input.former, now }) : row
  const { id, pointId, kind } = device
  await record(tx, asked, { pointId, act: 'enrol-device', what: { deviceId: id }, actor: { kind, id } })
  return device
}

async function withToken(tx: Tx, token: string): Promise<Device | undefined> {
  return (
    await tx
      .select()
      .from(devices)
      .where(eq(devices.tokenHash, hashToken(token)))
  )[0]
}

/**
 * The same machine under another code: whoever shows what a device of this point is known by, or was until it was taken out less than a day ago,
 * is that device, and keeps its number. The emergency numbers that it still has to hand in bear it. Any other keeps the number it was announced with.
 */
async function withFormerNumber(tx: Tx, device: Device, former: { token: string; now: Instant }): Promise<Device> {
  const shown = hashToken(former.token)
  const out = and(isNull(devices.tokenHash), isNull(devices.enrolHash), gt(devices.enrolUntil, former.now), eq(devices.formerHash, shown))
  const itself = and(eq(devices.pointId, device.pointId), eq(devices.kind, device.kind), or(eq(devices.tokenHash, shown), out))
  const [gone] = await tx.delete(devices).where(itself).returning({ number: devices.number })
  if (!gone) return device
  const [again] = await tx.update(devices).set({ number: gone.number }).where(eq(devices.id, device.id)).returning()
  return again ?? device
}
