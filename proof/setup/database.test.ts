import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabase, type TestDatabase } from './database.ts'

let databases: TestDatabase[]

beforeAll(async () => {
  databases = await Promise.all([makeDatabase(), makeDatabase(), makeDatabase()])
})

afterAll(async () => {
  await Promise.all(databases.map(({ drop }) => drop()))
})

test('each test database is its own: what one writes the others do not see', async () => {
  const clients = databases.map(({ url }) => postgres(url, { max: 1 }))
  await clients[0]!`create table scratch (word text)`
  const seen = await Promise.all(clients.map((sql) => sql`select to_regclass('scratch') is not null as there`))
  expect(seen.map(([row]) => row?.there)).toEqual([true, false, false])
  await Promise.all(clients.map((sql) => sql.end()))
})
