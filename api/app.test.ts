import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, ask } from '../contract/ask.ts'
import type { Language } from '../contract/language.ts'
import { slotsOfDay } from '../contract/points.ts'
import type { Problem } from '../contract/problems.ts'
import { problemTitle } from '../contract/texts/problems.ts'
import { bookHold, holdSlot } from '../contract/visits.ts'
import { key, makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { testPassword } from '../proof/setup/network.ts'
import { addressOf, networkOf } from './address.ts'
import { makeApp, table } from './app.ts'
import { bodyOf } from './body.ts'
import { mount } from './serve.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  await the.stop()
})

type Sent = RequestInit & { address?: string; duplex?: 'half' }
const send = (path: string, { address, ...init }: Sent = {}, app = the.app) =>
  Promise.resolve(app.fetch(new Request(`http://beurt.test${path}`, init), { address }))
const json = (body: unknown, headers: Record<string, string> = {}): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const problem = async (response: Response) => (await response.json()) as { code: string; detail: string; status: number; requestId: string }

test('an address that is not there is a problem, said in the language of the asker', async () => {
  const response = await send('/api/nothing', { headers: { 'accept-language': 'ar, en;q=0.5' } })
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('content-language')).toBe('ar')
  const body = await problem(response)
  expect(body.detail).toBe('هذا غير موجود أو لم يعد موجودًا. تحقق من العنوان.')
  expect(response.headers.get('x-request-id')).toBe(body.requestId)
})

test.each(['/api', '/api/', '/api/points/', '/api/POINTS', '/api/%2fpoints', '/api//points', '/api/points/lisboa/board/x', '/api/%00'])(
  '%s is no address of ours',
  async (path) => {
    expect((await send(path)).status).toBe(404)
  },
)

test.each([
  ['fr-BE,fr;q=0.9,nl;q=0.5', 'fr'],
  ['de-AT', 'de'],
  ['pt-BR,en;q=0.2', 'pt'],
  ['uk, de;q=0.3', 'de'],
  ['uk', 'nl'],
])('who accepts %s is answered in %s', async (accepted, language) => {
  const response = await send('/api/nothing', { headers: { 'accept-language': accepted } })
  expect(response.headers.get('content-language')).toBe(language)
  expect(((await response.json()) as { title: string }).title).toBe(problemTitle(language as Language, 'not-found'))
})

test('a method that an address does not know is told which ones it knows', async () => {
  for (const [path, method, allow] of [
    ['/api/sign-ins', 'GET', 'POST'],
    ['/api/sign-ins', 'DELETE', 'POST'],
    ['/api/me', 'POST', 'GET, HEAD'],
    ['/api/me', 'OPTIONS', 'GET, HEAD'],
    ['/api/staff/x/disable', 'PUT', 'POST'],
    ['/api/openapi.json', 'PATCH', 'GET, HEAD'],
  ] as const) {
    const response = await send(path, { method })
    expect(response.status, `${method} ${path}`).toBe(405)
    expect(response.headers.get('allow')).toBe(allow)
    expect((await problem(response)).detail).toContain(allow)
  }
})

test('a method in a header or a query is not the method', async () => {
  const headers = { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'x-http-method': 'POST' }
  expect((await send('/api/sign-ins?_method=POST', { headers })).status).toBe(405)
})

test('HEAD is GET without the body', async () => {
  const headers = the.as.clerk.headers!()
  const response = await send('/api/me', { method: 'HEAD', headers })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
  expect((await send('/api/sign-ins', { method: 'HEAD' })).status).toBe(405)
})

