import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connect, type Sql } from '../db/connect.ts'
import { makeDatabase, type TestDatabase } from '../proof/setup/database.ts'
import { makeClock, type RealClock } from './clock.ts'
import { believed, makeClockCheck } from './clock-check.ts'
import { makeQuietLog } from './log.ts'
import { startHouse } from './start.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A clock over watches that a test moves: time passes, and the wall may be set beside it. */
function watched(startAt = Date.parse('2026-03-24T22:00:00Z')) {
  let [passed, wall] = [5000, startAt]
  const clock = makeClock(null, { passed: () => passed, wall: () => wall })
  const pass = (ms: number) => {
    passed += ms
    wall += ms
  }
  const set = (ms: number) => {
    wall += ms
  }
  const leap = (ms: number) => {
    passed += ms
  }
  return { clock, startAt, pass, set, leap }
}

describe('a clock', () => {
  test('does not hear that the wall was set past midnight, nor back again', () => {
    const { clock, startAt, pass, set } = watched()
    set(dayMs)
    pass(1000)
    expect(clock.now()).toBe(startAt + 1000)
    set(-dayMs)
    pass(1000)
    expect(clock.now()).toBe(startAt + 2000)
  })

  test('nor does the one of a real machine', () => {
    const clock = makeClock()
    const before = clock.now()
    vi.spyOn(Date, 'now').mockReturnValue(before + dayMs)
    expect(clock.now() - before).toBeLessThan(hourMs)
    vi.restoreAllMocks()
    expect(clock.now()).toBeGreaterThanOrEqual(before)
  })

  test.each([
    [800, 1000, 1500],
    [800, 5000, 5800],
    [-800, 1000, 500],
    [-800, 5000, 4200],
    [-hourMs, 1000, 500],
    [-hourMs, 3 * hourMs, 2 * hourMs],
    [hourMs, 0, hourMs],
    [hourMs, 1000, hourMs + 1000],
  ])('that is %i ms behind is, when %i ms have passed, %i ms on', (behindMs, passedMs, onMs) => {
    const { clock, startAt, pass } = watched()
    clock.follow(behindMs)
    pass(passedMs)
    expect(clock.now()).toBe(startAt + onMs)
  })

  test('never goes back and never stands still, whatever it is told and the wall is set to', () => {
    const step = fc.record({
      ms: fc.integer({ min: 2, max: 100_000 }),
      set: fc.integer({ min: -dayMs, max: dayMs }),
      told: fc.option(fc.integer({ min: -dayMs, max: 4000 })),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const { clock, pass, set } = watched()
        for (const { ms, set: by, told } of steps) {
          const before = clock.now()
          set(by)
          if (told !== null) clock.follow(told)
          expect(clock.now()).toBeGreaterThanOrEqual(before)
          pass(ms)
          expect(clock.now() - before).toBeGreaterThanOrEqual(Math.floor(ms / 2))
          expect(clock.now() - before).toBeLessThanOrEqual(Math.ceil(ms * 1.5) + 4000)
        }
      }),
    )
  })
})

test.each([
  ['a little drift is followed', 900, 0, 900],
  ['and so is that of a wall which was set', -900, dayMs, -900],
  ['a machine that slept is told so by both', hourMs, hourMs + 300, hourMs],
  ['a clock that both say is ahead', -hourMs, -hourMs, -hourMs],
  ['a database that leapt alone', dayMs, 0, 0],
  ['three that say three things', dayMs, hourMs, 0],
])('%s', (_, databaseMs, wallMs, followedMs) => {
  expect(believed({ databaseMs, wallMs })).toBe(followedMs)
})

let database: TestDatabase
beforeAll(async () => {
  database = await makeDatabase()
})
afterAll(() => database.drop())

const start = (clock: RealClock, realClock: boolean, faults: string[] = []) =>
  startHouse({
    databaseUrl: database.url,
    key: 'a key for tests, thirty-two characters or more',
    publicUrl: 'http://beurt.test',
    writesPerMinute: 60,
    ...(realClock ? { clock, realClock } : { clock }),
    log: makeQuietLog((error) => faults.push((error as Error).message)),
    mailer: { async send() {} },
    hashPassword: async () => '',
    verifyPassword: async () => false,
    jobs: false,
  })

/** The database's own time: this machine's need not be right. */
async function databaseNow(): Promise<number> {
  const { sql, close } = connect(database.url, 1)
  const [row] = await sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`
  await close()
  return Number(row!.at)
}
const aheadOfDatabase = async (seconds: number): Promise<RealClock> => makeClock((await databaseNow()) + seconds * 1000)

test.each([-60, -4, 4, 3600])('a house whose real clock is %i seconds from the database does not start', async (seconds) => {
  await expect(start(await aheadOfDatabase(seconds), true)).rejects.toThrow('seconds apart')
})

test('one whose clock agrees starts, and so does one whose clock is set', async () => {
  for (const [seconds, real] of [
    [0, true],
    [3600, false],
  ] as const)
    await (await start(await aheadOfDatabase(seconds), real)).stop()
})

test('a house asks the database what time it is, and believes neither its own wall nor its own watch alone', async () => {
  const { clock, set, leap } = watched(await databaseNow())
  const faults: string[] = []
  const { house, stop } = await start(clock, true, faults)
  set(dayMs)
  expect(await house.clockCheck.agrees()).toBe(true)
  set(-dayMs)
  expect(faults).toEqual([])
  leap(dayMs)
  expect(await house.clockCheck.agrees()).toBe(false)
  expect(await house.clockCheck.agrees()).toBe(false)
  expect(faults).toEqual([expect.stringMatching(/^the clock of this process and the database's are 8640\d seconds apart$/)])
  await stop()
})

test('after a sleep of the machine the time is right at the first asking, and a clock set back is caught up with', async () => {
  const { clock, startAt, pass, set } = watched()
  let theirs = startAt
  const sql = (async () => [{ at: theirs }]) as unknown as Sql
  const faults: unknown[] = []
  const check = makeClockCheck({ sql, clock, log: makeQuietLog((error) => faults.push(error)) })
  set(hourMs)
  theirs += hourMs
  expect(await check.agrees()).toBe(true)
  expect(clock.now()).toBe(startAt + hourMs)
  set(-10_000)
  theirs -= 10_000
  expect(await check.agrees()).toBe(false)
  expect(faults).toHaveLength(1)
  for (let second = 0; second < 20; second++) {
    pass(1000)
    theirs += 1000
  }
  expect(await check.agrees()).toBe(true)
  expect(clock.now()).toBe(theirs)
  check.stop()
})

test('a wall that leapt is asked about within seconds, and nobody is asked for nothing', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { clock, startAt, set } = watched()
  const asked = vi.fn(async () => [{ at: startAt }])
  const check = makeClockCheck({ sql: asked as unknown as Sql, clock, log: makeQuietLog() })
  vi.advanceTimersByTime(30_000)
  expect(asked).not.toHaveBeenCalled()
  set(dayMs)
  vi.advanceTimersByTime(5000)
  expect(asked).toHaveBeenCalledTimes(1)
  check.stop()
  vi.useRealTimers()
})
