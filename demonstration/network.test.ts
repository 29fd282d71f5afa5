import { beforeAll, expect, test } from 'vitest'
import type { NetworkSeed } from '../db/seed.ts'
import { zones } from '../domain/calendar.test-support.ts'
import { checkOpenings } from '../domain/openings.ts'
import { checkPlan } from '../domain/replan.ts'
import { instantOf } from '../domain/time.ts'
import { demonstrationDay, demonstrationNetwork, mainPoint, mainZone, placesOf, pointIds, silentPoints } from './network.ts'

const at = instantOf(demonstrationDay, '07:00', mainZone)
const make = (seed?: number) =>
  demonstrationNetwork({ at, size: 'national', seed, people: { passwordHash: 'x', tokenHash: (device) => device, seenAt: at } })
let network: NetworkSeed
beforeAll(() => {
  network = make()
})

const counted = (of: (point: NetworkSeed['points'][number]) => string) => {
  const counts: Record<string, number> = {}
  for (const point of network.points) counts[of(point)] = (counts[of(point)] ?? 0) + 1
  return counts
}

test('there are more than eight hundred points, each with a name of its own that can stand in an address', () => {
  expect(network.points.length).toBeGreaterThan(800)
  expect(new Set(network.points.map((p) => p.id)).size).toBe(network.points.length)
  expect(network.points.filter((p) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(p.id) || p.id.length > 60)).toEqual([])
  expect(network.points.slice(0, 7).map((p) => p.id)).toEqual(pointIds)
  expect(network.points[0]!.id).toBe(mainPoint)
})

test('of every sort there are some, in eight time zones', () => {
  const kinds = counted((p) => p.kind!)
  expect(kinds).toMatchObject({ consulate: 3, van: 1 })
  for (const kind of ['general', 'youth', 'migrants', 'library']) expect(kinds[kind], kind).toBeGreaterThan(5)
  expect(Object.keys(counted((p) => p.zone)).sort()).toEqual([
    'America/Sao_Paulo',
    'Atlantic/Azores',
    'Atlantic/Madeira',
    'Europe/Amsterdam',
    'Europe/Brussels',
    'Europe/Lisbon',
    'Europe/London',
    'Europe/Paris',
  ])
  for (const zone of Object.keys(counted((p) => p.zone))) expect<readonly string[]>(zones, 'the calendar is tried in it').toContain(zone)
  const owners = counted((p) => p.organisationId)
  expect(owners.voorbeeldstad).toBeGreaterThanOrEqual(12)
  expect(owners.voorbeeldwijk).toBeGreaterThanOrEqual(3)
})

test('the islands are where they are', () => {
  for (const p of network.points) {
    const islands = p.longitude! < -24 ? 'Atlantic/Azores' : p.district === 'Madeira' ? 'Atlantic/Madeira' : p.zone
    if (p.organisationId === 'exemplo') expect([p.id, p.zone]).toEqual([p.id, islands])
  }
})

test('every service of the catalogue can be had somewhere, and every service of a point is in it', () => {
  const had = new Set(network.points.flatMap((p) => p.services.map((s) => s.serviceId)))
  expect(network.services.map((s) => s.id).filter((id) => !had.has(id))).toEqual([])
  expect([...had].filter((id) => !network.services.some((s) => s.id === id))).toEqual([])
})

test('every plan can be, with one to twelve counters, and what is booked can be served', () => {
  for (const p of network.points) {
    expect(checkOpenings(p.openings), p.id).toBeNull()
    expect(checkPlan({ openings: p.openings, shifts: p.shifts.map((s) => ({ ...s, pointId: p.id })) }), p.id).toBeNull()
    expect(p.counters.length).toBeGreaterThanOrEqual(1)
    expect(p.counters.length).toBeLessThanOrEqual(12)
    const bookable = new Set(p.shifts.filter((s) => s.channels.length === 0).flatMap((s) => s.serviceIds))
    const served = new Set(p.counters.flatMap((c) => c.serviceIds))
    for (const { serviceId } of p.services)
      expect([p.id, serviceId, bookable.has(serviceId), served.has(serviceId)]).toEqual([p.id, serviceId, true, true])
  }
  const counters = counted((p) => String(p.counters.length))
  expect(Object.keys(counters).map(Number)).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 8, 12]))
})

test('small places close over noon, some an afternoon; cities open on Saturday; holidays are of this year and the next', () => {
  const week = (id: string) => network.points.find((p) => p.id === id)!.openings.week
  const lunch = network.points.filter((p) => p.openings.week.filter((w) => w.weekday === 1).length === 2)
  const shortDay = lunch.filter((p) => [3, 5].some((day) => p.openings.week.filter((w) => w.weekday === day).length === 1))
  expect(lunch.length).toBeGreaterThan(250)
  expect(shortDay.length).toBeGreaterThan(50)
  expect(week('porto').some((w) => w.weekday === 6)).toBe(true)
  expect(network.points.find((p) => p.id === 'porto')!.openings.holidays).toEqual(expect.arrayContaining(['2026-12-25', '2027-03-26']))
  expect(network.points.find((p) => p.id === 'antwerpen')!.openings.holidays).toContain('2027-05-06')
})

test('the van stands in another place each day', () => {
  const [van] = network.points.filter((p) => p.stops?.length)
  expect(van!.stops!.map((s) => s.weekday)).toEqual([1, 2, 3, 4, 5])
  expect(new Set(van!.stops!.map((s) => s.name)).size).toBe(5)
})

test('two kiosks have not been heard of since yesterday, one is low on paper', () => {
  const unseen = network.devices.filter((d) => d.seenAt! < at)
  expect(new Set(unseen.map((d) => d.pointId))).toEqual(new Set(silentPoints))
  expect(unseen.length).toBe(2)
  expect(network.devices.filter((d) => d.paper === 'low').map((d) => d.pointId)).toEqual(['lisboa'])
})

test('the same seed makes the same network, another seed another', () => {
  expect(make()).toEqual(network)
  expect(make(7).points.map((p) => p.openings)).not.toEqual(network.points.map((p) => p.openings))
})

test('the small network is the first seven points of the national one', () => {
  expect(placesOf('small')).toEqual(placesOf('national').slice(0, 7))
})

test('nobody can sign in as somebody simulated, and where nobody is simulated there is nobody', () => {
  expect(network.staff.filter((s) => s.subject.startsWith('simulated-') && s.passwordHash !== null)).toEqual([])
  const bare = demonstrationNetwork({ at, size: 'small', people: null })
  expect([bare.staff, bare.devices]).toEqual([[], []])
})
