import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addStaff } from '../../contract/access.ts'
import { ask } from '../../contract/ask.ts'
import { listPoints } from '../../contract/points.ts'
import { newKey } from '../../contract/uuid.ts'
import { freshHouse, type Launched, launch, type Running, stillRunning } from '../setup/launch.ts'
import { kioskStateOf } from './at-the-kiosk.ts'
import { papersOf } from './papers.ts'
import { announced, signedIn } from './staff.ts'
import { password, until } from './stage.ts'

const coldSeconds = 60
const ticketSeconds = 90
const warmSeconds = 8
// The cores are shared with whoever else works on this machine.
const allowance = 2
const port = 20_000 + Math.floor(Math.random() * 20_000)

let house: Awaited<ReturnType<typeof freshHouse>>
let started: Launched[] = []
const taken: { id: string; label: string; token: string }[] = []

beforeAll(async () => {
  house = await freshHouse()
})

afterEach(async () => {
  for (const { child, processes } of started) {
    const left = await processes()
    for (const { pid } of left) process.kill(pid, 'SIGKILL')
    child.unref()
    await allGone(left)
  }
  started = []
})

afterAll(() => house?.remove())

async function start(given: { port?: number; args?: readonly string[]; data?: string; network?: 'small' } = {}): Promise<Launched> {
  const launched = await launch(house.folder, { port, ...given })
  started.push(launched)
  return launched
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Takes a number at the kiosk, to be found again after whatever comes. */
async function take({ addresses }: Launched): Promise<void> {
  const id = newKey()
  await until(async () => expect((await kioskStateOf(addresses.kiosk!)).ready).toBe(true))
  const headers = { 'content-type': 'application/json', 'idempotency-key': id }
  const body = JSON.stringify({ serviceIds: ['moving'], people: 1, language: 'nl' })
  const given = await (await fetch(`${addresses.kiosk}/local/tickets`, { method: 'POST', headers, body })).json()
  expect(given).toMatchObject({ id, kind: 'normal', label: expect.stringMatching(/^R\s\d{3}$/) })
  taken.push({ id, label: given.label, token: given.followUrl.split('/').at(-1) })
}

/** The printer shows the decoded ticket of somebody simulated, so many seconds after the command. */
async function showsTicket({ addresses }: Launched, tookMs: number): Promise<void> {
  const printedAt = performance.now()
  const paper = await until(
    async () => (await papersOf(addresses.paper!))[0] ?? Promise.reject(new Error('no paper yet')),
    ticketSeconds * 1000 * allowance,
  )
  const ms = tookMs + performance.now() - printedAt
  console.log(`the first ticket, decoded: ${seconds(ms)}`)
  expect(paper).toMatchObject({ unknown: [], qr: [expect.stringContaining('/book/follow/aalter/')] })
  expect(paper.lines.join(' ')).toMatch(/[A-Z]\s\d{3}/)
  expect(ms).toBeLessThan(ticketSeconds * 1000 * allowance)
}

/** Every number taken so far is there, under its label. */
async function allThere({ site }: Launched): Promise<void> {
  expect(taken.length).toBeGreaterThan(0)
  for (const { id, label, token } of taken) {
    const answer = await fetch(`${site}/api/points/aalter/tickets/${id}?token=${token}`)
    expect(await answer.json()).toMatchObject({ id, label })
  }
}

const allGone = (processes: readonly Running[]) => until(async () => expect(await stillRunning(processes)).toEqual([]))
const databaseOf = (processes: readonly Running[]) => processes.find(({ command }) => /postgres -D/.test(command))!.pid

// What runs is looked up in /proc.
const onLinux = test.skipIf(!existsSync('/proc/self/stat'))

onLinux('it starts from nothing in a minute, prints addresses and sign-ins, every address answers; Ctrl-C leaves nothing', async () => {
  const launched = await start()
  console.log(`cold: ${seconds(launched.tookMs)}`)
  expect(launched.tookMs).toBeLessThan(coldSeconds * 1000 * allowance)
  expect(Object.keys(launched.addresses)).toEqual(['book a visit', 'display', 'counter', 'control room', 'kiosk', 'paper', 'mailbox'])
  expect(launched.output).toContain(`sign in as clerk, manager or admin; password ${password}`)
  for (const address of [launched.site, `${launched.site}/kiosk`, `${launched.site}/readyz`, ...Object.values(launched.addresses)])
    expect((await fetch(address)).status, address).toBe(200)
  await showsTicket(launched, launched.tookMs)
  await take(launched)
  const processes = await launched.processes()
  expect(processes.length).toBeGreaterThan(5)
  process.kill(-launched.child.pid!, 'SIGINT')
  expect(await launched.ended).toBe(0)
  await allGone(processes)
})

onLinux('it starts again in seconds with what was there; without its Postgres it ends and says so, and leaves nothing', async () => {
  const launched = await start()
  console.log(`warm: ${seconds(launched.tookMs)}`)
  expect(launched.tookMs).toBeLessThan(warmSeconds * 1000 * allowance)
  await allThere(launched)
  await take(launched)
  const processes = await launched.processes()
  process.kill(databaseOf(processes), 'SIGKILL')
  expect(await launched.ended).not.toBe(0)
  await allGone(processes)
})

onLinux(
  'after its Postgres was killed it goes on where it was; all of it killed at once leaves what the next start takes over',
  async () => {
    const launched = await start()
    await allThere(launched)
    await take(launched)
    const processes = await launched.processes()
    for (const { pid } of processes) process.kill(pid, 'SIGKILL')
    await allGone(processes)
    const next = await start()
    await allThere(next)
    await take(next)
  },
)

onLinux('when only the start itself is killed, everything stops', async () => {
  const launched = await start()
  await allThere(launched)
  const processes = await launched.processes()
  launched.child.kill('SIGKILL')
  await allGone(processes)
})

onLinux('two beside each other step over ports, and SIGTERM ends each; on a real clock it is now', async () => {
  const other = await mkdtemp(join(house.folder, 'other-'))
  const [one, two] = [await start(), await start({ data: other, args: ['--real-clock'], network: 'small' })]
  await allThere(one)
  const ports = [one, two].flatMap(({ addresses }) => [...new Set(Object.values(addresses).map((address) => new URL(address).port))])
  expect(new Set(ports).size).toBe(ports.length)
  const menu = await (await fetch(`${two.site}/api/points/aalter/menu`)).json()
  expect(Math.abs(Date.parse(menu.at) - Date.now())).toBeLessThan(5000)
  expect(one.output).toContain('on a clock of its own')
  for (const { child, ended, processes } of [one, two]) {
    const all = await processes()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await allGone(all)
  }
  await rm(other, { recursive: true, force: true })
})

onLinux('empty, it has no points and one account, whose password is said once', async () => {
  const data = await mkdtemp(join(house.folder, 'empty-'))
  const launched = await start({ data, args: ['--empty'] })
  const said = /first account: admin, password (\S+)/.exec(launched.output)?.[1]
  const admin = await signedIn(launched.site, 'admin', said)
  expect((await ask(admin, listPoints, {})).points).toEqual([])
  await expect(announced(admin, 'kiosk', 'nowhere')).rejects.toMatchObject({ code: 'not-found' })
  const colleague = {
    subject: 'els',
    name: 'Els de Wit',
    password: 'een lang wachtwoord',
    roles: [{ role: 'admin' as const, scope: '*' }],
  }
  await ask(admin, addStaff, colleague, newKey())
  await signedIn(launched.site, 'els', colleague.password)
  for (const path of ['/', '/book/', '/display/', '/counter/', '/control-room/'])
    expect((await fetch(`${launched.site}${path}`)).status).toBe(200)
  launched.child.kill('SIGTERM')
  expect(await launched.ended).toBe(0)
  expect((await start({ data, args: ['--empty'] })).output).not.toContain('first account')
  await rm(data, { recursive: true, force: true })
})
