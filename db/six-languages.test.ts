import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabase, type TestDatabase } from '../proof/setup/database.ts'
import { testAt, testNetwork } from '../proof/setup/network.ts'
import { type Connections, connect } from './connect.ts'
import { seedNetwork } from './seed.ts'

let database: TestDatabase
let connections: Connections

beforeAll(async () => {
  database = await makeDatabase()
  connections = connect(database.url)
  await seedNetwork(
    connections,
    testNetwork({ at: testAt, passwordHash: 'x', tokenHashes: { kiosk: 'a', foreignKiosk: 'b', display: 'c' } }),
  )
})
afterAll(async () => {
  await connections.close()
  await database.drop()
})

const spoken = async () =>
  Object.fromEntries((await connections.sql`select id, languages from points`).map((p) => [p.id, p.languages.join()]))

test('a point that nobody gave languages has all six; one that had the three of before gets them, one with its own keeps its own', async () => {
  expect(new Set(Object.values(await spoken()))).toEqual(new Set(['nl,en,fr,de,pt,ar']))
  const [update] = readFileSync(new URL('migrations/0005_points-speak-six-languages.sql', import.meta.url), 'utf8').match(/UPDATE[^;]*/)!
  const { sql } = connections
  await sql`update points set languages = '["nl","en","ar"]' where id = 'lisboa'`
  await sql`update points set languages = '["ar","nl"]' where id = 'horta'`
  const [before] = await sql`select revision from points where id = 'lisboa'`
  await sql.unsafe(update)
  expect(await spoken()).toMatchObject({ lisboa: 'nl,en,fr,de,pt,ar', horta: 'ar,nl' })
  const [after] = await sql`select revision from points where id = 'lisboa'`
  expect(after!.revision).toBe(before!.revision + 1)
})
