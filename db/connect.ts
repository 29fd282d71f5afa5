import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { makeLines } from './lines.ts'
import { makeSteady, type Told, watched } from './steady.ts'
import * as access from './tables/access.ts'
import * as calendar from './tables/calendar.ts'
import * as catalogue from './tables/catalogue.ts'
import * as hall from './tables/hall.ts'

export type Sql = postgres.Sql
const quickMs = 2500
const slowMs = 5000
const graceMs = 1000
const transactionsMax = 4
/** A whole network is seeded in one; what is stuck on the way ends by the deadlines of its statements. */
const transactionMs = 120_000
const tables = { ...access, ...calendar, ...catalogue, ...hall }
export type Database = ReturnType<typeof drizzle<typeof tables>>

/**
 * Two ways to one database. `sql` is for the commit statement and the loads beside it, `slow` for the plain verbs through drizzle;
 * they have connections of their own, so that a slow verb never stands in front of a hall. Every statement has a deadline.
 */
export type Connections = { url: string; sql: Sql; slow: Database; slowSql: Sql; close(): Promise<void> }

/** Opens the connections to the database at `url`. `size` is the number of connections for each way. */
export function connect(url: string, size = 6): Connections {
  const lines = makeLines(() => forTables(open(url, { max: 1, statementMs: slowMs })), transactionsMax)
  const begin = <T>(run: (sql: Sql) => Promise<T>) => lines.begin(transactionMs, run)
  const sql = makeSteady((told) => open(url, { max: size, statementMs: quickMs, ...told }), begin)
  const slowSql = makeSteady((told) => forTables(open(url, { max: Math.max(2, size - 2), statementMs: slowMs, ...told })), begin)
  const slow = drizzle(slowSql, { schema: tables, casing: 'snake_case' })
  forTables(slowSql)
  return {
    url,
    sql,
    slowSql,
    slow,
    async close() {
      await Promise.all([sql.end({ timeout: 3 }), slowSql.end({ timeout: 3 }), lines.close()])
    },
  }
}

/** Connections as every way has them: made when they are needed, in UTC, with a deadline on every statement and on every silence. */
export function open(url: string, { max, statementMs, lost, heard }: { max: number; statementMs: number } & Partial<Told>): Sql {
  const options = {
    max,
    connect_timeout: 3,
    idle_timeout: 0,
    max_lifetime: null,
    // A database that is back is used at once: whoever asks has a deadline of their own.
    backoff: false,
    onnotice() {},
    onclose: () => lost?.(),
    onnotify: heard,
    // Compiling a statement costs it 150 ms, and none here runs so long.
    connection: {
      TimeZone: 'UTC',
      jit: false,
      statement_timeout: statementMs,
      lock_timeout: 2000,
      idle_in_transaction_session_timeout: 5000,
    },
    ...(isPlain(url) ? { socket: watched(statementMs + graceMs) } : {}),
  }
  return postgres(url, options as postgres.Options<Record<string, postgres.PostgresType>>)
}

const isPlain = (url: string): boolean => !/[?&](ssl|sslmode|sslrootcert)=/.test(url)

/** Sets up connections as drizzle wants them, but lets the driver work out how arrays of dates and times are written. */
function forTables(sql: Sql): Sql {
  drizzle(sql)
  for (const type of ['1182', '1185', '1115', '1231']) {
    delete sql.options.parsers[type as unknown as number]
    delete sql.options.serializers[type as unknown as number]
  }
  return sql
}

/** The SQLSTATE and constraint of a database error, also where drizzle has wrapped it; null for anything else. */
export function databaseError(error: unknown): { code: string; constraint: string | null } | null {
  let e = error as { code?: unknown; constraint_name?: unknown; cause?: unknown } | null | undefined
  for (let depth = 0; e && depth < 4; depth++) {
    if (typeof e.code === 'string') return { code: e.code, constraint: typeof e.constraint_name === 'string' ? e.constraint_name : null }
    e = e.cause as typeof e
  }
  return null
}
