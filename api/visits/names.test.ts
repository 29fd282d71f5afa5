import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { bookAtDesk, bookHold, cancelVisit, holdSlot, moveVisit, oneVisit } from '../../contract/visits.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makeJobs } from '../jobs/jobs.ts'
import { makeLog } from '../log.ts'

const canary = { name: 'Kanarie Vogelzang', email: 'kanarie@vogelzang.test', phone: '+31600000042' }
const signs = /kanarie|vogelzang|31600000042/i
let t: TestHouse
const said: string[] = []
const console_ = { ...console }
beforeAll(async () => {
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) console[name] = (...words) => said.push(words.join(' '))
  t = await makeTestHouse()
  t.house.log = await makeLog()
})
afterAll(async () => {
  Object.assign(console, console_)
  await t.stop()
})

const book = async (startsAt: string) => {
  const held = await ask(t.as.anyone, holdSlot, { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl', startsAt }, key())
  return ask(t.as.visitor(held.token), bookHold, { point: 'lisboa', appointment: held.appointmentId, ...canary }, key())
}

/** Every table that has the canary in any of its columns. */
async function tablesWithCanary(): Promise<string[]> {
  const sql = t.house.connections.slowSql
  const tables = await sql`select table_name from information_schema.tables where table_schema = 'public' order by 1`
  const found: string[] = []
  for (const { table_name } of tables) {
    const [row] = await sql.unsafe(`select count(*)::int as n from "${table_name}" r where to_json(r)::text ~* $1`, [signs.source])
    if (row!.n > 0) found.push(table_name)
  }
  return found
}

test('a name stands in contacts and nowhere else, not in answers, problems or logs, and is gone on its date', async () => {
  const visit = await book('2026-03-26T09:00:00.000Z')
  const visitor = t.as.visitor(visit.token)
  const moved = await ask(visitor, moveVisit, { visit: visit.visitId, point: 'horta', startsAt: '2026-03-26T12:00:00.000Z' }, key())
  const seen = await ask(visitor, oneVisit, { visit: visit.visitId })
  const desk = {
    point: 'lisboa',
    serviceIds: ['passport'],
    people: 1,
    language: 'nl' as const,
    startsAt: '2026-03-26T10:00:00.000Z',
    channel: 'desk' as const,
    ...canary,
  }
  const booked = await ask(t.as.clerk, bookAtDesk, desk, key())
  const sql = t.house.connections.slowSql
  await sql`alter table contacts add constraint no_more_canaries check (point_id <> 'sao-paulo')`
  const refused = await ask(
    visitor,
    moveVisit,
    { visit: visit.visitId, point: 'sao-paulo', startsAt: '2026-03-26T14:00:00.000Z' },
    key(),
  ).catch((p) => p)
  expect(refused.code).toBe('unexpected')
  const badly = await ask(t.as.clerk, bookAtDesk, { ...desk, phone: 'geen nummer' }, key()).catch((p) => p)
  const cancelled = await ask(visitor, cancelVisit, { visit: visit.visitId }, key())
  const jobs = makeJobs(t.house, {
    async send() {
      throw new Error(`Kanarie is not there <${canary.email}>`)
    },
  })
  await jobs.runOnce()
  expect(await tablesWithCanary()).toEqual(['contacts'])
  expect(JSON.stringify([visit, moved, seen, booked, refused.body, badly.body, cancelled])).not.toMatch(signs)
  expect(said.join('\n')).toMatch(/no_more_canaries/)
  expect(said.join('\n')).not.toMatch(signs)
  t.clock.set(Date.parse('2026-04-27T00:00:00Z'))
  await jobs.runOnce('erase-contacts')
  expect(await tablesWithCanary()).toEqual([])
})
