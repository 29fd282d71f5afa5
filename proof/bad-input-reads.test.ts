import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { table } from '../api/app.ts'
import { languages } from '../contract/language.ts'
import type { ProblemBody } from '../contract/problems.ts'
import { fieldSentence } from '../contract/texts/problems.ts'
import { hashOfAll, makeScene, type Scene } from './bad-input/scene.ts'

let scene: Scene
let before: string
beforeAll(async () => {
  scene = await makeScene()
})
afterAll(async () => {
  expect(scene.the.faults.map((f) => `${f.facts.path} ${f.error}`)).toEqual([])
  await scene.the.stop()
})
beforeEach(async () => {
  before = await hashOfAll(scene)
})
afterEach(async () => {
  expect(await hashOfAll(scene), 'a read changes nothing').toBe(before)
})

const services = [
  '',
  ',',
  'A',
  'passport,',
  ',passport',
  'passport,passport',
  'a b',
  '%',
  "'",
  '__proto__',
  '1,2,3,4,5,6,7,8,9',
  'x'.repeat(501),
]
const numbers = ['', ' ', '-1', '1.5', '1e1', '0x1', 'x', 'NaN', '٣', '１', '9999999', '1;2', 'null', '1 ']
const days = [
  '',
  'today',
  '2026-3-1',
  '2026-02-29',
  '2026-13-01',
  '2026-03-32',
  '26-03-2026',
  '2026-03-25T00:00:00Z',
  '20260325',
  '٢٠٢٦-٠٣-٢٥',
  '2026-W13-3',
]
const degrees = ['', 'x', 'NaN', 'Infinity', '1e1', '0x1', '1,5', ' 1', '١']

const typed = ['', ' ', 'x'.repeat(121), 'a\nb', '\u0000', '\u202eabc', '\u0301']

/** For each field of a query what never does there. */
const neverDoes: Record<string, readonly string[]> = {
  services,
  people: [...numbers, '0', '100'],
  from: days,
  day: days,
  until: days,
  by: ['', 'month', 'Point', 'day,week', '__proto__', '1'],
  point: ['', 'A', 'a b', '%', "'", '../lisboa', 'x'.repeat(65)],
  service: ['', 'A', 'a b', '%', "'", 'passport,id-card', 'x'.repeat(65)],
  language: ['', 'NL', 'xx', 'nl-NL', '*'],
  days: [...numbers, '0', '63'],
  latitude: [...degrees, '90.1', '-91', '181'],
  longitude: [...degrees, '180.1', '-181'],
  west: [...degrees, '180.1', '-181'],
  east: [...degrees, '180.1', '-181'],
  south: [...degrees, '90.1', '-91'],
  north: [...degrees, '90.1', '-91'],
  width: [...numbers, '0', '2001'],
  height: [...numbers, '0', '2001'],
  km: [...numbers, '0', '1001'],
  limit: [...numbers, '0', '31'],
  perPoint: [...numbers, '0', '11'],
  place: typed,
  q: typed,
  counter: ['', 'x', '-1', '100', '1.5', '1e1', '%'],
  token: ['x'.repeat(101)],
}
const good: Record<string, string> = {
  services: 'id-card',
  people: '1',
  from: '2026-03-25',
  day: '2026-03-25',
  until: '2026-03-26',
  by: 'point',
  point: 'lisboa',
  service: 'passport',
  language: 'nl',
  days: '7',
  latitude: '38.7',
  longitude: '-9.1',
  west: '-10',
  east: '-6',
  south: '36',
  north: '42',
  width: '300',
  height: '400',
  km: '30',
  limit: '5',
  perPoint: '2',
  place: 'Lisboa',
  q: 'pas',
  counter: '1',
  token: 'x',
}

const reads = table.filter((b) => b.route.method === 'GET')
const withQuery = reads.filter((b) => Object.keys(b.route.query).length)

