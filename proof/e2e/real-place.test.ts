import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest'
import { addStaff } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { newKey } from '../../contract/uuid.ts'
import { startAgent } from '../../kiosk/agent/start.ts'
import { tcpPort } from '../../printers/ports/tcp.ts'
import { startVirtualPrinter, type VirtualPrinter } from '../../printers/virtual/virtual-printer.ts'
import { command, home } from '../setup/command.ts'
import { begin, callThis, finish, openCounter } from './at-the-counter.ts'
import { arriveByCode, leaveKiosk, walkIn } from './at-the-kiosk.ts'
import { heard, openDisplay, seen } from './on-the-display.ts'
import { appointmentIn, book, codeIn, phoneSays, phoneWords, readMail } from './on-the-phone.ts'
import { paperWith, readQr } from './papers.ts'
import { announced, hallOf, signedIn } from './staff.ts'
import { openStage, password, plain, type Stage, until } from './stage.ts'

// The two journeys on one of the 99 real places: in the Azores, two hours behind the hall that it has its services and shifts from.
const file = join(home, '../shared/data/service-points-pt.csv')
const point = 'conservatoria-registo-civil-angra-heroismo'
const place = 'Conservatória do Registo Civil de Angra do Heroísmo'
const counter = 1
const visitor = { language: 'pt', service: 'Carta de condução' } as const

let stage: Stage
let printer: VirtualPrinter
let agent: Awaited<ReturnType<typeof startAgent>>
let folder: string
let clerk: Asker
let kiosk: Page
let atCounter: Page
let display: Page

beforeAll(async () => {
  if (!existsSync(file)) return
  stage = await openStage()
  const { site } = stage.demonstration
  const imported = await command(stage.demonstration.folder, 'import', file, '--openings', 'Mo-Fr 08:00-17:00', '--like', 'aalter')
  expect(imported.said.at(-1)).toBe('created 99, updated 0, unchanged 0, refused 0')
  const admin = await signedIn(site, 'admin')
  await until(() => hallOf(admin, point))
  await ask(admin, addStaff, { subject: 'ines', name: 'Inês', password, roles: [{ role: 'clerk', scope: point }] }, newKey())
  clerk = await signedIn(site, 'ines')
  printer = await startVirtualPrinter()
  folder = await mkdtemp(join(tmpdir(), 'beurt-real-place-'))
  const { code } = await announced(admin, 'kiosk', point)
  const port = tcpPort('127.0.0.1', printer.port)
  agent = await startAgent({ api: site, enrolCode: code, printer: port, folder, screen: join(home, 'dist/kiosk'), port: 0 })
  kiosk = await stage.page('kiosk', agent.url)
  atCounter = await openCounter(stage, 'ines', counter)
  display = await openDisplay(stage, site, point)
})

afterAll(async () => {
  await stage?.browser.close()
  await agent?.stop()
  await printer?.stop()
  await stage?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

/** Where the real file is; where it is not, the test is passed over and says so. */
const whereItIs =
  (run: () => Promise<void>) =>
  async ({ skip }: TestContext) => {
    if (!existsSync(file)) skip('the 99 real places (../shared/data/service-points-pt.csv) are not beside this checkout')
    await run()
  }

async function servedAtTheCounter(label: string): Promise<void> {
  const { waiting, others } = await hallOf(clerk, point)
  const ticket = [...waiting, ...others].find((one) => plain(one.label) === plain(label))
  expect(ticket, `${label} is in the hall`).toBeTruthy()
  await callThis(atCounter, label)
  await seen(display, label, counter)
  await heard(display, ticket!.id, visitor.language)
  await begin(atCounter)
  await finish(atCounter)
}

/** The paper of this number, and where its code leads as a reader that is not ours reads it. */
async function onPaper(label: string): Promise<string | null> {
  const page = `http://127.0.0.1:${printer.httpPort}`
  const { png, unknown } = await paperWith(page, label)
  expect(unknown).toEqual([])
  return readQr(stage.browser, `${page}${png}`)
}

test(
  'a visitor books online, arrives at the kiosk by code, is called, seen and heard, and finished',
  whereItIs(async () => {
    const { site, mailbox } = stage.demonstration
    const email = `${newKey()}@example.org`
    const page = await stage.page('phone', 'about:blank')
    await book(page, { site, place, ...visitor, name: 'João Ávila', email })
    const { mail, file } = await readMail(await stage.page('phone', mailbox), mailbox, email)
    const appointment = appointmentIn(file)
    const label = await arriveByCode(kiosk, visitor.language, codeIn(mail.text))
    expect(await onPaper(label)).toContain(`/book/follow/${point}/`)
    await leaveKiosk(kiosk, visitor.language)
    const { waiting } = await hallOf(clerk, point)
    const ticket = waiting.find((one) => plain(one.label) === plain(label))
    expect(Date.parse(ticket!.appointmentAt!)).toBe(appointment.startsAt)
    await servedAtTheCounter(label)
    await page.reload()
    await page.getByRole('heading', { name: phoneWords.pt.visit.titleArrived }).waitFor()
  }),
)

test(
  'a visitor walks in, has a number on paper, follows it on a phone, is called, seen and heard, and finished',
  whereItIs(async () => {
    const label = await walkIn(kiosk, { ...visitor, people: 1 })
    const pocket = await stage.page('phone', (await onPaper(label))!)
    await phoneSays(pocket, plain(label))
    await leaveKiosk(kiosk, visitor.language)
    await servedAtTheCounter(label)
    await phoneSays(pocket, phoneWords.nl.follow.finished)
    expect(stage.faults).toEqual([])
  }),
)
