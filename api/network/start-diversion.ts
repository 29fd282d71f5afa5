import { sql } from 'drizzle-orm'
import type { startDiversion as startDiversionRoute } from '../../contract/network.ts'
import { Problem } from '../../contract/problems.ts'
import { diversions } from '../../db/tables/catalogue.ts'
import { type Diversion, mayStand } from '../../domain/diversion.ts'
import { iso } from '../../domain/time.ts'
import { loadDiversions } from '../diversions.ts'
import { once, record, type Tx } from '../once.ts'
import type { Asked, Verb } from '../serve.ts'
import { ringDiversion } from './ring-diversion.ts'

type Starting = Asked<typeof startDiversionRoute>

const usualGainMinutes = 10

/** Visitors of one point are offered another for a while. What stands already is read under a lock: two cannot start each other's opposite. */
export const startDiversion: Verb<typeof startDiversionRoute> = async (asked) => {
  const { house, input, key } = asked
  refuseUnknown(asked)
  await once(asked, input.point, async (tx) => {
    const now = house.clock.now()
    const diversion: Diversion = {
      id: key,
      fromPointId: input.point,
      toPointId: input.toPoint,
      serviceIds: input.serviceIds ?? [],
      startedAt: now,
      until: input.until,
      minGainMinutes: input.minGainMinutes ?? usualGainMinutes,
      concerns: input.concerns ?? 'walk-ins',
    }
    await tx.execute(sql`lock table diversions in share row exclusive mode`)
    const refusal = mayStand(diversion, await loadDiversions(tx, now), now)
    if (refusal) throw new Problem(refusal.refused, refusal.details)
    await put(tx, asked, diversion)
    return { id: key }
  })
  await ringDiversion(house, [input.point, input.toPoint])
  return { id: key, pointId: input.point, toPointId: input.toPoint, until: iso(input.until) }
}

/** Both points have to be there, to be somewhere, and to have the services. */
function refuseUnknown({ house, input }: Starting): void {
  for (const id of [input.point, input.toPoint]) {
    const point = house.catalogue.point(id)
    if (!point || point.latitude === null || point.longitude === null) throw new Problem('no-transfer-target', { pointId: id })
    const missing = input.serviceIds?.find((s) => !house.catalogue.service(id, s))
    if (missing) throw new Problem('service-not-here', { serviceId: missing, pointId: id })
  }
}

async function put(tx: Tx, asked: Starting, diversion: Diversion): Promise<void> {
  const { id, fromPointId, toPointId, serviceIds, startedAt, until, minGainMinutes, concerns } = diversion
  const staffId = asked.identity.kind === 'staff' ? asked.identity.staffId : ''
  await tx
    .insert(diversions)
    .values({ id, pointId: fromPointId, toPointId, serviceIds: [...serviceIds], startedAt, until, minGainMinutes, concerns, staffId })
  const what = { diversionId: id, toPointId, serviceIds, until: iso(until), minGainMinutes, concerns }
  await record(tx, asked, { pointId: fromPointId, act: 'start-diversion', what })
}
