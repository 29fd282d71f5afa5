import type postgres from 'postgres'

type Sql = postgres.Sql

/** No answer in time: nobody knows what the database did. */
export class NoAnswer extends Error {
  readonly code = 'CONNECTION_NO_ANSWER'
}

/** Connections that are lent to one user at a time. */
export type Lines = {
  /**
   * Runs something on a connection of its own, once one is free, for at most `ms`; waits at most `ms` for one. Throws what it throws, or
   * `NoAnswer`: nothing was asked where none came free, else the connection is gone.
   */
  use<T>(ms: number, run: (sql: Sql) => Promise<T>): Promise<T>
  /** The same inside a transaction, which is rolled back when it throws. */
  begin<T>(ms: number, run: (sql: Sql) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * At most `max` connections, each made by `open` (for one connection) when it is needed. One that failed is thrown away with all that was
 * under way on it, so that nothing that was given up can still be committed.
 */
export function makeLines(open: () => Sql, max: number): Lines {
  const free: Sql[] = []
  const waiting: (() => void)[] = []
  let out = 0

  function turn(ms: number): Promise<void> {
    const { promise, resolve: go } = Promise.withResolvers<void>()
    waiting.push(go)
    return inTime(promise, ms).catch((error) => {
      const place = waiting.indexOf(go)
      // Called at the last moment, it is somebody else's turn at once.
      if (place < 0) pass()
      else waiting.splice(place, 1)
      throw error
    })
  }

  function pass(): void {
    const next = waiting.shift()
    if (next) next()
    else out--
  }

  async function use<T>(ms: number, run: (sql: Sql) => Promise<T>): Promise<T> {
    if (out >= max) await turn(ms)
    else out++
    const sql = free.pop() ?? open()
    try {
      const result = await inTime(run(sql), ms)
      free.push(sql)
      return result
    } catch (error) {
      void sql.end({ timeout: 0 }).catch(() => {})
      throw error
    } finally {
      pass()
    }
  }

  async function inTransaction<T>(sql: Sql, run: (sql: Sql) => Promise<T>): Promise<{ result: T } | { error: unknown }> {
    await sql`begin`
    try {
      const result = await run(sql)
      await sql`commit`
      return { result }
    } catch (error) {
      if (isLoss(error)) throw error
      await sql`rollback`
      return { error }
    }
  }

  return {
    use,
    async begin(ms, run) {
      const ended = await use(ms, (sql) => inTransaction(sql, run))
      if ('error' in ended) throw ended.error
      return ended.result
    },
    async close() {
      await Promise.all(free.splice(0).map((sql) => sql.end({ timeout: 1 }).catch(() => {})))
    },
  }
}

/** Refuses to wait longer than `ms` for an answer: throws `NoAnswer`. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new NoAnswer(`no answer within ${ms} ms`)), ms)
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}

/** True for what the driver says of a broken connection, and for a database that is going down. */
export function isLoss(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^(08|57P|E?CONN|EPIPE|ETIMEDOUT|EHOST|ENET)/.test(code)
}
