import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabase, type TestDatabase } from '../proof/setup/database.ts'
import { testAt, testNetwork } from '../proof/setup/network.ts'
import { type Connections, connect } from './connect.ts'
import { seedNetwork } from './seed.ts'

let database: TestDatabase
let connections: Connections
const network = testNetwork({ at: testAt, passwordHash: 'x', tokenHashes: { kiosk: 'a', foreignKiosk: 'b', display: 'c' } })

beforeAll(async () => {
  database = await makeDatabase()
  connections = connect(database.url)
  await seedNetwork(connections, network)
})
afterAll(async () => {
  await connections.close()
  await database.drop()
})

const counts = async () =>
  (
    await connections.sql`select (select count(*)::int from points) as points, (select count(*)::int from shift_days) as lanes,
      (select count(*)::int from roles) as roles, (select count(*)::int from devices) as devices, (select sum(revision)::int from points) as revision`
  )[0]

test('a seeded network has a lane for each shift on each open day', async () => {
  // Thirty days from a Tuesday hold four Sundays, on which these points are closed.
  expect(await counts()).toEqual({ points: 3, lanes: 3 * 2 * 26, roles: 5, devices: 3, revision: 0 })
})

test('the lanes are what the opening says: twelve hours are 144 quanta', async () => {
  const rows = await connections.sql`select open, busy from shift_days where point_id = 'horta'`
  const bits = (words: number[]) => words.reduce((sum, word) => sum + (word >>> 0).toString(2).replaceAll('0', '').length, 0)
  expect(new Set(rows.map((r) => bits(r.open)))).toEqual(new Set([144]))
  expect(new Set(rows.map((r) => bits(r.busy)))).toEqual(new Set([0]))
})

test('texts and openings are kept as they were given', async () => {
  const [row] =
    await connections.sql`select openings->'week'->0->>'from' as opens, jsonb_typeof(openings) as kind from points where id = 'lisboa'`
  expect(row).toEqual({ opens: '08:00', kind: 'object' })
})

test('seeding twice changes nothing', async () => {
  const before = await counts()
  await seedNetwork(connections, network)
  expect(await counts()).toEqual(before)
})

test('a network with a row that does not do leaves nothing behind', async () => {
  const [first] = network.points
  const broken = { ...network, points: [{ ...first!, id: 'nieuw', shifts: [], counters: [{ id: 100, serviceIds: [] }] }] }
  await expect(seedNetwork(connections, broken)).rejects.toThrow()
  expect((await connections.sql`select id from points where id = 'nieuw'`).length).toBe(0)
})

const seriesOf = (series: string) =>
  connections.sql`update point_services set series = ${series} where point_id = 'lisboa' and service_id = 'passport'`.then(
    () => 'done',
    (error) => error.constraint_name,
  )

test('no series is a letter that is read as another, or that of emergency numbers', async () => {
  for (const series of ['I', 'O', 'Q', 'N', 'a', 'AB', '1', '', ' ', 'É'])
    expect([series, await seriesOf(series)]).toEqual([series, 'point_services_series_is_a_letter'])
  for (const series of 'ABCDEFGHJKLMPRSTUVWXYZ') expect([series, await seriesOf(series)]).toEqual([series, 'done'])
  const [first] = network.points
  const broken = { ...first!, id: 'nieuw', services: first!.services.map((s) => ({ ...s, series: 'Q' })) }
  await expect(seedNetwork(connections, { ...network, points: [broken] })).rejects.toThrow()
  expect((await connections.sql`select id from points where id = 'nieuw'`).length).toBe(0)
})

const serviceWith = (id: string, more: object) =>
  seedNetwork(connections, {
    ...network,
    services: [{ id, organisationId: 'gemeente', names: { nl: 'Proef' }, baseMinutes: 5, extraMinutes: 0, ...more }],
  }).then(
    () => 'done',
    (error) => error.cause?.constraint_name,
  )

test('a price has its currency, and ages stand in order', async () => {
  expect(await serviceWith('a', { priceCents: 1250 })).toBe('services_price_has_its_currency')
  expect(await serviceWith('b', { priceCents: -1, currency: 'EUR' })).toBe('services_price_has_its_currency')
  expect(await serviceWith('c', { priceCents: 0, currency: 'EUR', ageFrom: 0, ageUntil: 12 })).toBe('done')
  expect(await serviceWith('d', { ageFrom: 18, ageUntil: 18 })).toBe('services_ages_in_order')
  expect(await serviceWith('e', { ageFrom: -1 })).toBe('services_ages_in_order')
})

test('a mobile point has at most one stop a weekday', async () => {
  const [first] = network.points
  const stop = { name: 'Markt', latitude: 51, longitude: 3 }
  const van = { ...first!, id: 'bus', kind: 'van', shifts: [], stops: [1, 2].map((weekday) => ({ ...stop, weekday })) }
  await seedNetwork(connections, { ...network, points: [van] })
  expect((await connections.sql`select weekday from stops where point_id = 'bus' order by 1`).map((r) => r.weekday)).toEqual([1, 2])
  const broken = { ...van, id: 'bus2', stops: [{ ...stop, weekday: 8 }] }
  await expect(seedNetwork(connections, { ...network, points: [broken] })).rejects.toMatchObject({
    cause: { constraint_name: 'stops_weekday' },
  })
})
