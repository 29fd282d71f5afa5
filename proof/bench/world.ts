import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { hashToken } from '../../api/secrets.ts'
import { connect } from '../../db/connect.ts'
import { type Embedded, freePort, startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { type PointSeed, seedNetwork } from '../../db/seed.ts'
import { addDays, instantOf } from '../../domain/time.ts'
import type { ApiProcess } from '../api-process/main.ts'
import type { OpenSocket } from './http.ts'

export const zone = 'Europe/Lisbon'
export const day = '2026-11-24'
export const startAt = instantOf(day, '10:42', zone)
export const pointCount = 800
/** Bookable days ahead. */
export const days = 55
const lanes = 10
const service = 'passport'
const key = 'the key of a bench, thirty-two characters and more'

export type World = { open: OpenSocket; url: string; sql: postgres.Sql; embedded: Embedded; points: number; stop(): Promise<void> }

const fixedId = (group: number, index: number) => `019a0000-${String(group).padStart(4, '0')}-7000-8000-${String(index).padStart(12, '0')}`
export const kioskToken = (n: number) => `bench-kiosk-${n}`
export const clerkToken = 'bench-clerk'

function point(n: number): PointSeed {
  const hours = { from: '08:00', until: '20:00' }
  return {
    id: `p${n}`,
    organisationId: 'o',
    name: `Point ${n}`,
    zone,
    horizonDays: days + 2,
    openings: { week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours })), exceptions: [], holidays: [] },
    services: [{ serviceId: service, series: 'A', walkIn: true, bookable: true }],
    counters: [1, 2, 3, 4].map((id) => ({ id, serviceIds: [service] })),
    // The hot point has as many lanes as bookings of one bench can want; the others one each.
    shifts: Array.from({ length: n === 1 ? lanes * 4 : 1 }, (_, i) => ({
      id: fixedId(n, i),
      kind: 'counter' as const,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      ...hours,
      firstDay: day,
      lastDay: null,
      serviceIds: [service],
      channels: [],
      seats: 0,
    })),
  }
}

/** A real Postgres with fsync, and 800 points in it, or as many as are wanted. */
export async function makeWorld(folder: string, open: OpenSocket, points = pointCount): Promise<World> {
  const embedded = await startEmbedded({ dir: folder })
  const admin = postgres(embedded.url, { max: 1, onnotice() {} })
  await admin`drop database if exists bench with (force)`
  await admin`create database bench`
  await admin.end()
  const url = embedded.url.replace(/\/postgres$/, '/bench')
  await migrate(url)
  const connections = connect(url)
  await seedNetwork(connections, {
    organisations: [{ id: 'o', names: { nl: 'O' } }],
    services: [{ id: service, organisationId: 'o', names: { nl: 'Paspoort' }, baseMinutes: 30, extraMinutes: 10 }],
    points: Array.from({ length: points }, (_, i) => point(i + 1)),
    staff: [
      { id: fixedId(9000, 1), subject: 'clerk', name: 'clerk', passwordHash: null, roles: [{ role: 'network-manager', scope: '*' }] },
    ],
    devices: Array.from({ length: points }, (_, i) => ({
      id: fixedId(9001, i),
      pointId: `p${i + 1}`,
      kind: 'kiosk' as const,
      number: 1,
      tokenHash: hashToken(kioskToken(i + 1)),
    })),
    plannedFromAt: startAt,
    plannedDays: days,
  })
  await connections.sql`insert into sign_ins (token_hash, staff_id, started_at, until_at) values (${hashToken(clerkToken)}, ${fixedId(9000, 1)}, now(), now() + interval '400 days')`
  await connections.sql`insert into halls (point_id, day) select id, ${day} from points on conflict do nothing`
  await connections.sql`insert into calendars (point_id) select id from points on conflict do nothing`
  await connections.close()
  const sql = postgres(url, { max: 2, onnotice() {} })
  return {
    open,
    url,
    sql,
    embedded,
    points,
    async stop() {
      await sql.end({ timeout: 2 })
      await embedded.stop()
    },
  }
}

/** Sets how long every commit waits before it is flushed: what a cloud disk or a synchronous standby costs. */
export async function setCommitDelay(world: World, microseconds: number): Promise<void> {
  await world.sql.unsafe(`alter system set commit_delay = ${microseconds}`)
  await world.sql.unsafe('alter system set commit_siblings = 0')
  await world.sql`select pg_reload_conf()`
}

/** Forgets what happened, so that each round begins alike. */
export async function clear(world: World): Promise<void> {
  await world.sql`truncate tickets, history, answers, hall_series, hall_counters, appointments, contacts, outbox`
  await world.sql`update halls set version = 0`
  await world.sql`update calendars set version = 0`
  await world.sql`update shift_days set busy = array_fill(0, array[10]) where busy <> array_fill(0, array[10])`
  // One counter of each hall is open, so that a wait is played and told as in a real one.
  await world.sql`
    insert into hall_counters (point_id, day, id, state, service_ids, staff_id)
    select id, ${day}, 1, 'open', array['passport'], ${fixedId(9000, 1)} from points`
  await world.sql`vacuum (analyze) halls, calendars, shift_days, tickets, hall_series`
  await world.sql`checkpoint`
}

/** One api process on this world, its halls warm; it serves the screens of `dist`, where that is given. */
export async function startApi(world: World, dist?: string): Promise<{ port: number; pid: number; stop(): Promise<void> }> {
  const port = await freePort()
  const given: ApiProcess = { databaseUrl: world.url, key, port, startAt, zeroAt: Date.now(), dist }
  const child: ChildProcess = spawn('bun', [fileURLToPath(new URL('../api-process/main.ts', import.meta.url)), JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the api process ended with ${code}`)))
    child.stdout!.on('data', (text) => String(text).includes('listening') && resolve())
  })
  for (let from = 1; from <= world.points; from += 40)
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => fetch(`http://127.0.0.1:${port}/api/points/p${from + i}/board`).then((r) => r.arrayBuffer())),
    )
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

export const dayAhead = (n: number) => addDays(day, 1 + n)
