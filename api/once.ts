import { and, eq, sql } from 'drizzle-orm'
import type { AnyRoute } from '../contract/ask.ts'
import { Problem } from '../contract/problems.ts'
import type { Database } from '../db/connect.ts'
import { answers, history } from '../db/tables/hall.ts'
import type { Actor, PointId } from '../domain/ids.ts'
import { actorOf } from './identity.ts'
import type { Asked } from './serve.ts'

export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]
type Ids = Record<string, unknown>

/** Stands where a point would, for what belongs to the whole network. */
export const wholeNetwork = '*'

/**
 * A plain write under the key of its request: `run` and the remembered ids are one transaction, and the same request again gets the same
 * ids without running. The same key with another body is refused. `run` must not give anything secret to be remembered.
 */
export async function once<T extends AnyRoute>(
  asked: Asked<T>,
  pointId: PointId | typeof wholeNetwork,
  run: (tx: Tx) => Promise<Ids>,
): Promise<Ids> {
  const { house, key, fingerprint } = asked
  return house.connections.slow.transaction(async (tx) => {
    const row = { pointId, key, fingerprint, ids: {}, at: house.clock.now() }
    const [mine] = await tx.insert(answers).values(row).onConflictDoNothing().returning({ key: answers.key })
    const here = and(eq(answers.pointId, pointId), eq(answers.key, key))
    if (!mine) {
      const [known] = await tx.select().from(answers).where(here)
      if (known?.fingerprint !== fingerprint) throw new Problem('idempotency-key-reused')
      return known.ids
    }
    const ids = await run(tx)
    await tx.update(answers).set({ ids }).where(here)
    return ids
  })
}

/** Writes a line of history beside those of hall and calendar: who gave whom access to what. Ids and codes only. */
export async function record(
  tx: Tx,
  asked: Pick<Asked<AnyRoute>, 'house' | 'identity'>,
  line: { pointId: PointId | typeof wholeNetwork; act: string; what: Record<string, unknown>; actor?: Actor },
): Promise<void> {
  const { pointId, act, what } = line
  const actor = line.actor ?? actorOf(asked.identity)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`history access ${pointId}`}))`)
  const [last] = await tx
    .select({ version: sql<number>`coalesce(max(${history.version}), 0)::int` })
    .from(history)
    .where(and(eq(history.pointId, pointId), eq(history.stream, 'access')))
  await tx.insert(history).values({
    pointId,
    stream: 'access',
    version: (last?.version ?? 0) + 1,
    line: 0,
    at: asked.house.clock.now(),
    actorKind: actor.kind,
    actorId: actor.id,
    act,
    what,
  })
}
