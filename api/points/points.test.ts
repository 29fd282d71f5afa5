import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { daysOfPoint, earliestSlots, listPoints, onePoint, slotsOfDay } from '../../contract/points.ts'
import { bookHold, holdSlot, oneVisit } from '../../contract/visits.ts'
import { wallTimeOf } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makeJobs } from '../jobs/jobs.ts'

let t: TestHouse
beforeAll(async () => {
  t = await makeTestHouse()
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const code = (asking: Promise<unknown>) =>
  asking.then(
    () => 'done',
    (problem) => problem.code,
  )
const passport = { services: 'passport', people: '1' }
const slots = (point: string, day: string, more: object = {}) => ask(t.as.anyone, slotsOfDay, { point, day, ...passport, ...more })
const days = (point: string, more: object = {}) => ask(t.as.anyone, daysOfPoint, { point, ...passport, ...more })
const earliest = (more: object = {}) => ask(t.as.anyone, earliestSlots, { ...passport, ...more })
const hold = (point: string, startsAt: string) =>
  ask(t.as.anyone, holdSlot, { point, serviceIds: ['passport'], people: 1, language: 'nl', startsAt }, key())
/** Till the index has heard of what moved. */
const heard = (holds: () => Promise<void>) => vi.waitFor(holds, { timeout: 10_000, interval: 50 })
const atHorta = async () => (await earliest({ latitude: '38.53', longitude: '-28.63', km: '50' })).slots[0]!
async function isFirstOfItsDay() {
  const free = await atHorta()
  expect((await slots('horta', free.day)).slots[0]!.startsAt).toBe(free.startsAt)
}

test('everybody sees the points, and what each offers and when', async () => {
  const { points } = await ask(t.as.anyone, listPoints, {})
  expect(points.map((p) => p.id)).toEqual(['horta', 'lisboa', 'sao-paulo'])
  const one = await ask(t.as.anyone, onePoint, { point: 'lisboa' })
  expect(one.services.map((s) => [s.id, s.bookable, s.walkIn])).toEqual([
    ['passport', true, true],
    ['id-card', true, true],
    ['moving', false, true],
    ['advice', true, false],
  ])
  expect(one.openings.map((o) => [o.day, o.spans.length])).toEqual([
    ['2026-03-24', 1],
    ['2026-03-25', 1],
    ['2026-03-26', 1],
    ['2026-03-27', 1],
    ['2026-03-28', 1],
    ['2026-03-29', 0],
    ['2026-03-30', 1],
  ])
  expect(one.openings[0]!.spans).toEqual([{ from: '08:00', until: '20:00' }])
  expect(await code(ask(t.as.anyone, onePoint, { point: 'nergens' }))).toBe('not-found')
})

test('a day has slots on its grid, from now and the lead time on, for as long as the visit takes', async () => {
  const today = await slots('lisboa', '2026-03-24')
  expect(today.minutes).toBe(15)
  expect([today.slots[0]!.wallTime, today.slots.at(-1)!.wallTime]).toEqual(['13:30', '19:45'])
  const two = await slots('lisboa', '2026-03-24', { people: '3' })
  expect([two.minutes, two.slots.at(-1)!.wallTime]).toEqual([35, '19:15'])
  expect((await slots('lisboa', '2026-03-29')).slots).toEqual([])
  expect((await slots('lisboa', '2027-03-29')).slots).toEqual([])
  expect(await code(slots('lisboa', '2026-03-24', { services: 'moving' }))).toBe('service-not-here')
  expect(await code(slots('lisboa', '2026-02-30'))).toBe('invalid-input')
  expect(await code(slots('lisboa', '2026-03-24', { people: '0' }))).toBe('invalid-input')
  expect(await slots('lisboa', '2026-03-24', { people: '9' }).catch((p) => p)).toMatchObject({
    code: 'too-many-people',
    message: expect.stringContaining('8'),
  })
})

test('days say how many slots they have, never before today, and closed days are closed', async () => {
  const found = await days('lisboa', { from: '2026-03-01', days: '6' })
  expect(found.days).toEqual([
    { day: '2026-03-24', open: true, slots: 26 },
    { day: '2026-03-25', open: true, slots: 48 },
    { day: '2026-03-26', open: true, slots: 48 },
    { day: '2026-03-27', open: true, slots: 48 },
    { day: '2026-03-28', open: true, slots: 48 },
    { day: '2026-03-29', open: false, slots: 0 },
  ])
})

test('a slot that is held twice is gone from its day, and there again once the holds have ended', async () => {
  const startsAt = '2026-03-27T10:00:00.000Z'
  const has = async () => (await slots('lisboa', '2026-03-27')).slots.some((s) => s.startsAt === startsAt)
  await hold('lisboa', startsAt)
  expect(await has()).toBe(true)
  await hold('lisboa', startsAt)
  expect(await has()).toBe(false)
  t.clock.pass(10 * 60_000)
  await makeJobs(t.house, { send: async () => {} }).runOnce('expire-holds')
  expect(await has()).toBe(true)
})

test('the earliest slots of the network come in the order of their instants, with the wall time of each place', async () => {
  const { slots: found } = await earliest({ limit: '6' })
  const now = t.clock.now()
  const first = found[0]!
  expect(Date.parse(first.startsAt)).toBeGreaterThanOrEqual(now + 30 * 60_000)
  expect(Date.parse(first.startsAt)).toBeLessThan(now + 45 * 60_000)
  expect(found.map((s) => s.startsAt)).toEqual(found.map((s) => s.startsAt).sort())
  expect(new Set(found.map((s) => s.point.id))).toEqual(new Set(['lisboa', 'horta', 'sao-paulo']))
  for (const s of found) {
    expect(s.wallTime).toBe(wallTimeOf(Date.parse(s.startsAt), s.point.zone))
    expect(s.distanceKm).toBe(null)
  }
})

test('near a place, the nearest of equal times comes first, and what is too far does not come', async () => {
  const porto = { latitude: '41.15', longitude: '-8.61' }
  const near = await earliest({ ...porto, km: '400' })
  expect(new Set(near.slots.map((s) => s.point.id))).toEqual(new Set(['lisboa']))
  expect(near.slots[0]!.distanceKm).toBeCloseTo(274, 0)
  const all = await earliest({ ...porto, limit: '2' })
  expect(all.slots.map((s) => s.point.id)).toEqual(['lisboa', 'horta'])
  expect((await earliest({ ...porto, km: '1' })).slots).toEqual([])
  expect(await code(earliest({ services: 'moving' }))).toBe('service-not-here')
  expect((await earliest({ services: 'advice' })).slots.some((s) => s.point.id === 'sao-paulo')).toBe(false)
})

test('what is booked leaves the earliest slots, and what is free again comes back', async () => {
  const first = await atHorta()
  const held = await Promise.all([hold('horta', first.startsAt), hold('horta', first.startsAt)])
  await heard(async () => expect(Date.parse((await atHorta()).startsAt)).toBe(Date.parse(first.startsAt) + 15 * 60_000))
  const details = { point: 'horta', appointment: held[0].appointmentId, name: 'Zoë' }
  await ask(t.as.visitor(held[0].token), bookHold, details, key())
  t.clock.pass(10 * 60_000)
  await makeJobs(t.house, { send: async () => {} }).runOnce('expire-holds')
  expect((await ask(t.as.visitor(held[1].token), oneVisit, { visit: held[1].visitId })).state).toBe('expired')
  await heard(isFirstOfItsDay)
})

test('what this process booked leaves the earliest slots with its answer, without a look at the database', async () => {
  const { slowSql } = t.house.connections
  await heard(isFirstOfItsDay)
  const first = await atHorta()
  // While somebody holds the tables nothing can be read from them: what the index knows it has from memory.
  await slowSql.begin(async (tx) => {
    await Promise.all([hold('horta', first.startsAt), hold('horta', first.startsAt)])
    await tx`lock table calendars, shift_days in access exclusive mode`
    expect((await atHorta()).startsAt).not.toBe(first.startsAt)
  })
})

test('the index and the calendar say the same of every point and day, after many changes', async () => {
  const days = ['2026-03-25', '2026-03-28', '2026-03-30']
  await Promise.all(
    ['lisboa', 'horta', 'sao-paulo'].flatMap((point) =>
      days.flatMap((day) =>
        Array.from({ length: 12 }, (_, i) => hold(point, `${day}T${12 + Math.floor(i / 4)}:${['00', '15', '30', '45'][i % 4]}:00.000Z`)),
      ),
    ),
  )
  await makeJobs(t.house, { send: async () => {} }).runOnce('plan-ahead')
  for (const point of ['lisboa', 'horta', 'sao-paulo'])
    for (const people of [1, 3, 5])
      for (const day of [...days, '2026-05-20'])
        await heard(async () => {
          const wanted = { serviceIds: ['passport'], people, channel: 'web' as const }
          const own = await slots(point, day, { people: String(people) })
          const found = t.house.slotIndex.earliest({
            ...wanted,
            only: new Set([point]),
            fromDay: day,
            days: 1,
            now: t.clock.now(),
            limit: 200,
          })
          expect(found.map((f) => f.wallTime)).toEqual(own.slots.map((s) => s.wallTime))
        })
})

test('a point that may be booked half a year ahead takes no day from any other', async () => {
  const before = await earliest({ limit: '6' })
  const { slowSql } = t.house.connections
  await slowSql`update points set horizon_days = 180, revision = revision + 1 where id = 'sao-paulo'`
  await t.house.catalogue.look()
  await t.house.slotIndex.load()
  expect(await earliest({ limit: '6' })).toEqual(before)
  await slowSql`update points set horizon_days = 60, revision = revision + 1 where id = 'sao-paulo'`
  await t.house.catalogue.look()
})

test('on the days of the change of clocks the slots are those of the wall: none in the gap', async () => {
  const sql = t.house.connections.slowSql
  const week = [{ weekday: 7, from: '00:00', until: '06:00' }]
  await sql`update points set openings = ${JSON.stringify({ week, exceptions: [], holidays: [] })}, revision = revision + 1 where id in ('lisboa', 'horta')`
  await sql`update shifts set weekdays = '[7]', from_time = '00:00', until_time = '06:00' where point_id in ('lisboa', 'horta')`
  await sql`update calendars set planned_until = null where point_id in ('lisboa', 'horta')`
  await t.house.catalogue.look()
  t.house.keeper.changed('lisboa')
  t.house.keeper.changed('horta')
  await makeJobs(t.house, { send: async () => {} }).runOnce('plan-ahead')
  const lisboa = await slots('lisboa', '2026-03-29')
  expect(lisboa.slots.map((s) => s.wallTime).filter((w) => w < '02:30')).toEqual(['00:00', '00:15', '00:30', '00:45', '02:00', '02:15'])
  const horta = await slots('horta', '2026-03-29')
  expect(horta.slots[0]).toMatchObject({ wallTime: '01:00', startsAt: '2026-03-29T01:00:00.000Z' })
  expect([lisboa.slots.length, horta.slots.length]).toEqual([20, 20])
  const held = await hold('horta', horta.slots[0]!.startsAt)
  expect(held).toMatchObject({ wallTime: '01:00', day: '2026-03-29' })
  expect(await code(hold('lisboa', '2026-03-29T06:00:00.000Z'))).toBe('slot-not-offered')
})
