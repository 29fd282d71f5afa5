import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Asker } from '../../contract/ask.ts'
import { ask } from '../../contract/ask.ts'
import { previewPlan, readPlan, savePlan } from '../../contract/plan.ts'
import { onePoint, slotsOfDay } from '../../contract/points.ts'
import type { InputOf, ResultOf } from '../../contract/route.ts'
import { bookAtDesk, holdSlot } from '../../contract/visits.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makeApp } from '../app.ts'
import { makeJobs } from '../jobs/jobs.ts'
import { makeQuietLog } from '../log.ts'
import { startHouse } from '../start.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
  for (const point of Object.values(the.points)) await the.house.keeper.kept(point)
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

type Plan = ResultOf<typeof readPlan>
type Given = Pick<InputOf<typeof savePlan>, 'openings' | 'shifts'>
const read = (point = 'lisboa', asker = the.as.networkManager) => askStrictly(asker, readPlan, { point })
const partsOf = ({ openings, shifts }: Plan): Given => ({ openings, shifts })
const preview = (plan: Given, more: object = {}, point = 'lisboa') =>
  askStrictly(the.as.networkManager, previewPlan, { point, ...plan, ...more })
const save = (plan: Given, revision: number, more: { point?: string; key?: string; asker?: Asker } = {}) =>
  askStrictly(more.asker ?? the.as.networkManager, savePlan, { point: more.point ?? 'lisboa', revision, ...plan }, more.key ?? key())
