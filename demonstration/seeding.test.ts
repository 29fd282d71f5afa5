import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connections, connect } from '../db/connect.ts'
import { instantOf } from '../domain/time.ts'
import { makeDatabase, type TestDatabase } from '../proof/setup/database.ts'
import { demonstrationDay, mainZone, type NetworkSize, placesOf } from './network.ts'
import { seedBare, seedDemonstration } from './seeding.ts'

const at = instantOf(demonstrationDay, '07:00', mainZone)
const hash = async (password: string) => `hash of ${password.length} signs`
let databases: TestDatabase[]
let own: Connections
let other: Connections

beforeAll(async () => {
  databases = [await makeDatabase(), await makeDatabase()]
  ;[own, other] = databases.map(({ url }) => connect(url)) as [Connections, Connections]
})
afterAll(async () => {
  await Promise.all([own.close(), other.close()])
  for (const { drop } of databases) await drop()
})

const seed = (size: NetworkSize) => seedDemonstration({ connections: own, at, seenAt: at, size, key: 'a key', hash })
const counts = async ({ slowSql: sql }: Connections) =>
  (
    await sql`select (select count(*)::int from points) as points, (select count(*)::int from shift_days) as lanes, (select count(*)::int from staff) as staff,
      (select count(*)::int from sign_ins) as "signIns", (select count(*)::int from devices) as devices, (select count(*)::int from stops) as stops`
  )[0]!

test('the small network is made with all who are simulated, once, and the whole one around it', async () => {
  expect(await seed('small')).toMatchObject({ points: 7 })
  const small = await counts(own)
  expect(small.signIns).toBe(small.staff - 3)
  expect(await seed('small')).toBeNull()
  const [before] = await own.slowSql`select * from points where id = 'aalter'`
  const made = await seed('national')
  const all = await counts(own)
  expect(all).toEqual({
    points: placesOf('national').length,
    lanes: expect.any(Number),
    staff: all.signIns + 3,
    signIns: all.signIns,
    devices: all.devices,
    stops: 5,
  })
  expect(made).toMatchObject({ points: all.points - 7, lanes: all.lanes - small.lanes, devices: all.devices - small.devices })
  expect(all.lanes).toBeGreaterThan(80_000)
  expect(await own.slowSql`select * from points where id = 'aalter'`).toEqual([before])
  expect([await seed('national'), await seed('small'), await counts(own)]).toEqual([null, null, all])
})

test('a database of one’s own gets the points, and nobody who could sign in', async () => {
  expect(await seedBare({ connections: other, at, size: 'small', seed: 7 })).toMatchObject({ points: 7, staff: 0, devices: 0 })
  expect(await counts(other)).toMatchObject({ points: 7, staff: 0, signIns: 0, devices: 0 })
  expect(await seedBare({ connections: other, at, size: 'small', seed: 7 })).toBeNull()
})
