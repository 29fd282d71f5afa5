import { and, eq, isNull } from 'drizzle-orm'
import type { endDiversion as endDiversionRoute } from '../../contract/network.ts'
import { Problem } from '../../contract/problems.ts'
import { diversions } from '../../db/tables/catalogue.ts'
import { iso } from '../../domain/time.ts'
import { record } from '../once.ts'
import type { Verb } from '../serve.ts'
import { ringDiversion } from './ring-diversion.ts'

/** Nobody is offered it any more; who said yes before keeps their place. Twice gives the same answer. */
export const endDiversion: Verb<typeof endDiversionRoute> = async (asked) => {
  const { house, input } = asked
  const one = and(eq(diversions.pointId, input.point), eq(diversions.id, input.diversion))
  const row = await house.connections.slow.transaction(async (tx) => {
    const endedAt = house.clock.now()
    const [ended] = await tx
      .update(diversions)
      .set({ endedAt })
      .where(and(one, isNull(diversions.endedAt)))
      .returning()
    if (ended)
      await record(tx, asked, { pointId: input.point, act: 'end-diversion', what: { diversionId: ended.id, toPointId: ended.toPointId } })
    return ended ?? (await tx.select().from(diversions).where(one))[0]
  })
  if (!row) throw new Problem('not-found', { diversionId: input.diversion })
  await ringDiversion(house, [row.pointId, row.toPointId])
  return { id: row.id, endedAt: iso(row.endedAt!) }
}
