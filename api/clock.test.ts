import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../db/connect.ts'
import { makeDatabase, type TestDatabase } from '../proof/setup/database.ts'
import { type Clock, makeClock } from './clock.ts'
import { makeQuietLog } from './log.ts'
import { startHouse } from './start.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await makeDatabase()
})
afterAll(() => database.drop())

const start = (clock: Clock, realClock: boolean) =>
  startHouse({
    databaseUrl: database.url,
    key: 'a key for tests, thirty-two characters or more',
    publicUrl: 'http://beurt.test',
    writesPerMinute: 60,
    clock,
    realClock,
    log: makeQuietLog(),
    mailer: { async send() {} },
    hashPassword: async () => '',
    verifyPassword: async () => false,
    jobs: false,
  })

/** The database's own clock, so many seconds ahead: this machine's need not be right. */
async function aheadOfDatabase(seconds: number): Promise<Clock> {
  const { sql, close } = connect(database.url, 1)
  const [row] = await sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`
  await close()
  return makeClock(Number(row!.at) + seconds * 1000)
}

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
