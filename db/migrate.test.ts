import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabase, type TestDatabase } from '../proof/setup/database.ts'
import { connect } from './connect.ts'
import { isMigrated, migrate } from './migrate.ts'

let database: TestDatabase
const inIt = async (text: string) => {
  const connections = connect(database.url)
  try {
    return [...(await connections.slowSql.unsafe(text))]
  } finally {
    await connections.close()
  }
}
beforeAll(async () => {
  database = await makeDatabase()
})
afterAll(() => database.drop())

test('an empty database is migrated once, whoever else begins at the same moment', async () => {
  await inIt('drop schema public cascade; drop schema drizzle cascade; create schema public')
  expect(await isMigrated(database.url)).toBe(false)
  await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)])
  expect(await isMigrated(database.url)).toBe(true)
  const [row] = await inIt('select count(*)::int as all, count(distinct hash)::int as different from drizzle.__drizzle_migrations')
  expect(row!.all).toBe(row!.different)
})