const until = (plan: Given, time: string): Given => ({ ...plan, shifts: plan.shifts.map((s) => ({ ...s, until: time })) })
const book = (startsAt: string, more: object = {}) =>
  ask(
    the.as.clerk,
    bookAtDesk,
    { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl', startsAt, channel: 'desk', name: 'Anna', ...more },
    key(),
  )
const slots = async (day: string, point = 'lisboa') =>
  (await ask(the.as.anyone, slotsOfDay, { point, day, services: 'passport', people: '1' })).slots.map((s) => s.wallTime)
const hash = async () => {
  const { sql } = the.house.connections
  const tables = await sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`
  const parts = tables.map(({ name }) => `(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "${name}" t)`)
  return String((await sql.unsafe(`select md5(concat_ws('/', ${parts.join(', ')})) as hash`))[0]!.hash)
}

describe('what a plan would do', () => {
  test('is told by day, with who no longer fits, and nothing is written', async () => {
    const late = await book('2026-03-26T18:30:00.000Z', { email: 'anna@voorbeeld.example' })
    await book('2026-03-26T10:00:00.000Z')
    const plan = await read()
    const before = await hash()
    const told = await preview(until(partsOf(plan), '18:00'))
    expect(await hash()).toBe(before)
    expect(told).toMatchObject({ revision: plan.revision, minutes: 30, gained: 0, already: 0 })
    // Two lanes, four half hours each; on Thursday somebody has one of them.
    const [tuesday, wednesday, thursday] = told.days
    expect([tuesday!.lost, wednesday, thursday!.lost]).toEqual([8, { day: '2026-03-25', before: 48, after: 40, gained: 0, lost: 8 }, 7])
    expect(told.lost).toBe(told.days.reduce((sum, d) => sum + d.lost, 0))
    expect(told.before - told.lost + told.gained).toBe(told.after)
    expect(told.days.some((d) => d.day === '2026-03-29')).toBe(false)
    expect(told.misfits).toMatchObject([
      { appointmentId: late.appointmentId, reference: late.reference, wallTime: '18:30', minutes: 15, reachable: 'mail' },
    ])
    expect(JSON.stringify(told)).not.toContain('Anna')
    expect(JSON.stringify(told)).not.toContain('voorbeeld')
  })

  test('is counted for one service by its own length', async () => {
    const told = await preview(until(partsOf(await read()), '19:00'), { serviceId: 'advice' })
    expect(told).toMatchObject({ minutes: 30 })
    expect((await preview(until(partsOf(await read()), '19:00'), { serviceId: 'id-card' })).days[1]).toMatchObject({ lost: 8 })
    expect(await problemCode(preview(partsOf(await read()), { serviceId: 'moving' }))).toBe('service-not-here')
  })

  test.each<[string, (plan: Given) => unknown, string]>([
    ['a shift that ends before it begins', (p) => until(p, '07:00'), 'plan-invalid'],
    ['two shifts with one id', (p) => ({ ...p, shifts: [p.shifts[0], p.shifts[0]] }), 'plan-invalid'],
    [
      'a shift that turns into a sitting',
      (p) => ({ ...p, shifts: p.shifts.map((s) => ({ ...s, kind: 'seats', seats: 4 })) }),
      'plan-invalid',
    ],
    ['a service that is not here', (p) => ({ ...p, shifts: p.shifts.map((s) => ({ ...s, services: ['fishing'] })) }), 'service-not-here'],
    ['minutes between the grid', (p) => until(p, '19:03'), 'invalid-input'],
    [
      'two exceptions for one day',
      (p) => ({ ...p, openings: { ...p.openings, exceptions: [1, 2].map(() => ({ day: '2026-04-01', spans: [] })) } }),
      'plan-invalid',
    ],
  ])('%s is refused when looking and when saving', async (_, spoil, code) => {
    const plan = await read()
    const spoiled = spoil(partsOf(plan)) as Given
    expect(await problemCode(preview(spoiled))).toBe(code)
    expect(await problemCode(save(spoiled, plan.revision))).toBe(code)
    expect((await read()).revision).toBe(plan.revision)
  })
})

describe('a saved plan', () => {
  test('takes the times away, keeps who is booked, tells how many to work through, and has one line of history', async () => {
    const plan = await read('horta')
    const booked = await ask(
      the.as.networkManager,
      bookAtDesk,
      {
        point: 'horta',
        serviceIds: ['passport'],
        people: 1,
        language: 'nl',
        startsAt: '2026-03-26T19:30:00.000Z',
        channel: 'phone',
        name: 'Ben',
      },
      key(),
    )
    expect(await slots('2026-03-26', 'horta')).toContain('18:45')
    const saved = await save(until(partsOf(plan), '18:00'), plan.revision, { point: 'horta' })
    expect(saved).toEqual({ revision: plan.revision + 1, misfits: 1 })
    expect((await slots('2026-03-26', 'horta')).at(-1)).toBe('17:45')
    const after = await read('horta')
    expect(after).toMatchObject({ revision: plan.revision + 1, shifts: [{ until: '18:00' }, { until: '18:00' }] })
    expect((await the.house.keeper.kept('horta', [booked.appointmentId])).calendar.appointments.get(booked.appointmentId)?.state).toBe(
      'booked',
    )
    const lines = await the.house.connections.sql`select act, actor_kind, what from history where point_id = 'horta' and act = 'replan'`
    expect(lines).toMatchObject([{ actor_kind: 'staff', what: { revision: plan.revision + 1, unfit: [booked.appointmentId] } }])
    // The plan before it brings everything back.
    expect(await save(partsOf(plan), after.revision, { point: 'horta' })).toEqual({ revision: plan.revision + 2, misfits: 0 })
    expect(await slots('2026-03-26', 'horta')).toContain('18:45')
  })

  test('with other openings opens and closes the hall at once: the point says so, and so do its days', async () => {
    const plan = await read('sao-paulo')
    const exceptions = [{ day: '2026-03-25', spans: [{ from: '10:00', until: '12:00' }], note: 'Feest' }]
    const openings = { ...plan.openings, week: plan.openings.week.filter((w) => w.weekday !== 6), exceptions, holidays: ['2026-03-27'] }
    await save({ openings, shifts: plan.shifts }, plan.revision, { point: 'sao-paulo' })
    const { openings: shown } = await ask(the.as.anyone, onePoint, { point: 'sao-paulo' })
    expect(shown.map((o) => [o.day.slice(8), o.spans.map((s) => `${s.from} ${s.until}`).join()])).toEqual([
      ['24', '08:00 20:00'],
      ['25', '10:00 12:00'],
      ['26', '08:00 20:00'],
      ['27', ''],
      ['28', ''],
      ['29', ''],
      ['30', '08:00 20:00'],
    ])
    expect(await slots('2026-03-25', 'sao-paulo')).toEqual(['10:00', '10:15', '10:30', '10:45', '11:00', '11:15', '11:30', '11:45'])
    expect((await the.house.keeper.kept('sao-paulo')).settings.openings.holidays).toEqual(['2026-03-27'])
    expect((await read('sao-paulo')).openings.exceptions).toEqual(exceptions)
  })

  test('that changes no day of the calendar has its line and its revision too', async () => {
    const { revision } = await save(partsOf(await read()), (await read()).revision)
    const plan = await read()
    expect(plan.revision).toBe(revision)
    const openings = { ...plan.openings, holidays: ['2027-01-01'] }
    await save({ openings, shifts: plan.shifts }, plan.revision)
    const lines = await the.house.connections
      .sql`select what from history where point_id = 'lisboa' and act = 'replan' order by version desc limit 1`
    expect(lines[0]!.what).toMatchObject({ revision: plan.revision + 1, lanes: 0 })
  })

  test('that somebody else has changed meanwhile is refused, and nothing is lost of theirs', async () => {
    const plan = await read()
    const theirs = { ...partsOf(plan), openings: { ...plan.openings, holidays: ['2027-01-01', '2027-04-25'] } }
    await save(theirs, plan.revision)
    const refused = await save(until(partsOf(plan), '12:00'), plan.revision).catch((p) => p)
    expect(refused).toMatchObject({ code: 'plan-changed', message: expect.stringContaining('plan') })
    expect((await read()).openings.holidays).toEqual(['2027-01-01', '2027-04-25'])
  })

  test('saved by two at once is one of the two', async () => {
    const plan = await read()
    const results = await Promise.allSettled(['19:00', '18:00', '17:00'].map((time) => save(until(partsOf(plan), time), plan.revision)))
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.flatMap((r) => (r.status === 'rejected' ? [r.reason.code] : []))).toEqual(['plan-changed', 'plan-changed'])
    const after = await read()
    expect(after.revision).toBe(plan.revision + 1)
    await save(partsOf(plan), after.revision)
  })

  test('asked twice with one key is one plan with one answer; with another body it is refused', async () => {
    const plan = await read()
    const id = key()
    const wanted = until(partsOf(plan), '19:30')
    const [a, b] = await Promise.all([save(wanted, plan.revision, { key: id }), save(wanted, plan.revision, { key: id })])
    expect(b).toEqual(a)
    expect(await save(wanted, plan.revision, { key: id })).toEqual(a)
    expect((await read()).revision).toBe(plan.revision + 1)
    expect(await problemCode(save(partsOf(plan), plan.revision, { key: id }))).toBe('idempotency-key-reused')
    await save(partsOf(plan), plan.revision + 1)
  })

  test('goes from one kind of shift to another by a shift of its own', async () => {
    const plan = await read()
    const [one, other] = plan.shifts
    const seats = { ...one!, id: key(), kind: 'seats' as const, seats: 12, services: ['advice'], from: '09:00', until: '10:00' }
    await save({ openings: plan.openings, shifts: [other!, seats] }, plan.revision)
    const after = await read()
    expect(after.shifts.map((s) => s.kind).sort()).toEqual(['counter', 'seats'])
    const { calendar } = await the.house.keeper.kept('lisboa')
    expect([...calendar.shiftDays.values()].filter((s) => s.kind === 'seats').length).toBeGreaterThan(20)
    await save(partsOf(plan), after.revision)
    expect((await read()).shifts).toEqual(plan.shifts)
  })

  test('is the plan that later days are made from', async () => {
    const plan = await read()
    await save(until(partsOf(plan), '11:00'), plan.revision)
    the.clock.pass(24 * 3_600_000)
    const jobs = makeJobs(the.house, { send: async () => {} })
    await jobs.runOnce('plan-ahead')
    const { calendar } = await the.house.keeper.kept('lisboa')
    const last = [...calendar.byDay.keys()].sort().at(-1)!
    const lanes = calendar.byDay.get(last)!.map((k) => calendar.shiftDays.get(k)!)
    expect(lanes.every((l) => l.open[5] === 0)).toBe(true)
    await save(partsOf(plan), plan.revision + 1)
    the.clock.pass(-24 * 3_600_000)
  })

  test('a point manager plans own points only, and clerks, kiosks and admins none', async () => {
    const plan = await read('lisboa', the.as.pointManager)
    expect(await problemCode(read('horta', the.as.pointManager))).toBe('not-allowed')
    expect(await problemCode(save(partsOf(plan), plan.revision, { point: 'horta', asker: the.as.pointManager }))).toBe('not-allowed')
    for (const asker of [the.as.clerk, the.as.kiosk, the.as.admin])
      expect(await problemCode(save(partsOf(plan), plan.revision, { asker }))).toBe('not-allowed')
    await save(partsOf(plan), plan.revision, { asker: the.as.pointManager })
  })
})

test('a plan may be as long as its shape allows, though no other body is', async () => {
  const plan = await read()
  const note = 'een reden die op het scherm komt te staan '.repeat(4).trim()
  const day = (i: number) => new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10)
  const exceptions = Array.from({ length: 400 }, (_, i) => ({ day: day(i), spans: [], note }))
  const long = { ...partsOf(plan), openings: { ...plan.openings, exceptions } }
  expect(JSON.stringify(long).length).toBeGreaterThan(70_000)
  expect(await preview(long)).toMatchObject({ revision: plan.revision })
})

test('two processes: one saves, the other offers by the new plan within a second, refuses the old revision, and never books what is gone', async () => {
  const other = await startHouse({
    databaseUrl: the.databaseUrl,
    key: 'a key for tests, thirty-two characters or more',
    publicUrl: 'http://beurt.test',
    writesPerMinute: 1_000_000,
    clock: the.clock,
    log: makeQuietLog(() => {}),
    mailer: { send: async () => {} },
    hashPassword: async () => '',
    verifyPassword: async () => false,
    jobs: false,
  })
  try {
    const app = makeApp(other.house)
    const there: Asker = { send: async (r) => app.fetch(r), base: 'http://beurt.test', headers: the.as.networkManager.headers }
    const plan = await read()
    await other.house.keeper.kept('lisboa')
    const shorter = until(partsOf(plan), '12:00')
    await save(shorter, plan.revision)
    // It has not been told yet: the version of the calendar says no, and it decides again on what is kept.
    const wish = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const, startsAt: '2026-03-30T14:00:00.000Z' }
    expect(await problemCode(ask({ ...there, headers: () => ({}) }, holdSlot, wish, key()))).toBe('slot-not-offered')
    expect(await problemCode(save(partsOf(plan), plan.revision, { asker: there }))).toBe('plan-changed')
    await expect.poll(() => other.house.catalogue.point('lisboa')!.revision, { timeout: 2000 }).toBe(plan.revision + 1)
    expect((await other.house.keeper.kept('lisboa')).settings.revision).toBe(plan.revision + 1)
    const both = await Promise.allSettled([
      save(partsOf(plan), plan.revision + 1, { asker: there }),
      save(until(partsOf(plan), '15:00'), plan.revision + 1),
    ])
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read()).revision).toBe(plan.revision + 2)
    await save(partsOf(plan), plan.revision + 2)
  } finally {
    await other.stop()
  }
})