async function read(path: string, query: URLSearchParams, language = 'nl', method = 'GET') {
  const { booked, here } = scene
  const about: Record<string, string> = {
    point: 'lisboa',
    visit: booked.visitId,
    ticket: here.waiting.id,
    appointment: booked.appointmentId,
    diversion: scene.diverted.id,
  }
  const url = `http://beurt.test${path.replace(/:(\w+)/g, (_, name: string) => about[name] ?? 'x')}?${query}`
  const { as } = scene.the
  const asker = path.startsWith('/api/visits') ? as.visitor(scene.booked.token) : path === '/api/staff' ? as.admin : as.networkManager
  return scene.the.app.fetch(new Request(url, { method, headers: { ...asker.headers?.(), 'accept-language': language } }))
}
const queryOf = (fields: string[]) => new URLSearchParams(fields.map((name) => [name, good[name]!]))

test('every field of every query has a list of what never does there', () => {
  expect(withQuery.flatMap((b) => Object.keys(b.route.query)).filter((name) => !neverDoes[name])).toEqual([])
})

test.each(withQuery.map((b) => [b.route.path, Object.keys(b.route.query)] as const))(
  '%s names the field that does not do',
  async (path, fields) => {
    for (const name of fields)
      for (const [i, value] of neverDoes[name]!.entries()) {
        const query = queryOf(fields)
        query.set(name, value)
        const language = languages[i % languages.length]!
        const response = await read(path, query, language)
        const body = (await response.json()) as ProblemBody
        const about = `${name}=${value.slice(0, 40)}: ${JSON.stringify(body).slice(0, 300)}`
        expect([response.status, body.code], about).toEqual([422, 'invalid-input'])
        const field = body.fields?.find((f) => f.field === `query.${name}` || f.field.startsWith(`query.${name}.`))
        expect(field?.sentence, about).toBe(fieldSentence(language, field!.code))
      }
  },
)

test.each(reads.map((b) => [b.route.path, Object.keys(b.route.query)] as const))('%s knows no other fields', async (path, fields) => {
  for (const extra of ['admin', 'services[]', '__proto__', 'constructor', 'access_token', 'callback', '_method']) {
    const query = queryOf(fields)
    query.set(extra, '1')
    const response = await read(path, query)
    expect([response.status, ((await response.json()) as ProblemBody).fields?.[0]], extra).toMatchObject([
      422,
      { field: `query.${extra}`, code: 'unknown-field' },
    ])
  }
})

test('days at the ends of time, and places at the ends of the earth, are only empty', async () => {
  for (const day of ['0000-01-01', '0001-01-01', '1900-02-28', '9999-12-31', '9999-11-30', '2026-03-29', '2400-02-29'])
    for (const [path, more] of [
      ['/api/points/:point/days', { from: day, days: '62' }],
      ['/api/points/:point/slots', { day }],
      ['/api/points/:point/appointments', { day }],
    ] as [string, Record<string, string>][]) {
      if (!reads.some((b) => b.route.path === path)) continue
      const about: Record<string, string> = path.endsWith('appointments') ? {} : { services: 'id-card', people: '1' }
      const response = await read(path, new URLSearchParams({ ...about, ...more }))
      expect([200, 422], `${path} ${day}: ${await response.clone().text()}`).toContain(response.status)
    }
  for (const [latitude, longitude] of [
    ['90', '180'],
    ['-90', '-180'],
    ['0', '0'],
    ['-0', '179.999999999999999'],
  ] as const) {
    const response = await read(
      '/api/slots/earliest',
      new URLSearchParams({ services: 'id-card', people: '1', latitude, longitude, km: '1' }),
    )
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ near: null, slots: [] })
  }
})

test('one half of a place is no place', async () => {
  for (const half of [{ latitude: '38.7' }, { longitude: '-9.1' }, { km: '10' }] as Record<string, string>[]) {
    const response = await read('/api/slots/earliest', new URLSearchParams({ services: 'id-card', people: '1', ...half }))
    expect([200, 422], JSON.stringify(half)).toContain(response.status)
  }
})

test('reading anything in any way changes nothing', async () => {
  for (const { route } of reads)
    for (const method of ['GET', 'HEAD']) {
      const response = await read(route.path, queryOf(Object.keys(route.query)), 'nl', method)
      expect(response.status, `${method} ${route.path}`).toBeLessThan(500)
    }
})
