import { commit, type Guards, type Part, type PartOutcome } from '../../db/commit.ts'
import { databaseError, open, type Sql } from '../../db/connect.ts'
import { inTime, isLoss } from '../../db/lines.ts'

export type Batch = { part: Part; done: (outcome: PartOutcome) => void; lost: (why: Lost) => void }
/**
 * Why a batch did not come through: `row` where the database refused a row, `passing` where it refused for the moment (nothing is written
 * either way), `unknown` where nobody knows what happened.
 */
export type Lost = { kind: 'row' | 'passing' | 'unknown'; error: unknown }

/** What a line takes its batches from. */
export type Waiting = {
  /** How many points have something ready. */
  count(): number
  /** Hands over what is ready, at most so many changes; never of a point that is in flight. */
  collect(limit: number): Batch[]
}

const statementMs = 4000
const inFlightMax = 2
/** So many points are worth a statement of their own behind one that is in flight. */
const worthPoints = 32

type Given = { url: string; deadlineMs: number; batchMax: number; waiting: Waiting; guards?: Guards }

/**
 * One line to the database. With nothing in flight what is ready goes out at once; otherwise it waits for the commit in flight and goes
 * with all that came meanwhile. Where much waits, it goes behind the one in flight, so that the database finds work when that is done. A
 * commit that does not answer in time costs the connection: its outcome is unknown.
 */
export function makeShard(given: Given) {
  const { waiting, batchMax } = given
  const line = makeLine(given)
  let inFlight = 0
  let landed: PromiseWithResolvers<void> | null = null

  function send(): void {
    while (inFlight < inFlightMax && waiting.count() >= (inFlight === 0 ? 1 : worthPoints)) {
      const batch = waiting.collect(batchMax)
      if (batch.length > 0) void fly(batch)
    }
  }

  /** Nothing stands between what a commit brought and the next one: the database works while answers go out and requests come in. */
  async function fly(batch: Batch[]): Promise<void> {
    const on = line.now()
    inFlight += 1
    try {
      const outcomes = await line.commit(on, batch)
      for (let i = 0; i < batch.length; i++) (batch[i] as Batch).done(outcomes[i] as PartOutcome)
    } catch (error) {
      await lost(on, batch, error)
    } finally {
      inFlight -= 1
      if (inFlight === 0) landed?.resolve()
      send()
    }
  }

  /** Where a row was refused, each part is tried by itself; else nobody's change came through. */
  async function lost(on: Sql, batch: Batch[], error: unknown): Promise<void> {
    const kind = lostBy(error)
    if (kind === 'unknown') line.reopen(on)
    if (kind !== 'row' || batch.length === 1) for (const b of batch) b.lost({ kind, error })
    else
      for (const one of batch) {
        const again = line.now()
        await line.commit(again, [one]).then(
          ([outcome]) => one.done(outcome as PartOutcome),
          (error) => lost(again, [one], error),
        )
      }
  }

  return {
    /** Says that something is ready. */
    wake: send,
    /** Ends when what is under way has ended. */
    async close(): Promise<void> {
      for (; inFlight > 0; await landed.promise) landed = Promise.withResolvers()
      await line.end()
    },
  }
}
export type Shard = ReturnType<typeof makeShard>

/** A connection that commits in time or is given up for another. */
function makeLine({ url, deadlineMs, guards }: Given) {
  let sql = open(url, { max: 1, statementMs })
  let pid: number | null = null

  async function knowPid(mine: Sql): Promise<void> {
    const [row] = await mine`select pg_backend_pid() as pid`
    if (mine === sql) pid = Number(row!.pid)
  }

  return {
    /** The connection of this moment: what was given up on it must not go out on the next one. */
    now: (): Sql => sql,
    /** Commits a batch; throws what the database says, or `NoAnswer`. */
    commit(on: Sql, batch: readonly Batch[]): Promise<PartOutcome[]> {
      const parts = batch.map((b) => b.part)
      return inTime(pid === null ? knowPid(on).then(() => commit(on, parts, guards)) : commit(on, parts, guards), deadlineMs)
    },
    /** What was given up must not be written after all when its connection wakes up: the database is told to end it. */
    reopen(broken: Sql): void {
      // Two commits may be lost with one connection.
      if (broken !== sql) return
      const oldPid = pid
      sql = open(url, { max: 1, statementMs })
      pid = null
      void broken.end({ timeout: 0 }).catch(() => {})
      if (oldPid !== null) void inTime(sql`select pg_terminate_backend(${oldPid})`, deadlineMs).catch(() => {})
    },
    end: () => sql.end({ timeout: 2 }),
  }
}

function lostBy(error: unknown): Lost['kind'] {
  const code = databaseError(error)?.code ?? ''
  if (/^(22|23|42)/.test(code)) return 'row'
  return isLoss(error) || !/^[0-9A-Z]{5}$/.test(code) ? 'unknown' : 'passing'
}
