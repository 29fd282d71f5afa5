import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { appointmentsOfDay, bookAtDesk, bookHold, cancelVisit, holdSlot, moveVisit, oneVisit } from '../../contract/visits.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await makeTestHouse()
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const passport = { serviceIds: ['passport'], people: 1, language: 'nl' as const }
/** A Thursday; each test has a time of its own. */
const at = (time: string) => `2026-03-26T${time}:00.000Z`
const hold = (time: string, id = key()) => ask(t.as.anyone, holdSlot, { point: 'lisboa', ...passport, startsAt: at(time) }, id)
const details = { name: 'Zoë de Wit', email: 'zoe@voorbeeld.test', phone: null }
const book = async (time: string) => {
  const held = await hold(time)
  return ask(t.as.visitor(held.token), bookHold, { point: 'lisboa', appointment: held.appointmentId, ...details }, key())
}
const code = (asking: Promise<unknown>) =>
  asking.then(
    () => 'done',
    (problem) => problem.code,
  )
const rows = async (text: string, ...values: string[]) => [...(await t.house.connections.slowSql.unsafe(text, values))]

test('a slot is held for minutes, then booked, and only the token of the hold books it', async () => {
  const held = await hold('09:00')
  expect(held).toMatchObject({ state: 'held', wallTime: '09:00', zone: 'Europe/Lisbon', people: 1, until: '2026-03-24T13:10:00.000Z' })
  expect(held.endsAt).toBe(at('09:15'))
  expect(held.reference).toMatch(/^[2-9CDFGHJKMNPQRTVWXY]{8}$/)
  expect(held.manageUrl).toBe(`http://beurt.test/book/visit/${held.token}`)
  const asked = { point: 'lisboa', appointment: held.appointmentId, ...details }
  const other = await hold('09:15')
  expect(await code(ask(t.as.anyone, bookHold, asked, key()))).toBe('sign-in-needed')
  expect(await code(ask(t.as.visitor(other.token), bookHold, asked, key()))).toBe('appointment-unknown')
  expect(await code(ask(t.as.visitor(`${held.token}x`), bookHold, asked, key()))).toBe('sign-in-needed')
  const booked = await ask(t.as.visitor(held.token), bookHold, asked, key())
  expect(booked).toMatchObject({ state: 'booked', until: null, reference: held.reference, visitId: held.visitId })
  const acts = await rows(
    `select act, actor_kind from history where stream = 'calendar' and what->>'appointmentId' = $1 order by version`,
    held.appointmentId,
  )
  expect(acts).toEqual([
    { act: 'hold', actor_kind: 'visitor' },
    { act: 'book', actor_kind: 'visitor' },
  ])
  expect(await rows('select kind from outbox where visit_id = $1 order by due_at', held.visitId)).toEqual([
    { kind: 'booked' },
    { kind: 'reminder' },
  ])
  expect(await rows('select name, email, phone, erase_on::text as on from contacts where visit_id = $1', held.visitId)).toEqual([
    { name: details.name, email: details.email, phone: null, on: '2026-04-25' },
  ])
})

test('the same key is one hold with one answer; with another body it is refused', async () => {
  const id = key()
  const [one, two] = await Promise.all([hold('10:00', id), hold('10:00', id)])
  expect(two).toEqual(one)
  expect(await hold('10:00', id)).toEqual(one)
  expect(await code(hold('10:15', id))).toBe('idempotency-key-reused')
  expect(await rows('select 1 from appointments where id = $1', one.appointmentId)).toHaveLength(1)
  const again = key()
  const asked = { point: 'lisboa', appointment: one.appointmentId, ...details }
  const visitor = t.as.visitor(one.token)
  const booked = await Promise.all([1, 2].map(() => ask(visitor, bookHold, asked, again)))
  expect(booked[0]).toEqual(booked[1])
  expect(await code(ask(visitor, bookHold, { ...asked, name: 'Iemand' }, again))).toBe('idempotency-key-reused')
  expect(await rows('select name from contacts where visit_id = $1', one.visitId)).toEqual([{ name: details.name }])
})

