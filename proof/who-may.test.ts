import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { table } from '../api/app.ts'
import type { Asker } from '../contract/ask.ts'
import { counterActs } from '../contract/tickets.ts'
import { canaries, hashOfAll, makeScene, type Scene } from './bad-input/scene.ts'
import { sendTo, type Write, writesOf } from './bad-input/writes.ts'

const everybody = [
  'anyone',
  'visitor',
  'otherVisitor',
  'kiosk',
  'foreignKiosk',
  'display',
  'clerk',
  'foreignClerk',
  'pointManager',
  'networkManager',
  'admin',
] as const
type Who = (typeof everybody)[number]

const all = everybody
const staffHere: readonly Who[] = ['clerk', 'pointManager', 'networkManager']
const managers: readonly Who[] = ['pointManager', 'networkManager']

/**
 * Who gets through the door, route by route, written down a second time and by hand: what is asked is about Lisbon; `visitor` holds the
 * link of what is asked, `otherVisitor` one of another visit, foreign ones belong to São Paulo.
 */
const matrix: Record<string, readonly Who[]> = {
  'POST /api/sign-ins': all,
  'POST /api/sign-ins/mine/end': all,
  'POST /api/me/password': ['clerk', 'foreignClerk', 'pointManager', 'networkManager', 'admin'],
  'GET /api/me': ['clerk', 'foreignClerk', 'pointManager', 'networkManager', 'admin'],
  'GET /api/points/:point/devices': ['pointManager', 'networkManager', 'admin'],
  'POST /api/points/:point/devices': ['pointManager', 'networkManager', 'admin'],
  'POST /api/points/:point/devices/:device/remove': ['pointManager', 'networkManager', 'admin'],
  'POST /api/devices/enrol': all,
  'POST /api/devices/mine/report': ['kiosk', 'foreignKiosk', 'display'],
  'GET /api/staff': ['admin'],
  'POST /api/staff': ['admin'],
  'POST /api/staff/:staff/enable': ['admin'],
  'POST /api/staff/:staff/password': ['admin'],
  'POST /api/staff/:staff/roles': ['admin'],
  'POST /api/staff/:staff/disable': ['admin'],
  'GET /api/points': all,
  'GET /api/points/:point': all,
  'GET /api/points/:point/days': all,
  'GET /api/points/:point/slots': all,
  'GET /api/slots/earliest': all,
  'GET /api/coast': all,
  'GET /api/places': all,
  'GET /api/services': all,
  'GET /api/points/:point/menu': all,
  'GET /api/points/:point/board': all,
  'POST /api/points/:point/tickets': ['kiosk', ...staffHere],
  'POST /api/points/:point/emergency-tickets': ['kiosk'],
  'POST /api/points/:point/arrivals': ['kiosk', ...staffHere],
  'POST /api/points/:point/appointments/:appointment/arrive': staffHere,
  'GET /api/points/:point/tickets/:ticket': all,
  'GET /api/points/:point/hall': staffHere,
  ...Object.fromEntries(Object.values(counterActs).map((act) => [`POST ${act.path}`, staffHere])),
  'POST /api/points/:point/appointments': all,
  'POST /api/points/:point/appointments/:appointment/book': ['visitor'],
  'POST /api/points/:point/desk-appointments': staffHere,
  'GET /api/points/:point/appointments': staffHere,
  'GET /api/visits/:visit': ['visitor'],
  'POST /api/visits/:visit/cancel': ['visitor'],
  'POST /api/visits/:visit/move': ['visitor'],
  'GET /api/points/:point/plan': managers,
  'POST /api/points/:point/plan/preview': managers,
  'POST /api/points/:point/plan': managers,
  'GET /api/points/:point/misfits': managers,
  'POST /api/points/:point/misfits/:appointment/leave': managers,
  'GET /api/points/:point/appointments/:appointment/other-times': managers,
  'POST /api/points/:point/appointments/:appointment/move': managers,
  'POST /api/points/:point/appointments/:appointment/cancel': managers,
  'GET /api/network': managers,
  'GET /api/points/:point/day-curve': managers,
  'GET /api/totals': managers,
  'GET /api/totals.csv': managers,
  'POST /api/points/:point/diversions': managers,
  'POST /api/points/:point/diversions/:diversion/end': managers,
  'GET /api/points/:point/quieter': all,
  'GET /api/points/:point/diversions/:diversion/bookings': managers,
  'POST /api/points/:point/diversions/:diversion/bookings/ask': managers,
}

let scene: Scene
let writes: Map<string, Write>
let before: string
beforeAll(async () => {
  scene = await makeScene()
  writes = new Map(writesOf(scene).map((w) => [`POST ${w.route.path}`, w]))
})
afterAll(async () => {
  expect(scene.the.faults.map((f) => `${f.facts.path} ${f.error}`)).toEqual([])
  await scene.the.stop()
})
beforeEach(async () => {
  before = await hashOfAll(scene)
})
afterEach(async () => {
  expect(await hashOfAll(scene), 'nobody who may not changes anything').toBe(before)
})

function askerOf(who: Who, name: string): Asker {
  const { as } = scene.the
  if (who === 'visitor') return as.visitor(name.endsWith('/book') ? scene.held.token : scene.booked.token)
  if (who === 'otherVisitor') return as.visitor(scene.foreign.token)
  return as[who]
}