test('every answer, good or bad, tells browsers to do nothing with it', async () => {
  const headers = the.as.clerk.headers!()
  for (const response of [
    await send('/api/me', { headers }),
    await send('/api/me'),
    await send('/api/nothing'),
    await send('/api/sign-ins'),
  ]) {
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-powered-by')).toBeNull()
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('a page of another site may not write with the cookie of someone here', async () => {
  const cookie = the.as.clerk.headers!().cookie!
  const end = (headers: Record<string, string>) => send('/api/sign-ins/mine/end', json({}, { cookie, ...headers }))
  for (const [name, value] of [
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
    ['origin', 'http://beurt.test.evil.example'],
  ] as const)
    expect((await end({ [name]: value })).status, `${name}: ${value}`).toBe(403)
  expect((await send('/api/me', { headers: { cookie } })).status).toBe(200)
})

test('what is not JSON is not read', async () => {
  for (const sent of [
    json('', {}),
    json('{', {}),
    json("{'a':1}", {}),
    json('{"a":1,}', {}),
    json('{"a":NaN}', {}),
    json('{}{}', {}),
    json('{}', { 'content-type': 'text/plain' }),
    json('{}', { 'content-type': 'application/json; charset=latin1' }),
    json('{}', { 'content-type': 'application/jsonp' }),
    json('{}', { 'content-encoding': 'gzip' }),
    { ...json('{}'), body: new Uint8Array([0x7b, 0x22, 0xff, 0xc0, 0x22, 0x7d]) },
    { ...json('{}'), body: new Uint8Array([0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d]) },
    { method: 'POST', body: '{}' },
  ]) {
    const response = await send('/api/sign-ins', sent)
    expect([response.status, (await problem(response)).code], String(sent.body)).toEqual([400, 'not-json'])
  }
})

test('what is JSON but no object names the body', async () => {
  for (const text of ['[]', '[{}]', 'null', '7', '"x"', 'true']) {
    const response = await send('/api/sign-ins', json(text))
    expect(response.status).toBe(422)
    expect(await response.json(), text).toMatchObject({ code: 'invalid-input', fields: [{ field: 'body', code: 'wrong-type' }] })
  }
})

test('ten million bytes are refused before they are read', async () => {
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 16_384
      if (given > 10_000_000) controller.close()
      else controller.enqueue(new Uint8Array(16_384).fill(32))
    },
  })
  const response = await send('/api/sign-ins', { ...json(''), body: endless, duplex: 'half' })
  expect([response.status, (await problem(response)).code]).toEqual([413, 'body-too-large'])
  expect(given).toBeLessThan(300_000)
  const told = await send('/api/sign-ins', { ...json('{}', { 'content-length': '10000000' }) })
  expect(told.status).toBe(413)
})

test('a body that dribbles is given up, and its connection let go', async () => {
  let letGo = false
  const slow = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":')),
    cancel() {
      letGo = true
    },
  })
  const request = new Request('http://beurt.test/', { ...json(''), body: slow, duplex: 'half' } as RequestInit)
  await expect(bodyOf(request, { bytesMax: 100, deadlineMs: 30 })).rejects.toMatchObject({
    code: 'body-too-slow',
  } satisfies Partial<Problem>)
  expect(letGo).toBe(true)
})

test('whoever writes too often waits, by the address that the server saw', async () => {
  const app = makeApp({ ...the.house, writesPerMinute: 5 })
  const write = (address: string, n: number) => {
    const forged = { 'x-forwarded-for': `10.0.0.${n}`, 'x-real-ip': `10.0.1.${n}`, forwarded: `for=10.0.2.${n}` }
    return send('/api/sign-ins/mine/end', { ...json({}, forged), address }, app).then((r) => r.status)
  }
  const statuses = await Promise.all(Array.from({ length: 24 }, (_, n) => write('2001:db8::1', n)))
  expect(statuses.filter((s) => s === 429).length).toBe(4)
  expect(await write('2001:db8:0:0:ffff::9', 20)).toBe(429)
  expect(await write('2001:db8:0:1::1', 21)).toBe(200)
})

test('two hundred people behind one address book at once', async () => {
  const app = makeApp({ ...the.house, writesPerMinute: 60 })
  const address = '192.0.2.200'
  const asker = (headers: Record<string, string>): Asker => ({
    base: 'http://beurt.test',
    send: async (r) => app.fetch(r, { address }),
    headers: () => headers,
  })
  const { slots } = await ask(asker({}), slotsOfDay, { point: 'lisboa', services: 'passport', people: '1', day: '2026-03-30' })
  const book = async (n: number) => {
    const startsAt = slots[n % slots.length]!.startsAt
    const wanted = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const, startsAt }
    const held = await ask(asker({}), holdSlot, wanted, key())
    const visitor = asker({ authorization: `Visit ${held.token}` })
    await ask(visitor, bookHold, { point: 'lisboa', appointment: held.appointmentId, name: 'Zoë' }, key())
  }
  const ended = await Promise.allSettled(Array.from({ length: 200 }, (_, n) => book(n)))
  const why = new Set(ended.map((e) => (e.status === 'fulfilled' ? 'booked' : e.reason.code)))
  expect(why).toEqual(new Set(['booked', 'slot-taken']))
})

