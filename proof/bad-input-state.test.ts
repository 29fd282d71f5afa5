import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Asker } from '../contract/ask.ts'
import type { ProblemBody, ProblemCode } from '../contract/problems.ts'
import { hashOfAll, makeScene, type Scene } from './bad-input/scene.ts'
import { welcomeNames } from './bad-input/values.ts'
import { sendTo, type Write, writesOf } from './bad-input/writes.ts'
import { key } from './setup/house.ts'
import { testIds } from './setup/network.ts'

let scene: Scene
let writes: Map<string, Write>
beforeAll(async () => {
  scene = await makeScene()
  writes = new Map(writesOf(scene).map((w) => [w.name, w]))
})
afterAll(async () => {
  expect(scene.the.faults.map((f) => `${f.facts.path} ${f.error}`)).toEqual([])
  await scene.the.stop()
})

type Change = { body?: Record<string, unknown>; path?: Record<string, string>; asker?: Asker; without?: string[] }
type Case = [about: string, write: string, change: (scene: Scene) => Change, code: ProblemCode | ProblemCode[]]

/** Sends a write with some of its fields changed. */
async function send(name: string, change: Change = {}, headers: Record<string, string> = {}) {
  const write = writes.get(name)!
  const body = { ...write.body, ...change.body }
  for (const field of change.without ?? []) delete body[field]
  const response = await sendTo(scene, write, { body, path: change.path, asker: change.asker, headers })
  return { response, problem: (await response.clone().json()) as ProblemBody }
}

const hold = (about: string, body: Record<string, unknown>, code: ProblemCode | ProblemCode[]): Case => [
  about,
  'holdSlot',
  () => ({ body, without: ['moves'] }),
  code,
]
const at = (startsAt: string, about: string, code: ProblemCode | ProblemCode[]) => hold(`${about}: ${startsAt}`, { startsAt }, code)
const past: ProblemCode = 'in-the-past'
const notOffered: ProblemCode = 'slot-not-offered'

const times: Case[] = [
  at('2026-03-24T12:59:00Z', 'a minute ago', past),
  at('2026-03-24T13:15:00Z', 'sooner than the point can be ready', notOffered),
  at('2025-03-24T14:00:00Z', 'last year', past),
  at('1970-01-01T00:00:00Z', 'when clocks began', past),
  at('-000001-01-01T00:00:00Z', 'before Christ', past),
  at('2026-03-26T10:07:00Z', 'off the grid', notOffered),
  at('2026-03-26T10:05:00Z', 'off the grid by five minutes', notOffered),
  at('2026-03-26T10:00:01Z', 'off the grid by a second', notOffered),
  at('2026-03-26T10:00:00.001Z', 'off the grid by a thousandth', notOffered),
  at('2026-03-26T10:00:00+09:00', 'in the time of another place', notOffered),
  at('2026-03-26T03:00:00Z', 'at night', notOffered),
  at('2026-03-26T20:00:00Z', 'at the minute of closing', notOffered),
  at('2026-03-29T10:00:00Z', 'on a day that is closed', notOffered),
  at('2026-03-29T01:30:00Z', 'in the hour that the clocks leave out', notOffered),
  at('2026-05-22T10:00:00Z', 'beyond the plan', notOffered),
  at('2026-12-24T10:00:00Z', 'beyond the horizon', notOffered),
  at('9999-12-31T23:45:00Z', 'at the end of the calendar', notOffered),
  at('+012026-03-26T10:00:00Z', 'in ten thousand years', notOffered),
]

