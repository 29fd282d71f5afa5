import { afterAll, beforeAll, expect, test } from 'vitest'
import { handInEmergency, takeTicket } from '../../contract/tickets.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { closePastHalls } from '../jobs/close-past-halls.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const minute = 60_000
const wanted = { serviceIds: ['passport'], people: 1, language: 'nl' as const }
const hand = (tickets: { id: string; number: number; agoMs?: number; kiosk?: number; serviceIds?: string[] }[], asker = the.as.kiosk) =>
  askStrictly(asker, handInEmergency, { point: 'lisboa', tickets: tickets.map((t) => ({ ...wanted, agoMs: minute, ...t })) })
const row = async (id: string) =>
  (
    await the.house.connections
      .sql`select *, label.v as label from tickets, lateral (select series || ' ' || number as v) label where id = ${id}`
  )[0]

test('emergency numbers go into the hall with the time at which they were given', async () => {
  const [a, b] = [key(), key()]
  const { tickets } = await hand([
    { id: a, number: 1, agoMs: 30 * minute },
    { id: b, number: 2 },
  ])
  expect(tickets).toEqual([
    { id: a, label: 'N1\u2009001', outcome: 'merged', code: null },
    { id: b, label: 'N1\u2009002', outcome: 'merged', code: null },
  ])
  expect(new Date((await row(a))!.rank_at).getTime()).toBe(the.clock.now() - 30 * minute)
  const lines = await the.house.connections.sql`select what from history where what->>'ticketId' = ${a}`
  expect(lines.map((l) => l.what)).toEqual([expect.objectContaining({ series: 'N1', number: 1, origin: 'emergency' })])
})

test('handing in twice is harmless, at once and later', async () => {
  const id = key()
  const first = await Promise.all([hand([{ id, number: 10 }]), hand([{ id, number: 10 }])])
  expect(first.map((f) => f.tickets[0]!.outcome).sort()).toEqual(['known', 'merged'])
  expect((await hand([{ id, number: 10 }])).tickets[0]!.outcome).toBe('known')
  const [count] = await the.house.connections.sql`select count(*)::int as n from tickets where series = 'N1' and number = 10`
  expect(count!.n).toBe(1)
})

test('a ticket that had got a normal number after all keeps the label on paper', async () => {
  const id = key()
  const taken = await askStrictly(the.as.kiosk, takeTicket, { point: 'lisboa', ...wanted }, id)
  const { tickets } = await hand([{ id, number: 20 }])
  expect(tickets).toEqual([{ id, label: 'N1\u2009020', outcome: 'kept-paper-label', code: null }])
  expect(await row(id)).toMatchObject({ label: 'N1 20', voided: taken.label.replace(/\u20090*/, ' '), state: 'waiting' })
  const late = await askStrictly(the.as.kiosk, takeTicket, { point: 'lisboa', ...wanted }, id)
  expect(late.label).toBe('N1\u2009020')
})

test('the take that comes late, after its number was handed in, changes nothing', async () => {
  const id = key()
  await hand([{ id, number: 30 }])
  expect((await askStrictly(the.as.kiosk, takeTicket, { point: 'lisboa', ...wanted }, id)).label).toBe('N1\u2009030')
})

test('one that does not do costs no other, and one for a service that is gone waits for another', async () => {
  const [used, unknown, old, good] = [key(), key(), key(), key()]
  await hand([{ id: key(), number: 40 }])
  const { tickets } = await hand([
    { id: used, number: 40 },
    { id: unknown, number: 41, serviceIds: ['fishing'] },
    { id: old, number: 40, agoMs: 1 },
    { id: good, number: 43 },
  ])
  expect(tickets.map((t) => [t.outcome, t.code])).toEqual([
    ['refused', 'number-used'],
    ['merged', null],
    ['refused', 'number-used'],
    ['merged', null],
  ])
  expect(await row(unknown)).toMatchObject({ state: 'waiting', label: 'N1 41' })
})

test('a kiosk with another number than when it gave the numbers hands them in as they are on paper', async () => {
  const [then, now] = [key(), key()]
  const { tickets } = await hand([
    { id: then, number: 70, kiosk: 7 },
    { id: now, number: 70 },
  ])
  expect(tickets.map((t) => [t.label, t.outcome])).toEqual([
    ['N7\u2009070', 'merged'],
    ['N1\u2009070', 'merged'],
  ])
  expect((await row(then))!.label).toBe('N7 70')
})

test('only a kiosk hands in, at its own point', async () => {
  expect(await problemCode(hand([{ id: key(), number: 50 }], the.as.foreignKiosk))).toBe('not-allowed')
  expect(await problemCode(hand([{ id: key(), number: 50 }], the.as.clerk))).toBe('not-allowed')
  expect(await problemCode(hand([{ id: key(), number: 50, kiosk: 100 }]))).toBe('invalid-input')
  const many = Array.from({ length: 101 }, (_, i) => ({ id: key(), number: 100 + i }))
  expect(await problemCode(hand(many))).toBe('invalid-input')
  const { tickets } = await hand(many.slice(1))
  expect(tickets.every((t) => t.outcome === 'merged')).toBe(true)
})

test('numbers of yesterday are in the hall of yesterday, once, and count in its totals when it is closed', async () => {
  const [first, second] = [key(), key()]
  const ago = 24 * 60 * minute
  const tickets = [
    { id: first, number: 60, agoMs: ago },
    { id: second, number: 61, agoMs: ago },
  ]
  expect((await hand(tickets)).tickets.map((t) => t.outcome)).toEqual(['merged', 'merged'])
  expect((await hand(tickets)).tickets.map((t) => t.outcome)).toEqual(['known', 'known'])
  const sql = the.house.connections.sql
  const state = async (id: string) => (await sql`select day::text as day, state, reason from tickets where id = ${id}`)[0]
  expect(await state(first)).toMatchObject({ state: 'waiting' })
  await closePastHalls().run({ house: the.house, mailer: { send: async () => {} } })
  expect(await state(first)).toMatchObject({ state: 'left', reason: 'day-closed' })
  const third = key()
  expect((await hand([{ id: third, number: 62, agoMs: ago }])).tickets.map((t) => t.outcome)).toEqual(['merged'])
  const { day, ...left } = (await state(third))!
  expect(left).toEqual({ state: 'left', reason: 'day-closed' })
  const [counted] = await sql`select sum("left")::int as n from day_totals where point_id = 'lisboa' and day = ${day}`
  expect(counted!.n).toBe(3)
})
