import { createHash } from 'node:crypto'
import type { Sql } from '../../db/connect.ts'
import { writeInstant } from '../../db/tables/columns.ts'
import type { PointId } from '../../domain/ids.ts'
import { minuteMs } from '../../domain/time.ts'
import { countEach, type Job } from './job.ts'

const streamsMax = 200
const linesMax = 1000
const roundsMax = 30

/**
 * History is append-only: nothing updates or deletes a line but this, which writes its seal once. The seal of a line is the SHA-256 of the
 * seal before it in its stream (a hall's day, or a point's calendar) and of everything in the line, so that a line that is changed, taken out
 * or slipped in later breaks every seal after it. Lines of a stream become visible in the order of their versions, since each commit holds
 * the version row; so what is seen unsealed is always the end of the chain.
 */
export const sealHistory: Job = {
  name: 'seal-history',
  everyMs: 20_000,
  async run({ house }) {
    let sealed = 0
    for (let round = 0; round < roundsMax; round++) {
      const before = sealed
      sealed += await sealSome(house.connections.slowSql)
      if (sealed === before) break
    }
    return sealed
  },
}

async function sealSome(sql: Sql): Promise<number> {
  const streams = await sql`
    select distinct point_id, stream from (
      select point_id, stream from history where seal is null limit ${streamsMax * 50}) h limit ${streamsMax}`
  let sealed = 0
  await countEach(streams, 2, async ({ point_id, stream }) => {
    sealed += await sealStream(sql, point_id, stream)
    return true
  })
  return sealed
}

/** What of history is wrong: the first line whose seal is not what it should be, and lines that should have been sealed by now. */
export type Verified = { lines: number; unsealed: number; broken: { stream: string; version: number; line: number } | null }

async function sealStream(given: Sql, pointId: PointId, stream: string): Promise<number> {
  return given.begin(async (tx) => {
    const sql = tx as unknown as Sql
    const lines = await sql`
      select version, line, ${content(sql)} as content from history where point_id = ${pointId} and stream = ${stream} and seal is null
      order by version, line limit ${linesMax} for update`
    const first = lines[0]
    if (!first) return 0
    const [before] = await sql`
      select seal from history where point_id = ${pointId} and stream = ${stream} and (version, line) < (${first.version}, ${first.line})
      order by version desc, line desc limit 1`
    if (before && before.seal === null) return 0
    let seal: string = before?.seal ?? ''
    const seals = lines.map((l) => {
      seal = sealOf(seal, l.content)
      return seal
    })
    const [versions, places] = [lines.map((l) => l.version), lines.map((l) => l.line)]
    await sql`
      update history h set seal = x.seal from unnest(${versions}::bigint[], ${places}::int[], ${seals}::text[]) as x(version, line, seal)
      where h.point_id = ${pointId} and h.stream = ${stream} and h.version = x.version and h.line = x.line and h.seal is null`
    return lines.length
  })
}

/** Follows the chains of a point from their beginnings. `now` tells which unsealed lines should have been sealed (a minute is allowed). */
export async function verifyHistory(sql: Sql, pointId: PointId, now: number): Promise<Verified> {
  const verified: Verified = { lines: 0, unsealed: 0, broken: null }
  let stream = ''
  let seal = ''
  const late = writeInstant(now - minuteMs)
  const rows = sql`
    select stream, version, line, seal, at < ${late} as late, ${content(sql)} as content from history where point_id = ${pointId}
    order by stream, version, line`.cursor(linesMax)
  for await (const batch of rows)
    for (const row of batch) {
      if (row.stream !== stream) [stream, seal] = [row.stream, '']
      verified.lines++
      seal = sealOf(seal, row.content)
      if (row.seal === null && row.late) verified.unsealed++
      if (row.seal !== null && row.seal !== seal) verified.broken ??= { stream, version: Number(row.version), line: row.line }
    }
  return verified
}

/** Everything of a line in one text: jsonb has its keys in one order, whoever wrote them. */
const content = (sql: Sql) =>
  sql`json_build_array(point_id, stream, version, line, (extract(epoch from at) * 1000)::bigint, actor_kind, actor_id, act, what)::text`

const sealOf = (before: string, content: string): string => createHash('sha256').update(`${before}\n${content}`).digest('base64url')
