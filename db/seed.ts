import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { lanesOfPlan } from '../domain/replan.ts'
import type { Shift } from '../domain/shifts.ts'
import { addDays, type Day, dayOf, type Instant } from '../domain/time.ts'
import type { Connections, Database } from './connect.ts'
import { shiftDayRow } from './rows.ts'
import { devices, roles, staff } from './tables/access.ts'
import { calendars } from './tables/calendar.ts'
import { counters, organisations, pointServices, points, services, shifts, stops } from './tables/catalogue.ts'

type New<T extends PgTable, Without extends string = never> = Omit<T['$inferInsert'], Without>

/** A point with what belongs to it. Places of services in the menu follow their order. */
export type PointSeed = New<typeof points, 'revision'> & {
  services: readonly New<typeof pointServices, 'pointId' | 'place'>[]
  counters: readonly New<typeof counters, 'pointId'>[]
  shifts: readonly Omit<Shift, 'pointId'>[]
  /** Where a mobile point stands, by weekday. */
  stops?: readonly New<typeof stops, 'pointId'>[]
}
/** Someone who works here: `passwordHash` is a hash, never a password. */
export type StaffSeed = New<typeof staff, 'issuer'> & { issuer?: string; roles: readonly New<typeof roles, 'staffId'>[] }
/** A network as it begins. Nothing in it is made up on the way: ids and hashes are given. */
export type NetworkSeed = {
  organisations: readonly New<typeof organisations>[]
  services: readonly New<typeof services>[]
  points: readonly PointSeed[]
  staff: readonly StaffSeed[]
  devices: readonly New<typeof devices>[]
  /** Capacity is made from the local day of this instant on, for so many days. */
  plannedFromAt: Instant
  plannedDays: number
}

type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

const rowsMax = 500
/** Ten shifts of sixty days each make some 20,000 lanes, 8 MB of JSON. */
const plannedAtOnce = 50

/**
 * Puts a network into a migrated database in one transaction: catalogue, counters, shifts with their lanes for each planned day, staff and
 * devices. What is there already (by id) stays as it is, so seeding twice changes nothing. Throws the database's error where a row does not do.
 */
export async function seedNetwork(connections: Pick<Connections, 'slow'>, network: NetworkSeed): Promise<void> {
  await connections.slow.transaction((tx) => seedWithin(tx, network))
}

/** The same inside a transaction that somebody else has begun. */
export async function seedWithin(tx: Tx, network: NetworkSeed): Promise<void> {
  await put(tx, organisations, network.organisations)
  await put(tx, services, network.services)
  await put(
    tx,
    points,
    network.points.map(({ services: _, counters: __, shifts: ___, stops: ____, ...point }) => point),
  )
  await put(
    tx,
    pointServices,
    network.points.flatMap((p) => p.services.map((s, place) => ({ ...s, pointId: p.id, place }))),
  )
  await put(
    tx,
    counters,
    network.points.flatMap((p) => p.counters.map((c) => ({ ...c, pointId: p.id }))),
  )
  await put(
    tx,
    shifts,
    network.points.flatMap((p) => p.shifts.map((s) => shiftRow(p.id, s))),
  )
  await put(
    tx,
    stops,
    network.points.flatMap((p) => (p.stops ?? []).map((s) => ({ ...s, pointId: p.id }))),
  )
  for (let i = 0; i < network.points.length; i += plannedAtOnce) await planPoints(tx, network.points.slice(i, i + plannedAtOnce), network)
  await seedPeople(tx, network)
}

async function seedPeople(tx: Tx, network: NetworkSeed): Promise<void> {
  await put(
    tx,
    staff,
    network.staff.map(({ roles: _, ...person }) => ({ ...person, issuer: person.issuer ?? 'local' })),
  )
  await put(
    tx,
    roles,
    network.staff.flatMap((person) => person.roles.map((role) => ({ ...role, staffId: person.id }))),
  )
  await put(tx, devices, network.devices)
}

async function put<T extends PgTable>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsMax)
    await tx
      .insert(table)
      .values(rows.slice(i, i + rowsMax) as T['$inferInsert'][])
      .onConflictDoNothing()
}

/** The lanes of some points; they are many, so that they go as one JSON text and not as a parameter for each value. */
async function planPoints(tx: Tx, some: readonly PointSeed[], network: NetworkSeed): Promise<void> {
  const planned: (typeof calendars.$inferInsert)[] = []
  const rows: unknown[] = []
  for (const point of some) {
    const fromDay = dayOf(network.plannedFromAt, point.zone)
    const own = point.shifts.map((s) => ({ ...s, pointId: point.id }))
    const lanes = own.length ? lanesOfPlan({ openings: point.openings, shifts: own }, fromDay, network.plannedDays, point.zone) : []
    const plannedUntil: Day = addDays(fromDay, network.plannedDays - 1)
    planned.push({ pointId: point.id, plannedUntil })
    for (const lane of lanes) rows.push(shiftDayRow(point.id, lane, undefined))
  }
  await tx.insert(calendars).values(planned).onConflictDoNothing()
  const json = JSON.stringify(rows)
  await tx.execute(
    sql`insert into shift_days select * from json_populate_recordset(null::shift_days, ${json}::text::json) on conflict do nothing`,
  )
}

const shiftRow = (pointId: string, shift: Omit<Shift, 'pointId'>): typeof shifts.$inferInsert => ({
  ...shift,
  pointId,
  weekdays: [...shift.weekdays],
  serviceIds: [...shift.serviceIds],
  channels: [...shift.channels],
})
