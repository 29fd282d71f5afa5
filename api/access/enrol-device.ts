import { and, eq, gt } from 'drizzle-orm'
import type { enrolDevice as enrolDeviceRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { devices } from '../../db/tables/access.ts'
import { readReference } from '../../domain/reference.ts'
import { networkOf } from '../address.ts'
import { shownOnly } from '../doorbell.ts'
import { record } from '../once.ts'
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
    const { id, pointId, kind } = row
    await record(tx, asked, { pointId, act: 'enrol-device', what: { deviceId: id }, actor: { kind, id } })
    return row
  })
  takeBack()
  house.live.ring(device.pointId)
  house.doorbell.ring(shownOnly(device.pointId))
  return { id: device.id, pointId: device.pointId, kind: device.kind, number: device.number, token }
}
