import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { slotsOfDay } from '../../contract/points.ts'
import { arriveWithAppointment, deskArrive, followTicket } from '../../contract/tickets.ts'
import { bookHold, cancelVisit, holdSlot, moveVisit } from '../../contract/visits.ts'
import { minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const day = '2026-03-24'
async function booked(point = 'lisboa', slot = 0) {
  const { slots } = await ask(the.as.anyone, slotsOfDay, { point, services: 'passport', people: '1', day })
  const id = key()
  const held = await ask(
    the.as.anyone,
    holdSlot,
    { point, serviceIds: ['passport'], people: 1, language: 'nl', startsAt: slots[slot]!.startsAt },
    id,
  )
  return ask(
    the.as.visitor(held.token),
    bookHold,
    { point, appointment: held.appointmentId, name: 'Jan Jansen', email: 'jan@example.org' },
    key(),
  )
}
/** Lets the clock run until shortly before an appointment. */
const almost = (startsAt: string) => the.clock.set(Date.parse(startsAt) - 10 * minuteMs)
const arrive = (code: string, id = key(), asker = the.as.kiosk) =>
  askStrictly(asker, arriveWithAppointment, { point: 'lisboa', code, language: 'nl' }, id)

test('somebody arrives with the reference they type, and once', async () => {
  const visit = await booked()
  const id = key()
  const ticket = await arrive(` ${visit.reference.slice(0, 4).toLowerCase()}-${visit.reference.slice(4)} `, id)
  expect(ticket).toMatchObject({ id, state: 'waiting', appointmentAt: visit.startsAt, label: expect.stringMatching(/^A/) })
  expect(await problemCode(arrive(visit.reference))).toBe('already-arrived')
  const rows = await the.house.connections.sql`select stream, act from history where what->>'ticketId' = ${id} order by stream`
  expect(rows.map((r) => `${r.stream}: ${r.act}`)).toEqual(['calendar: arrive', `hall ${day}: arrive`])
})

test('who arrives in another language than they booked in is met in the one they chose last', async () => {
  const visit = await booked()
  const ticket = await askStrictly(the.as.kiosk, arriveWithAppointment, { point: 'lisboa', code: visit.reference, language: 'ar' }, key())
  expect(ticket.language).toBe('ar')
})

test('the same key twice is one ticket and the same answer', async () => {
  const visit = await booked()
  const id = key()
  const code = visit.reference
  const [a, b] = await Promise.all([arrive(code, id), arrive(code, id)])
  expect(b).toEqual(a)
  expect(await problemCode(arrive(visit.manageUrl, id))).toBe('idempotency-key-reused')
})

test('two kiosks at once with one appointment: one ticket', async () => {
  const visit = await booked()
  const results = await Promise.allSettled([arrive(visit.reference), arrive(visit.manageUrl)])
  expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the link from the mail does as well, whole or only its token', async () => {
  for (const codeOf of [(v: Awaited<ReturnType<typeof booked>>) => v.manageUrl, (v: Awaited<ReturnType<typeof booked>>) => v.token]) {
    const visit = await booked()
    expect((await arrive(codeOf(visit))).state).toBe('waiting')
  }
})

test('a link that was not made here opens nothing, and a wrong code finds nothing', async () => {
  const visit = await booked()
  expect(await problemCode(arrive(visit.token.replace(/[^.]$/, (last) => (last === 'A' ? 'Q' : 'A'))))).toBe('link-not-valid')
  for (const code of ['K7PM2XQ4', '--------', '%', 'DROP TABLE', visit.reference.slice(0, 7)])
    expect(await problemCode(arrive(code))).toBe('appointment-unknown')
})

test('what was cancelled, is elsewhere or is too early is said so', async () => {
  const cancelled = await booked()
  await ask(the.as.visitor(cancelled.token), cancelVisit, { visit: cancelled.visitId }, key())
  expect(await problemCode(arrive(cancelled.reference))).toBe('wrong-appointment-state')
  const elsewhere = await booked('horta')
  expect(await problemCode(arrive(elsewhere.reference))).toBe('wrong-point')
  expect(await problemCode(arrive(elsewhere.manageUrl))).toBe('wrong-point')
  const later = await booked('lisboa', 10)
  expect(await problemCode(arrive(later.reference))).toBe('too-early')
})

test('a visit that was moved here from elsewhere arrives here', async () => {
  const there = await booked('horta')
  const { slots } = await ask(the.as.anyone, slotsOfDay, { point: 'lisboa', services: 'passport', people: '1', day })
  const moved = await ask(
    the.as.visitor(there.token),
    moveVisit,
    { visit: there.visitId, point: 'lisboa', startsAt: slots[0]!.startsAt },
    key(),
  )
  almost(moved.startsAt)
  expect((await arrive(moved.reference)).appointmentAt).toBe(slots[0]!.startsAt)
})

test('staff mark an arrival at the desk; a kiosk and a foreign clerk may not', async () => {
  const visit = await booked()
  const input = { point: 'lisboa', appointment: visit.appointmentId }
  expect(await problemCode(askStrictly(the.as.kiosk, deskArrive, input, key()))).toBe('not-allowed')
  expect(await problemCode(askStrictly(the.as.foreignClerk, deskArrive, input, key()))).toBe('not-allowed')
  almost(visit.startsAt)
  const ticket = await askStrictly(the.as.clerk, deskArrive, input, key())
  expect(ticket.appointmentAt).toBe(visit.startsAt)
  expect(await problemCode(askStrictly(the.as.clerk, deskArrive, { point: 'lisboa', appointment: key() }, key()))).toBe(
    'appointment-unknown',
  )
  const token = ticket.followUrl.split('/').at(-1)!
  expect((await askStrictly(the.as.anyone, followTicket, { point: 'lisboa', ticket: ticket.id, token })).label).toBe(ticket.label)
})

test('only a kiosk of this point, or its clerk, lets somebody arrive', async () => {
  const visit = await booked()
  expect(await problemCode(arrive(visit.reference, key(), the.as.foreignKiosk))).toBe('not-allowed')
  expect(await problemCode(arrive(visit.reference, key(), the.as.anyone))).toBe('sign-in-needed')
  almost(visit.startsAt)
  expect((await arrive(visit.reference, key(), the.as.clerk)).state).toBe('waiting')
})
