import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { bookAtDesk, cancelVisit, moveVisit } from '../../contract/visits.ts'
import { wallTimeOf } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makeJobs } from '../jobs/jobs.ts'

let t: TestHouse
beforeAll(async () => {
  t = await makeTestHouse({ at: Date.parse('2026-10-20T13:00:00Z') })
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

/** Lisbon is open by night on the Sunday of the autumn change, when 01:00 to 02:00 comes twice. */
async function openByNight(): Promise<void> {
  const sql = t.house.connections.slowSql
  const week = Array.from({ length: 7 }, (_, i) => ({ weekday: i + 1, from: '00:00', until: '24:00' }))
  await sql`update points set openings = ${JSON.stringify({ week, exceptions: [], holidays: [] })}, revision = revision + 1 where id = 'lisboa'`
  await sql`update services set bring = ${JSON.stringify({ nl: ['Uw oude paspoort; geldig', 'Een pasfoto, 35 × 45 mm'], ar: ['جواز سفرك القديم'] })}`
  await sql`update shifts set weekdays = '[1,2,3,4,5,6,7]', from_time = '00:00', until_time = '24:00' where point_id = 'lisboa'`
  await sql`update calendars set planned_until = null where point_id = 'lisboa'`
  await t.house.catalogue.look()
  t.house.keeper.changed('lisboa')
  await makeJobs(t.house, { send: async () => {} }).runOnce('plan-ahead')
}

const file = async (visit: { visitId: string; token: string }) => {
  const response = await t.app.request(`/api/visits/${visit.visitId}/calendar.ics?token=${visit.token}`)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await response.text()
  for (const line of text.trimEnd().split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(calendar.getFirstSubcomponent('vevent')!), text }
}
const booking = (startsAt: string, language: Language = 'nl') => ({
  point: 'lisboa',
  serviceIds: ['passport'],
  people: 2,
  language,
  startsAt,
  channel: 'desk' as const,
  name: "O'Brien; de, Jong",
})

test('a calendar program reads the same instants, also in the two hours of autumn that the wall shows alike', async () => {
  await openByNight()
  for (const startsAt of ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-10-25T23:15:00.000Z', '2026-10-21T09:00:00.000Z']) {
    const visit = await ask(t.as.clerk, bookAtDesk, booking(startsAt), key())
    const { event, method } = await file(visit)
    expect(method).toBe('PUBLISH')
    expect(event.startDate.toJSDate().toISOString()).toBe(startsAt)
    expect(event.endDate.toJSDate().toISOString()).toBe(visit.endsAt)
    expect(wallTimeOf(event.startDate.toJSDate().getTime(), visit.zone)).toBe(visit.wallTime)
  }
})

test('the entry says where, what to bring and how to change it, in the language of the visitor', async () => {
  const visit = await ask(t.as.clerk, bookAtDesk, booking('2026-10-22T09:00:00.000Z'), key())
  const { event } = await file(visit)
  expect(event.uid).toBe(`${visit.visitId}@beurt`)
  expect(event.location).toBe('Lisboa, Rua Direita 1, 1000')
  expect(event.summary).toBe('Afspraak: Paspoort')
  expect(event.description).toContain('- Uw oude paspoort; geldig\n- Een pasfoto, 35 × 45 mm')
  expect(event.description).toContain(visit.manageUrl)
  expect(event.description).not.toContain('Brien')
  const arabic = await file(await ask(t.as.clerk, bookAtDesk, booking('2026-10-22T10:00:00.000Z', 'ar'), key()))
  expect(arabic.event.summary).toBe('موعد: جواز سفر')
  expect(arabic.event.description).toContain('جواز سفرك القديم')
  const french = await file(await ask(t.as.clerk, bookAtDesk, booking('2026-10-22T11:00:00.000Z', 'fr'), key()))
  expect(french.event.summary).toBe('Rendez-vous\u00a0: Paspoort (néerlandais)')
  expect(french.event.description).toContain('- Uw oude paspoort; geldig (néerlandais)')
})

test('a moved visit keeps its UID and has a higher SEQUENCE; a cancelled one is a cancellation', async () => {
  const visit = await ask(t.as.clerk, bookAtDesk, booking('2026-10-23T09:00:00.000Z'), key())
  const visitor = t.as.visitor(visit.token)
  const before = await file(visit)
  const moved = await file(
    await ask(visitor, moveVisit, { visit: visit.visitId, point: 'horta', startsAt: '2026-10-23T11:00:00.000Z' }, key()),
  )
  expect(moved.event.uid).toBe(before.event.uid)
  expect([before.event.sequence, moved.event.sequence]).toEqual([0, 1])
  expect(moved.event.startDate.toJSDate().toISOString()).toBe('2026-10-23T11:00:00.000Z')
  await ask(visitor, cancelVisit, { visit: visit.visitId }, key())
  const gone = await file(visit)
  expect([gone.method, gone.event.sequence, gone.event.component.getFirstPropertyValue('status')]).toEqual(['CANCEL', 2, 'CANCELLED'])
})

test('without the link there is no file', async () => {
  const visit = await ask(t.as.clerk, bookAtDesk, booking('2026-10-24T09:00:00.000Z'), key())
  const asking = async (end: string) => (await t.app.request(`/api/visits/${visit.visitId}/calendar.ics${end}`)).status
  expect([await asking(''), await asking('?token=x'), await asking(`?token=${visit.token.replace('.1.', '.2.')}`)]).toEqual([404, 404, 404])
  const header = await t.app.request(`/api/visits/${visit.visitId}/calendar.ics`, { headers: { authorization: `Visit ${visit.token}` } })
  expect(header.status).toBe(200)
})
