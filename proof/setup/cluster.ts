import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../db/embedded.ts'
import { isAlive } from '../../db/embedded-lock.ts'
import { migrate } from '../../db/migrate.ts'

/** What a test needs to make a database of its own: an administrator's address and the name of the migrated template. */
export type Cluster = { url: string; template: string }

declare module 'vitest' {
  interface ProvidedContext {
    clusterDoor: string
  }
}

type Running = Cluster & { stop: () => Promise<void> }

const prefix = 'beurt-test-'

/** Once per test run: a door behind which the cluster starts when the first test asks for it, so that tests without a database do not wait for one. */
export default async function setup(project: TestProject) {
  let running: Promise<Running> | undefined
  const door = createServer((_, answer) => {
    running ??= startCluster()
    running.then(
      ({ url, template }) => answer.end(JSON.stringify({ url, template })),
      (error) => answer.writeHead(500).end(String(error?.stack ?? error)),
    )
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  const { port } = door.address() as { port: number }
  project.provide('clusterDoor', `http://127.0.0.1:${port}/`)
  return async () => {
    door.close()
    door.closeAllConnections()
    await running?.then(
      (cluster) => cluster.stop(),
      () => {},
    )
  }
}

async function startCluster(): Promise<Running> {
  const given = process.env.TEST_DATABASE_URL
  const { url, stop } = given ? { url: given, stop: async () => {} } : await startThrowAway()
  const template = `beurt_template_${process.pid}_${Date.now()}`
  await asAdministrator(url, (sql) => sql`create database ${sql(template)}`)
  await migrate(inDatabase(url, template))
  return {
    url,
    template,
    stop: async () => {
      await asAdministrator(url, (sql) => sql`drop database if exists ${sql(template)} with (force)`)
      await stop()
    },
  }
}

async function startThrowAway() {
  await sweep()
  const dir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  const cluster = await startEmbedded({ dir, fast: true })
  const stop = async () => {
    await cluster.stop()
    await rm(cluster.folder, { recursive: true, force: true })
    await rm(dir, { recursive: true, force: true })
  }
  return { url: cluster.url, stop }
}

// A killed test run leaves its folder; its Postgres ends by itself.
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (pid && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})
  }
}

/** Runs one statement as the cluster's administrator, on a connection that is closed again. */
export async function asAdministrator<T>(url: string, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await run(sql)
  } finally {
    await sql.end()
  }
}

/** The same cluster, another database. */
export function inDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
