import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Point } from '../../api/catalogue.ts'
import { open, type Sql } from '../../db/connect.ts'
import type { Day } from '../../domain/time.ts'
import { type MadeUp, madeUpYear } from './made-up.ts'

const pointsAtOnce = 8
const statementMs = 60_000
const columns =
  'point_id, day, service_id, web, phone, desk, partner, walk_in, finished, missed, "left", sent, simulated, wait_minutes, said_minutes'

type Given = {
  databaseUrl: string
  points: readonly Point[]
  /** The last day that is made up. */
  untilDay: Day
  seed?: number
  /** It rests so many times as long as it worked, so that nobody notices. */
  restTimes: number
  stopped: () => boolean
  say?: (rows: number) => void
}

/**
 * Writes what a year came to at points that have no made-up day yet. A few points at a time, each batch whole, so that it goes on where it was
 * stopped; no day on which there was a real hall is touched. Answers how many rows were made.
 */
export async function backfillYear(given: Given): Promise<number> {
  const sql = open(given.databaseUrl, { max: 1, statementMs })
  try {
    const left = await withoutYear(sql, given.points)
    let made = 0
    while (left.length > 0 && !given.stopped()) {
      const began = performance.now()
      made += await copyYears(sql, left.splice(0, pointsAtOnce), given)
      given.say?.(made)
      await pause(given.restTimes * (performance.now() - began))
    }
    return made
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function withoutYear(sql: Sql, points: readonly Point[]): Promise<Point[]> {
  const rows = await sql`
    select id from unnest(${points.map((p) => p.id)}::text[]) as x(id)
    where not exists (select 1 from day_totals t where t.point_id = x.id and t.simulated)`
  const missing = new Set(rows.map((r) => r.id))
  return points.filter((p) => missing.has(p.id))
}

async function copyYears(sql: Sql, points: readonly Point[], { untilDay, seed }: Given): Promise<number> {
  const rows = await sql`select point_id, day::text as day from halls where point_id = any(${points.map((p) => p.id)})`
  let made = 0
  async function* lines() {
    for (const point of points) {
      const real = new Set(rows.filter((r) => r.point_id === point.id).map((r) => r.day as Day))
      const year = madeUpYear(point, untilDay, real, seed)
      made += year.length
      yield year.map((row) => lineOf(point.id, row)).join('')
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  // One statement: a batch is there whole or not at all.
  const into = await sql.unsafe(`copy day_totals (${columns}) from stdin`).writable()
  await pipeline(Readable.from(lines()), into)
  return made
}

const lineOf = (pointId: string, { day, serviceId, channels, finished, missed, left, waits }: MadeUp): string =>
  `${pointId}\t${day}\t${serviceId}\t${channels.join('\t')}\t${finished}\t${missed}\t${left}\t0\tt\t{${waits.map((w) => w.wait).join()}}\t{${waits.map((w) => w.said ?? 'NULL').join()}}\n`

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
