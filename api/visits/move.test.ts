import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { cancelAtDesk } from '../../contract/plan.ts'
import { slotsOfDay } from '../../contract/points.ts'
import { bookHold, cancelVisit, holdSlot, moveVisit, oneVisit } from '../../contract/visits.ts'
import { move } from '../../domain/move.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makeJobs } from '../jobs/jobs.ts'
import { findVisit } from './find.ts'

let t: TestHouse
beforeAll(async () => {
  t = await makeTestHouse()
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const passport = { serviceIds: ['passport'], people: 1, language: 'nl' as const }
/** A Thursday, far enough for a reminder. */
const at = (time: string) => `2026-03-26T${time}:00.000Z`
const code = (asking: Promise<unknown>) =>
  asking.then(
    () => 'done',
    (problem) => problem.code,
  )
const rows = async (text: string, ...values: string[]) => [...(await t.house.connections.slowSql.unsafe(text, values))]
const book = async (time: string, point = 'lisboa') => {
  const held = await ask(t.as.anyone, holdSlot, { point, ...passport, startsAt: at(time) }, key())
  const asked = { point, appointment: held.appointmentId, name: 'Zoë', email: 'zoe@voorbeeld.test' }
  return ask(t.as.visitor(held.token), bookHold, asked, key())
}
const states = (visitId: string) =>
  rows('select point_id, state, sequence from appointments where visit_id = $1 order by created_at, sequence', visitId)

test('a visit moves within its point: one change, same reference and link, SEQUENCE one up', async () => {
  const before = await book('09:00')
  const visitor = t.as.visitor(before.token)
  const asked = { visit: before.visitId, point: 'lisboa', startsAt: at('11:00') }
  const id = key()
  const moved = await ask(visitor, moveVisit, asked, id)
  expect(moved).toMatchObject({
    state: 'booked',
    startsAt: at('11:00'),
    reference: before.reference,
    token: before.token,
    visitId: before.visitId,
  })
  expect(await ask(visitor, moveVisit, asked, id)).toEqual(moved)
  expect(await code(ask(visitor, moveVisit, { ...asked, startsAt: at('11:15') }, id))).toBe('idempotency-key-reused')
  expect(await states(before.visitId)).toEqual([
    { point_id: 'lisboa', state: 'cancelled', sequence: 0 },
    { point_id: 'lisboa', state: 'booked', sequence: 1 },
  ])
  expect((await rows('select kind from outbox where visit_id = $1 and sequence = 1', before.visitId)).map((r) => r.kind).sort()).toEqual([
    'moved',
    'reminder',
  ])
})

test('moved to the time that it has, a visit stays as it is, and no mail goes out', async () => {
  const before = await book('09:15')
  const asked = { visit: before.visitId, point: 'lisboa', startsAt: at('09:15') }
  const id = key()
  expect(await ask(t.as.visitor(before.token), moveVisit, asked, id)).toEqual(before)
  expect(await states(before.visitId)).toEqual([{ point_id: 'lisboa', state: 'booked', sequence: 0 }])
  expect((await rows('select kind from outbox where visit_id = $1', before.visitId)).map((r) => r.kind).sort()).toEqual([
    'booked',
    'reminder',
  ])
  // Asked again after another move it is answered, and moves nothing back.
  const later = await ask(t.as.visitor(before.token), moveVisit, { ...asked, startsAt: at('15:15') }, key())
  await ask(t.as.visitor(before.token), moveVisit, asked, id)
  expect(await ask(t.as.visitor(before.token), oneVisit, { visit: before.visitId })).toEqual(later)
})

test('a visit moves to another point and takes its details along; the old point keeps none', async () => {
  const before = await book('09:15')
  const visitor = t.as.visitor(before.token)
  expect(await code(ask(t.as.anyone, moveVisit, { visit: before.visitId, point: 'horta', startsAt: at('12:00') }, key()))).toBe(
    'sign-in-needed',
  )
  expect(await code(ask(visitor, moveVisit, { visit: before.visitId, point: 'nergens', startsAt: at('12:00') }, key()))).toBe('not-found')
  const asked = { visit: before.visitId, point: 'horta', startsAt: at('12:00') }
  const id = key()
  const moved = await ask(visitor, moveVisit, asked, id)
  expect(moved).toMatchObject({ state: 'booked', wallTime: '11:00', zone: 'Atlantic/Azores', reference: before.reference })
  expect(await ask(visitor, moveVisit, asked, id)).toEqual(moved)
  expect(await states(before.visitId)).toEqual([
    { point_id: 'lisboa', state: 'cancelled', sequence: 0 },
    { point_id: 'horta', state: 'booked', sequence: 1 },
  ])
  expect(await rows('select point_id, name from contacts where visit_id = $1', before.visitId)).toEqual([
    { point_id: 'horta', name: 'Zoë' },
  ])
  expect(await ask(visitor, oneVisit, { visit: before.visitId })).toEqual(moved)
})

test('the slot that a move leaves comes back when nobody can foretell, at the same point and elsewhere', async () => {
  const cooling = async (point: string) => {
    const before = await book('15:00')
    await ask(t.as.visitor(before.token), moveVisit, { visit: before.visitId, point, startsAt: at('16:00') }, key())
    const [old] = await rows(
      "select (extract(epoch from until_at) * 1000)::float8 as until from appointments where visit_id = $1 and state = 'cancelled'",
      before.visitId,
    )
    const minutes = (Number(old?.until) - t.clock.now()) / 60_000
    expect(minutes).toBeGreaterThanOrEqual(5)
    expect(minutes).toBeLessThanOrEqual(15)
    await ask(t.as.visitor(before.token), cancelVisit, { visit: before.visitId }, key())
    t.clock.pass(16 * 60_000)
    return minutes
  }
  for (const point of ['lisboa', 'horta']) {
    const drawn = new Set<number>()
    for (let i = 0; i < 12; i++) drawn.add(await cooling(point))
    expect(drawn.size, point).toBeGreaterThan(1)
  }
})

test('a move to a slot that is taken leaves the old place alone', async () => {
  const before = await book('09:30')
  await Promise.all([book('13:00'), book('13:00')])
  const problem = await ask(
    t.as.visitor(before.token),
    moveVisit,
    { visit: before.visitId, point: 'lisboa', startsAt: at('13:00') },
    key(),
  ).catch((p) => p)
  expect(problem.code).toBe('slot-taken')
  expect(problem.details.next).toHaveLength(3)
  expect((await ask(t.as.visitor(before.token), oneVisit, { visit: before.visitId })).startsAt).toBe(at('09:30'))
})

/** A move to the other point that is cut off between its two places. */
async function cutOff(time: string, to = '12:15') {
  const before = await book(time)
  const id = key()
  const found = (await findVisit(t.house.connections.sql, before.visitId))!
  await t.house.keeper.change({
    pointId: 'horta',
    key: id,
    fingerprint: 'f',
    decide({ calendar }, now) {
      const actor = { kind: 'visitor', id: before.visitId } as const
      const replaces = { pointId: 'lisboa', id: before.appointmentId }
      const d = move(calendar, { id, replaces, carried: found.appointment, day: '2026-03-26', startsAt: Date.parse(at(to)), actor }, now)
      return isRefusal(d) ? d : { calendar: d, ids: {} }
    },
  })
  expect((await states(before.visitId)).map((r) => r.state)).toEqual(['booked', 'booked'])
  expect((await ask(t.as.visitor(before.token), oneVisit, { visit: before.visitId })).point.id).toBe('horta')
  return { ...before, as: t.as.visitor(before.token), movedTo: id }
}

test('a crash between the two places is finished by the job, once', async () => {
  const before = await cutOff('09:45')
  const jobs = makeJobs(t.house, { send: async () => {} })
  expect(await jobs.runOnce('finish-moves')).toEqual({ 'finish-moves': 1 })
  expect(await jobs.runOnce('finish-moves')).toEqual({ 'finish-moves': 0 })
  expect((await states(before.visitId)).map((r) => r.state)).toEqual(['cancelled', 'booked'])
  await ask(before.as, cancelVisit, { visit: before.visitId }, key())
})

test('whoever cancels or moves on before a move that was cut off is finished has no place left behind', async () => {
  const cancelled = await cutOff('09:45')
  await ask(cancelled.as, cancelVisit, { visit: cancelled.visitId }, key())
  expect((await states(cancelled.visitId)).map((r) => r.state)).toEqual(['cancelled', 'cancelled'])

  const movedOn = await cutOff('10:45', '13:15')
  await ask(movedOn.as, moveVisit, { visit: movedOn.visitId, point: 'horta', startsAt: at('12:45') }, key())
  expect((await states(movedOn.visitId)).map((r) => r.state)).toEqual(['cancelled', 'cancelled', 'booked'])
  await ask(movedOn.as, cancelVisit, { visit: movedOn.visitId }, key())

  const heldOn = await cutOff('11:45', '14:15')
  const moves = { visitId: heldOn.visitId, token: heldOn.token }
  await ask(t.as.anyone, holdSlot, { point: 'horta', ...passport, startsAt: at('13:45'), moves }, key())
  expect((await states(heldOn.visitId)).map((r) => r.state)).toEqual(['cancelled', 'booked', 'held'])
  await ask(heldOn.as, cancelVisit, { visit: heldOn.visitId }, key())

  const byStaff = await cutOff('12:45', '15:15')
  const asked = { point: 'horta', appointment: byStaff.movedTo }
  expect(await ask(t.as.networkManager, cancelAtDesk, asked, key())).toMatchObject({ state: 'cancelled' })
  expect((await states(byStaff.visitId)).map((r) => r.state)).toEqual(['cancelled', 'cancelled'])
})

test('a visit that is held at two points is booked at one', async () => {
  const first = await ask(t.as.anyone, holdSlot, { point: 'lisboa', ...passport, startsAt: at('17:45') }, key())
  const moves = { visitId: first.visitId, token: first.token }
  const second = await ask(t.as.anyone, holdSlot, { point: 'horta', ...passport, startsAt: at('17:45'), moves }, key())
  const bookIt = (point: string, appointment: string) =>
    code(ask(t.as.visitor(first.token), bookHold, { point, appointment, name: 'Zoë' }, key()))
  expect(await bookIt('lisboa', first.appointmentId)).toBe('wrong-appointment-state')
  expect(await bookIt('horta', second.appointmentId)).toBe('done')

  // Whose time is over may be booked after all, but not beside what was booked since.
  const early = await ask(t.as.anyone, holdSlot, { point: 'lisboa', ...passport, startsAt: at('17:45') }, key())
  t.clock.pass(11 * 60_000)
  await makeJobs(t.house, { send: async () => {} }).runOnce('expire-holds')
  const more = { visitId: early.visitId, token: early.token }
  const late = await ask(t.as.anyone, holdSlot, { point: 'horta', ...passport, startsAt: at('16:45'), moves: more }, key())
  const inOrder = [late, early].map((one) => ({ point: one.point.id, appointment: one.appointmentId, name: 'Zoë' }))
  const codes: string[] = []
  for (const asked of inOrder) codes.push(await code(ask(t.as.visitor(early.token), bookHold, asked, key())))
  expect(codes).toEqual(['done', 'limit-reached'])
})

test('moves at once to three points leave one place', async () => {
  const refused: string[] = []
  for (const [i, time] of ['10:00', '11:30', '12:30', '13:30', '15:30'].entries()) {
    const before = await book(time)
    const visitor = t.as.visitor(before.token)
    const places = [
      { point: 'horta', startsAt: at(`${13 + i}:00`) },
      { point: 'sao-paulo', startsAt: at(`${13 + i}:00`) },
      { point: 'lisboa', startsAt: at(`${13 + i}:45`) },
    ]
    await Promise.all(places.map(() => ask(visitor, oneVisit, { visit: before.visitId })))
    const answers = await Promise.allSettled(places.map((to) => ask(visitor, moveVisit, { visit: before.visitId, ...to }, key())))
    refused.push(...answers.flatMap((a) => (a.status === 'rejected' ? [a.reason.code] : [])))
    expect((await states(before.visitId)).filter((r) => r.state === 'booked')).toHaveLength(1)
    const contacts = await rows('select point_id from contacts where visit_id = $1', before.visitId)
    const { point } = await ask(visitor, oneVisit, { visit: before.visitId })
    expect(contacts).toEqual([{ point_id: point.id }])
  }
  expect(new Set(refused)).toEqual(new Set(['wrong-appointment-state']))
})

test('a hold can move a visit: the old place is let go when the new one is booked, also at another point', async () => {
  for (const [time, point] of [
    ['14:00', 'lisboa'],
    ['16:00', 'horta'],
  ] as const) {
    const before = await book('10:15')
    const moves = { visitId: before.visitId, token: before.token }
    const foreign = { visitId: before.visitId, token: (await book('10:30')).token }
    const asked = { point, ...passport, people: 2, startsAt: at(time) }
    expect(await code(ask(t.as.anyone, holdSlot, { ...asked, moves: foreign }, key()))).toBe('link-not-valid')
    const held = await ask(t.as.anyone, holdSlot, { ...asked, moves }, key())
    expect((await ask(t.as.visitor(before.token), oneVisit, { visit: before.visitId })).startsAt).toBe(at('10:15'))
    const details = { point, appointment: held.appointmentId, name: 'Zoë', email: 'zoe@voorbeeld.test' }
    const booked = await ask(t.as.visitor(held.token), bookHold, details, key())
    expect(booked).toMatchObject({ reference: before.reference, people: 2, startsAt: at(time) })
    expect((await states(before.visitId)).map((r) => r.state)).toEqual(['cancelled', 'booked'])
    expect(await rows(`select 1 from outbox where kind = 'moved' and visit_id = $1`, before.visitId)).toHaveLength(1)
  }
})

test('somebody who chooses again before booking holds one slot, not two', async () => {
  const first = await ask(t.as.anyone, holdSlot, { point: 'lisboa', ...passport, startsAt: at('17:00') }, key())
  const moves = { visitId: first.visitId, token: first.token }
  const second = await ask(t.as.anyone, holdSlot, { point: 'lisboa', ...passport, startsAt: at('17:15'), moves }, key())
  expect((await states(first.visitId)).map((r) => r.state)).toEqual(['cancelled', 'held'])
  const third = await ask(t.as.anyone, holdSlot, { point: 'horta', ...passport, startsAt: at('17:30'), moves }, key())
  expect((await ask(t.as.visitor(first.token), oneVisit, { visit: first.visitId })).state).toBe('held')
  expect([second.reference, third.reference]).toEqual([first.reference, first.reference])
})

test('a cancelled or past visit does not move', async () => {
  const before = await book('18:00')
  const visitor = t.as.visitor(before.token)
  t.clock.set(Date.parse(at('18:30')))
  const jobs = makeJobs(t.house, { send: async () => {} })
  t.clock.set(Date.parse('2026-03-27T01:00:00Z'))
  await jobs.runOnce('close-past-halls')
  expect((await ask(visitor, oneVisit, { visit: before.visitId })).state).toBe('missed')
  const asked = { visit: before.visitId, point: 'lisboa', startsAt: '2026-03-27T10:00:00.000Z' }
  expect(await code(ask(visitor, moveVisit, asked, key()))).toBe('wrong-appointment-state')
})

test('where every lane is full but for its own place, a visit moves within that, and is shown that it can', async () => {
  const day = '2026-04-09'
  const [early, mid, late] = ['12:45', '13:00', '13:15'].map((time) => `${day}T${time}:00.000Z`) as [string, string, string]
  const asked = { point: 'horta', services: 'passport', people: '3', day }
  const bookThree = async () => {
    const held = await ask(t.as.anyone, holdSlot, { point: 'horta', ...passport, people: 3, startsAt: mid }, key())
    return ask(t.as.visitor(held.token), bookHold, { point: 'horta', appointment: held.appointmentId, name: 'Zoë' }, key())
  }
  const shown = async (who: typeof t.as.anyone) =>
    (await ask(who, slotsOfDay, asked)).slots.map((s) => s.startsAt).filter((s) => s === early || s === late)
  const mine = await bookThree()
  await bookThree()
  const visitor = t.as.visitor(mine.token)
  expect([await shown(t.as.anyone), await shown(visitor)]).toEqual([[], [early, late]])
  const moved = await ask(visitor, moveVisit, { visit: mine.visitId, point: 'horta', startsAt: late }, key())
  expect(moved).toMatchObject({ startsAt: late, reference: mine.reference })
  expect((await states(mine.visitId)).map((r) => r.state)).toEqual(['cancelled', 'booked'])
})
