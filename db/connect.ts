import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as access from './tables/access.ts'
import * as calendar from './tables/calendar.ts'
import * as catalogue from './tables/catalogue.ts'
import * as hall from './tables/hall.ts'

export type Sql = postgres.Sql
const tables = { ...access, ...calendar, ...catalogue, ...hall }
export type Database = ReturnType<typeof drizzle<typeof tables>>

/**
 * Two ways to one database. `sql` is for the commit statement and the loads beside it, `slow` for the plain verbs through drizzle;
 * they have connections of their own, so that a slow verb never stands in front of a hall. Every statement has a deadline.
 */
export type Connections = { url: string; sql: Sql; slow: Database; slowSql: Sql; close(): Promise<void> }

/** Opens the connections to the database at `url`. `size` is the number of connections for each way. */
export function connect(url: string, size = 6): Connections {
  const options = {
    max: size,
    connect_timeout: 3,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice() {},
    connection: { TimeZone: 'UTC', statement_timeout: 5000, lock_timeout: 2000, idle_in_transaction_session_timeout: 5000 },
  }
  const sql = postgres(url, options)
  const slowSql = postgres(url, { ...options, max: Math.max(2, size - 2) })
  const slow = drizzle(slowSql, { schema: tables, casing: 'snake_case' })
  // drizzle puts identity in place of how arrays of dates and times are written; without it the driver works that out itself.
  for (const type of ['1182', '1185', '1115', '1231']) {
    delete slowSql.options.parsers[type as unknown as number]
    delete slowSql.options.serializers[type as unknown as number]
  }
  return {
    url,
    sql,
    slowSql,
    slow,
    async close() {
      await Promise.all([sql.end({ timeout: 3 }), slowSql.end({ timeout: 3 })])
    },
  }
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
