import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { hashToken } from '../../api/secrets.ts'
import type { Guards } from '../../db/commit.ts'
import { connect, type Sql } from '../../db/connect.ts'
import { type Embedded, startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { type NetworkSeed, type PointSeed, seedNetwork } from '../../db/seed.ts'
import { instantOf } from '../../domain/time.ts'
import { type ApiRun, startApi } from './api-run.ts'

export const day = '2026-11-24'
const zone = 'Europe/Amsterdam'
const startAt = instantOf(day, '10:42', zone)
const key = 'a key for two processes, thirty-two characters or more'
export const pointIds = ['aalter', 'beernem', 'deinze', 'eeklo', 'lochristi', 'zelzate'] as const
export const counterIds = [1, 2] as const
export const services = ['passport', 'advice'] as const
const weekdays = [1, 2, 3, 4, 5]

const idOf = (kind: number, n: number) => `01980000-0000-7${String(kind).padStart(3, '0')}-8000-${String(n).padStart(12, '0')}`
export const kioskToken = (pointId: string) => `kiosk of ${pointId}`.replaceAll(' ', '-')
/** Each counter has a clerk of its own, who is signed in; the first of a point books at the desk too. */
export const clerkToken = (pointId: string, counter: number) => `clerk-${pointId}-${counter}`
const clerkId = (point: number, counter: number) => idOf(1, point * 10 + counter)

const point = (id: string, n: number): PointSeed => ({
  id,
  organisationId: 'o',
  name: id,
  zone,
  latitude: 51,
  longitude: 3.5,
  openings: { week: weekdays.map((weekday) => ({ weekday, from: '07:00', until: '21:00' })), exceptions: [], holidays: [] },
  leadMinutes: 0,
  coolMinutes: 1,
  policy: { earlyMinutes: 900 },
  services: [
    { serviceId: 'passport', series: 'A', walkIn: true, bookable: true },
    { serviceId: 'advice', series: 'B', walkIn: true, bookable: true },
  ],
  counters: counterIds.map((c) => ({ id: c, serviceIds: [...services] })),
  shifts: [1, 2, 3].map((k) => ({
    id: idOf(2, n * 10 + k),
    kind: 'counter' as const,
    weekdays,
    from: '08:00',
    until: '20:00',
    firstDay: day,
    lastDay: null,
    serviceIds: [...services],
    channels: [],
    seats: 0,
  })),
})

const network: NetworkSeed = {
  organisations: [{ id: 'o', names: { nl: 'O' } }],
  services: [
    { id: 'passport', organisationId: 'o', names: { nl: 'Paspoort' }, baseMinutes: 15, extraMinutes: 5 },
    { id: 'advice', organisationId: 'o', names: { nl: 'Advies' }, baseMinutes: 30, extraMinutes: 5 },
  ],
  points: pointIds.map(point),
  staff: pointIds.flatMap((pointId, p) =>
    counterIds.map((c) => ({
      id: clerkId(p, c),
      subject: clerkToken(pointId, c),
      name: clerkToken(pointId, c),
      passwordHash: null,
      roles: [{ role: 'clerk' as const, scope: pointId }],
    })),
  ),
  devices: pointIds.map((pointId, p) => ({
    id: idOf(3, p),
    pointId,
    kind: 'kiosk' as const,
    number: 1,
    tokenHash: hashToken(kioskToken(pointId)),
  })),
  plannedFromAt: startAt,
  plannedDays: 3,
}

/** Two api processes over one Postgres, each of which can be killed and started again. */
export type World = {
  sql: Sql
  runs: [ApiRun, ApiRun]
  /** Kills Postgres as a power cut would, and starts it again over what it left. */
  killDatabase(): Promise<void>
  stop(): Promise<void>
}

/** A cluster of its own that flushes every commit, a small busy network, and two processes that share a clock. */
export async function startWorld(given: { guards?: Guards; jobs?: boolean } = {}): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'beurt-two-'))
  let cluster = await startEmbedded({ dir })
  const { url, port } = cluster
  const sql = postgres(url, { max: 2, backoff: false, onnotice() {}, connection: { TimeZone: 'UTC' } })
  const runs: ApiRun[] = []
  const stop = async () => {
    await Promise.all(runs.map((run) => run.end()))
    await sql.end({ timeout: 1 }).catch(() => {})
    await cluster.stop()
    await rm(cluster.folder, { recursive: true, force: true })
    await rm(dir, { recursive: true, force: true })
  }
  try {
    await prepare(url)
    const shared = { databaseUrl: url, key, startAt, zeroAt: Date.now(), jobs: given.jobs, guards: given.guards }
    for (let n = 0; n < 2; n++) runs.push(startApi(shared))
    await Promise.all(runs.map((run) => run.begin()))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    sql,
    runs: runs as [ApiRun, ApiRun],
    async killDatabase() {
      cluster = await killed(cluster, dir, port)
    },
    stop,
  }
}

async function killed(cluster: Embedded, dir: string, port: number): Promise<Embedded> {
  process.kill(cluster.pid, 'SIGKILL')
  await cluster.ended
  return startEmbedded({ dir, port })
}

async function prepare(url: string): Promise<void> {
  await migrate(url)
  const connections = connect(url)
  await seedNetwork(connections, network)
  const { sql } = connections
  for (const [p, pointId] of pointIds.entries())
    for (const c of counterIds)
      await sql`insert into sign_ins (token_hash, staff_id, started_at, until_at)
        values (${hashToken(clerkToken(pointId, c))}, ${clerkId(p, c)}, now(), '2099-01-01')`
  await connections.close()
}
