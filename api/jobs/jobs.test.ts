import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { daysOfPoint, slotsOfDay } from '../../contract/points.ts'
import { bookHold, cancelVisit, holdSlot, oneVisit } from '../../contract/visits.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { take } from '../../domain/take.ts'
import { minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import type { House } from '../house.ts'
import { type Jobs, makeJobs } from './jobs.ts'
import { verifyHistory } from './seal-history.ts'

const hourMs = 60 * minuteMs
let t: TestHouse
let jobs: Jobs
const faults: unknown[] = []
beforeAll(async () => {
  t = await makeTestHouse()
  jobs = makeJobs(t.house, { send: async () => {} })
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const run = async (name: string) => (await jobs.runOnce(name))[name]
const sql = () => t.house.connections.slowSql
const passport = { serviceIds: ['passport'], people: 1, language: 'nl' as const }
const hold = (startsAt: string, point = 'lisboa') => ask(t.as.anyone, holdSlot, { point, ...passport, startsAt }, key())
const book = async (startsAt: string, point = 'lisboa') => {
  const held = await hold(startsAt, point)
  return ask(t.as.visitor(held.token), bookHold, { point, appointment: held.appointmentId, name: 'Zoë' }, key())
}
const free = async (startsAt: string) => {
  const { slots } = await ask(t.as.anyone, slotsOfDay, {
    point: 'lisboa',
    services: 'passport',
    people: '1',
    day: startsAt.slice(0, 10),
  })
  return slots.some((s) => s.startsAt === startsAt)
}
const taking = (id: string) =>
  t.house.keeper.change({
    pointId: 'lisboa',
    key: id,
    fingerprint: 'f',
    decide({ hall }, now) {
      const request = {
        actor: { kind: 'kiosk', id: 'k' },
        ticketId: id,
        visitId: id,
        serviceIds: ['passport'],
        people: 1,
        language: 'nl',
        origin: 'kiosk',
        said: null,
        kept: null,
      }
      const d = take(hall, request as Parameters<typeof take>[1], now)
      return isRefusal(d) ? d : { hall: d, ids: { ticketId: id } }
    },
  })

test('a hold ends when its time is over, and a cancelled slot comes back when it has cooled', async () => {
  const startsAt = '2026-03-26T09:00:00.000Z'
  const [held] = await Promise.all([hold(startsAt), hold(startsAt)])
  expect(await free(startsAt)).toBe(false)
  expect(await run('expire-holds')).toBe(0)
  t.clock.pass(10 * minuteMs)
  expect(await run('expire-holds')).toBe(2)
  expect(await run('expire-holds')).toBe(0)
  expect(await free(startsAt)).toBe(true)
  expect((await ask(t.as.visitor(held.token), oneVisit, { visit: held.visitId })).state).toBe('expired')
  const booked = await Promise.all([book(startsAt), book(startsAt)])
  await ask(t.as.visitor(booked[0].token), cancelVisit, { visit: booked[0].visitId }, key())
  expect(await run('expire-holds')).toBe(0)
  expect(await free(startsAt)).toBe(false)
  t.clock.pass(16 * minuteMs)
  expect(await run('expire-holds')).toBe(1)
  expect(await free(startsAt)).toBe(true)
})

test('two processes that end the same holds end each once', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      hold(`2026-03-27T${9 + Math.floor(i / 8)}:${['00', '15', '30', '45'][Math.floor(i / 2) % 4]}:00.000Z`.replace('T9', 'T09')),
    ),
  )
  t.clock.pass(10 * minuteMs)
  const other = makeJobs(t.house, { send: async () => {} })
  const counts = await Promise.all([jobs.runOnce('expire-holds'), other.runOnce('expire-holds')])
  expect(counts.reduce((sum, c) => sum + c['expire-holds']!, 0)).toBe(20)
  expect(await sql()`select count(*)::int as n from history where act = 'expire' and actor_kind = 'job'`).toEqual([{ n: 22 }])
})

