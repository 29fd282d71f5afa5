import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { earliestSlots, findPlaces, findServices, readCoast } from '../../contract/points.ts'
import { services as servicesTable } from '../../db/tables/catalogue.ts'
import { makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { readTowns } from '../towns.ts'

let t: TestHouse
beforeAll(async () => {
  t = await makeTestHouse()
  await t.house.connections.slow.insert(servicesTable).values({
    id: 'residence',
    organisationId: 'gemeente',
    names: { nl: 'Verblijfskaart', pt: 'Título de residência' },
    explanations: { nl: 'U komt uit een ander land en wilt hier wonen.' },
    synonyms: { nl: ['verblijfsvergunning'], fr: ['permis de séjour'], ar: ['بطاقة الإقامة'] },
    baseMinutes: 30,
    extraMinutes: 0,
  })
  const sql = t.house.connections.slowSql
  await sql`insert into point_services (point_id, service_id, place) values ('lisboa', 'residence', 9), ('horta', 'residence', 9)`
  await sql`update points set revision = revision + 1`
  await t.house.catalogue.look()
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const asker = (language: string) => ({ ...t.as.anyone, headers: () => ({ 'accept-language': language }) })
const places = async (q: string, language = 'nl') => (await ask(asker(language), findPlaces, { q })).places
const services = async (q: string) => (await ask(t.as.anyone, findServices, { q })).services.map((s) => s.id)

test.each([
  ['Braga', 'Braga', 'PT'],
  ['évora', 'Évora', 'PT'],
  ['Evroa', 'Évora', 'PT'],
  ['Lissabon', 'Lissabon', 'PT'],
  ['Lisbaon', 'Lissabon', 'PT'],
  ['لشبونة', 'Lissabon', 'PT'],
  ['vila nova de gai', 'Vila Nova de Gaia', 'PT'],
  ['São Pualo', 'São Paulo', 'BR'],
  ['Sintra, Portugal', 'Sintra', 'PT'],
  ['Badajoz', 'Badajoz', 'ES'],
  ['Horta', 'Horta', 'PT'],
])('%s is the town %s', async (typed, name, country) => {
  const found = await places(typed)
  expect(found.find((p) => p.kind === 'town')).toMatchObject({ name, country })
  expect(found.length).toBeLessThanOrEqual(10)
})

test('a town is named in the language of who asks, and a small one says near which it lies', async () => {
  expect((await places('Lisbon', 'pt')).find((p) => p.kind === 'town')!.name).toBe('Lisboa')
  expect((await places('Lisbon', 'ar')).find((p) => p.kind === 'town')!.name).toBe('لشبونة')
  expect((await places('Ericeira', 'nl'))[0]).toMatchObject({ name: 'Ericeira', country: 'PT' })
  expect((await places('Ericeira', 'nl'))[0]!.region).not.toBe('')
})

test('a postal code is where the points that have it are, a town at a time; an unknown one where its neighbours are', async () => {
  const sql = t.house.connections.slowSql
  await sql`update points set postal_code = '1100-016', revision = revision + 1 where id = 'lisboa'`
  await t.house.catalogue.look()
  expect((await places('1100'))[0]).toMatchObject({ kind: 'postal-code', name: '1100-016', region: 'Lissabon', country: 'PT' })
  expect((await places('1100 016'))[0]).toMatchObject({ kind: 'postal-code', latitude: 38.7223, longitude: -9.1393 })
  expect((await places('1100-099'))[0]).toMatchObject({ kind: 'postal-code', name: '1100-099', region: 'Lissabon' })
  expect((await places('1000')).map((p) => p.country)).toEqual(['PT', 'BR'])
})

test('a service point is a place too, and what nobody knows is none', async () => {
  expect((await places('horta')).map((p) => p.kind)).toContain('point')
  expect(await places('qqqqzzzz')).toEqual([])
  expect(await places('???')).toEqual([])
})

test.each([
  ['paspoort', 'passport'],
  ['PASPORT', 'passport'],
  ['ik wil een nieuw paspoort', 'passport'],
  ['passport', 'passport'],
  ['جواز السفر', 'passport'],
  ['الجواز', 'passport'],
  ['verblijfsvergunnig', 'residence'],
  ['titulo de residencia', 'residence'],
  ['permis de sejour', 'residence'],
  ['الاقامه', 'residence'],
  ['verhuizen', 'moving'],
])('%s finds %s', async (typed, id) => expect((await services(typed))[0]).toBe(id))

test('a service says whose it is, where it can be had and which languages it is in', async () => {
  const near = { latitude: '41.15', longitude: '-8.61' }
  const [found] = (await ask(t.as.anyone, findServices, { q: 'verblijf', ...near })).services
  expect(found).toMatchObject({
    id: 'residence',
    provider: { id: 'gemeente', names: { nl: 'Gemeente' } },
    languages: ['nl', 'pt'],
    points: 2,
    bookablePoints: 2,
    nearest: { id: 'lisboa' },
  })
  expect(found!.nearest!.distanceKm).toBeCloseTo(274, 0)
  expect((await services('visakte')).includes('passport')).toBe(false)
  expect(await services('???')).toEqual([])
})

test('the earliest near a town are found by what it is called, and near one that nobody knows there are none', async () => {
  const near = (place: string, more = {}) => ask(asker('nl'), earliestSlots, { services: 'passport', people: '1', place, ...more })
  const porto = await near('Porto', { km: '400', perPoint: '1' })
  expect(porto.near).toMatchObject({ name: 'Porto', country: 'PT' })
  expect(porto.slots.map((s) => [s.point.id, Math.round(s.distanceKm!), s.point.kind])).toEqual([['lisboa', 274, 'general']])
  expect(await near('qqqqzzzz')).toEqual({ near: null, slots: [] })
  const later = await near('Porto', { from: '2026-03-27', perPoint: '1' })
  expect(new Set(later.slots.map((s) => s.day))).toEqual(new Set(['2026-03-27']))
  expect(later.slots.map((s) => s.point.id)).toEqual(['lisboa', 'horta', 'sao-paulo'])
})

test('the towns are read in less than a second of work and take less than 25 MB', () => {
  const before = process.cpuUsage()
  const towns = readTowns([
    { latitude: 38.72, longitude: -9.14 },
    { latitude: 48.86, longitude: 2.35 },
    { latitude: 51.51, longitude: -0.13 },
    { latitude: -23.55, longitude: -46.63 },
  ])
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(3000)
  expect(towns.names.length).toBeGreaterThan(20_000)
  const columns = [towns.starts, towns.townOf, towns.letters, towns.country, towns.population, towns.latitude, towns.longitude]
  const bytes = columns.reduce((sum, column) => sum + column.byteLength, 0)
  const texts = 2 * (towns.text.length + towns.names.join('').length) + 24 * towns.names.length
  const squares = [...towns.squares.values()].reduce((sum, square) => sum + 64 + 8 * square.length, 0)
  expect(bytes + texts + squares).toBeLessThan(25e6)
})

test('the coast of a country is a short path, and on the open sea there is none', async () => {
  const coast = async (west: number, south: number, east: number, north: number) => {
    const sides = { west: String(west), south: String(south), east: String(east), north: String(north) }
    return (await ask(t.as.anyone, readCoast, { ...sides, width: '400', height: '600' })).path
  }
  const portugal = await coast(-10, 36.8, -6, 42.3)
  expect(portugal).toMatch(/^(M-?\d+ -?\d+l[-\d ]+z)+$/)
  expect(portugal.length).toBeGreaterThan(500)
  expect(portugal.length).toBeLessThan(12_000)
  expect(await coast(-40, 30, -39, 31)).toBe('')
  expect(await coast(-30, -30, -20, 30)).not.toMatch(/-?\d{4,}/)
  expect(await coast(-30, -18, -25, -15)).toBe('')
  expect((await coast(4, 50, 5, 51)).length).toBeLessThan(60)
})
