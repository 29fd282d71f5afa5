import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Any number, as long as it is nobody else's: who migrates a database holds it. */
const migrating = 20_261_124

/**
 * Applies every migration that the database at `url` lacks; of two at once the second waits, and then finds nothing to do. A table that is not
 * given up within 10 s is not waited for: behind a waiting migration everybody would wait. Throws where one fails; those before it stay.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice() {} })
  try {
    await sql`select pg_advisory_lock(${migrating})`
    await sql`set lock_timeout = '10s'`
    await applyMigrations(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end()
  }
}

/** True where the database at `url` has every migration; changes nothing. */
export async function isMigrated(url: string): Promise<boolean> {
  const journal = JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8')) as { entries: { when: number }[] }
  const sql = postgres(url, { max: 1, onnotice() {} })
  try {
    const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`
    if (!there?.there) return false
    const [row] = await sql`select coalesce(max(created_at), 0)::float8 as last from drizzle.__drizzle_migrations`
    return row!.last >= Math.max(...journal.entries.map(({ when }) => when))
  } finally {
    await sql.end()
  }
}