test('booking what is booked changes nothing, not even the name', async () => {
  const booked = await book('10:30')
  const again = { point: 'lisboa', appointment: booked.appointmentId, name: 'Een Ander', email: 'ander@voorbeeld.test' }
  expect(await ask(t.as.visitor(booked.token), bookHold, again, key())).toEqual(booked)
  expect(await rows('select name from contacts where visit_id = $1', booked.visitId)).toEqual([{ name: details.name }])
})

test('what is never offered is refused with a reason of its own', async () => {
  const asking = (change: object) =>
    code(ask(t.as.anyone, holdSlot, { point: 'lisboa', ...passport, startsAt: at('11:00'), ...change }, key()))
  expect(await asking({ startsAt: '2026-03-23T11:00:00Z' })).toBe('in-the-past')
  expect(await asking({ startsAt: at('11:07') })).toBe('slot-not-offered')
  expect(await asking({ startsAt: '2026-03-29T11:00:00Z' })).toBe('slot-not-offered')
  expect(await asking({ serviceIds: ['moving'] })).toBe('service-not-here')
  expect(await asking({ people: 9 })).toBe('too-many-people')
  expect(await asking({ point: 'nergens' })).toBe('not-found')
  expect(await asking({ language: 'xx' })).toBe('invalid-input')
  expect(await asking({ endsAt: at('12:00') })).toBe('invalid-input')
})

test('a lost slot answers the next best ones, and those can be held', async () => {
  await Promise.all([hold('12:00'), hold('12:00')])
  const problem = await hold('12:00').catch((p) => p)
  expect(problem.code).toBe('slot-taken')
  expect(problem.details.next).toEqual([at('11:45'), at('12:15'), at('11:30')])
  const next = await ask(t.as.anyone, holdSlot, { point: 'lisboa', ...passport, startsAt: problem.details.next[0] }, key())
  expect(next.state).toBe('held')
})

test('a visit is seen with its own link only', async () => {
  const [one, two] = [await book('14:00'), await book('14:15')]
  const seen = await ask(t.as.visitor(one.token), oneVisit, { visit: one.visitId })
  expect(seen).toEqual(one)
  expect(await code(ask(t.as.visitor(two.token), oneVisit, { visit: one.visitId }))).toBe('link-not-valid')
  expect(await code(ask(t.as.anyone, oneVisit, { visit: one.visitId }))).toBe('sign-in-needed')
  expect(await code(ask(t.as.clerk, oneVisit, { visit: one.visitId }))).toBe('not-allowed')
  const revoked = t.house.secrets.visitToken(one.visitId, 2)
  expect(await code(ask(t.as.visitor(revoked), oneVisit, { visit: one.visitId }))).toBe('link-not-valid')
})

test('cancelled twice is cancelled once; the slot cools and its time comes back', async () => {
  const [one, two] = [await book('15:00'), await book('15:00')]
  const visitor = t.as.visitor(one.token)
  expect(await code(ask(t.as.visitor(two.token), cancelVisit, { visit: one.visitId }, key()))).toBe('link-not-valid')
  const cancelled = await Promise.all([key(), key()].map((k) => ask(visitor, cancelVisit, { visit: one.visitId }, k)))
  expect(cancelled.map((c) => c.state)).toEqual(['cancelled', 'cancelled'])
  expect(await rows(`select 1 from history where act = 'cancel' and what->>'appointmentId' = $1`, one.appointmentId)).toHaveLength(1)
  expect(await rows(`select 1 from outbox where kind = 'cancelled' and visit_id = $1`, one.visitId)).toHaveLength(1)
  expect(await code(hold('15:00'))).toBe('slot-taken')
  t.clock.pass(16 * 60_000)
  expect((await hold('15:00')).state).toBe('held')
})

test('staff book for somebody at their own point, in one act', async () => {
  const asked = { point: 'lisboa', ...passport, startsAt: at('16:00'), channel: 'phone', name: '李', phone: '+351 (21) 000-0000' } as const
  const id = key()
  const booked = await ask(t.as.clerk, bookAtDesk, asked, id)
  expect(booked).toMatchObject({ state: 'booked', appointmentId: booked.visitId })
  expect(await ask(t.as.clerk, bookAtDesk, asked, id)).toEqual(booked)
  expect(await code(ask(t.as.foreignClerk, bookAtDesk, asked, key()))).toBe('not-allowed')
  expect(await code(ask(t.as.anyone, bookAtDesk, asked, key()))).toBe('sign-in-needed')
  expect(await rows('select phone, email from contacts where visit_id = $1', booked.visitId)).toEqual([
    { phone: '+351210000000', email: null },
  ])
  expect(await rows(`select actor_kind, act from history where what->>'appointmentId' = $1`, booked.appointmentId)).toEqual([
    { actor_kind: 'staff', act: 'book' },
  ])
  expect(await rows('select 1 from outbox where visit_id = $1', booked.visitId)).toEqual([])
})

