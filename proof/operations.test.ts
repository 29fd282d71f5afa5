import { execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type postgres from 'postgres'
import { afterAll, beforeAll, expect, type TestContext, test, vi } from 'vitest'
import { describeConfig } from '../api/config.ts'
import { pictureMax, picturesMax } from './pictures/picture.ts'
import { scenes } from './pictures/scenes.ts'
import { asAdministrator, inDatabase } from './setup/cluster.ts'
import { makeDatabase, type TestDatabase } from './setup/database.ts'

// What docs/operations.md promises to IT, as far as any machine can check it.
const run = promisify(execFile)
const home = fileURLToPath(new URL('..', import.meta.url))
const text = (path: string) => readFileSync(join(home, path), 'utf8')
const operations = readdirSync(join(home, 'docs/operations'))
const { scripts, packageManager } = JSON.parse(text('package.json'))
const path = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin:/usr/sbin`
const bunVersion = packageManager.split('@')[1]
const unit = text('docs/operations/beurt.service')
const container = text('docs/operations/Containerfile')
const key = 'Zu3Wq8Yb5Kd1Rt6Xf9Ls2Hg7Pv4Nm0Ca'

let database: TestDatabase
let image: string
beforeAll(async () => {
  database = await makeDatabase()
  image = await mkdtemp(join(tmpdir(), 'beurt-image-'))
  const [, , last = ''] = container.split(/^FROM /m).slice(1)
  for (const [, from, to] of last.matchAll(/^COPY (?!--)(\S+) (\S+)$/gm))
    await cp(join(home, from!), to === './' ? join(image, from!) : join(image, to!), { recursive: true })
  await symlink(join(home, 'node_modules'), join(image, 'node_modules'))
})
afterAll(async () => {
  await rm(image, { recursive: true, force: true })
  await database?.drop()
})

/** Where a program is here; null where it is not. */
const found = (program: string) =>
  ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin'].map((folder) => join(folder, program)).find(existsSync) ?? null

/** `NAME=value` of an env file, what is commented out too, or of the lines of a unit or Containerfile that set them. */
function settingsIn(name: string): Record<string, string> {
  const lines = text(`docs/operations/${name}`).split('\n')
  const told = name.endsWith('.env')
    ? lines.map((line) => line.replace(/^# (?=[A-Z_]+=)/, ''))
    : lines.flatMap((line) => /^(?:Environment=|ENV )(.*)/.exec(line)?.[1]?.split(' ') ?? [])
  return Object.fromEntries(told.flatMap((line) => [/^([A-Z_]+)=(.*)$/.exec(line)?.slice(1) ?? []]).filter(({ length }) => length === 2))
}

/** Read by Bun itself. */
const ofBun = { MIMALLOC_PURGE_HOLES: '0', MIMALLOC_PURGE_DELAY: '30000' }
const ofApi = describeConfig().map(({ env }) => env)
const ofKiosk = [...text('kiosk/agent/config.ts').matchAll(/setting\('([A-Z_]+)'/g)].map(([, name]) => name!)

test.each([
  ['beurt.service', ofApi],
  ['beurt.env', ofApi],
  ['Containerfile', ofApi],
  ['beurt-kiosk.service', ofKiosk],
  ['kiosk.env', ofKiosk],
])('%s sets only what the program reads', (name, known) => {
  const set = Object.keys(settingsIn(name))
  expect(set.length).toBeGreaterThan(1)
  expect(set.filter((one) => !known.includes(one) && !(one in ofBun))).toEqual([])
})

test('a server, a container and a bench keep memory alike', () => {
  for (const name of ['beurt.service', 'Containerfile']) expect(settingsIn(name)).toMatchObject(ofBun)
  const asWritten = Object.entries(ofBun).map(([name, value]) => `${name}: '${value}'`)
  expect(text('start.mjs')).toContain(`bench: { ${asWritten.join(', ')} }`)
})

test('what has no default stands in the file of settings', () => {
  const needed = describeConfig().filter(({ fallback }) => fallback === null)
  expect(Object.keys(settingsIn('beurt.env'))).toEqual(expect.arrayContaining(needed.map(({ env }) => env)))
})

test('every command that the docs name is there, and none is kept quiet', () => {
  const docs = [
    'README.md',
    ...readdirSync(join(home, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  const unknown = docs.flatMap((path) =>
    [...text(path).matchAll(/\bnpm run ([a-z-]+)/g)].flatMap(([said, name]) => (scripts[name!] ? [] : [`${path}: ${said}`])),
  )
  expect(unknown).toEqual([])
  for (const name of Object.keys(scripts))
    if (name !== 'postinstall')
      expect(
        docs.some((path) => text(path).includes(name)),
        name,
      ).toBe(true)
})

test('every file for IT is told of in the docs', () => {
  const doc = text('docs/operations.md')
  for (const name of operations.filter((name) => !name.endsWith('.dockerignore'))) expect(doc, name).toContain(`operations/${name}`)
})

test('the container and the docs have the Bun of package.json', () => {
  expect([...container.matchAll(/oven\/bun:([\d.]+)/g)].map(([, version]) => version)).toEqual([bunVersion, bunVersion, bunVersion])
  expect([...text('docs/operations.md').matchAll(/bun@([\d.]+)/g)].map(([, version]) => version)).toEqual([bunVersion])
})

/** Starts the programs of the unit on what the image holds, one after another, and waits as the unit waits. */
async function startUnit(port: number) {
  const wordsOf = (name: string) =>
    [...unit.matchAll(new RegExp(`^${name}=/usr/local/bin/bun (.*)$`, 'gm'))].map(([, words]) => words!.split(' '))
  const env = { PATH: path, ...settingsIn('beurt.service'), ...settingsIn('beurt.env') }
  const settings = { ...env, DATABASE_URL: database.url, BEURT_KEY: key, PORT: String(port) }
  const options = { cwd: image, env: settings }
  for (const words of wordsOf('ExecStartPre')) await run('bun', words, options)
  const child = spawn('bun', wordsOf('ExecStart')[0]!, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  return { child, settings, said: () => said }
}

test('what the image holds starts by the words of the unit, becomes ready, is found healthy, and ends when told', {
  timeout: 90_000,
}, async () => {
  const port = 20_000 + Math.floor(Math.random() * 9000)
  const { child, settings, said } = await startUnit(port)
  try {
    const ready = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    await vi.waitFor(async () => expect(await ready(), said()).toBe(true), { timeout: 60_000, interval: 200 })
    const health = JSON.parse(`[${/^\s+CMD \[(.*)\]$/m.exec(container)![1]}]`) as string[]
    await run('bun', health.slice(1), { env: settings })
    await expect(run('bun', health.slice(1), { env: { ...settings, PORT: '1' } })).rejects.toThrow()
    const [, curl] = /^ExecStartPost=\/usr\/bin\/curl (.*)$/m.exec(unit)!
    // biome-ignore lint/suspicious/noTemplateCurlyInString: systemd's own way to name a setting.
    if (found('curl')) await run('curl', curl!.replace('${PORT}', String(port)).split(' '))
  } finally {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
})

test('a wrong setting ends the program with 2, and the unit does not try that again', async () => {
  const words = ['api/main.ts']
  const wrong = await run('bun', words, { cwd: image, env: { PATH: path } }).catch((error) => error)
  expect(wrong.code).toBe(2)
  expect(unit).toContain('RestartPreventExitStatus=2')
})

test('systemd finds nothing wrong in the units', async ({ skip }: TestContext) => {
  if (!found('systemd-analyze')) skip('systemd-analyze is not here')
  const units = operations.filter((name) => /\.(service|timer)$/.test(name)).map((name) => join(home, 'docs/operations', name))
  const { stderr } = await run('systemd-analyze', ['verify', '--man=no', ...units]).catch((error) => error)
  const wrong = stderr.split('\n').filter((line: string) => line && !/is not executable: No such file or directory$/.test(line))
  expect(wrong).toEqual([])
})

test('shellcheck finds nothing in the scripts', async ({ skip }: TestContext) => {
  if (!found('shellcheck')) skip('shellcheck is not here')
  await run(
    'shellcheck',
    ['backup.sh', 'restore.sh'].map((name) => join(home, 'docs/operations', name)),
  )
})

test('a backup is read back, restored into an empty database and into no other, and old ones go', { timeout: 60_000 }, async ({ skip }) => {
  if (!found('pg_dump')) skip('pg_dump is not here')
  const [here] = /\d+/.exec((await run('pg_dump', ['--version'])).stdout)!
  const [there] = await asAdministrator(database.url, (sql) => sql`show server_version_num`)
  if (Number(here) < Math.floor(there!.server_version_num / 10_000)) skip(`pg_dump ${here} is older than the Postgres of the tests`)
  const folder = await mkdtemp(join(tmpdir(), 'beurt-backup-'))
  const script = (name: string, words: string[], url: string) =>
    run(join(home, 'docs/operations', name), words, { env: { PATH: path, DATABASE_URL: url } })
  const [name, again] = [`beurt_again_${Date.now()}`, () => inDatabase(database.url, name)]
  try {
    await asAdministrator(database.url, (sql) => sql`insert into organisations (id, names) values ('gemeente', '{"nl":"Gemeente"}')`)
    const { stdout } = await script('backup.sh', [folder, '2'], database.url)
    const file = stdout.trim()
    expect(statSync(file).mode & 0o077).toBe(0)
    await asAdministrator(database.url, (sql) => sql`create database ${sql(name)}`)
    expect((await script('restore.sh', [file], again())).stdout.trim()).toBe('restored: 0 points, 0 appointments, 0 tickets')
    expect(await asAdministrator(again(), (sql: postgres.Sql) => sql`select id from organisations`)).toEqual([{ id: 'gemeente' }])
    await expect(script('restore.sh', [file], again())).rejects.toThrow('tables already')
    for (const old of ['beurt-20200101T000000Z.dump', 'beurt-20200102T000000Z.dump']) await cp(file, join(folder, old))
    await vi.waitFor(async () => expect((await script('backup.sh', [folder, '2'], database.url)).stdout.trim()).not.toBe(file), {
      interval: 1000,
      timeout: 20_000,
    })
    expect(readdirSync(folder)).toHaveLength(2)
    expect(readdirSync(folder)).not.toContain('beurt-20200102T000000Z.dump')
  } finally {
    await asAdministrator(database.url, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
    await rm(folder, { recursive: true, force: true })
  }
})

test('the README shows pictures that one command takes, each small, with what is on them in words', () => {
  const shown = [...text('README.md').matchAll(/<img src="docs\/pictures\/([\w-]+)\.webp"[^>]*? alt="([^"]{20,})"/g)].map(
    ([, name]) => name!,
  )
  expect(shown.length).toBeGreaterThanOrEqual(6)
  expect(shown).toHaveLength([...text('README.md').matchAll(/<img /g)].length)
  expect(scenes.map(({ name }) => name)).toEqual(expect.arrayContaining(shown))
  const sizes = readdirSync(join(home, 'docs/pictures')).map((name) => ({ name, bytes: statSync(join(home, 'docs/pictures', name)).size }))
  expect(sizes.map(({ name }) => name)).toEqual(expect.arrayContaining(shown.map((name) => `${name}.webp`)))
  expect(sizes.filter(({ bytes }) => bytes > pictureMax)).toEqual([])
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(picturesMax)
})
