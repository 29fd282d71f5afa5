import { inject } from 'vitest'
import { asAdministrator, type Cluster, inDatabase } from './cluster.ts'

/** A database of one test's own: its address, and how to let go of it. */
export type TestDatabase = { url: string; drop: () => Promise<void> }

let made = 0

/** Makes a fresh, migrated database in the test run's Postgres (embedded, or TEST_DATABASE_URL). Ask for it in a `beforeAll`, `drop` it in `afterAll`. */
export async function makeDatabase(): Promise<TestDatabase> {
  const answer = await fetch(inject('clusterDoor'))
  if (!answer.ok) throw new Error(`The test run's Postgres did not start:\n${await answer.text()}`)
  const { url, template } = (await answer.json()) as Cluster
  const name = `beurt_test_${process.pid}_${Date.now()}_${++made}`
  await asAdministrator(url, (sql) => sql`create database ${sql(name)} template ${sql(template)}`)
  return {
    url: inDatabase(url, name),
    drop: async () => {
      await asAdministrator(url, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
    },
  }
}
