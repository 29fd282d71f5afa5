import { sql } from 'drizzle-orm'
import { type Instant, iso } from '../../domain/time.ts'
import type { Tx } from '../once.ts'

/** A line of history for each point that an import touched. Ids and names of fields only. */
export async function recordImport(
  tx: Tx,
  at: Instant,
  lines: readonly { pointId: string; what: Record<string, unknown> }[],
): Promise<void> {
  const sorted = [...lines].sort((a, b) => (a.pointId < b.pointId ? -1 : 1))
  if (sorted.length === 0) return
  const json = JSON.stringify(sorted.map(({ pointId, what }) => ({ point_id: pointId, what })))
  const from = sql`json_to_recordset(${json}::text::json) as x(point_id text, what jsonb)`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('history access ' || x.point_id)) from ${from}`)
  await tx.execute(sql`
    insert into history (point_id, stream, version, line, at, actor_kind, actor_id, act, what)
    select x.point_id, 'access', coalesce((select max(h.version) from history h where h.point_id = x.point_id and h.stream = 'access'), 0) + 1, 0,
      ${iso(at)}::timestamptz, 'job', 'import', 'import', x.what from ${from}`)
}
