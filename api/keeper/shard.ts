import { commit, type Guards, type Part, type PartOutcome } from '../../db/commit.ts'
import { databaseError, open } from '../../db/connect.ts'
import { inTime, isLoss } from '../../db/lines.ts'

export type Batch = { part: Part; done: (outcome: PartOutcome) => void; lost: (why: Lost) => void }
/**
 * Why a batch did not come through: `row` where the database refused a row, `passing` where it refused for the moment (nothing is written
 * either way), `unknown` where nobody knows what happened.
 */
export type Lost = { kind: 'row' | 'passing' | 'unknown'; error: unknown }

/** Hands over what is ready, at most so many changes. */
export type Collect = (limit: number) => Batch[]

const statementMs = 4000

/**
 * One line to the database. With nothing in flight what is ready goes out at once; otherwise it waits for the commit in flight and goes
 * with all that came meanwhile. A commit that does not answer in time costs the connection: its outcome is unknown.
 */
export function makeShard(given: { url: string; deadlineMs: number; batchMax: number; collect: Collect; guards?: Guards }) {
  let sql = open(given.url, { max: 1, statementMs })
  let pid: number | null = null
  let draining: Promise<void> | null = null

  async function drain(): Promise<void> {
    for (;;) {
      const batch = given.collect(given.batchMax)
      if (batch.length === 0) return
      await send(batch)
    }
  }

  async function send(batch: Batch[]): Promise<void> {
    try {
      const outcomes = await inTime(commitOf(batch), given.deadlineMs)
      for (const [i, b] of batch.entries()) b.done(outcomes[i]!)
    } catch (error) {
      const kind = lostBy(error)
      if (kind === 'unknown') reopen()
      if (kind === 'row' && batch.length > 1) for (const one of batch) await send([one])
      else for (const b of batch) b.lost({ kind, error })
    }
  }

  async function commitOf(batch: Batch[]): Promise<PartOutcome[]> {
    const mine = sql
    pid ??= Number((await mine`select pg_backend_pid() as pid`)[0]!.pid)
    const parts = batch.map((b) => b.part)
    return commit(mine, parts, given.guards)
  }

  /** What was given up must not be written after all when its connection wakes up: the database is told to end it. */
  function reopen(): void {
    const [old, oldPid] = [sql, pid]
    sql = open(given.url, { max: 1, statementMs })
    pid = null
    void old.end({ timeout: 0 }).catch(() => {})
    if (oldPid !== null) void inTime(sql`select pg_terminate_backend(${oldPid})`, given.deadlineMs).catch(() => {})
  }

  return {
    /** Says that something is ready. */
    wake(): void {
      draining ??= drain().finally(() => {
        draining = null
      })
    },
    /** Ends when what is under way has ended. */
    async close(): Promise<void> {
      await draining
      await sql.end({ timeout: 2 })
    },
  }
}
export type Shard = ReturnType<typeof makeShard>

function lostBy(error: unknown): Lost['kind'] {
  const code = databaseError(error)?.code ?? ''
  if (/^(22|23|42)/.test(code)) return 'row'
  return isLoss(error) || !/^[0-9A-Z]{5}$/.test(code) ? 'unknown' : 'passing'
}
