import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { readArguments } from '../../api/import/arguments.ts'
import { runImport } from '../../api/import/run.ts'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { hasPgbench } from './pgbench.ts'
import type { World } from './world.ts'

const run = promisify(execFile)
const rowCount = 10_000
const header = 'id,name,address,postal_code,district,latitude,longitude,phone,opening_hours'

/** Places as a national register has them: hours that repeat and hours that nobody else has. */
function fileOfPlaces(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const from = `0${8 + (i % 2)}:${String((i % 12) * 5).padStart(2, '0')}`
    const hours = `Mo-Fr ${from}-12:30,13:30-1${5 + (i % 4)}:${String((i % 7) * 5).padStart(2, '0')}${i % 10 === 0 ? '; 2026 Dec 24 09:00-12:00; 2026 Dec 25 off' : ''}`
    const [latitude, longitude] = [37 + (i % 500) / 100, -9 + Math.floor(i / 500) / 10]
    return `place-${i},"Espaço ${i}, balcão",Rua ${i % 977} nº ${i},${1000 + (i % 9000)}-${100 + (i % 900)},Distrito ${i % 18},${latitude},${longitude},+351 2${String(i).padStart(8, '0')},"${hours}"`
  })
  return `${[header, ...lines].join('\n')}\n`
}

/** The api's import of 10,000 rows, once plain and once with services, two counters and a shift of 61 days; the yardstick is psql's COPY of the rows. */
export async function importing(world: World, rounds: number, newId: () => string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
  const file = join(folder, 'places.csv')
  writeFileSync(file, fileOfPlaces(rowCount))
  try {
    const said: string[] = []
    for (const [what, words] of [
      ['import of 10,000 rows', []],
      ['the same rows once more: nothing changes', null],
      ['import of 10,000 rows with services, counters and 61 days of a shift', ['--services', 'standard']],
    ] as const) {
      const seconds: number[] = []
      const ratios: number[] = []
      for (let i = 0; i < rounds; i++) {
        const { took, copied } = await round(world, { file, words, newId })
        seconds.push(took)
        ratios.push(copied / took)
      }
      const middle = median(seconds)
      const wanted = what.includes('services') ? '' : '≤ 20 s'
      said.push(
        `| ${what} | ${middle.toFixed(1)} s, ${Math.round(rowCount / middle)} rows/s | psql COPY of the rows into a table of text | ${median(ratios).toFixed(3)} | ${wanted} |`,
      )
    }
    return said
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN

/** In an empty database; `words` null: the file is there already, and is imported once more. */
async function round(
  world: World,
  { file, words, newId }: { file: string; words: readonly string[] | null; newId: () => string },
): Promise<{ took: number; copied: number }> {
  const admin = postgres(world.url, { max: 1, onnotice() {} })
  await admin`drop database if exists bench_import with (force)`
  await admin`create database bench_import`
  await admin.end()
  const url = world.url.replace(/\/[^/]*$/, '/bench_import')
  await migrate(url)
  const connections = connect(url, 3)
  try {
    const asked = readArguments([file, ...(words ?? [])])
    const given = { connections, asked, at: Date.now(), newId }
    if (!words) await runImport(given)
    const began = performance.now()
    const { created, unchanged, faults } = await runImport(given)
    const took = (performance.now() - began) / 1000
    if (faults.length || created.length + unchanged !== rowCount)
      throw new Error(`the import took ${created.length}, refused ${faults.length}`)
    return { took, copied: await copy(url, file) }
  } finally {
    await connections.close()
  }
}

async function copy(url: string, file: string): Promise<number> {
  // psql comes with Postgres' own packages, not with ours: without it there is no ratio.
  if (!(await hasPgbench())) return Number.NaN
  const columns = header.split(',').map((name) => `${name} text`)
  await run('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-c', `create table copied (${columns.join(', ')})`, url])
  const began = performance.now()
  await run('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-c', `\\copy copied from '${file}' with (format csv, header)`, url])
  return (performance.now() - began) / 1000
}
