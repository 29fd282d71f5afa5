import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from '../../db/embedded.ts'
import { prepareHome } from '../../db/embedded-files.ts'
import { isAlive, readLock } from '../../db/embedded-lock.ts'
import { isMigrated, migrate } from '../../db/migrate.ts'
import type { ImportConfig } from './config.ts'

/** A database to write to, how it was found, and how to let go of it. `embedded`: it may keep the demonstration's own time. */
export type Found = { url: string; embedded: boolean; how: string; stop: () => Promise<void> }

/**
 * The given database; else the embedded one of the data folder, where it runs or started for the time of the import. Migrated where it is to
 * be written; where it is only read it is left as it is, and one that is not there or not of this version is refused.
 */
export async function findDatabase({ databaseUrl, dataFolder }: ImportConfig, { write }: { write: boolean }): Promise<Found> {
  const dir = join(dataFolder, 'postgres')
  if (!write && !databaseUrl && !existsSync(dir)) throw new Error(`there is no database in ${dataFolder} yet: npm start makes one`)
  const found = databaseUrl ? given(databaseUrl) : await embedded(dir)
  try {
    if (write) await migrate(found.url)
    else if (!(await isMigrated(found.url)))
      throw new Error(`${found.how} is not set up for this version yet: start once with npm start, which does it`)
  } catch (error) {
    await found.stop()
    throw error
  }
  return found
}

const given = (url: string): Found => ({ url, embedded: false, how: 'the database of DATABASE_URL', stop: async () => {} })

async function embedded(dir: string): Promise<Found> {
  const running = await runningOn(dir)
  if (running) return { url: running, embedded: true, how: `the running database in ${dir}`, stop: async () => {} }
  const started = await startEmbedded({ dir })
  return { url: started.url, embedded: true, how: `the database in ${dir}, started for this`, stop: started.stop }
}

/** The address of the embedded Postgres that runs on a folder; null where none does. */
async function runningOn(dir: string): Promise<string | null> {
  const { folder, cluster } = await prepareHome(dir)
  const [pid, , , port, , , , state] = await readLock(cluster)
  if (!pid || !isAlive(Number(pid)) || state?.trim() !== 'ready') return null
  const password = (await readFile(join(folder, 'password'), 'utf8')).trim()
  return `postgres://postgres:${password}@127.0.0.1:${Number(port)}/postgres`
}
