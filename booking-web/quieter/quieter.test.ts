import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBooking } from '../../build.ts'
import { ask } from '../../contract/ask.ts'
import { startDiversion } from '../../contract/network.ts'
import { bookAtDesk, holdSlot, oneVisit } from '../../contract/visits.ts'
import { iso, minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makePlainBrowser } from '../plain-browser.test-support.ts'

type Answer = typeof import('../answer.tsx')['answer']

let t: TestHouse
let answer: Answer
const folder = mkdtempSync(join(tmpdir(), 'quieter-'))
const passport = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const }

beforeAll(async () => {
  await buildBooking(folder)
  answer = ((await import(join(folder, 'server', 'answer.js'))) as { answer: Answer }).answer
  t = await makeTestHouse()
  await t.house.connections.sql`update points set latitude = 38.74, longitude = -9.14, revision = revision + 1 where id = 'horta'`
  await t.house.catalogue.load()
  // Both lanes of Lisboa are held for the next hour.
  for (const time of ['13:30', '13:45', '14:00', '14:15'])
    for (let lane = 0; lane < 2; lane++) await ask(t.as.anyone, holdSlot, { ...passport, startsAt: `2026-03-24T${time}:00.000Z` }, key())
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await t.stop()
  expect(t.faults).toEqual([])
})

const plain = (language = 'nl') =>
  makePlainBrowser(
    (request, now) => answer(request, { asker: t.as.anyone, nonce: 'nonce', now, fault: (error) => t.faults.push({ error, facts: {} }) }),
    () => t.clock.now(),
    { 'accept-language': language },
  )
const timesHere = '/book/lisboa/time?services=passport&people=1'
const offered = (browser: ReturnType<typeof plain>) => browser.texts('.notice .choice').join()

test('nothing is said of another place while nobody is sent there', async () => {
  const browser = plain()
  await browser.go(timesHere)
  expect(offered(browser)).toBe('')
})

test('while a diversion for bookings stands, the sooner time there is an offer beside the times here', async () => {
  const until = iso(t.clock.now() + 240 * minuteMs)
  await ask(t.as.pointManager, startDiversion, { point: 'lisboa', toPoint: 'horta', until, concerns: 'bookings' }, key())
  const browser = plain()
  await browser.go(timesHere)
  expect(offered(browser)).toMatch(/Tijden bekijken in \u2068Horta\u2069.*12:30.*2 km · ongeveer 16 minuten met auto of bus/s)
  expect(browser.all('.notice .choice').map((a) => a.getAttribute('href'))).toEqual([expect.stringContaining('/book/horta/time')])
  await browser.go(browser.all('.notice .choice')[0]!.getAttribute('href')!)
  expect(offered(browser)).toBe('')
  const arabic = plain('ar')
  await arabic.go(timesHere)
  expect(offered(arabic)).toContain('حوالي 16 دقيقة بالسيارة أو الحافلة')
})

test('the link in the mail shows the times there, and the appointment moves only when one is chosen', async () => {
  const startsAt = '2026-03-24T16:00:00.000Z'
  const { token, visitId } = await ask(t.as.clerk, bookAtDesk, { ...passport, startsAt, channel: 'desk', name: 'Zoë' }, key())
  const browser = plain()
  await browser.go(`/book/visit/${token}/move?point=horta`)
  expect(browser.texts('h1').join()).not.toBe('')
  const visit = () => ask(t.as.visitor(token), oneVisit, { visit: visitId })
  expect(await visit()).toMatchObject({ point: { id: 'lisboa' }, state: 'booked' })
  await browser.press('.card.best button')
  expect(await visit()).toMatchObject({ point: { id: 'lisboa' } })
  await browser.press('.main-act')
  expect(await visit()).toMatchObject({ point: { id: 'horta' }, state: 'booked' })
})
