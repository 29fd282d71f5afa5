import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { exists, giveTo, type Home, prepareHome, type RunAs } from './embedded-files.ts'
import { claim, pause, readLock, takeOver } from './embedded-lock.ts'

/** A running Postgres: its address with password, its process, when it ended (for whatever reason), and how to end it. */
export type Embedded = { url: string; port: number; pid: number; folder: string; ended: Promise<void>; stop: () => Promise<void> }

/** `dir` keeps the cluster between starts; without `port` a free one is taken; `fast` is for tests: a power cut may cost data, a killed process does not. */
export type EmbeddedOptions = { dir: string; port?: number; fast?: boolean }

const environment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }

// Waits until its input closes, which the kernel sees to however this process ends, and then asks Postgres to shut down, unless it has ended or is another one by now.
const watch = 'read -r _; read -r pid < "$1/postmaster.pid" && [ "$pid" = "$2" ] && kill -INT "$2"'

/**
 * Starts a real Postgres on 127.0.0.1 with its cluster in `dir`, made on the first start. Answers once it accepts connections.
 * What a killed owner or a killed Postgres left behind is taken over and recovered; a Postgres whose owner still runs is left alone, and this throws.
 * `stop` answers when no process of it is left; when this process is killed, Postgres shuts down by itself.
 */
export async function startEmbedded({ dir, port, fast = false }: EmbeddedOptions): Promise<Embedded> {
  const home = await prepareHome(dir)
  await takeOver(home.folder, home.cluster)
  await claim(home.folder)
  if (!(await exists(home.cluster))) await initialise(home, fast)
  const password = (await readFile(join(home.folder, 'password'), 'utf8')).trim()
  const started = await startServer(home, port, fast)
  const watcher = await startWatcher(home, started.child.pid!)
  const stop = async () => {
    await stopServer(started.child, started.ended)
    watcher.child.stdin?.end()
    await watcher.ended
  }
  const url = `postgres://postgres:${password}@127.0.0.1:${started.port}/postgres`
  return { url, port: started.port, pid: started.child.pid!, folder: home.folder, ended: started.ended, stop }
}

async function initialise({ folder, cluster, bin, runAs }: Home, fast: boolean): Promise<void> {
  const half = `${cluster}.new`
  await rm(half, { recursive: true, force: true })
  await mkdir(half)
  await giveTo(half, runAs, 0o700)
  const password = join(folder, 'password')
  await writeFile(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  await giveTo(password, runAs, 0o600)
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${password}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  if (fast) options.push('--no-sync')
  const { ended } = await launch(join(bin, 'initdb'), [...options, '-D', half], folder, runAs)
  const code = await ended
  if (code !== 0) throw new Error(`The database could not be made:\n${lastOf(await wholeLog(folder))}`)
  await rename(half, cluster)
}

async function startServer(home: Home, wanted: number | undefined, fast: boolean) {
  for (let tries = 1; ; tries++) {
    const port = wanted ?? (await freePort())
    const { child, ended } = await launch(
      join(home.bin, 'postgres'),
      ['-D', home.cluster, ...settings(port, fast)],
      home.folder,
      home.runAs,
    )
    const gone = ended.then(() => undefined)
    if (await ready(home.cluster, child)) return { child, port, ended: gone }
    await gone
    const said = await wholeLog(home.folder)
    // The backends of a killed Postgres take a moment to notice, and say so in the same log; a free port can be taken before we have it.
    const dying = said.includes('pre-existing shared memory block') || said.includes('unexpected postmaster exit')
    const passing = dying || (!wanted && said.includes('could not bind'))
    if (!passing || tries === 50) throw new Error(`The database did not start:\n${lastOf(said)}`)
    await pause(200)
  }
}

function settings(port: number, fast: boolean): string[] {
  const durable = [
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'timezone=UTC',
    'log_timezone=UTC',
  ]
  const hasty = fast ? ['fsync=off', 'full_page_writes=off'] : []
  return [...durable, ...hasty].flatMap((setting) => ['-c', setting])
}

async function ready(cluster: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const lines = await readLock(cluster)
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await pause(20)
  }
  return false
}

async function stopServer(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  // Should an orderly end take too long: without a checkpoint, recovered at the next start as after a power cut.
  const impatient = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await ended
  clearTimeout(impatient)
}

async function startWatcher({ cluster, runAs }: Home, pid: number) {
  const child = spawn('sh', ['-c', watch, 'sh', cluster, String(pid)], {
    ...runAs,
    cwd: '/',
    detached: true,
    env: environment,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
  child.unref()
  return { child, ended }
}

/** Detached, so that Ctrl-C reaches the program that owns the database and not the database under it. */
async function launch(program: string, options: string[], folder: string, runAs: RunAs) {
  const log = await open(join(folder, 'postgres.log'), 'w')
  const child = spawn(program, options, { ...runAs, cwd: '/', detached: true, env: environment, stdio: ['ignore', log.fd, log.fd] })
  const ended = new Promise<number>((done, fail) => {
    child.once('exit', (code) => done(code ?? 1))
    child.once('error', fail)
  })
  await log.close()
  return { child, ended }
}

const wholeLog = (folder: string): Promise<string> => readFile(join(folder, 'postgres.log'), 'utf8')
const lastOf = (said: string): string => said.split('\n').slice(-12).join('\n')

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}
