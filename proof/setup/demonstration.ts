import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../..', import.meta.url))
const patienceMs = 120_000

/** Where the parts of a running demonstration are, as it printed them. */
export type Demonstration = {
  site: string
  kiosk: string
  paper: string
  mailbox: string
  process: ChildProcess
  folder: string
  output: () => string
  stop(): Promise<void>
}

/**
 * Starts what `npm start` runs, as a process of its own in a folder of its own, and waits until it has printed its addresses. Ports are stepped
 * over where they are taken. The network is the small one where nothing else is asked for. `folder` may be that of an earlier one, to see what a second start finds.
 */
export async function startDemonstration(
  given: {
    folder?: string
    port?: number
    host?: string
    args?: readonly string[]
    network?: 'national' | 'small'
    patienceMs?: number
  } = {},
): Promise<Demonstration> {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'beurt-demonstration-'))
  // Where the user that Postgres runs as could not reach it, the cluster would live elsewhere and stay behind.
  chmodSync(folder, 0o711)
  const port = given.port ?? 20_000 + Math.floor(Math.random() * 20_000)
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: given.host,
    BEURT_DATA: folder,
    BEURT_NETWORK: given.network ?? 'small',
    DATABASE_URL: undefined,
    NODE_ENV: undefined,
    VITEST: undefined,
  }
  const child = spawn('bun', [join(home, 'demonstration', 'main.ts'), ...(given.args ?? [])], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stderr.on('data', (text) => {
    output += text
  })
  const begun = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the demonstration does not start:\n${output}`)), given.patienceMs ?? patienceMs)
    child.once('exit', (code) => reject(new Error(`the demonstration ended with ${code}:\n${output}`)))
    child.stdout.on('data', () => {
      if (!output.includes('sign in as') && !output.includes('first account')) return
      clearTimeout(late)
      resolve()
    })
  })
  await begun.catch((error) => {
    child.kill('SIGKILL')
    if (!given.folder) rmSync(folder, { recursive: true, force: true })
    throw error
  })
  const addressOf = (name: string) => new RegExp(`${name}\\s+(http://\\S+)`).exec(output)?.[1] ?? ''
  return {
    site: /runs at (\S+)/.exec(output)?.[1] ?? '',
    kiosk: addressOf('kiosk'),
    paper: addressOf('paper'),
    mailbox: addressOf('mailbox'),
    process: child,
    folder,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await ended
      }
      if (!given.folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}
