import postgres from 'postgres'
import { commit, type Guards, type Part, type PartOutcome } from '../../db/commit.ts'
import { databaseError, type Sql } from '../../db/connect.ts'

export type Batch = { part: Part; done: (outcome: PartOutcome) => void; lost: (why: Lost) => void }
/** Why a batch did not come through: `row` where the database refused a row, `unknown` where nobody knows what happened. */
export type Lost = { kind: 'row' | 'unknown'; error: unknown }

/** Hands over what is ready, at most so many changes. */
export type Collect = (limit: number) => Batch[]

/**
 * One line to the database. With nothing in flight what is ready goes out at once; otherwise it waits for the commit in flight and goes
 * with all that came meanwhile. A commit that does not answer in time costs the connection: its outcome is unknown.
 */
export function makeShard(given: { url: string; deadlineMs: number; batchMax: number; collect: Collect; guards?: Guards }) {
  let sql = open(given.url)
  let running = false
  let closed = false

  async function drain(): Promise<void> {
    running = true
    while (!closed) {
      const batch = given.collect(given.batchMax)
      if (batch.length === 0) break
      await send(batch)
    }
    running = false
  }

  async function send(batch: Batch[]): Promise<void> {
    try {
      const outcomes = await inTime(
        commit(
          sql,
          batch.map((b) => b.part),
          given.guards,
        ),
        given.deadlineMs,
      )
      for (const [i, b] of batch.entries()) b.done(outcomes[i]!)
    } catch (error) {
      const kind = databaseError(error)?.code.match(/^(22|23|42)/) ? 'row' : 'unknown'
      if (kind === 'unknown') await reopen()
      if (kind === 'row' && batch.length > 1) for (const one of batch) await send([one])
      else for (const b of batch) b.lost({ kind, error })
    }
  }

  async function reopen(): Promise<void> {
    const old = sql
    sql = open(given.url)
    await old.end({ timeout: 0 }).catch(() => {})
  }

  return {
    /** Says that something is ready. */
    wake(): void {
      if (!running) void drain()
    },
    async close(): Promise<void> {
      closed = true
      await sql.end({ timeout: 2 })
    },
  }
}
export type Shard = ReturnType<typeof makeShard>

const open = (url: string): Sql =>
  postgres(url, {
    max: 1,
    connect_timeout: 2,
    idle_timeout: 0,
    max_lifetime: null,
    backoff: false,
    onnotice() {},
    connection: { TimeZone: 'UTC', statement_timeout: 4000, lock_timeout: 2000 },
  })

/** Refuses to wait longer than `ms` for an answer. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}