const addressOf = (path: string, about: Record<string, string>) => path.replace(/:(\w+)/g, (_, name: string) => about[name] ?? 'x')
function readAs(who: Who, name: string, accept = 'application/json'): Promise<Response> {
  const { booked, here } = scene
  const about = {
    point: 'lisboa',
    visit: booked.visitId,
    ticket: here.waiting.id,
    appointment: booked.appointmentId,
    diversion: scene.diverted.id,
  }
  const token = scene.the.house.secrets.ticketToken(here.waiting.id)
  const queries: Record<string, string> = {
    'GET /api/points/:point/days': '?services=id-card&people=1',
    'GET /api/points/:point/slots': '?services=id-card&people=1&day=2026-03-25',
    'GET /api/points/:point/quieter': '?services=id-card&people=1',
    'GET /api/slots/earliest': '?services=id-card&people=1',
    'GET /api/coast': '?west=-10&south=36&east=-6&north=42&width=300&height=400',
    'GET /api/places': '?q=lisboa',
    'GET /api/services': '?q=id',
    'GET /api/totals': '?from=2026-03-24&until=2026-03-25&by=point',
    'GET /api/totals.csv': '?from=2026-03-24&until=2026-03-25&by=service&point=lisboa',
    'GET /api/points/:point/hall': '?counter=1',
    'GET /api/points/:point/tickets/:ticket': `?token=${token}`,
  }
  const url = `http://beurt.test${addressOf(name.slice('GET '.length), about)}${queries[name] ?? ''}`
  const headers = { accept, ...askerOf(who, name).headers?.() }
  return Promise.resolve(scene.the.app.fetch(new Request(url, { headers })))
}

/** Everything that only the person themselves, or staff who greet them, may ever see. */
const secrets = () => [
  ...Object.values(canaries),
  scene.booked.reference,
  scene.booked.token,
  scene.foreign.reference,
  scene.foreign.token,
  scene.today.reference,
  scene.held.token,
]

test('the matrix has every route of the table', () => {
  expect(table.map((b) => `${b.route.method} ${b.route.path}`).filter((name) => !matrix[name])).toEqual([])
})

const rows = table.map((b) => ({ name: `${b.route.method} ${b.route.path}`, live: b.route.live, write: b.route.body !== null }))

describe.each(rows)('$name', ({ name, live, write }) => {
  test.each(everybody)('%s', async (who) => {
    const may = matrix[name]!.includes(who)
    // Whoever may write sends one field too many: past the door, and nothing happens.
    const spoiled = { ...writes.get(name)?.body, nobodyAsked: 1 }
    const sent = { asker: askerOf(who, name), ...(may ? { body: spoiled } : {}) }
    const response = write ? await sendTo(scene, writes.get(name)!, sent) : await readAs(who, name)
    const text = await response.text()
    if (may) return expect(response.status, text).toBe(write ? 422 : 200)
    expect([401, 403, 404], text).toContain(response.status)
    expect(response.status === 401, 'who has shown nothing is asked to sign in').toBe(who === 'anyone')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    for (const secret of secrets()) expect(text).not.toContain(secret)
  })

  if (live)
    test('whoever may not read it may not follow it', async () => {
      for (const who of everybody.filter((w) => !matrix[name]!.includes(w)))
        expect([401, 403, 404], who).toContain((await readAs(who, name, 'text/event-stream')).status)
      expect(scene.the.house.live.count()).toBe(0)
    })
})

test('what everybody may read, and what a hall shows, names nobody', async () => {
  const shown = rows.filter((r) => !r.write && !['GET /api/visits/:visit', 'GET /api/points/:point/appointments'].includes(r.name))
  for (const { name } of shown)
    for (const who of ['networkManager', 'display', 'anyone'] as const) {
      const text = await (await readAs(who, name)).text()
      for (const secret of secrets()) expect(text, `${name} for ${who}`).not.toContain(secret)
    }
})

test('a forged, cut, lengthened or revoked proof is no proof', async () => {
  const [visitId, generation, mac] = scene.booked.token.split('.') as [string, string, string]
  const other = scene.foreign.token.split('.')[2]!
  const flipped = `${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`
  for (const token of [
    `${visitId}.${generation}.${other}`,
    `${visitId}.${generation}.${flipped}`,
    `${visitId}.${generation}.${mac.slice(0, -1)}`,
    `${visitId}.${generation}.${mac}A`,
    `${visitId}.${Number(generation) + 1}.${mac}`,
    `${visitId}.${generation}.`,
    `${visitId}..${mac}`,
    visitId,
    '',
    'undefined',
    scene.booked.reference,
    'x'.repeat(5000),
  ]) {
    const response = await scene.the.app.fetch(
      new Request(`http://beurt.test/api/visits/${visitId}`, { headers: { authorization: `Visit ${token}` } }),
    )
    expect([401, 404], token).toContain(response.status)
    expect(await response.text()).not.toContain(scene.booked.reference)
  }
})

test('a garbled sign-in or token of a device is nobody', async () => {
  for (const headers of [
    { cookie: 'beurt=' },
    { cookie: 'beurt=x' },
    { cookie: `beurt=${'x'.repeat(4000)}` },
    { cookie: 'beurt=%00' },
    { cookie: "beurt=' or '1'='1" },
    { authorization: 'Bearer' },
    { authorization: 'Bearer x' },
    { authorization: 'Bearer null' },
    { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.' },
    { authorization: 'Basic YWRtaW46YWRtaW4=' },
    { authorization: `Bearer ${scene.booked.token}` },
    { authorization: `bearer ${'x'.repeat(5000)}` },
  ] as HeadersInit[]) {
    const response = await scene.the.app.fetch(new Request('http://beurt.test/api/me', { headers }))
    expect(response.status, JSON.stringify(headers)).toBe(401)
  }
})
