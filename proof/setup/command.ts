import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const home = fileURLToPath(new URL('../..', import.meta.url))

/** What a command or a kiosk of its own finds its programs by, and nothing else of this process's environment. */
export const path = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin:/usr/sbin`

export type Said = { code: number | null; said: string[]; wrong: string }

/** Runs one command of `npm run` over the database of the demonstration in `folder`. Gives how it ended and what it said, by lines. */
export async function command(folder: string, name: string, ...words: string[]): Promise<Said> {
  const child = spawn(process.execPath, [join(home, 'start.mjs'), name, ...words], {
    env: { PATH: path, BEURT_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, wrong] = ['', '']
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    wrong += text
  })
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, said: said.trim().split('\n'), wrong }
}
