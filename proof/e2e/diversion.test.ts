import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { menu } from '../../contract/points.ts'
import { takeTicket } from '../../contract/tickets.ts'
import { newKey } from '../../contract/uuid.ts'
import { makeFormat } from '../../ui/format.ts'
import { choose, kioskStateOf, kioskWords, shownNumber, tap } from './at-the-kiosk.ts'
import { divert, openControlRoom, openHall, roomWords } from './in-the-control-room.ts'
import { paperWith } from './papers.ts'
import { enrolledKiosk, hallOf, signedIn } from './staff.ts'
import { mainPoint, openStage, plain, type Stage, sentence, until } from './stage.ts'

const t = kioskWords.nl
const [here, there] = ['Stadskantoor Aalter', 'Bibliotheek Deinze']
const format = makeFormat('nl', 'Europe/Brussels')

let stage: Stage
let kiosk: Page
let room: Page

beforeAll(async () => {
  stage = await openStage()
  ;[kiosk, room] = await Promise.all([stage.page('kiosk', stage.demonstration.kiosk), openControlRoom(stage)])
})

afterAll(() => stage?.stop())

/** What the kiosk is offered elsewhere for this service. */
async function offerFor(serviceId: string) {
  const { offers } = await ask({ base: stage.demonstration.site, send: fetch }, menu, { point: mainPoint })
  return offers.find(({ serviceIds }) => serviceIds.includes(serviceId))
}

test('a manager offers another hall, and the kiosk says nothing of it while nobody gains', async () => {
  await divert(room, here, there)
  expect(await offerFor('licence')).toBeUndefined()
  await choose(kiosk, { language: 'nl', service: 'Rijbewijs', people: 1 })
  await shownNumber(kiosk, 'nl')
  await tap(kiosk, t.done)
})

test('when the hall is full the kiosk offers the other with distance and gain; who agrees gets a number there, with the time they came', async () => {
  const { site, kiosk: agent, paper } = stage.demonstration
  const many = await enrolledKiosk(site, await signedIn(site, 'admin'))
  for (let taken = 0; taken < 60; taken++)
    await ask(many, takeTicket, { point: mainPoint, serviceIds: ['digital-help'], people: 1, language: 'nl' }, newKey())
  const offer = await until(async () => (await offerFor('licence')) ?? Promise.reject(new Error('no offer yet')))
  expect(offer).toMatchObject({ to: { id: 'deinze', name: there } })
  expect(offer.distanceKm).toBeCloseTo(12.9, 0)
  expect(offer.gainMinutes).toBeGreaterThanOrEqual(5)

  await choose(kiosk, { language: 'nl', service: 'Rijbewijs', people: 1 })
  await kiosk.getByRole('heading', { name: t.offerTitle }).waitFor()
  const offered = plain(await kiosk.locator('main').textContent())
  expect(offered).toContain(plain(format.distance(offer.distanceKm * 1000)))
  expect(offered).toMatch(/U bent daar ongeveer .+ eerder klaar/)
  const { at: before } = await kioskStateOf(agent)
  await tap(kiosk, sentence(t.offerGo(there)))
  const label = await shownNumber(kiosk, 'nl')
  const { at: after, ticket } = await kioskStateOf(agent)
  await kiosk.getByText(sentence(t.goTo(`${there}, Markt 21`))).waitFor()
  const { lines } = await paperWith(paper, label)
  expect(lines.join(' ')).toContain(`${there}, Markt 21`)

  const { waiting } = await hallOf(await signedIn(site, 'manager'), 'deinze')
  const held = waiting.find(({ id }) => id === ticket!.id)
  expect(plain(held?.label)).toBe(label)
  expect(Date.parse(held!.rankAt)).toBeGreaterThanOrEqual(Date.parse(before) - 1000)
  expect(Date.parse(held!.rankAt)).toBeLessThanOrEqual(Date.parse(after) + 1000)
})

test('ended, it is offered no more', async () => {
  const hall = (await room.getByRole('complementary').count()) ? room.getByRole('complementary') : await openHall(room, here)
  await hall.getByRole('button', { name: sentence(roomWords.detail.endOf(there)) }).click()
  await hall.getByText(roomWords.detail.none).waitFor()
  expect(await until(async () => ((await offerFor('licence')) ? Promise.reject(new Error('still offered')) : 'not offered'))).toBe(
    'not offered',
  )
  expect(stage.faults).toEqual([])
  expect(stage.demonstration.output()).not.toMatch(/fault|simulated people:/)
})
