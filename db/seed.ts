import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
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

/** How many rows came to be. */
export type Seeded = { organisations: number; services: number; points: number; lanes: number; staff: number; devices: number }

type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

const rowsMax = 1000
/** Shifts: each has some forty lanes. A statement has 5 s, also on a machine that has much else to do. */
const shiftsAtOnce = 50

/**
 * Puts a network into a migrated database in one transaction: catalogue, counters, shifts with their lanes for each planned day, staff and
 * devices. What is there already (by id) stays as it is, so seeding twice changes nothing. Throws the
 * database's error where a row does not do.
 */
export async function seedNetwork(connections: Pick<Connections, 'slow'>, network: NetworkSeed): Promise<Seeded> {
  return connections.slow.transaction((tx) => seedWithin(tx, network))
}

/** The same inside a transaction that somebody else has begun. */
export async function seedWithin(tx: Tx, network: NetworkSeed): Promise<Seeded> {
  const made = {
    organisations: await put(tx, organisations, network.organisations),
    services: await put(tx, services, network.services),
    points: await put(
      tx,
      points,
      network.points.map(({ services: _, counters: __, shifts: ___, stops: ____, ...point }) => point),
    ),
  }
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
  return { ...made, lanes: await plan(tx, network), ...(await seedPeople(tx, network)) }
}

async function seedPeople(tx: Tx, network: NetworkSeed): Promise<Pick<Seeded, 'staff' | 'devices'>> {
  const made = await put(
    tx,
    staff,
    network.staff.map(({ roles: _, ...person }) => ({ ...person, issuer: person.issuer ?? 'local' })),
  )
  await put(
    tx,
    roles,
    network.staff.flatMap((person) => person.roles.map((role) => ({ ...role, staffId: person.id }))),
  )
  return { staff: made, devices: await put(tx, devices, network.devices) }
}

/** Rows go as one JSON text, not as a parameter for each value; those that leave a column to its default go together. */
async function put<T extends PgTable>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]): Promise<number> {
  const columns = Object.entries(getTableColumns(table))
  const kinds = new Map<string, Record<string, unknown>[]>()
  for (const row of rows as readonly Record<string, unknown>[]) {
    const given = columns.filter(([key]) => row[key] !== undefined)
    const plain = given.map(([key, column]) => [
      nameOf(key, column),
      column.columnType === 'PgCustomColumn' ? column.mapToDriverValue(row[key]) : row[key],
    ])
    const kind = given.map(([key, column]) => nameOf(key, column)).join()
    const alike = kinds.get(kind)
    if (alike) alike.push(Object.fromEntries(plain))
    else kinds.set(kind, [Object.fromEntries(plain)])
  }
  let count = 0
  for (const [kind, alike] of kinds)
    for (let i = 0; i < alike.length; i += rowsMax) {
      const json = JSON.stringify(alike.slice(i, i + rowsMax))
      const names = sql.join(
        kind.split(',').map((name) => sql.identifier(name)),
        sql`, `,
      )
      const from = sql`json_populate_recordset(null::${sql.identifier(getTableName(table))}, ${json}::text::json)`
      count += await countOf(tx, sql`insert into ${table} (${names}) select ${names} from ${from} on conflict do nothing`)
    }
  return count
}

const nameOf = (key: string, column: { name: string; keyAsName: boolean }): string =>
  column.keyAsName ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : column.name

const countOf = async (tx: Tx, statement: SQL): Promise<number> => Number((await tx.execute(statement)).count)

/** The days of a lane that have the same opening. */
type Stretch = { open: number[]; days: Day[] }

/**
 * The lanes of points. Most days of a shift are alike, and many points open alike: each opening is worked out once, and the database makes the
 * days of it.
 */
async function plan(tx: Tx, network: NetworkSeed): Promise<number> {
  const known = new Map<string, Stretch[]>()
  const rows = network.points.flatMap((point) => {
    const fromDay = dayOf(network.plannedFromAt, point.zone)
    return point.shifts.map((shift) => ({
      point_id: point.id,
      shift_id: shift.id,
      kind: shift.kind,
      service_ids: shift.serviceIds,
      channels: shift.channels,
      seats: shift.kind === 'seats' ? shift.seats : 0,
      stretches: stretchesOf(known, point, shift, fromDay, network.plannedDays),
    }))
  })
  let count = 0
  for (let i = 0; i < rows.length; i += shiftsAtOnce)
    count += await countOf(
      tx,
      sql`insert into shift_days (point_id, shift_id, day, kind, service_ids, channels, open, busy, seats, taken)
        select s.point_id, s.shift_id, d.day, s.kind, s.service_ids, s.channels, o.open, array_fill(0, array[10]), s.seats, '{}'
        from json_to_recordset(${JSON.stringify(rows.slice(i, i + shiftsAtOnce))}::text::json)
            as s(point_id text, shift_id uuid, kind text, service_ids text[], channels text[], seats int, stretches json)
          cross join json_to_recordset(s.stretches) as o(open int[], days date[]) cross join unnest(o.days) as d(day)
        on conflict do nothing`,
    )
  const until = network.points.map((p) => ({
    pointId: p.id,
    plannedUntil: addDays(dayOf(network.plannedFromAt, p.zone), network.plannedDays - 1),
  }))
  await put(tx, calendars, until)
  return count
}

function stretchesOf(
  known: Map<string, Stretch[]>,
  point: PointSeed,
  shift: Omit<Shift, 'pointId'>,
  fromDay: Day,
  days: number,
): Stretch[] {
  const { kind, weekdays, from, until, firstDay, lastDay } = shift
  const name = JSON.stringify([point.openings, point.zone, fromDay, kind, weekdays, from, until, firstDay, lastDay])
  const before = known.get(name)
  if (before) return before
  const stretches = new Map<string, Stretch>()
  const lanes = lanesOfPlan({ openings: point.openings, shifts: [{ ...shift, pointId: point.id }] }, fromDay, days, point.zone)
  for (const lane of lanes) {
    const open = shiftDayRow(point.id, lane, undefined).open as number[]
    const stretch = stretches.get(open.join()) ?? { open, days: [] }
    stretch.days.push(lane.day)
    stretches.set(open.join(), stretch)
  }
  known.set(name, [...stretches.values()])
  return [...stretches.values()]
}

const shiftRow = (pointId: string, shift: Omit<Shift, 'pointId'>): typeof shifts.$inferInsert => ({
  ...shift,
  pointId,
  weekdays: [...shift.weekdays],
  serviceIds: [...shift.serviceIds],
  channels: [...shift.channels],
})