test('the plan reaches the horizon, and one day further each day', async () => {
  const last = async () => (await sql()`select max(day)::text as day from shift_days where point_id = 'lisboa'`)[0]!.day
  expect(await last()).toBe('2026-04-22')
  expect(await run('plan-ahead')).toBe(3)
  expect(await last()).toBe('2026-05-23')
  expect(await run('plan-ahead')).toBe(0)
  const { days } = await ask(t.as.anyone, daysOfPoint, {
    point: 'lisboa',
    services: 'passport',
    people: '1',
    from: '2026-05-20',
    days: '5',
  })
  expect(days.map((d) => d.slots > 0)).toEqual([true, true, true, true, false])
})

test('the bits are what the appointments say; a difference is found and told', async () => {
  expect(await run('compare-bits')).toBe(0)
  const told: Record<string, unknown>[] = []
  const house: House = { ...t.house, log: { fault: (_, facts) => told.push(facts), note() {} } }
  const watching = makeJobs(house, { send: async () => {} })
  await sql()`update shift_days set busy[4] = 1 where point_id = 'horta' and day = '2026-03-30' and shift_id = (select min(shift_id::text)::uuid from shift_days where point_id = 'horta')`
  expect(await watching.runOnce('compare-bits')).toEqual({ 'compare-bits': 1 })
  expect(told).toMatchObject([{ pointId: 'horta', overlapping: [] }])
  await sql()`update shift_days set busy[4] = 0 where point_id = 'horta' and day = '2026-03-30'`
  expect(await watching.runOnce('compare-bits')).toEqual({ 'compare-bits': 0 })
})

test('nothing that cannot be taken back is done while the database says that it is another time', async () => {
  const [there] = await sql()`select count(*)::int as n from contacts`
  await taking(key())
  const days = { 'close-past-halls': 2, 'erase-contacts': 400, 'forget-answers': 400 }
  for (const [job, ahead] of Object.entries(days)) {
    const clock = { now: () => t.clock.now() + ahead * 24 * hourMs }
    const house: House = { ...t.house, clock, clockCheck: { agrees: async () => false, stop() {} } }
    expect(await makeJobs(house, { send: async () => {} }).runOnce(job), job).toEqual({ [job]: 0 })
  }
  expect(await sql()`select count(*)::int as n from contacts`).toEqual([there])
  expect(await sql()`select 1 from halls where state = 'closed'`).toEqual([])
})

test('after its own midnight a hall is closed: who waited has left, who did not come is missed', async () => {
  const [waiting, missed] = [key(), await book('2026-03-24T18:00:00.000Z')]
  await taking(waiting)
  await t.house.keeper.kept('sao-paulo')
  await run('close-past-halls')
  expect(await sql()`select point_id from halls where state = 'closed'`).toEqual([])
  t.clock.set(Date.parse('2026-03-25T00:30:00Z'))
  // Lisbon's day is over; the Azores and São Paulo are still in it.
  expect(await run('close-past-halls')).toBe(2)
  expect(await sql()`select point_id, day::text as day from halls where state = 'closed'`).toEqual([
    { point_id: 'lisboa', day: '2026-03-24' },
  ])
  expect(await sql()`select state, reason from tickets where id = ${waiting}`).toEqual([{ state: 'left', reason: 'day-closed' }])
  expect((await ask(t.as.visitor(missed.token), oneVisit, { visit: missed.visitId })).state).toBe('missed')
  expect(await sql()`select act from history where what->>'ticketId' = ${waiting} order by version`).toEqual([
    { act: 'take' },
    { act: 'close-day' },
  ])
  expect(await run('close-past-halls')).toBe(0)
  await taking(key())
  expect((await t.house.keeper.kept('lisboa')).hall.day).toBe('2026-03-25')
})

test('a decision on a hall that was closed under it is made again on today', async () => {
  t.clock.set(Date.parse('2026-03-25T23:59:00Z'))
  await taking(key())
  const late = makeJobs({ ...t.house, clock: { now: () => Date.parse('2026-03-26T00:05:00Z') } }, { send: async () => {} })
  expect((await late.runOnce('close-past-halls'))['close-past-halls']).toBeGreaterThan(0)
  t.clock.set(Date.parse('2026-03-26T08:05:00Z'))
  const id = key()
  expect(await taking(id)).toMatchObject({ ids: { ticketId: id } })
  expect(await sql()`select day::text as day, number from tickets where id = ${id}`).toEqual([{ day: '2026-03-26', number: 1 }])
})

