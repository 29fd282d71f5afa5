import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '../../db/embedded.ts'

const program = fileURLToPath(new URL('./main.ts', import.meta.url))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beurt-import-main-'))
  await writeFile(join(folder, 'good.csv'), 'naam;breedtegraad;lengtegraad\nLoket;51,05;3,72\n')
  await writeFile(join(folder, 'half.csv'), 'naam;breedtegraad;lengtegraad\nLoket;51,05;3,72\nWeg;noord;3,72\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function run(env: Record<string, string>, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    env: { PATH: '/usr/bin:/bin:/usr/sbin', BEURT_DATA: folder, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, lines: stdout.trim().split('\n'), stderr }
}

test('without a database that runs it starts the one of the data folder; into one that runs it writes beside others', async () => {
  const first = run({}, join(folder, 'good.csv'))
  expect(first.stderr).toBe('')
  expect(first.lines[0]).toMatch(/started for this\.$/)
  expect(first.lines.at(-1)).toBe('created 1, updated 0, unchanged 0, refused 0')
  expect(first.lines).toContain('new points without opening hours: 1. Nobody can come there yet: import again with --openings')
  expect(first.status).toBe(0)

  const running = await startEmbedded({ dir: join(folder, 'postgres') })
  const sql = postgres(running.url, { max: 1 })
  try {
    const second = run({}, join(folder, 'half.csv'))
    expect(second.lines[0]).toMatch(/the running database in/)
    expect(second.lines.slice(1)).toEqual([
      'line 3, breedtegraad: "noord" is no latitude: degrees from -90 to 90, such as 38.7223',
      'created 0, updated 0, unchanged 1, refused 1',
    ])
    expect(second.status).toBe(1)
    const third = run({ DATABASE_URL: running.url, BEURT_DATA: '/nowhere' }, join(folder, 'good.csv'), '--openings', 'Mo 09:00-12:00')
    expect(third.lines.at(-1)).toBe('created 0, updated 1, unchanged 0, refused 0')
    expect(await sql`select id, zone, openings->'week' as week from points`).toEqual([
      { id: 'loket', zone: 'Europe/Brussels', week: [{ weekday: 1, from: '09:00', until: '12:00' }] },
    ])
  } finally {
    await sql.end()
    await running.stop()
  }
})

test('a preview starts no database that is not there, and leaves one that is as it was', async () => {
  const none = run({ BEURT_DATA: join(folder, 'none') }, join(folder, 'good.csv'), '--preview')
  expect([none.status, none.stderr.trim()]).toEqual([2, expect.stringContaining('there is no database in')])
  expect(existsSync(join(folder, 'none'))).toBe(false)
  const running = await startEmbedded({ dir: join(folder, 'postgres') })
  const sql = postgres(running.url, { max: 1, onnotice() {} })
  const hash = async () =>
    (await sql`select md5(string_agg(p::text, '|' order by id)) as points, (select count(*) from history) as lines from points p`)[0]
  try {
    await sql`create database not_migrated`
    const url = running.url.replace(/\/postgres$/, '/not_migrated')
    expect(run({ DATABASE_URL: url }, join(folder, 'good.csv'), '--preview').stderr).toContain('is not set up for this version yet')
    const before = await hash()
    const looked = run({}, join(folder, 'half.csv'), '--preview', '--services', 'standard', '--progress')
    expect(looked.lines.at(-1)).toMatch(/^would be: created 0, updated 1, unchanged 0, refused 1$/)
    expect(await hash()).toEqual(before)
  } finally {
    await sql.end()
    await running.stop()
  }
})

test('words that cannot be are answered with how it is used, and nothing starts', () => {
  const { status, stderr } = run({ BEURT_DATA: '/nowhere' }, '--openings', 'Fr 22:00-02:00', '--what')
  expect(status).toBe(2)
  expect(stderr).toContain('past midnight')
  expect(stderr).toContain('--what is not known')
  expect(stderr).toContain('npm run import -- FILE.csv')
  expect(run({ DATABASE_URL: 'mysql://x' }, 'a.csv').stderr).toContain('DATABASE_URL is no address of a Postgres')
})
