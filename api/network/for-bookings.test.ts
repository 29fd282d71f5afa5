import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asker, ask } from '../../contract/ask.ts'
import { askBookings, divertedBookings, endDiversion, quieterPlaces, startDiversion } from '../../contract/network.ts'
import { menu, slotsOfDay } from '../../contract/points.ts'
import { counterActs, takeTicket } from '../../contract/tickets.ts'
import { bookAtDesk, moveVisit, oneVisit } from '../../contract/visits.ts'
import { iso, minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makeJobs } from '../jobs/jobs.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
  await the.house.connections.sql`update points set latitude = 38.74, longitude = -9.14, revision = revision + 1 where id = 'horta'`
  await the.house.catalogue.load()
  const open = { counter: '1' } as const
  await askStrictly(the.as.clerk, counterActs.open, { point: 'lisboa', ...open }, key())
  await askStrictly(the.as.networkManager, counterActs.open, { point: 'horta', ...open }, key())
  const taken = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const }
  for (let i = 0; i < 8; i++) await askStrictly(the.as.kiosk, takeTicket, taken, key())
  // Both lanes of Lisboa are taken for the next two hours.
  for (const time of ['13:30', '13:45', '14:00', '14:15', '14:30', '14:45', '15:00', '15:15'])
    for (const email of [null, time === '15:00' ? 'zoe@voorbeeld.example' : null]) await book(`2026-03-24T${time}:00.000Z`, email)
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})
beforeEach(async () => {
  for (const d of the.house.diversions.running())
    await askStrictly(the.as.networkManager, endDiversion, { point: d.fromPointId, diversion: d.id })
})

const book = (startsAt: string, email: string | null, serviceIds = ['passport']) =>
  ask(
    the.as.clerk,
    bookAtDesk,
    { point: 'lisboa', serviceIds, people: 1, language: 'nl', startsAt, channel: 'desk', name: 'Zoë', email },
    key(),
  )
const divert = (concerns: 'walk-ins' | 'bookings' | 'both', more: object = {}) =>
  askStrictly(
    the.as.pointManager,
    startDiversion,
    { point: 'lisboa', toPoint: 'horta', until: iso(the.clock.now() + 240 * minuteMs), concerns, ...more },
    key(),
  )
const quieter = (services = 'passport', point = 'lisboa') => ask(the.as.anyone, quieterPlaces, { point, services, people: '1' })
const count = (diversion: string, asker: Asker = the.as.pointManager) =>
  askStrictly(asker, divertedBookings, { point: 'lisboa', diversion })
const askAll = (diversion: string, id = key(), asker: Asker = the.as.pointManager) =>
  askStrictly(asker, askBookings, { point: 'lisboa', diversion }, id)
const send = async () => {
  const mails: { to: { address: string }; subject: string; text: string }[] = []
  await makeJobs(the.house, { send: async (mail) => void mails.push(mail) }).runOnce('send-messages')
  return mails.filter((m) => m.subject.includes('rustiger'))
}

test('who books at the busy point is shown the quieter one where that is sooner, with the way there', async () => {
  expect(await quieter()).toEqual({ places: [] })
  await divert('bookings')
  const { places } = await quieter()
  expect(places).toMatchObject([{ point: { id: 'horta', name: 'Horta' }, distanceKm: 2, travel: { minutes: 16, by: 'ride' } }])
  const here = await ask(the.as.anyone, slotsOfDay, { point: 'lisboa', day: '2026-03-24', services: 'passport', people: '1' })
  expect(Date.parse(places[0]!.first.startsAt)).toBeLessThan(Date.parse(here.slots[0]!.startsAt))
  expect(await quieter('passport', 'horta')).toEqual({ places: [] })
})

test('one for bookings is no offer at the kiosk, one for walk-ins none for bookings, and one for both is both', async () => {
  const offers = async () => (await ask(the.as.anyone, menu, { point: 'lisboa' })).offers
  const { id } = await divert('bookings')
  expect([(await offers()).length, (await quieter()).places.length]).toEqual([0, 1])
  await askStrictly(the.as.pointManager, endDiversion, { point: 'lisboa', diversion: id })
  const walkIns = await divert('walk-ins')
  expect([(await offers()).length, (await quieter()).places.length]).toEqual([1, 0])
  expect((await offers())[0]).toMatchObject({ travelMinutes: 16, by: 'ride' })
  await askStrictly(the.as.pointManager, endDiversion, { point: 'lisboa', diversion: walkIns.id })
  await divert('both')
  expect([(await offers()).length, (await quieter()).places.length]).toEqual([1, 1])
})

test('where the quieter point is not sooner, or does not do it, nobody is sent there', async () => {
  await divert('bookings', { serviceIds: ['passport'] })
  expect(await quieter('id-card')).toEqual({ places: [] })
  expect(await quieter('moving')).toEqual({ places: [] })
})

test('those who have booked are asked once, by a mail with a link that moves them when they say so, and not before', async () => {
  const { id } = await divert('bookings')
  expect(await count(id)).toEqual({ bookings: 16, reachable: 1, asked: 0 })
  const once = key()
  expect(await askAll(id, once)).toEqual({ asked: 1 })
  expect(await askAll(id, once)).toEqual({ asked: 1 })
  expect(await askAll(id)).toEqual({ asked: 0 })
  expect(await count(id)).toEqual({ bookings: 16, reachable: 1, asked: 1 })
  const [mail, ...others] = await send()
  expect(others).toEqual([])
  expect(mail).toMatchObject({ to: { address: 'zoe@voorbeeld.example' }, subject: expect.stringContaining('rustiger') })
  expect(mail!.text).toContain('Horta, Rua Direita 1')
  expect(mail!.text).toContain('2 km, ongeveer 16 min met auto of bus')
  const token = /visit\/([^/\s]+)\/move\?point=horta/.exec(mail!.text)![1]!
  const visit = token.split('.')[0]!
  expect(await ask(the.as.visitor(token), oneVisit, { visit })).toMatchObject({
    point: { id: 'lisboa' },
    state: 'booked',
    wallTime: '15:00',
  })
  const { places } = await quieter()
  await ask(the.as.visitor(token), moveVisit, { visit, point: 'horta', startsAt: places[0]!.first.startsAt }, key())
  expect(await count(id)).toEqual({ bookings: 15, reachable: 0, asked: 0 })
  const lines = await the.house.connections.sql`select what from history where act = 'ask-bookings' order by version`
  expect(lines.map((l) => l.what.asked)).toEqual([1])
})

test('a mail that has not gone out is not sent once the diversion has ended', async () => {
  const { id } = await divert('both')
  await book('2026-03-24T16:00:00.000Z', 'laat@voorbeeld.example')
  expect(await askAll(id)).toEqual({ asked: 1 })
  await askStrictly(the.as.pointManager, endDiversion, { point: 'lisboa', diversion: id })
  expect(await send()).toEqual([])
})

test('one for walk-ins asks nobody, and only who manages the point may ask', async () => {
  const { id } = await divert('walk-ins')
  expect(await count(id)).toEqual({ bookings: 0, reachable: 0, asked: 0 })
  expect(await askAll(id)).toEqual({ asked: 0 })
  for (const asker of [the.as.clerk, the.as.kiosk, the.as.admin]) expect(await problemCode(askAll(id, key(), asker))).toBe('not-allowed')
  expect(await problemCode(count(key()))).toBe('not-found')
  expect(await problemCode(askAll(key()))).toBe('not-found')
})