test('history is sealed, and any line changed, taken out or slipped in later shows', async () => {
  const before = await verifyHistory(t.house.connections.sql, 'lisboa', t.clock.now())
  expect(before.unsealed).toBeGreaterThan(0)
  const other = makeJobs(t.house, { send: async () => {} })
  await Promise.all([jobs.runOnce('seal-history'), other.runOnce('seal-history')])
  await run('seal-history')
  const whole = await verifyHistory(t.house.connections.sql, 'lisboa', t.clock.now())
  expect(whole).toEqual({ lines: before.lines, unsealed: 0, broken: null })
  await taking(key())
  await run('seal-history')
  expect(await verifyHistory(t.house.connections.sql, 'lisboa', t.clock.now())).toMatchObject({ unsealed: 0, broken: null })
  const tamper = async (text: string) => {
    await sql().unsafe('create table kept_history as select * from history')
    await sql().unsafe(text)
    const { broken } = await verifyHistory(t.house.connections.sql, 'lisboa', t.clock.now())
    await sql().unsafe('truncate history; insert into history select * from kept_history; drop table kept_history')
    return broken
  }
  expect(
    await tamper(`update history set what = what || '{"x": 1}' where point_id = 'lisboa' and stream = 'calendar' and version = 3`),
  ).toMatchObject({ stream: 'calendar', version: 3 })
  expect(await tamper(`delete from history where point_id = 'lisboa' and stream = 'calendar' and version = 2`)).toMatchObject({
    version: 3,
  })
  expect(
    await tamper(`update history set actor_id = 'x' where point_id = 'lisboa' and stream = 'hall 2026-03-24' and version = 1`),
  ).toMatchObject({ version: 1 })
  expect(await tamper('select 1')).toBe(null)
})

test('answers are forgotten after 72 hours, those of tickets after 14 days', async () => {
  await run('forget-answers')
  const left = async () =>
    (await sql()`select count(*)::int as n, count(*) filter (where ids->>'ticketId' = key::text)::int as tickets from answers`)[0]
  const id = key()
  await taking(id)
  await hold('2026-03-30T09:00:00.000Z')
  const signedIn = async () => (await sql()`select count(*)::int as n from sign_ins`)[0]!.n
  const before = await signedIn()
  await sql()`update sign_ins set until_at = '2026-01-01' where token_hash = (select min(token_hash) from sign_ins)`
  t.clock.pass(72 * hourMs + 1)
  await run('forget-answers')
  expect(await signedIn()).toBe(before - 1)
  expect(await left()).toMatchObject({ n: (await left())!.tickets })
  expect(await sql()`select 1 from answers where key = ${id}`).toHaveLength(1)
  t.clock.pass(11 * 24 * hourMs)
  await run('forget-answers')
  expect(await left()).toEqual({ n: 0, tickets: 0 })
})

test('a job that fails is told once and tried again, the others go on, and stopping waits for nobody long', async () => {
  const house: House = { ...t.house, log: { fault: (error) => faults.push(error), note() {} } }
  const real = house.connections.slowSql
  let broken = true
  house.connections = {
    ...house.connections,
    slowSql: Object.assign((...given: unknown[]) => {
      if (broken && String((given[0] as string[])[0]).includes('until_at <=')) throw new Error('away')
      return (real as unknown as (...g: unknown[]) => unknown)(...given)
    }, real) as never,
  }
  await hold('2026-04-10T09:00:00.000Z')
  t.clock.pass(10 * minuteMs)
  const living = makeJobs(house, { send: async () => {} })
  living.start()
  await vi.waitFor(() => expect(faults).toHaveLength(1), { timeout: 10_000, interval: 50 })
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(faults).toHaveLength(1)
  broken = false
  await vi.waitFor(async () => expect(await free('2026-04-10T09:00:00.000Z')).toBe(true), { timeout: 10_000, interval: 100 })
  const overdue = () => sql()`select count(*)::int as n from appointments where until_at <= ${new Date(t.clock.now()).toISOString()}`
  await vi.waitFor(async () => expect(await overdue()).toEqual([{ n: 0 }]), { timeout: 10_000, interval: 100 })
  const began = performance.now()
  await living.stop()
  expect(performance.now() - began).toBeLessThan(5500)
})
