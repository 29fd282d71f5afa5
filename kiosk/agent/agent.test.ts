import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDevice, enrolDevice, removeDevice } from '../../contract/access.ts'
import { ask } from '../../contract/ask.ts'
import { kioskGot, kioskPrintAgain, kioskState, kioskTake } from '../../contract/kiosk.ts'
import { takeTicket } from '../../contract/tickets.ts'
import { tcpPort } from '../../printers/ports/tcp.ts'
import { startVirtualPrinter, type VirtualPrinter } from '../../printers/virtual/virtual-printer.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { linesOf } from './journal.ts'
import { listen } from './listen.ts'
import { startAgent } from './start.ts'

let the: TestHouse
let api: Awaited<ReturnType<typeof listen>>
let printer: VirtualPrinter
let proxy: Proxy
let folder: string
let kiosk: Awaited<ReturnType<typeof startAgent>>

const wanted = { serviceIds: ['passport'], people: 1, language: 'nl' as const }
const local = () => ({ send: (request: Request) => fetch(request), base: kiosk.url })
const take = (id = key()) => ask(local(), kioskTake, wanted, id)
const shown = () => ask(local(), kioskState, {})

beforeAll(async () => {
  the = await makeTestHouse()
  api = await listen(async (request) => the.app.fetch(request), { port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await api.close()
  await the.stop()
  expect(the.faults).toEqual([])
})
beforeEach(async () => {
  the.clock.pass(60_000)
  printer = await startVirtualPrinter()
  proxy = await startProxy(api.port)
  folder = await mkdtemp(join(tmpdir(), 'beurt-kiosk-'))
  await startKiosk()
})
afterEach(async () => {
  await kiosk.stop()
  await proxy.stop()
  await printer.stop()
  await rm(folder, { recursive: true, force: true })
})

async function startKiosk(given: Partial<Parameters<typeof startAgent>[0]> = {}): Promise<void> {
  const token = the.as.kiosk.headers!().authorization!.slice('Bearer '.length)
  kiosk = await startAgent({
    api: `http://127.0.0.1:${proxy.port}`,
    token,
    printer: tcpPort('127.0.0.1', printer.port),
    folder,
    screen: folder,
    port: 0,
    ...given,
  })
  await until(async () => (await shown()).ready)
}

type Proxy = Awaited<ReturnType<typeof startProxy>>
type Mood = 'pass' | 'dead' | 'deaf' | 'rubbish'

/** A line to the api that can be dead, take bytes and never answer, or answer as a hotel's network does. Answers can be held back once. */
async function startProxy(to: number) {
  let mood: Mood = 'pass'
  let loseAnswers = false
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    sockets.add(near)
    near.on('error', () => near.destroy())
    near.on('close', () => sockets.delete(near))
    if (mood === 'dead') return void near.destroy()
    if (mood === 'rubbish')
      return void near.on('data', () => near.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 15\r\n\r\n<h1>Log in</h1>'))
    if (mood === 'deaf') return void near.resume()
    const far = connect(to, '127.0.0.1')
    far.on('error', () => near.destroy())
    far.on('close', () => near.destroy())
    near.on('close', () => far.destroy())
    near.pipe(far)
    far.on('data', (bytes) => loseAnswers || near.write(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cutAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as { port: number }).port,
    set(next: Mood) {
      mood = next
      loseAnswers = false
      cutAll()
    },
    loseAnswers() {
      loseAnswers = true
    },
    stop: () =>
      new Promise<void>((resolve) => {
        cutAll()
        server.close(() => resolve())
      }),
  }
}

async function until(holds: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come true in time')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

const printed = () => printer.papers().map((paper) => paper.lines.find((line) => /^(Nummer|Number) /.test(line)) ?? paper.lines.join(' '))
const rowOf = async (id: string) =>
  (await the.house.connections.sql`select series, number, state, voided, rank_at from tickets where id = ${id}`)[0]
const owed = () =>
  [...kiosk.agent.state().memory.tickets.values()].filter((h) => h.given?.kind === 'emergency' && h.given.handedIn === null)
const allPrinted = (count: number) => until(async () => printer.papers().length === count && (await shown()).ticket?.print === 'printed')

test('a tap gives a number of the hall, and its paper comes out', async () => {
  const id = key()
  const ticket = await take(id)
  expect(ticket).toMatchObject({ id, kind: 'normal', label: expect.stringMatching(/^A\u2009\d{3}$/) })
  expect(ticket.followUrl).toContain(id)
  await allPrinted(1)
  expect(printed()[0]).toContain(ticket.label.replace('\u2009', ' '))
  expect(printer.papers()[0]!.qr).toEqual([ticket.followUrl])
  expect(await rowOf(id)).toMatchObject({ series: 'A', state: 'waiting' })
})

test.each(['dead', 'deaf', 'rubbish'] as const)(
  'with a line that is %s a number comes within 1.5 s and its paper after it',
  async (mood) => {
    proxy.set(mood)
    const began = performance.now()
    const first = await take()
    expect(performance.now() - began).toBeLessThan(mood === 'deaf' ? 4000 : 1500)
    expect(first).toMatchObject({ label: 'N1\u2009001', kind: 'emergency', followUrl: null, wait: null })
    const again = performance.now()
    const second = await take()
    expect(performance.now() - again).toBeLessThan(1400)
    expect(second.label).toBe('N1\u2009002')
    await allPrinted(2)
    expect(printed()).toEqual([expect.stringContaining('N1 001'), expect.stringContaining('N1 002')])
    expect((await shown()).connected).toBe(false)
    const day = kiosk.agent.state().memory.day
    expect(day).toBe('2026-03-24')
  },
)

test('what was given in the dark is handed in when the line is back: in order, and once', async () => {
  proxy.set('dead')
  // Other tests have used up numbers of this kiosk on the same day.
  await kiosk.stop()
  await writeFile(join(folder, 'journal'), linesOf([{ t: 'floor', day: '2026-03-24', number: 100 }]))
  await startKiosk()
  const tickets = [await take(), await take(), await take()]
  expect(tickets.map((t) => t.label)).toEqual(['N1\u2009101', 'N1\u2009102', 'N1\u2009103'])
  expect(owed()).toHaveLength(3)
  proxy.set('pass')
  await until(() => owed().length === 0)
  const rows = await Promise.all(tickets.map((t) => rowOf(t.id)))
  expect(rows.map((r) => [r!.series, r!.number, r!.state])).toEqual([101, 102, 103].map((n) => ['N1', n, 'waiting']))
  const ranks = rows.map((r) => Number(new Date(r!.rank_at)))
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  await until(async () => (await shown()).connected)
  expect((await take()).kind).toBe('normal')
})

test('an answer that is lost after the hall gave a number: the label on paper stays, and there is one ticket', async () => {
  await kiosk.stop()
  await writeFile(join(folder, 'journal'), linesOf([{ t: 'floor', day: '2026-03-24', number: 200 }]))
  await startKiosk()
  proxy.loseAnswers()
  const id = key()
  const ticket = await take(id)
  expect(ticket.label).toBe('N1\u2009201')
  expect(await rowOf(id)).toMatchObject({ series: 'A' })
  proxy.set('pass')
  await until(() => owed().length === 0)
  expect(await rowOf(id)).toMatchObject({ series: 'N1', number: 201, voided: expect.stringMatching(/^A \d+$/) })
  const late = await ask(the.as.kiosk, takeTicket, { point: 'lisboa', ...wanted }, id)
  expect(late.label).toBe('N1\u2009201')
  await allPrinted(1)
  expect(printed()[0]).toContain('N1 201')
})

test('a no is said in the visitor’s language and gives no number', async () => {
  const no = await ask(
    { ...local(), headers: () => ({ 'x-language': 'ar' }) },
    kioskTake,
    { ...wanted, serviceIds: ['advice'], language: 'ar' },
    key(),
  ).catch((e) => e)
  expect(no.code).toBe('service-not-here')
  expect(no.message).toMatch(/\p{Script=Arabic}/u)
  expect(printer.papers()).toEqual([])
  expect((await shown()).connected).toBe(true)
})

test('without paper the number is on the screen, and the same number is printed when there is paper again', async () => {
  printer.set('paper-out')
  const ticket = await take()
  await until(async () => (await shown()).ticket?.print === 'paper-out')
  expect((await shown()).printer).toBe('paper-out')
  expect(printer.papers()).toEqual([])
  printer.set('mend')
  await until(async () => (await shown()).printer === 'ok')
  await ask(local(), kioskPrintAgain, { ticket: ticket.id })
  // What half a ticket may have left in the printer is cut off first.
  await allPrinted(2)
  expect(printer.papers()[0]!.lines).toEqual([])
  expect(printed()[1]).toContain(ticket.label.replace('\u2009', ' '))
  expect(printer.papers()[1]!.lines.join(' ')).not.toContain('KOPIE')
  await ask(local(), kioskPrintAgain, { ticket: ticket.id })
  await allPrinted(3)
  expect(printer.papers()[2]!.lines.join(' ')).toContain('KOPIE')
  const [device] = await the.house.connections.sql`select paper from devices where kind = 'kiosk' and point_id = 'lisboa'`
  expect(['out', 'ok']).toContain(device!.paper)
})

test('it starts without a network from what it knew, and keeps its numbers over a restart', async () => {
  await until(async () => (await stat(join(folder, 'menu.json')).catch(() => null)) !== null)
  proxy.set('dead')
  expect((await take()).label).toBe('N1\u2009001')
  await allPrinted(1)
  await kiosk.stop()
  await startKiosk()
  const state = await shown()
  expect(state.menu!.services.map((s) => s.id)).toContain('passport')
  expect(state.open).toBe(true)
  expect((await take()).label).toBe('N1\u2009002')
})

test('stopped in the middle of a print it asks whether the paper came', async () => {
  printer.set('hang')
  const ticket = await take()
  await kiosk.stop()
  printer.set('mend')
  await startKiosk()
  expect((await shown()).question).toEqual({ ticketId: ticket.id, label: ticket.label, language: 'nl' })
  await ask(local(), kioskGot, { ticket: ticket.id, yes: false })
  await until(async () => (await shown()).ticket?.print === 'printed')
  expect((await shown()).question).toBeNull()
})

test('the token is for the owner’s eyes alone, and the journal holds nothing about a person', async () => {
  await take()
  expect((await stat(join(folder, 'identity.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'journal'))).mode & 0o777).toBe(0o600)
  const journal = await readFile(join(folder, 'journal'), 'utf8')
  expect(journal).toContain('"t":"normal"')
  expect(journal).not.toMatch(/token|name|mail|phone|http/)
})

test('a code makes it a kiosk once; after that it knows who it is', async () => {
  const device = await ask(the.as.admin, addDevice, { point: 'lisboa', kind: 'kiosk' }, key())
  await kiosk.stop()
  await rm(join(folder, 'identity.json'))
  for (let n = 0; n < 2; n++) {
    await startKiosk({ token: null, enrolCode: device.code })
    expect(kiosk.agent.state().place).toEqual({ pointId: 'lisboa', kiosk: device.number })
    expect((await take()).kind).toBe('normal')
    await kiosk.stop()
  }
  await startKiosk({ token: null })
  expect(device.number).toBeGreaterThan(1)
})

test('taken out with numbers on paper, it comes back with another code as who it was, and they come into the line', async () => {
  const announced = () => ask(the.as.admin, addDevice, { point: 'lisboa', kind: 'kiosk' }, key())
  const first = await announced()
  await kiosk.stop()
  await rm(join(folder, 'identity.json'))
  await startKiosk({ token: null, enrolCode: first.code })
  proxy.set('dead')
  const given = await take()
  expect(given.label).toBe(`N${first.number}\u2009001`)
  await allPrinted(1)
  await ask(the.as.admin, removeDevice, { point: 'lisboa', device: first.id })
  await ask(the.as.anyone, enrolDevice, { code: (await announced()).code })
  const back = await announced()
  expect(back.number).not.toBe(first.number)
  await kiosk.stop()
  proxy.set('pass')
  await startKiosk({ token: null, enrolCode: back.code })
  expect(kiosk.agent.state().place).toEqual({ pointId: 'lisboa', kiosk: first.number })
  await until(async () => owed().length === 0)
  const { hall } = await the.house.keeper.kept('lisboa')
  expect(hall.tickets.get(given.id)).toMatchObject({ series: `N${first.number}`, number: 1, state: 'waiting' })
})

const announce = (point = 'lisboa') => ask(the.as.admin, addDevice, { point, kind: 'kiosk' }, key())
const placed = (number: number, pointId = 'lisboa') =>
  until(async () => {
    const { place } = kiosk.agent.state()
    return place?.kiosk === number && place.pointId === pointId && (await shown()).ready
  })
const inTheHall = async (id: string) => {
  const ticket = (await the.house.keeper.kept('lisboa')).hall.tickets.get(id)
  return ticket && [ticket.series, ticket.number, ticket.state]
}

/** A kiosk of its own that gave a number in the dark, and is off now. */
async function owing() {
  const device = await announce()
  await kiosk.stop()
  await rm(join(folder, 'identity.json'))
  await startKiosk({ token: null, enrolCode: device.code })
  await until(async () => (await stat(join(folder, 'menu.json')).catch(() => null)) !== null)
  proxy.set('dead')
  const given = await take()
  expect(given.label).toBe(`N${device.number}\u2009001`)
  await allPrinted(1)
  await kiosk.stop()
  return { device, given }
}

test('cut for a morning and given another code, it serves at once, and is still who it was when the line is back', async () => {
  const { device, given } = await owing()
  const next = await announce()
  await startKiosk({ token: null, enrolCode: next.code })
  expect((await take()).label).toBe(`N${device.number}\u2009002`)
  proxy.set('pass')
  await until(async () => owed().length === 0)
  expect(await inTheHall(given.id)).toEqual([`N${device.number}`, 1, 'waiting'])
  const rowsOf = () => the.house.connections.sql`select number from devices where id in (${device.id}, ${next.id})`
  await until(async () => (await rowsOf()).length === 1)
  expect((await rowsOf())[0]!.number).toBe(device.number)
  await until(async () => (await shown()).connected)
  expect((await take()).kind).toBe('normal')
})

test('its number was given away after a day: it gets another, and what is on paper comes into the line as it is on paper', async () => {
  const { device, given } = await owing()
  await ask(the.as.admin, removeDevice, { point: 'lisboa', device: device.id })
  await the.house.connections.sql`update devices set enrol_until = ${new Date(the.clock.now()).toISOString()} where id = ${device.id}`
  const [taker, next] = [await announce(), await announce()]
  expect(taker.number).toBe(device.number)
  proxy.set('pass')
  await startKiosk({ token: null, enrolCode: next.code })
  await placed(next.number)
  await until(async () => owed().length === 0)
  expect(await inTheHall(given.id)).toEqual([`N${device.number}`, 1, 'waiting'])
  expect((await take()).kind).toBe('normal')
})

test('its identity is lost and its journal is not: another number, and copies and hall say what is on paper', async () => {
  const { device, given } = await owing()
  await writeFile(join(folder, 'identity.json'), 'damaged')
  const next = await announce()
  proxy.set('pass')
  await startKiosk({ token: null, enrolCode: next.code })
  await placed(next.number)
  await until(async () => owed().length === 0)
  expect(await inTheHall(given.id)).toEqual([`N${device.number}`, 1, 'waiting'])
  await ask(local(), kioskPrintAgain, { ticket: given.id })
  await allPrinted(2)
  expect(printed()[1]).toContain(`N${device.number} 001`)
})

test('brought to another point it hands in where it was before it goes there', async () => {
  const { given } = await owing()
  const next = await announce('horta')
  proxy.set('pass')
  await startKiosk({ token: null, enrolCode: next.code })
  await placed(next.number, 'horta')
  expect(owed()).toEqual([])
  expect(await inTheHall(given.id)).toMatchObject([expect.anything(), 1, 'waiting'])
  expect((await shown()).menu!.point.id).toBe('horta')
})

test('taken out and brought to another point it serves there, and says which numbers no hall knows of', async () => {
  const { device, given } = await owing()
  await ask(the.as.admin, removeDevice, { point: 'lisboa', device: device.id })
  const next = await announce('horta')
  proxy.set('pass')
  const said: string[] = []
  await startKiosk({ token: null, enrolCode: next.code, say: (line) => said.push(line) })
  await placed(next.number, 'horta')
  expect(owed().map((held) => held.intent.id)).toEqual([given.id])
  expect(said.join('\n')).toContain(`${given.label} was given at lisboa`)
  expect((await take()).kind).toBe('normal')
})

test('the answer to its code is lost: it asks again and is that kiosk, also after a restart in between', async () => {
  await kiosk.stop()
  await rm(join(folder, 'identity.json'))
  const device = await announce()
  proxy.loseAnswers()
  const given = { api: `http://127.0.0.1:${proxy.port}`, printer: tcpPort('127.0.0.1', printer.port), folder, screen: folder, port: 0 }
  kiosk = await startAgent({ ...given, token: null, enrolCode: device.code })
  await until(async () => (await the.house.connections.sql`select token_hash from devices where id = ${device.id}`)[0]!.token_hash !== null)
  await kiosk.stop()
  proxy.set('pass')
  await startKiosk({ token: null, enrolCode: device.code })
  expect(kiosk.agent.state().place).toEqual({ pointId: 'lisboa', kiosk: device.number })
  expect((await take()).kind).toBe('normal')
})

test.each([
  ['a page of another site', { origin: 'https://evil.example' }],
  ['another page of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a frame of another site', { 'sec-fetch-site': 'cross-site' }],
])('%s may not take a number', async (_, headers) => {
  const response = await fetch(`${kiosk.url}/local/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key(), ...headers } as Record<string, string>,
    body: JSON.stringify(wanted),
  })
  expect(response.status).toBe(403)
  expect(printer.papers()).toEqual([])
})