const holds: Case[] = [
  hold('a service that is nowhere', { serviceIds: ['zzz'] }, 'service-not-here'),
  hold('a service that is a word of JavaScript', { serviceIds: ['constructor'] }, 'service-not-here'),
  hold('one service that is here and one that is not', { serviceIds: ['id-card', 'zzz'] }, 'service-not-here'),
  hold('a service that cannot be booked', { serviceIds: ['moving'] }, ['service-not-here', notOffered]),
  [
    'a service of another point',
    'holdSlot',
    () => ({ path: { point: 'sao-paulo' }, body: { serviceIds: ['advice'] }, without: ['moves'] }),
    'service-not-here',
  ],
  hold('more people than the point takes', { people: 9 }, 'too-many-people'),
  hold('all the people of a bus', { people: 99 }, 'too-many-people'),
  [
    'a move with the proof of another visit',
    'holdSlot',
    (s) => ({ body: { moves: { visitId: s.booked.visitId, token: s.foreign.token } } }),
    'link-not-valid',
  ],
  ['a move with a forged proof', 'holdSlot', (s) => ({ body: { moves: { visitId: s.booked.visitId, token: 'x' } } }), 'link-not-valid'],
  ['a point that is not there', 'holdSlot', () => ({ path: { point: 'atlantis' } }), 'not-found'],
  ['a hold of another visit', 'bookHold', (s) => ({ path: { appointment: s.booked.appointmentId } }), 'appointment-unknown'],
  ['a hold at another point', 'bookHold', () => ({ path: { point: 'sao-paulo' } }), 'appointment-unknown'],
  ['a hold that never was', 'bookHold', () => ({ path: { appointment: key() } }), 'appointment-unknown'],
  ['a move to a point that is not there', 'moveVisit', () => ({ body: { point: 'atlantis' } }), 'not-found'],
  ['a move to a time that is off the grid', 'moveVisit', () => ({ body: { startsAt: '2026-03-26T12:07:00Z' } }), notOffered],
  ['a move into the past', 'moveVisit', () => ({ body: { startsAt: '2026-03-23T12:00:00Z' } }), past],
  ['a move of the visit of somebody else', 'moveVisit', (s) => ({ path: { visit: s.foreign.visitId } }), 'link-not-valid'],
  ['a cancellation of the visit of somebody else', 'cancelVisit', (s) => ({ path: { visit: s.foreign.visitId } }), 'link-not-valid'],
  ['a cancellation of a visit that never was', 'cancelVisit', () => ({ path: { visit: key() } }), 'link-not-valid'],
]

const code = (about: string, typed: (s: Scene) => string, expected: ProblemCode | ProblemCode[]): Case => [
  `${about} as a reference`,
  'arriveWithAppointment',
  (s) => ({ body: { code: typed(s) } }),
  expected,
]
const unknown: ProblemCode = 'appointment-unknown'
const arrivals: Case[] = [
  ...[
    '------',
    '        ',
    '\u00a0',
    '%',
    '%%%%%%%%',
    '_',
    '________',
    '*',
    '********',
    "' or '1'='1",
    '\u0000',
    '\u001b@\u001dV\u0000',
    '٠٠٠٠٠٠٠٠',
    '$ne',
    'null',
    '00000000',
  ].map((typed) => code(JSON.stringify(typed), () => typed, unknown)),
  code('the first half', (s) => s.today.reference.slice(0, 4), unknown),
  code('one sign too many', (s) => `${s.today.reference}2`, unknown),
  code('one sign wrong', (s) => s.today.reference.slice(0, 7) + (s.today.reference.endsWith('2') ? '3' : '2'), unknown),
  code('a QR code of another kind', () => 'WIFI:S:free;T:WPA;P:secret;;', unknown),
  code('a link elsewhere', () => 'https://evil.example/visits/', unknown),
  code('four hundred characters', () => 'A'.repeat(400), unknown),
  code('a reference of another point', (s) => s.foreign.reference, 'wrong-point'),
  code('the link of a visit at another point', (s) => s.foreign.manageUrl, 'wrong-point'),
  code('a forged link', (s) => `${s.today.visitId}.0.${'A'.repeat(24)}`, 'link-not-valid'),
  code('the reference of another day', (s) => s.booked.reference, ['wrong-day', 'too-early']),
  code('a hold that nobody booked', (s) => s.held.reference, ['wrong-appointment-state', 'wrong-day', unknown]),
  ['an appointment of another point at the desk', 'deskArrive', (s) => ({ path: { appointment: s.foreign.appointmentId } }), unknown],
  ['an appointment that never was at the desk', 'deskArrive', () => ({ path: { appointment: key() } }), unknown],
]