test('staff and devices are not held back: a hall has one address', async () => {
  const app = makeApp({ ...the.house, writesPerMinute: 1 })
  for (const asker of [the.as.kiosk, the.as.kiosk, the.as.kiosk])
    expect((await send('/api/devices/mine/report', { ...json({}, asker.headers!()), address: '192.0.2.1' }, app)).status).toBe(200)
})

test('an address is what the socket says; of a trusted proxy only its own word counts', () => {
  const request = new Request('http://x/', { headers: { 'x-forwarded-for': '1.1.1.1, 2.2.2.2' } })
  expect(addressOf(request, '3.3.3.3', false)).toBe('3.3.3.3')
  expect(addressOf(request, '3.3.3.3', true)).toBe('2.2.2.2')
  expect(addressOf(new Request('http://x/', { headers: { 'x-forwarded-for': '1.1.1.1, unknown' } }), '3.3.3.3', true)).toBe('3.3.3.3')
  expect(addressOf(new Request('http://x/'), null, true)).toBe('local')
  for (const [said, meant] of [
    ['2.2.2.2:50123', '2.2.2.2'],
    ['[2001:db8::1]:50123', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ] as const)
    expect(addressOf(new Request('http://x/', { headers: { 'x-forwarded-for': said } }), null, true)).toBe(meant)
})

test.each([
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:2::6', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('one network has a thousand live streams open without a sign-in and no more; others, and whoever signed in, are not held back', async () => {
  const path = '/api/points/lisboa/board'
  const follow = (given: Sent) => send(path, { ...given, headers: { accept: 'text/event-stream', ...given.headers } })
  const all = await Promise.all(Array.from({ length: 1000 }, () => follow({ address: '192.0.2.9' })))
  expect(all.every((response) => response.status === 200)).toBe(true)
  const refused = await follow({ address: '192.0.2.9' })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('2')
  const others = [await follow({ address: '192.0.2.10' }), await follow({ address: '192.0.2.9', headers: the.as.clerk.headers!() })]
  expect(others.map((response) => response.status)).toEqual([200, 200])
  await all.pop()!.body!.cancel()
  const again = await follow({ address: '192.0.2.9' })
  expect(again.status).toBe(200)
  await Promise.all([...all, ...others, again].map((response) => response.body!.cancel()))
  expect(the.house.live.openFrom('192.0.2.9')).toBe(0)
})

test('a row that says nobody may is found at the start, not by a visitor', async () => {
  const { Hono } = await import('hono')
  expect(() => mount(new Hono(), the.house, [{ ...table[0]!, who: [] }], (handler) => handler)).toThrow('does not say who may ask it')
})

test('a database that does not answer is told as such, without its words', async () => {
  const broken = await makeTestHouse()
  await broken.house.connections.close()
  const response = await Promise.resolve(
    broken.app.fetch(new Request('http://beurt.test/api/sign-ins', json({ subject: 'clerk', password: testPassword }) as RequestInit)),
  )
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('2')
  expect(await response.text()).not.toMatch(/postgres|sql|select|CONNECTION/i)
  expect((await broken.app.request('/readyz')).status).toBe(503)
  expect((await broken.app.request('/livez')).status).toBe(200)
  await broken.stop()
})

test('a bug is logged once with the id of the request, and shown without its words', async () => {
  const app = makeApp({
    ...the.house,
    get catalogue(): never {
      throw new Error('a secret of the house')
    },
  })
  const before = the.faults.length
  const response = await send('/api/staff', { ...json(newStaff, { ...the.as.admin.headers!(), 'idempotency-key': key() }) }, app)
  expect(response.status).toBe(500)
  const body = await problem(response)
  expect(body.code).toBe('unexpected')
  expect(JSON.stringify(body)).not.toContain('secret')
  expect(the.faults.slice(before).map((f) => f.facts.requestId)).toEqual([body.requestId])
})

const newStaff = { subject: 'x', name: 'X', password: 'een heel lang wachtwoord', roles: [{ role: 'clerk', scope: 'lisboa' }] }
