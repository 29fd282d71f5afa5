import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabase, type TestDatabase } from '../proof/setup/database.ts'
import { connect, open } from './connect.ts'
import { makeLines, NoAnswer } from './lines.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await makeDatabase()
  const { sql, close } = connect(database.url)
  await sql`create table things (id int)`
  await close()
})
afterAll(() => database.drop())
const pidOf = async (sql: ReturnType<typeof open>): Promise<number> => Number((await sql`select pg_backend_pid() as pid`)[0]!.pid)

test('what was given up in the middle of a transaction is not committed later', async () => {
  const lines = makeLines(() => open(database.url, { max: 1, statementMs: 5000 }), 2)
  const slow = lines.begin(150, async (sql) => {
    await sql`insert into things values (1)`
    await sql`select pg_sleep(0.4)`
  })
  await expect(slow).rejects.toThrow(NoAnswer)
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(await lines.begin(1000, (sql) => sql`select id from things`)).toEqual([])
  await lines.close()
})

test('no more connections are out than there may be, and all are served', async () => {
  const lines = makeLines(() => open(database.url, { max: 1, statementMs: 5000 }), 3)
  const pids = await Promise.all(Array.from({ length: 20 }, () => lines.use(5000, pidOf)))
  expect(new Set(pids).size).toBeLessThanOrEqual(3)
  await lines.close()
})

test('who finds every connection out waits no longer than an answer may take, and takes no turn from anybody', async () => {
  const lines = makeLines(() => open(database.url, { max: 1, statementMs: 5000 }), 1)
  let asked = false
  const long = lines.use(5000, (sql) => sql`select pg_sleep(0.6)`)
  const tooLate = lines.use(100, async () => {
    asked = true
  })
  const inTurn = lines.use(5000, pidOf)
  await expect(tooLate).rejects.toThrow(NoAnswer)
  await long
  expect(await inTurn).toBeGreaterThan(0)
  expect(asked).toBe(false)
  expect(await Promise.all(Array.from({ length: 5 }, () => lines.use(5000, pidOf)))).toHaveLength(5)
  await lines.close()
})

test('a transaction whose connection is ended fails, and the next ones go on as if nothing had been', async () => {
  const connections = connect(database.url)
  const ended = connections.sql.begin(async (sql) => {
    const pid = await pidOf(sql as never)
    await connections.slowSql`select pg_terminate_backend(${pid})`
    await sql`insert into things values (2)`
  })
  await expect(ended).rejects.toThrow()
  for (let n = 0; n < 20; n++) expect(await connections.sql.begin((sql) => sql`select id from things where id = 2`)).toEqual([])
  await connections.close()
})

test('who listens hears again after the connection was ended', async () => {
  const connections = connect(database.url)
  const heard: string[] = []
  const { unlisten } = await connections.slowSql.listen('things', (payload) => heard.push(payload))
  const ended =
    await connections.sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`
  expect(ended.length).toBeGreaterThan(0)
  const again = async () => {
    await connections.slowSql.notify('things', 'again')
    return heard
  }
  await expect.poll(again, { timeout: 10_000, interval: 100 }).toContain('again')
  await unlisten()
  await connections.close()
})

test('connections that were all ended at once cost one failed ask each, and no wait', async () => {
  const connections = connect(database.url)
  const asks = Array.from({ length: 60 }, () => connections.sql`select pg_sleep(0.2)`.catch(() => null))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await connections.slowSql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid() and datname = current_database()`
  await Promise.all(asks)
  const began = performance.now()
  const rows = await Promise.all(Array.from({ length: 60 }, () => connections.sql`select 1 as one`))
  expect(rows.every((r) => r[0]!.one === 1)).toBe(true)
  expect(performance.now() - began).toBeLessThan(3000)
  await connections.close()
})
