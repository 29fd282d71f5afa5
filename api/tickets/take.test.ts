import { afterAll, beforeAll, expect, test } from 'vitest'
import { followTicket, takeTicket } from '../../contract/tickets.ts'
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

const wanted = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const }

test('a kiosk takes a number, and paper gets what it needs', async () => {
  const id = key()
  const ticket = await askStrictly(the.as.kiosk, takeTicket, { ...wanted, people: 2 }, id)
  expect(ticket).toMatchObject({
    id,
    label: 'A\u2009001',
    state: 'waiting',
    people: 2,
    pointName: 'Lisboa',
    zone: 'Europe/Lisbon',
    counter: null,
  })
  expect(ticket.followUrl).toMatch(new RegExp(`^http://beurt.test/book/follow/lisboa/${id}/[\\w-]{24}$`))
  const [line] = await the.house.connections
    .sql`select act, actor_kind, what from history where point_id = 'lisboa' and what->>'ticketId' = ${id}`
  expect(line).toMatchObject({ act: 'take', actor_kind: 'kiosk', what: { series: 'A', number: 1, people: 2, origin: 'kiosk' } })
})

test('a clerk takes one too; nobody else does', async () => {
  expect((await askStrictly(the.as.clerk, takeTicket, wanted, key())).state).toBe('waiting')
  for (const asker of [the.as.foreignKiosk, the.as.foreignClerk, the.as.display, the.as.admin])
    expect(await problemCode(askStrictly(asker, takeTicket, wanted, key()))).toBe('not-allowed')
  expect(await problemCode(askStrictly(the.as.anyone, takeTicket, wanted, key()))).toBe('sign-in-needed')
})

test('the same key is one ticket and one answer; with another body it is refused', async () => {
  const id = key()
  const answers = await Promise.all([1, 2, 3].map(() => askStrictly(the.as.kiosk, takeTicket, wanted, id)))
  answers.push(await askStrictly(the.as.kiosk, takeTicket, wanted, id))
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
  const [count] = await the.house.connections.sql`select count(*)::int as n from tickets where id = ${id}`
  expect(count!.n).toBe(1)
  expect(await problemCode(askStrictly(the.as.kiosk, takeTicket, { ...wanted, people: 3 }, id))).toBe('idempotency-key-reused')
})

test('many at once get one number each', async () => {
  const tickets = await Promise.all(
    Array.from({ length: 40 }, () => askStrictly(the.as.kiosk, takeTicket, { ...wanted, serviceIds: ['moving'] }, key())),
  )
  expect(tickets.map((t) => t.label).sort()).toEqual(Array.from({ length: 40 }, (_, i) => `B\u2009${String(i + 1).padStart(3, '0')}`))
})

test('the rules refuse with their own words', async () => {
  expect(await problemCode(askStrictly(the.as.kiosk, takeTicket, { ...wanted, serviceIds: ['advice'] }, key()))).toBe('service-not-here')
  expect(await problemCode(askStrictly(the.as.kiosk, takeTicket, { ...wanted, serviceIds: ['fishing'] }, key()))).toBe('service-not-here')
  expect(await problemCode(askStrictly(the.as.kiosk, takeTicket, { ...wanted, people: 9 }, key()))).toBe('too-many-people')
  expect(await problemCode(askStrictly(the.as.kiosk, takeTicket, { ...wanted, people: 0 }, key()))).toBe('invalid-input')
  expect(await problemCode(askStrictly(the.as.kiosk, takeTicket, wanted, null))).toBe('idempotency-key-required')
})

test('a ticket is followed with its own link and no other', async () => {
  const [id, other] = [key(), key()]
  await askStrictly(the.as.kiosk, takeTicket, wanted, other)
  const ticket = await askStrictly(the.as.kiosk, takeTicket, wanted, id)
  const token = ticket.followUrl.split('/').at(-1)!
  const followed = await askStrictly(the.as.anyone, followTicket, { point: 'lisboa', ticket: id, token })
  expect(followed).toMatchObject({ id, label: ticket.label, state: 'waiting' })
  expect(await problemCode(askStrictly(the.as.anyone, followTicket, { point: 'lisboa', ticket: other, token }))).toBe('link-not-valid')
  expect(await problemCode(askStrictly(the.as.anyone, followTicket, { point: 'lisboa', ticket: id, token: 'x' }))).toBe('link-not-valid')
  expect(await problemCode(askStrictly(the.as.anyone, followTicket, { point: 'horta', ticket: id, token }))).toBe('ticket-unknown')
})

test('outside the opening hours the kiosk says when it opens', async () => {
  const late = await makeTestHouse({ at: Date.parse('2026-03-24T20:30:00.000Z') })
  expect(await problemCode(askStrictly(late.as.kiosk, takeTicket, wanted, key()))).toBe('point-closed')
  await late.stop()
})
