import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive, pause } from '../db/embedded-lock.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
let house: string

// A house of its own: the real start, and a program that stays, with a process under it that nobody ends.
beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), `beurt-test-${process.pid}-start-`))
  for (const file of ['start.mjs', 'package.json', 'bun.lockb']) await copyFile(join(root, file), join(house, file))
  await mkdir(join(house, 'node_modules'))
  const lockfile = createHash('sha256').update(await readFile(join(house, 'bun.lockb')))
  await writeFile(join(house, 'node_modules', '.installed'), lockfile.digest('hex'))
  await mkdir(join(house, 'demonstration'))
  await writeFile(
    join(house, 'demonstration', 'main.ts'),
    `import { spawn } from 'node:child_process'
     import { appendFileSync } from 'node:fs'
     const under = spawn('sleep', ['120'])
     const say = (line: string) => appendFileSync(${JSON.stringify(join(house, 'said'))}, line + '\\n')
     for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
       process.on(signal, () => { say(signal); setTimeout(() => process.exit(7), 200) })
     say([process.pid, under.pid, process.argv.slice(2).join('+')].join(' '))
     if (process.argv.includes('leave')) process.exit(5)
     setInterval(() => {}, 1000)`,
  )
})

afterEach(() => rm(house, { recursive: true, force: true }))

const said = async () => (await readFile(join(house, 'said'), 'utf8').catch(() => '')).trim().split('\n')

async function start(command: string[], shell = false) {
  const words = [join(house, 'start.mjs'), ...command]
  const child = shell
    ? spawn('sh', ['-c', `"${process.execPath}" ${words.join(' ')}; exit $?`], {
        env: { PATH: '/usr/bin:/bin', npm_lifecycle_event: 'start' },
      })
    : spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const errors: string[] = []
  child.stderr?.on('data', (chunk) => errors.push(String(chunk)))
  return { child, ended, errors }
}

async function ready(): Promise<number[]> {
  await until(async () => (await said())[0] !== '')
  return (await said())[0]!.split(' ').slice(0, 2).map(Number)
}

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await met()); waited += 50) {
    if (waited > 15_000) throw new Error('waited 15 seconds in vain')
    await pause(50)
  }
}

const allGone = (pids: number[]) => until(() => !pids.some(isAlive))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} reaches the program once, its answer is passed on, and nothing of it stays`, async () => {
    const { child, ended } = await start(['up'])
    const pids = await ready()
    child.kill(signal)
    child.kill(signal)
    expect(await ended).toBe(7)
    expect((await said()).slice(1)).toEqual([signal])
    await allGone(pids)
  })
}

test('when the start itself is killed, the program is told to stop and nothing of it stays', async () => {
  const { child } = await start(['up'])
  const pids = await ready()
  child.kill('SIGKILL')
  await allGone(pids)
  expect((await said()).slice(1)).toEqual(['SIGTERM'])
})

test('when npm is killed over it, everything stops', async () => {
  const { child } = await start(['up'], true)
  const pids = await ready()
  child.kill('SIGKILL')
  await allGone(pids)
  expect((await said()).slice(1)).toEqual(['SIGTERM'])
})

test('arguments are passed on, and the code comes back', async () => {
  const { ended } = await start(['up', '--empty', 'leave'])
  const pids = await ready()
  expect(await ended).toBe(5)
  expect((await said())[0]).toContain('--empty+leave')
  await allGone(pids)
})

test('an unknown command is answered with those there are', async () => {
  const { ended, errors } = await start(['dance'])
  expect(await ended).toBe(2)
  expect(errors.join('')).toContain('up, test, check')
})
