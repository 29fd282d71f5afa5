import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const patienceMs = 150_000
const notCopied = ['node_modules', '.git', '.data', 'dist'].map((name) => join(root, name))

/** A fresh checkout with its packages installed: nothing built, no data. */
export async function freshHouse(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'beurt-fresh-'))
  await chmod(folder, 0o711)
  await cp(root, folder, { recursive: true, filter: (path) => !notCopied.includes(path) })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A start as somebody made it at a terminal: in a process group of its own, through the one way in. */
export type Launched = {
  child: ChildProcess
  tookMs: number
  output: string
  /** Every address that it printed, by its name. */
  addresses: Record<string, string>
  site: string
  ended: Promise<number | null>
  /** Everything that runs because of this start, now. */
  processes(): Promise<Running[]>
}

/** Runs `start.mjs up` in a house, and waits for its addresses. */
export async function launch(
  house: string,
  given: { port: number; args?: readonly string[]; data?: string; network?: 'national' | 'small' },
): Promise<Launched> {
  const began = performance.now()
  const env = {
    ...process.env,
    PORT: String(given.port),
    BEURT_DATA: given.data,
    BEURT_NETWORK: given.network,
    DATABASE_URL: undefined,
    NODE_ENV: undefined,
    VITEST: undefined,
  }
  const child = spawn(process.execPath, [join(house, 'start.mjs'), 'up', ...(given.args ?? [])], {
    cwd: house,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const failed = ended.then((code) => Promise.reject(new Error(`it ended with ${code}:\n${output}`)))
  try {
    await Promise.race([failed, vi.waitUntil(() => /Beurt runs at/.test(output), { timeout: patienceMs, interval: 50 })])
  } catch (error) {
    // It stops everything under it when it is told to.
    child.kill('SIGTERM')
    throw error
  }
  const addresses = Object.fromEntries([...output.matchAll(/^ {2}(\S[^\n]*?) +(http:\S+)$/gm)].map(([, name, address]) => [name, address]))
  const site = /runs at (\S+)/.exec(output)?.[1] ?? ''
  return { child, tookMs: performance.now() - began, output, addresses, site, ended, processes: () => under(child.pid!) }
}

/** One process, and when it started: an id may be given again. */
export type Running = { pid: number; parent: number; since: string; command: string }

/** A process and all below it. */
async function under(top: number): Promise<Running[]> {
  const all = await running()
  const found = all.filter(({ pid }) => pid === top)
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid))
  return found
}

/** Those of them that still run. */
export async function stillRunning(these: readonly Running[]): Promise<Running[]> {
  const all = await running()
  return these.filter((one) => all.some(({ pid, since }) => pid === one.pid && since === one.since))
}

async function running(): Promise<Running[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(names.map(readOne))
  return found.filter((one) => one !== null)
}

// The name in parentheses may hold spaces, so the fields are counted from behind it. A zombie has ended.
async function readOne(name: string): Promise<Running | null> {
  try {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8')
    const command = (await readFile(`/proc/${name}/cmdline`, 'utf8')).replaceAll('\0', ' ')
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? null : { pid: Number(name), parent: Number(parent), since: rest[17] ?? '', command }
  } catch {
    return null
  }
}
