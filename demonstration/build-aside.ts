import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../build.ts', import.meta.url))

/** Builds the screens in a process of its own: on the other core, and its memory is not kept. */
export function buildAside(): { done: Promise<void>; stop(): void } {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'inherit', 'inherit'] })
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the screens could not be built'))))
  })
  // Who waits for it is told; until somebody does, a failure is not lost either.
  done.catch(() => {})
  return { done, stop: () => void child.kill('SIGTERM') }
}