const halls: Case[] = [
  [
    'a walk-in for a service by appointment only',
    'takeTicket',
    () => ({ body: { serviceIds: ['advice'] }, without: ['diversionId'] }),
    'service-not-here',
  ],
  [
    'a walk-in for nothing that is here',
    'takeTicket',
    () => ({ body: { serviceIds: ['constructor'] }, without: ['diversionId'] }),
    'service-not-here',
  ],
  ['a number for a bus', 'takeTicket', () => ({ body: { people: 99 }, without: ['diversionId'] }), 'too-many-people'],
  ['a diversion that never was', 'takeTicket', () => ({}), 'not-allowed'],
  ['a counter that is not there', 'counter open', () => ({ path: { counter: '99' } }), 'counter-unknown'],
  ['counter zero', 'counter open', () => ({ path: { counter: '0' } }), 'counter-unknown'],
  [
    'a service that a counter cannot give',
    'counter open',
    () => ({ path: { counter: '2' }, body: { serviceIds: ['zzz'] } }),
    'service-not-here',
  ],
  ['a counter that is closed', 'counter callNext', () => ({ path: { counter: '2' } }), 'counter-closed'],
  ['a second visitor at one counter', 'counter callNext', () => ({}), 'counter-busy'],
  ['the counter of a colleague', 'counter recall', (s) => ({ asker: s.the.as.networkManager }), 'counter-taken'],
  [
    'a ticket of another point',
    'counter callOne',
    (s) => ({ body: { ticketId: s.elsewhere.waiting.id } }),
    ['ticket-unknown', 'counter-busy'],
  ],
  ['a ticket that left, of another point', 'counter leave', (s) => ({ body: { ticketId: s.elsewhere.waiting.id } }), 'ticket-unknown'],
  ['a ticket that never was', 'counter leave', () => ({ body: { ticketId: key() } }), 'ticket-unknown'],
  ['a ticket that is not parked', 'counter resume', () => ({}), ['wrong-ticket-state', 'counter-busy']],
  ['a ticket that is not missed', 'counter returnMissed', () => ({}), 'wrong-ticket-state'],
  ['somebody who was not started', 'counter finish', () => ({}), 'wrong-ticket-state'],
  [
    'another ticket than the one at the counter',
    'counter start',
    (s) => ({ body: { ticketId: s.here.waiting.id } }),
    ['not-at-this-counter', 'wrong-ticket-state'],
  ],
  [
    'a transfer to a point that is not there',
    'counter transfer',
    () => ({ body: { toPoint: 'atlantis' }, without: ['toCounter', 'serviceIds'] }),
    'no-transfer-target',
  ],
  [
    'a transfer to the point itself',
    'counter transfer',
    () => ({ body: { toPoint: 'lisboa' }, without: ['toCounter', 'serviceIds'] }),
    'no-transfer-target',
  ],
  [
    'a transfer to a counter that is not there',
    'counter transfer',
    () => ({ body: { toCounter: 99 }, without: ['toPoint', 'serviceIds'] }),
    ['no-transfer-target', 'counter-unknown'],
  ],
  ['a walk-in at the desk for nothing that is here', 'counter add', () => ({ body: { serviceIds: ['zzz'] } }), 'service-not-here'],
]

const network: Case[] = [
  ['a diversion to the point itself', 'startDiversion', () => ({ body: { toPoint: 'lisboa' } }), 'no-transfer-target'],
  ['a diversion to nowhere', 'startDiversion', () => ({ body: { toPoint: 'atlantis' } }), 'no-transfer-target'],
  ['a diversion that is over', 'startDiversion', () => ({ body: { until: '2026-03-24T12:00:00Z' } }), past],
  ['a diversion without an end', 'startDiversion', () => ({ body: { until: '9999-12-31T00:00:00Z' } }), 'plan-invalid'],
  ['a diversion for a service that is nowhere', 'startDiversion', () => ({ body: { serviceIds: ['zzz'] } }), 'service-not-here'],
  [
    'the end of a diversion of another point',
    'endDiversion',
    (s) => ({ path: { point: 'sao-paulo' }, asker: s.the.as.networkManager }),
    'not-found',
  ],
  ['the end of a diversion that never was', 'endDiversion', () => ({ path: { diversion: key() } }), 'not-found'],
  ['a device that never was', 'removeDevice', () => ({ path: { device: key() } }), 'not-found'],
  ['a device of another point', 'removeDevice', () => ({ path: { device: testIds.foreignKiosk } }), 'not-found'],
  ['an account that never was', 'disableStaff', () => ({ path: { staff: key() } }), 'not-found'],
  ['an account that never was, to be opened', 'enableStaff', () => ({ path: { staff: key() } }), 'not-found'],
  ['a password for nobody', 'setPassword', () => ({ path: { staff: key() } }), 'not-found'],
  ['a password that is not the present one', 'setMyPassword', () => ({ body: { present: 'een ander wachtwoord' } }), 'invalid-input'],
  ['roles of an account that never was', 'setRoles', () => ({ path: { staff: key() } }), 'not-found'],
  ['a role at a point that never was', 'setRoles', () => ({ body: { roles: [{ role: 'clerk', scope: 'atlantis' }] } }), 'invalid-input'],
  ['the account of the last admin', 'disableStaff', () => ({ path: { staff: testIds.admin } }), 'last-admin'],
  ['the last admin as something else', 'setRoles', () => ({ path: { staff: testIds.admin } }), 'last-admin'],
]

