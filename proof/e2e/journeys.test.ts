import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asker } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { paperTexts, writtenTime } from '../../printers/slip.ts'
import { begin, callThis, finish, openCounter } from './at-the-counter.ts'
import { arriveByCode, kioskStateOf, kioskWords, leaveKiosk, walkIn } from './at-the-kiosk.ts'
import { finishedIn, openControlRoom } from './in-the-control-room.ts'
import { heard, openDisplay, seen } from './on-the-display.ts'
import { appointmentIn, book, codeIn, phoneSays, phoneWords, readMail } from './on-the-phone.ts'
import { paperWith, readQr } from './papers.ts'
import { hallOf, signedIn } from './staff.ts'
import { openStage, plain, type Stage, until } from './stage.ts'

const minuteMs = 60_000
const hall = 'Stadskantoor Aalter'
const phone = phoneWords.nl

let stage: Stage
let kiosk: Page
let counter: Page
let display: Page
let room: Page
let clerk: Asker

beforeAll(async () => {
  stage = await openStage()
  clerk = await signedIn(stage.demonstration.site, 'clerk')
  ;[kiosk, counter, display] = await Promise.all([stage.page('kiosk', stage.demonstration.kiosk), openCounter(stage), openDisplay(stage)])
  room = await openControlRoom(stage)
})

afterAll(() => stage?.stop())

/** Who is in the hall under this label, as the counters have it. */
async function inHall(label: string) {
  const { current, waiting, others } = await hallOf(clerk)
  return [current, ...waiting, ...others].find((ticket) => ticket && plain(ticket.label) === plain(label))
}

async function bookOnline(given: { scripts: boolean; language: Language; service: string; name: string; email: string }) {
  const { site, mailbox } = stage.demonstration
  const page = await stage.page('phone', 'about:blank', { javaScriptEnabled: given.scripts })
  const address = await book(page, { site, place: hall, ...given })
  const code = plain(await page.locator('.reference').textContent())
  const letters = await stage.page('phone', mailbox)
  const { mail, file } = await readMail(letters, mailbox, given.email)
  expect(codeIn(mail.text)).toBe(code)
  expect(mail.text).toContain(new URL(address).pathname)
  const appointment = appointmentIn(file)
  const { at } = await hallOf(clerk)
  expect(appointment.sequence).toBe(0)
  expect(appointment.location).toContain('Europalaan 22')
  expect(appointment.endsAt - appointment.startsAt).toBe(10 * minuteMs)
  expect(appointment.startsAt - Date.parse(at)).toBeGreaterThan(29 * minuteMs)
  expect(appointment.startsAt - Date.parse(at)).toBeLessThan(60 * minuteMs)
  await letters.context().close()
  return { page, code, appointment }
}

async function servedAtTheCounter(label: string): Promise<void> {
  const ticket = await inHall(label)
  expect(ticket, `${label} is in the hall`).toBeTruthy()
  await callThis(counter, label)
  await seen(display, label)
  await heard(display, ticket!.id)
  await begin(counter)
  await finish(counter)
  expect(await inHall(label)).toBeUndefined()
}

test.each([
  { scripts: true, language: 'nl' as Language, service: 'Rijbewijs', name: "Siobhán O'Brien", email: 'siobhan.obrien@example.org' },
  { scripts: false, language: 'ar' as Language, service: 'رخصة قيادة', name: 'ليلى حداد', email: 'layla@example.org' },
])(
  'a visitor books online in $language (scripts: $scripts), has a mail with a calendar entry, arrives at the kiosk by code, is called, seen and heard, and finished',
  async (given) => {
    const { page, code, appointment } = await bookOnline(given)
    const label = await arriveByCode(kiosk, given.language, code)
    const paper = await paperWith(stage.demonstration.paper, label)
    expect(paper.unknown).toEqual([])
    const time = writtenTime(appointment.startsAt, 'Europe/Brussels', 'nl')
    // Arabic is drawn: its words are no lines that can be read back.
    if (given.language === 'nl') expect(paper.lines).toContain(paperTexts('nl').appointmentAt(time))
    const ticket = await inHall(label)
    expect(ticket).toMatchObject({ serviceIds: ['licence'], language: given.language, state: 'waiting' })
    expect(Date.parse(ticket!.appointmentAt!)).toBe(appointment.startsAt)
    const follow = await readQr(stage.browser, `${stage.demonstration.paper}${paper.png}`)
    expect(follow).toContain(`/book/follow/aalter/${ticket!.id}/`)
    await leaveKiosk(kiosk, given.language)
    const pocket = await stage.page('phone', follow!)
    await phoneSays(pocket, phone.follow.appointmentAt(time))
    await pocket.context().close()
    await page.reload()
    await page.getByRole('heading', { name: phoneWords[given.language].visit.titleArrived }).waitFor()
    expect(plain(await page.locator('main').textContent())).toContain(plain(label))
    await servedAtTheCounter(label)
    await page.context().close()
  },
)

test('a visitor walks in, chooses language, service and people, has a number on screen and paper, follows it on a phone, is called, seen and heard, and finished', async () => {
  const label = await walkIn(kiosk, { language: 'en', service: 'Driving licence', people: 2 })
  await kiosk.getByText(kioskWords.en.printed).waitFor()
  const paper = await paperWith(stage.demonstration.paper, label)
  const { ticket } = await kioskStateOf(stage.demonstration.kiosk)
  expect(paper.lines).toContain(paperTexts('en').number(plain(label)))
  expect(paper.lines).toContain('Driving licence, 2 people')
  expect(paper.unknown).toEqual([])
  const follow = await readQr(stage.browser, `${stage.demonstration.paper}${paper.png}`)
  expect(follow).toBe(ticket!.followUrl)
  const pocket = await stage.page('phone', follow!)
  await phoneSays(pocket, plain(label))
  await phoneSays(pocket, phone.follow.waiting)
  const refresh = pocket.getByRole('link', { name: phone.follow.refresh })
  await refresh.focus()
  await leaveKiosk(kiosk, 'en')
  const before = await finishedIn(room, hall)
  await callThis(counter, label)
  await phoneSays(pocket, phone.follow.called)
  await phoneSays(pocket, phone.follow.goTo)
  await seen(display, label)
  await heard(display, ticket!.id, 'en')
  await begin(counter)
  await phoneSays(pocket, phone.follow.serving)
  // The page was drawn anew twice, around what had the focus.
  expect(await refresh.evaluate((link) => link === document.activeElement)).toBe(true)
  await finish(counter)
  await phoneSays(pocket, phone.follow.finished)
  await until(async () => expect(await finishedIn(room, hall)).toBeGreaterThan(before))
  await pocket.context().close()
})

test('no screen failed, broke its policy or asked another host, and the house logged no fault', async () => {
  expect(stage.faults).toEqual([])
  expect(stage.demonstration.output()).not.toMatch(/fault|simulated people:/)
})
