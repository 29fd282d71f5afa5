import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asker } from '../../contract/ask.ts'
import { nl as board } from '../../display/texts/nl.ts'
import { startAgent } from '../../kiosk/agent/start.ts'
import { nl as t } from '../../kiosk/texts/nl.ts'
import { tcpPort } from '../../printers/ports/tcp.ts'
import { startVirtualPrinter, type VirtualPrinter } from '../../printers/virtual/virtual-printer.ts'
import { begin, callThis, finish, openCounter } from './at-the-counter.ts'
import { choose, leaveKiosk, shownNumber, walkIn } from './at-the-kiosk.ts'
import { heard, openDisplay, seen } from './on-the-display.ts'
import { openProxy } from './proxy.ts'
import { announced, hallOf, signedIn } from './staff.ts'
import { labelled, openStage, plain, type Stage, until } from './stage.ts'

const screen = fileURLToPath(new URL('../../dist/kiosk', import.meta.url))
const minuteMs = 60_000
const rijbewijs = { language: 'nl', service: 'Rijbewijs', people: 1 } as const

let stage: Stage
let line: Awaited<ReturnType<typeof openProxy>>
let printer: VirtualPrinter
let agent: Awaited<ReturnType<typeof startAgent>>
let folder: string
let clerk: Asker
let number: number
let code: string
let kiosk: Page
let display: Page

beforeAll(async () => {
  stage = await openStage()
  const { site } = stage.demonstration
  line = await openProxy(site)
  printer = await startVirtualPrinter()
  folder = await mkdtemp(join(tmpdir(), 'beurt-cut-'))
  clerk = await signedIn(site, 'clerk')
  ;({ number, code } = await announced(await signedIn(site, 'admin'), 'kiosk'))
  const port = tcpPort('127.0.0.1', printer.port)
  agent = await startAgent({ api: line.address, enrolCode: code, printer: port, folder, screen, port: 0 })
  ;[kiosk, display] = await Promise.all([stage.page('kiosk', agent.url), openDisplay(stage, line.address)])
})

afterAll(async () => {
  await stage?.browser.close()
  await agent?.stop()
  await printer?.stop()
  await line?.stop()
  await stage?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

/** The labels in the hall that this kiosk gave by itself, in the order in which they will be called. */
async function ofThisKiosk(): Promise<string[]> {
  const { waiting, others } = await hallOf(clerk)
  return [...waiting, ...others].map(({ label }) => plain(label)).filter((label) => label.startsWith(`N${number} `))
}

/** When the paper with this label was cut off, in milliseconds of our clock. */
const paperAt = (label: string) =>
  until(() => {
    expect(printer.papers().flatMap(({ lines }) => lines)).toContainEqual(expect.stringMatching(labelled(label)))
    return performance.now()
  })

/** Takes a number while cut off: gives its label and how long its paper took, the last press included. */
async function takeCutOff(): Promise<string> {
  const before = printer.papers().length
  await choose(kiosk, rijbewijs)
  const tappedAt = performance.now()
  await until(() => expect(printer.papers().length).toBe(before + 1))
  const tookMs = performance.now() - tappedAt
  const label = await shownNumber(kiosk, 'nl')
  await paperAt(label)
  console.log(`${label} was on paper ${Math.round(tookMs)} ms after the press`)
  expect(tookMs).toBeLessThan(5000)
  await leaveKiosk(kiosk, 'nl')
  return label
}

/** The calls that the display shows large, the newest first. */
const shownCalls = async () => (await display.locator('.called .label').allTextContents()).map(plain)

test('a kiosk enrols with its one-time code, which then works no more, and gives numbers of the hall', async () => {
  const label = await walkIn(kiosk, rijbewijs)
  expect(label).toMatch(/^A \d{3}$/)
  await paperAt(label)
  await leaveKiosk(kiosk, 'nl')
  expect(await ofThisKiosk()).toEqual([])
  const again = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) }
  expect((await fetch(`${stage.demonstration.site}/api/devices/enrol`, again)).status).toBeGreaterThanOrEqual(400)
})

test('the network is cut for a minute: the kiosk goes on with numbers of its own, calmly; the display says so and keeps its last state; afterwards the hall has everyone once, under the label on paper', async () => {
  line.cut()
  const cutAt = Date.now()
  const shown = await shownCalls()
  expect(shown).toHaveLength(2)

  const labels = [await takeCutOff()]
  await kiosk.getByRole('status').getByText(t.cutOff).waitFor()
  labels.push(await takeCutOff())
  expect(Date.now() - cutAt).toBeLessThan(minuteMs)
  await display.getByText(board.lost).waitFor()
  expect(Date.now() - cutAt).toBeGreaterThanOrEqual(4_000)
  expect(await shownCalls()).toEqual(shown)
  expect(await ofThisKiosk()).toEqual([])
  await kiosk.waitForTimeout(Math.max(0, minuteMs - 10_000 - (Date.now() - cutAt)))
  labels.push(await takeCutOff())
  expect(labels).toEqual([1, 2, 3].map((n) => `N${number} 00${n}`))
  await kiosk.waitForTimeout(Math.max(0, minuteMs - (Date.now() - cutAt)))
  expect(await shownCalls()).toEqual(shown)

  line.mend()
  await until(async () => expect(await ofThisKiosk()).toEqual(labels))
  await display.getByText(board.lost).waitFor({ state: 'detached' })
  await until(async () => {
    const { called } = await (await fetch(`${stage.demonstration.site}/api/points/aalter/board`)).json()
    expect((await shownCalls())[0]).toBe(plain(called[0].label))
  })
  await kiosk.getByText(t.cutOff).waitFor({ state: 'detached' })
})

test('the next number is one of the hall again, and those handed in are still there once', async () => {
  const label = await walkIn(kiosk, rijbewijs)
  expect(label).toMatch(/^A \d{3}$/)
  expect(await ofThisKiosk()).toHaveLength(3)
  expect(printer.papers()).toHaveLength(5)
})

test('a number of the kiosk is called, seen, heard and served like any other', async () => {
  const label = (await ofThisKiosk()).at(-1)!
  const { waiting } = await hallOf(clerk)
  const counter = await openCounter(stage)
  await callThis(counter, label)
  await seen(display, label)
  await heard(display, waiting.find((ticket) => plain(ticket.label) === label)!.id)
  await begin(counter)
  await finish(counter)
  expect(await ofThisKiosk()).not.toContain(label)
})

test('no screen failed, broke its policy or asked another host, and the house logged no fault', () => {
  expect(stage.faults).toEqual([])
  expect(stage.demonstration.output()).not.toMatch(/fault|simulated people:/)
})