test('a hold whose time is over is still booked while nobody took the slot, and not after', async () => {
  const [one, two] = [await hold('17:00'), await hold('17:15')]
  t.clock.pass(11 * 60_000)
  const asked = (held: typeof one) =>
    ask(t.as.visitor(held.token), bookHold, { point: 'lisboa', appointment: held.appointmentId, ...details }, key())
  expect((await asked(one)).state).toBe('booked')
  await Promise.all([hold('17:15'), hold('17:15')])
  const problem = await asked(two).catch((p) => p)
  expect(problem.code).toBe('hold-expired')
  expect(problem.details.next.length).toBeGreaterThan(0)
})

test('two hundred ask for the last place of one slot: one has it, all others hear what else there is', async () => {
  await hold('18:00')
  const answers = await Promise.allSettled(Array.from({ length: 200 }, () => hold('18:00')))
  expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(1)
  const problems = answers.flatMap((a) => (a.status === 'rejected' ? [a.reason] : []))
  expect(new Set(problems.map((p) => p.code))).toEqual(new Set(['slot-taken']))
  expect(problems.every((p) => p.body.status === 409 && p.details.next.length === 3)).toBe(true)
}, 30_000)

test('staff see the appointments of their own point by name, those that moved away or were only held not', async () => {
  const day = '2026-03-27'
  const desk = (time: string, name: string) =>
    ask(t.as.clerk, bookAtDesk, { point: 'lisboa', ...passport, startsAt: `${day}T${time}:00.000Z`, channel: 'desk', name }, key())
  const [late, early, moved] = [await desk('11:00', 'B'), await desk('10:00', 'A'), await desk('12:00', 'C')]
  await ask(t.as.visitor(moved.token), moveVisit, { visit: moved.visitId, point: 'lisboa', startsAt: `${day}T13:00:00.000Z` }, key())
  await ask(t.as.anyone, holdSlot, { point: 'lisboa', ...passport, startsAt: `${day}T14:00:00.000Z` }, key())
  await ask(t.as.visitor(late.token), cancelVisit, { visit: late.visitId }, key())
  const { appointments } = await ask(t.as.clerk, appointmentsOfDay, { point: 'lisboa', day })
  expect(appointments.map((a) => [a.wallTime, a.name, a.state, a.reference])).toEqual([
    ['10:00', 'A', 'booked', early.reference],
    ['11:00', 'B', 'cancelled', late.reference],
    ['13:00', 'C', 'booked', moved.reference],
  ])
  for (const who of [t.as.anyone, t.as.kiosk, t.as.foreignClerk, t.as.visitor(early.token)])
    expect(await code(ask(who, appointmentsOfDay, { point: 'lisboa', day }))).not.toBe('done')
})

test('who knows the id of a visit or of an appointment gets no link with it, and overwrites nothing', async () => {
  const visit = await book('16:45')
  const before = await rows('select * from appointments where visit_id = $1', visit.visitId)
  for (const id of [visit.visitId, visit.appointmentId])
    for (const [point, time] of [
      ['lisboa', '17:30'],
      ['horta', '16:30'],
    ] as const) {
      await t.house.connections.slowSql`delete from answers where point_id = ${point} and key = ${id}`
      const other = await ask(t.as.anyone, holdSlot, { point, ...passport, startsAt: at(time) }, id)
      expect([other.token, other.visitId, other.appointmentId]).not.toContain(visit.token)
      expect(other.visitId).not.toBe(visit.visitId)
      await ask(t.as.visitor(other.token), cancelVisit, { visit: other.visitId }, key())
    }
  expect(await rows('select * from appointments where visit_id = $1', visit.visitId)).toEqual(before)
  expect((await ask(t.as.visitor(visit.token), oneVisit, { visit: visit.visitId })).state).toBe('booked')
})
