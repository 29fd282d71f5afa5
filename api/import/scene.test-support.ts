import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Connections } from '../../db/connect.ts'
import type { House } from '../house.ts'
import { readArguments } from './arguments.ts'
import { runImport } from './run.ts'
import { sayOutcome } from './say.ts'

type Given = { newId: () => string; at: () => number; connections: () => Connections }

/** Files of one test, and imports of them into its database. */
export async function makeScene({ newId, at, connections }: Given) {
  const folder = await mkdtemp(join(tmpdir(), 'beurt-import-'))
  const run = (...words: string[]) => runImport({ connections: connections(), asked: readArguments(words), at: at(), newId })
  return {
    folder,
    run,
    fileOf: async (text: string | Uint8Array, ending = 'csv'): Promise<string> => {
      const path = join(folder, `${newId()}.${ending}`)
      await writeFile(path, text)
      return path
    },
    /** What a person would read. */
    said: async (...words: string[]) => sayOutcome(await run(...words)),
    last: async (...words: string[]) => sayOutcome(await run(...words)).at(-1),
    /** Every row of every table, as one number. */
    hash: async (): Promise<string> => {
      const tables = await connections()
        .sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`
      const hashes: string[] = []
      for (const { name } of tables) {
        const [row] = await connections()
          .sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${connections().sql(name)} t`
        hashes.push(`${name} ${row!.hash}`)
      }
      return hashes.join('\n')
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  }
}
export type Scene = Awaited<ReturnType<typeof makeScene>>

/** Waits until a running process knows what stands in the database; it looks by itself, four times a second. */
export async function looked({ connections, catalogue }: House): Promise<void> {
  const stored = async () => (await connections.sql`select id, revision from points order by id`).map((r) => `${r.id} ${r.revision}`)
  await expect
    .poll(() => [...catalogue.points()].map((p) => `${p.id} ${p.revision}`).sort(), { timeout: 5000 })
    .toEqual((await stored()).sort())
}
