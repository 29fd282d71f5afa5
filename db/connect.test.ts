import { expect, test } from 'vitest'
import { makeDatabase } from '../proof/setup/database.ts'
import { connect } from './connect.ts'

test('an array of days goes to the database on both ways', async () => {
  const database = await makeDatabase()
  const connections = connect(database.url)
  const days = ['2026-03-29', '2026-10-25']
  for (const sql of [connections.sql, connections.slowSql]) {
    const rows = await sql`select x.day::text as day from unnest(${days}::date[]) as x(day)`
    expect(rows.map((r) => r.day)).toEqual(days)
  }
  await connections.close()
  await database.drop()
})
