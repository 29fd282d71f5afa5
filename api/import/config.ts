import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unknownSettings } from '../../contract/setting-names.ts'

/** Where an import writes: the database at `databaseUrl`, else the embedded one of the data folder. */
export type ImportConfig = { databaseUrl: string | null; dataFolder: string }

/** Reads the same settings as the demonstration. Throws where one does not do. */
export function readImportConfig(env: Record<string, string | undefined> = process.env): ImportConfig {
  const unknown = unknownSettings(env)
  if (unknown.length) throw new Error(unknown.join('\n'))
  const databaseUrl = env.DATABASE_URL ?? null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error('DATABASE_URL is no address of a Postgres: postgres://user:password@host/name')
  return { databaseUrl, dataFolder: env.BEURT_DATA ?? join(fileURLToPath(new URL('../..', import.meta.url)), '.data') }
}
