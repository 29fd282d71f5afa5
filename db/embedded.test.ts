import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { isAlive, pause, readLock } from './embedded-lock.ts'

let dir: string
const owners: number[] = []

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), `beurt-test-${process.pid}-embedded-`))
})

afterEach(async () => {
  for (const pid of owners.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  await until(async () => leftBehind().length === 0)
  await rm(dir, { recursive: true, force: true })
})

test('it starts, keeps what was written over a stop, and leaves no process', async () => {
  const first = await startEmbedded({ dir, fast: true })
  await write(first.url, 'kept')
  await first.stop()
  expect(leftBehind()).toEqual([])
  const second = await startEmbedded({ dir, fast: true })
  expect(await read(second.url)).toEqual(['kept'])
  await second.stop()
  expect(leftBehind()).toEqual([])
})

test('it listens on this machine only, asks for its password, and tells nobody else what it is', async () => {
  const running = await startEmbedded({ dir, fast: true })
  const sql = postgres(running.url, { max: 1 })
  expect(await sql`show listen_addresses`).toMatchObject([{ listen_addresses: '127.0.0.1' }])
  expect(await sql`show unix_socket_directories`).toMatchObject([{ unix_socket_directories: '' }])
  await sql.end()
  await expect(write(running.url.replace(/:[0-9a-f]+@/, ':wrong@'), 'no')).rejects.toThrow('password authentication failed')
  expect(execFileSync('stat', ['-c', '%a', join(running.folder, 'password')], { encoding: 'utf8' }).trim()).toBe('600')
  await running.stop()
})

test('a Postgres killed at work is recovered by the next start with all that was committed', async () => {
  const first = await startEmbedded({ dir })
  await write(first.url, 'committed')
  process.kill(first.pid, 'SIGKILL')
  await first.ended
  const second = await startEmbedded({ dir, port: first.port })
  expect(second.port).toBe(first.port)
  expect(await read(second.url)).toEqual(['committed'])
  await second.stop()
  await first.stop()
  expect(leftBehind()).toEqual([])
})

test('when the program that started it is killed, Postgres and its watcher end by themselves', async () => {
  const owner = await startOwner()
  expect(leftBehind().length).toBeGreaterThan(0)
  process.kill(owner, 'SIGKILL')
  await until(async () => leftBehind().length === 0)
  expect(await readFile(join(dir, 'postgres.log'), 'utf8')).toContain('database system is shut down')
})

test('a Postgres that was left running is taken over, nothing lost', async () => {
  const owner = await startOwner()
  for (const pid of watchers()) process.kill(pid, 'SIGKILL')
  process.kill(owner, 'SIGKILL')
  await until(async () => !isAlive(owner))
  const left = Number((await readLock(join(dir, 'data')))[0])
  expect(isAlive(left)).toBe(true)
  const next = await startEmbedded({ dir, fast: true })
  expect(isAlive(left)).toBe(false)
  expect(await read(next.url)).toEqual(['owned'])
  await next.stop()
})

test('a second start on the same folder does not take the database away from a program that runs', async () => {
  const owner = await startOwner()
  await expect(startEmbedded({ dir, fast: true })).rejects.toThrow(`Process ${owner} already runs`)
})

test('a lock whose process number belongs to another program by now is no hindrance', async () => {
  const first = await startEmbedded({ dir, fast: true })
  await write(first.url, 'kept')
  process.kill(first.pid, 'SIGKILL')
  await first.ended
  const lock = join(dir, 'data', 'postmaster.pid')
  const [, ...rest] = await readLock(join(dir, 'data'))
  const other = spawn('sleep', ['60'])
  await writeFile(lock, [other.pid, ...rest].join('\n'))
  const second = await startEmbedded({ dir, fast: true })
  expect(await read(second.url)).toEqual(['kept'])
  expect(isAlive(other.pid!)).toBe(true)
  other.kill()
  await second.stop()
  await first.stop()
})

async function write(url: string, word: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`create table if not exists words (word text not null)`
    await sql`insert into words values (${word})`
  } finally {
    await sql.end()
  }
}

async function read(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 })
  const rows = await sql<{ word: string }[]>`select word from words`
  await sql.end()
  return rows.map((row) => row.word)
}

/** A program of its own that starts the database, writes a word and stays. */
async function startOwner(): Promise<number> {
  const program = join(dir, 'owner.ts')
  const file = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).pathname)
  await writeFile(
    program,
    `import { startEmbedded } from ${file('embedded.ts')}
     import postgres from ${file('../node_modules/postgres/src/index.js')}
     const { url } = await startEmbedded({ dir: ${JSON.stringify(dir)}, fast: true })
     const sql = postgres(url, { max: 1 })
     await sql\`create table words (word text not null)\`
     await sql\`insert into words values ('owned')\`
     console.log('ready')
     setInterval(() => {}, 1000)`,
  )
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  owners.push(child.pid!)
  await new Promise((done) => child.stdout.once('data', done))
  return child.pid!
}

function processes(): { pid: number; command: string }[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n')
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, state]) => state && !state.startsWith('Z'))
    .map(([pid, , ...command]) => ({ pid: Number(pid), command: command.join(' ') }))
}

const leftBehind = () => processes().filter(({ command }) => command.includes(join(dir, 'data')))
const watchers = () => leftBehind().flatMap(({ pid, command }) => (command.startsWith('sh ') ? [pid] : []))

async function until(met: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await met()); waited += 50) {
    if (waited > 15_000) throw new Error('waited 15 seconds in vain')
    await pause(50)
  }
}