describe.each([
  ['times', times],
  ['bookings', holds],
  ['arrivals', arrivals],
  ['halls', halls],
  ['networks', network],
] as const)('%s', (_, cases) => {
  let before: string
  beforeEach(async () => {
    before = await hashOfAll(scene)
  })
  afterEach(async () => {
    expect(await hashOfAll(scene)).toBe(before)
  })
  test.each(cases)('%s is refused (%s)', async (_about, name, change, expected) => {
    const { response, problem } = await send(name, change(scene))
    expect(([] as string[]).concat(expected), JSON.stringify(problem)).toContain(problem.code)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  })
})

test('an emergency number for nothing that is here waits for something that is: somebody holds the paper', async () => {
  const [good] = writes.get('handInEmergency')!.body.tickets as Record<string, unknown>[]
  const id = key()
  const ticket = { ...good, id, number: 77, serviceIds: ['zzz'] }
  const { response } = await send('handInEmergency', { body: { tickets: [ticket] } })
  const answer = (await response.json()) as { tickets: { outcome: string }[] }
  expect(answer.tickets.map((t) => t.outcome)).toEqual(['merged'])
  const [row] = await scene.the.house.connections.sql`select state, service_ids, number from tickets where id = ${id}`
  expect(row).toMatchObject({ state: 'waiting', number: 77 })
  expect(row!.service_ids).not.toContain('zzz')
  expect(row!.service_ids).toHaveLength(1)
})

test('the same key with another body, at another address, or by another asker is refused', async () => {
  const id = key()
  const headers = { 'idempotency-key': id }
  const first = await send('takeTicket', { without: ['diversionId'] }, headers)
  expect(first.response.status).toBe(200)
  const before = await hashOfAll(scene)
  expect((await send('takeTicket', { without: ['diversionId'] }, headers)).problem).toMatchObject({ id })
  for (const [name, change] of [
    ['takeTicket', { body: { people: 3 }, without: ['diversionId'] }],
    ['takeTicket', { without: ['diversionId'], asker: scene.the.as.clerk }],
    ['counter add', {}],
  ] as const) {
    const { response, problem } = await send(name, change as Change, headers)
    expect([response.status, problem.code]).toEqual([422, 'idempotency-key-reused'])
  }
  expect(await hashOfAll(scene)).toBe(before)
})

test('every name that somebody has is welcome, and kept as NFC', async () => {
  const times = [25, 26, 27].flatMap((day) => Array.from({ length: 20 }, (_, i) => Date.UTC(2026, 2, day, 14, i * 15)))
  for (const [i, name] of welcomeNames.entries()) {
    const body = { name, startsAt: new Date(times[i]!).toISOString() }
    const { response, problem } = await send('bookAtDesk', { body, path: { point: 'horta' }, asker: scene.the.as.networkManager })
    expect(response.status, `${name}: ${JSON.stringify(problem)}`).toBe(200)
    const { visitId } = (await response.json()) as { visitId: string }
    const [row] = await scene.the.house.connections.sql`select name from contacts where visit_id = ${visitId}`
    expect(row!.name).toBe(name.normalize('NFC'))
  }
})

test('an address of a mail box that is right is taken as it is', async () => {
  for (const [i, email] of [
    'a+b@c.example',
    "o'brien@ierland.example",
    'x@müller.example',
    'x@xn--mller-kva.example',
    'ünï@c.example',
    ' spatie@c.example ',
  ].entries()) {
    const startsAt = new Date(Date.UTC(2026, 2, 30, 14, i * 15)).toISOString()
    const { response } = await send('bookAtDesk', { body: { email, startsAt } })
    expect(response.status, email).toBe(200)
    const { visitId } = (await response.json()) as { visitId: string }
    const [row] = await scene.the.house.connections.sql`select email from contacts where visit_id = ${visitId}`
    expect(row!.email).toBe(email.trim())
  }
})
