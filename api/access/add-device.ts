import { and, eq, isNull, lte } from 'drizzle-orm'
import type { addDevice as addDeviceRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { devices } from '../../db/tables/access.ts'
import { points } from '../../db/tables/catalogue.ts'
import type { PointId } from '../../domain/ids.ts'
import { type Instant, iso, minuteMs } from '../../domain/time.ts'
import { shownOnly } from '../doorbell.ts'
import { once, record, type Tx } from '../once.ts'
import { hashToken } from '../secrets.ts'
import type { Verb } from '../serve.ts'

const codeLastsMs = 15 * minuteMs
const numberMax = 99

/** The code is worked out from the id and the deployment's key, so that asking twice says it twice and nobody keeps it. */
export const addDevice: Verb<typeof addDeviceRoute> = async (asked) => {
  const { house, input, key } = asked
  const { point: pointId, kind } = input
  const code = house.secrets.enrolCode(key)
  const ids = await once(asked, pointId, async (tx) => {
    const now = house.clock.now()
    const enrolUntil = now + codeLastsMs
    const number = await freeNumber(tx, { pointId, kind, now })
    await tx.insert(devices).values({ id: key, pointId, kind, number, enrolHash: hashToken(code), enrolUntil })
    await record(tx, asked, { pointId, act: 'add-device', what: { deviceId: key, kind, number } })
    return { deviceId: key, number, enrolUntil }
  })
  house.live.ring(pointId)
  house.doorbell.ring(shownOnly(pointId))
  return { id: key, kind, number: Number(ids.number), code, until: iso(Number(ids.enrolUntil)) }
}

/** The lowest number of its kind that no device has; what was announced and never came makes room, and in the end what was taken out. */
async function freeNumber(tx: Tx, given: { pointId: PointId; kind: 'kiosk' | 'display'; now: Instant }): Promise<number> {
  const { pointId, kind, now } = given
  await tx.select({ id: points.id }).from(points).where(eq(points.id, pointId)).for('update')
  const here = and(eq(devices.pointId, pointId), eq(devices.kind, kind))
  await tx.delete(devices).where(and(here, isNull(devices.tokenHash), lte(devices.enrolUntil, now)))
  const taken = new Set((await tx.select({ number: devices.number }).from(devices).where(here)).map((d) => d.number))
  for (let number = 1; number <= numberMax; number++) if (!taken.has(number)) return number
  throw new Problem('limit-reached')
}
