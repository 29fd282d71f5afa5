import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Applies every migration that the database at `url` lacks. Throws where one fails; those before it stay. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice() {} })
  try {
    await applyMigrations(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end()
  }
}
