import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kioskStateOf, kioskWords, leaveKiosk, tap, walkIn } from './at-the-kiosk.ts'
import { openControlRoom, openHall, roomWords } from './in-the-control-room.ts'
import { phoneSays } from './on-the-phone.ts'
import { papersOf, paperWith, readQr, toPrinter } from './papers.ts'
import { openStage, plain, type Stage } from './stage.ts'

const t = kioskWords.nl
const alert = `${roomWords.device.kiosk('1')}: ${roomWords.alert['paper-out']}`

let stage: Stage
let kiosk: Page
let hall: Locator

beforeAll(async () => {
  stage = await openStage()
  const room = await openControlRoom(stage)
  hall = await openHall(room, 'Stadskantoor Aalter')
  kiosk = await stage.page('kiosk', stage.demonstration.kiosk)
})

afterAll(() => stage?.stop())

test('without paper the kiosk says so, shows the number and a code for the phone, and the control room is told', async () => {
  const { kiosk: agent, paper } = stage.demonstration
  await toPrinter(paper, 'paper-out')
  await kiosk.getByRole('status').getByText(t.noPaper).waitFor()
  const label = await walkIn(kiosk, { language: 'nl', service: 'Verhuizen', people: 1 })
  await kiosk.getByText(t.paperOut).waitFor()
  await kiosk.getByText(t.rememberOrScan).waitFor()
  const follow = await readQr(stage.browser, kiosk.getByRole('img', { name: t.qr }))
  const { ticket } = await kioskStateOf(agent)
  expect(follow).toBe(ticket!.followUrl)
  const pocket = await stage.page('phone', follow!)
  await phoneSays(pocket, plain(label))
  await pocket.context().close()
  await hall.getByText(alert).waitFor()
})

test('mended, the same number is printed, and the next one comes out by itself', async () => {
  const { paper } = stage.demonstration
  const label = plain(await kiosk.locator('.turn .number').textContent())
  await toPrinter(paper, 'mend')
  await tap(kiosk, t.printNow)
  await kiosk.getByText(t.printed).waitFor()
  await paperWith(paper, label)
  await leaveKiosk(kiosk, 'nl')
  await kiosk.getByText(t.noPaper).waitFor({ state: 'detached' })
  const next = await walkIn(kiosk, { language: 'nl', service: 'Verhuizen', people: 3 })
  expect(next).not.toBe(label)
  await kiosk.getByText(t.printed).waitFor()
  await paperWith(paper, next)
  expect((await papersOf(paper)).flatMap(({ unknown }) => unknown)).toEqual([])
  await hall.getByText(alert).waitFor({ state: 'detached' })
})
