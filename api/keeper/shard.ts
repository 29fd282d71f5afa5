import { commit, type Guards, type Part, type PartOutcome } from '../../db/commit.ts'
import { databaseError, open, type Sql } from '../../db/connect.ts'
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

  /** Nothing stands between what a commit brought and the next one: the database works while answers go out and requests come in. */
  async function drain(): Promise<void> {
    for (let batch = given.collect(given.batchMax); batch.length > 0; batch = given.collect(given.batchMax)) {
      try {
        const outcomes = await inTime(commitOf(batch), given.deadlineMs)
        for (let i = 0; i < batch.length; i++) (batch[i] as Batch).done(outcomes[i] as PartOutcome)
      } catch (error) {
        await lost(batch, error)
      }
    }
  }

  /** Where a row was refused, each part is tried by itself; else nobody's change came through. */
  async function lost(batch: Batch[], error: unknown): Promise<void> {
    const kind = lostBy(error)
    if (kind === 'unknown') reopen()
    if (kind !== 'row' || batch.length === 1) for (const b of batch) b.lost({ kind, error })
    else
      for (const one of batch)
        await inTime(commitOf([one]), given.deadlineMs).then(
          ([outcome]) => one.done(outcome as PartOutcome),
          (again) => lost([one], again),
        )
  }

  function commitOf(batch: Batch[]): Promise<PartOutcome[]> {
    const mine = sql
    const parts = batch.map((b) => b.part)
    // On the line of this moment and no other: a batch that was given up meanwhile must not go out on the next one.
    return pid === null ? knowPid(mine).then(() => commit(mine, parts, given.guards)) : commit(mine, parts, given.guards)
  }

  async function knowPid(mine: Sql): Promise<void> {
    const [row] = await mine`select pg_backend_pid() as pid`
    if (mine === sql) pid = Number(row!.pid)
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
