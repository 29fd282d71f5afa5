import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm'
import type { listDevices as listDevicesRoute } from '../../contract/access.ts'
import { devices } from '../../db/tables/access.ts'
import { alertOf } from '../../domain/device.ts'
import { iso } from '../../domain/time.ts'
import type { Verb } from '../serve.ts'

export const listDevices: Verb<typeof listDevicesRoute> = async ({ house, input }) => {
  const now = house.clock.now()
  const { name, zone } = house.catalogue.point(input.point)!
  const announced = and(isNotNull(devices.enrolHash), gt(devices.enrolUntil, now))
  const rows = await house.connections.slow
    .select()
    .from(devices)
    .where(and(eq(devices.pointId, input.point), or(isNotNull(devices.tokenHash), announced)))
    .orderBy(asc(devices.kind), asc(devices.number))
  return {
    at: iso(now),
    name,
    zone,
    devices: rows.map(({ id, kind, number, paper, stray, seenAt, tokenHash, enrolUntil }) => ({
      id,
      kind,
      number,
      paper,
      seenAt: seenAt === null ? null : iso(seenAt),
      alert: tokenHash === null ? null : alertOf({ paper, stray, seenAt }, now),
      codeUntil: tokenHash === null && enrolUntil !== null ? iso(enrolUntil) : null,
    })),
  }
}
