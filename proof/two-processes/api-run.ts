import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../db/embedded.ts'
import type { ApiProcess } from '../api-process/main.ts'

const program = fileURLToPath(new URL('../api-process/main.ts', import.meta.url))

/** One api process that can be killed and started again at the same address. */
export type ApiRun = {
  base: () => string
  /** What it said on standard error since it was made: faults, and nothing else. */
  said: () => string
  begin(): Promise<void>
  /** Ends it as the kernel would, at once. */
  kill(): Promise<void>
  end(): Promise<void>
}

/** Makes an api process that has not begun yet. */
export function startApi(given: Omit<ApiProcess, 'port'>): ApiRun {
  let port = 0
  let child: ChildProcess | null = null
  let said = ''

  const gone = (one: ChildProcess) =>
    new Promise<void>((done) => {
      if (one.exitCode !== null || one.signalCode !== null) done()
      else one.once('exit', () => done())
    })

  async function begin(): Promise<void> {
    port ||= await freePort()
    const one = spawn('bun', [program, JSON.stringify({ ...given, port })], { stdio: ['ignore', 'pipe', 'pipe'] })
    child = one
    one.stderr?.on('data', (bytes) => {
      said += String(bytes)
    })
    await new Promise<void>((ready, fail) => {
      one.stdout?.on('data', (bytes) => String(bytes).includes('listening') && ready())
      one.once('exit', (code) => fail(new Error(`the api ended with ${code}:\n${said}`)))
    })
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const one = child
    if (!one) return
    one.kill(signal)
    const patience = setTimeout(() => one.kill('SIGKILL'), 8000)
    await gone(one)
    clearTimeout(patience)
    child = null
  }

  return { base: () => `http://127.0.0.1:${port}`, said: () => said, begin, kill: () => end('SIGKILL'), end: () => end('SIGTERM') }
}
