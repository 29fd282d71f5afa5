import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addStaff, disableStaff, me, signOut } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { testIds, testPassword } from '../../proof/setup/network.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  expect(the.faults).toEqual([])
  await the.stop()
})
// Guesses of one test are forgotten before the next.
beforeEach(() => the.clock.pass(11 * 60_000))

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.code : Promise.reject(error)),
  )

/** Signs in as a browser at `address` does, and gives the response with its cookie. */
async function post(body: unknown, more: { address?: string; headers?: Record<string, string>; app?: TestHouse['app'] } = {}) {
  const request = new Request('http://beurt.test/api/sign-ins', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...more.headers },
    body: JSON.stringify(body),
  })
  return (more.app ?? the.app).fetch(request, { address: more.address ?? '192.0.2.1' })
}
const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? ''
const withCookie = (response: Response): Asker => ({
  base: 'http://beurt.test',
  send: async (r) => the.app.fetch(r),
  headers: () => ({ cookie: cookieOf(response).split(';')[0]! }),
})

test('the right password opens a sign-in, kept as a hash, in a cookie that no script reads', async () => {
  const response = await post({ subject: 'clerk', password: testPassword })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    id: testIds.clerk,
    name: 'Els de Wit',
    language: 'nl',
    roles: [{ role: 'clerk', scope: 'lisboa' }],
    points: [{ id: 'lisboa', name: 'Lisboa', zone: 'Europe/Lisbon' }],
  })
  const cookie = cookieOf(response)
  expect(cookie).toMatch(/^beurt=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
  const token = cookie.slice('beurt='.length).split(';')[0]!
  const rows = await the.house.connections.sql`select row_to_json(s)::text as row from sign_ins s`
  expect(rows.some((r) => r.row.includes(token))).toBe(false)
  expect((await ask(withCookie(response), me, {})).id).toBe(testIds.clerk)
})

test('over https the cookie is secure', async () => {
  const secure = { ...the.house, publicUrl: 'https://beurt.example' }
  const { makeApp } = await import('../app.ts')
  const response = await post({ subject: 'clerk', password: testPassword }, { app: makeApp(secure) })
  expect(cookieOf(response)).toMatch(/; Secure/)
})

test('a wrong name and a wrong password say the same', async () => {
  const said = async (subject: string) => {
    const response = await post({ subject, password: 'niet het wachtwoord' }, { address: key() })
    const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>
    return body
  }
  const bodies = await Promise.all(['nobody', 'nobody 1', 'nobody 2', 'clerk', 'admin', 'pointManager'].map(said))
  for (const body of bodies) expect(body).toEqual(bodies[0])
  expect(bodies[0]).toMatchObject({ status: 401, code: 'sign-in-failed', title: 'Inloggen lukt niet' })
})

test('for a name that is not there a password is verified all the same', async () => {
  const hashes: string[] = []
  const counting = {
    ...the.house,
    verifyPassword: (password: string, hash: string) => {
      hashes.push(hash)
      return the.house.verifyPassword(password, hash)
    },
  }
  const { makeApp } = await import('../app.ts')
  const app = makeApp(counting)
  await post({ subject: 'nobody', password: 'x' }, { app })
  await post({ subject: 'clerk', password: 'x' }, { app })
  expect(hashes.length).toBe(2)
  const cost = (hash: string) => hash.split('$').slice(0, 4).join('$')
  expect(cost(hashes[0]!)).toBe(cost(hashes[1]!))
})

/** How many of so many guesses at once were looked at; the others were told to wait. */
async function lookedAt(guesses: Promise<Response>[]): Promise<number> {
  const statuses = (await Promise.all(guesses)).map((r) => r.status)
  expect(new Set(statuses)).toEqual(new Set([401, 429]))
  return statuses.filter((s) => s === 401).length
}
const times = (n: number, guess: (i: number) => Promise<Response>) => Array.from({ length: n }, (_, i) => guess(i))

test('ten wrong guesses at a name from one address, and that name waits there for ten minutes; others there, and it elsewhere, do not', async () => {
  const wrong = (n: number) => {
    const headers = { 'x-forwarded-for': `10.0.0.${n}`, 'x-beurt-address': `10.1.0.${n}`, 'x-real-ip': `10.2.0.${n}` }
    return post({ subject: 'admin', password: 'x' }, { address: '203.0.113.7', headers })
  }
  expect(await lookedAt(times(16, wrong))).toBe(10)
  const right = (subject: string, address: string) => post({ subject, password: testPassword }, { address })
  const late = await right('admin', '203.0.113.7')
  expect(late.status).toBe(429)
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await right('clerk', '203.0.113.7')).status).toBe(200)
  expect((await right('admin', '203.0.113.9')).status).toBe(200)
  the.clock.pass(10 * 60_000)
  expect((await right('admin', '203.0.113.7')).status).toBe(200)
})

test('a hundred wrong guesses at a name, from wherever, and that name waits', async () => {
  expect(await lookedAt(times(104, (n) => post({ subject: 'admin', password: 'x' }, { address: `198.51.100.${n}` })))).toBe(100)
  expect((await post({ subject: 'admin', password: testPassword }, { address: '203.0.113.9' })).status).toBe(429)
})

test('who has many addresses of one IPv6 network has three hundred guesses in all', async () => {
  const wrong = (n: number) => post({ subject: `nobody-${n}`, password: 'x' }, { address: `2001:db8:1:2::${n}` })
  expect(await lookedAt(times(304, wrong))).toBe(300)
  expect((await post({ subject: 'nobody-12', password: 'x' }, { address: '2001:db8:1:3::1' })).status).toBe(401)
})

test('right ones do not count: a whole office signs in from one address', async () => {
  for (let n = 0; n < 15; n++) expect((await post({ subject: 'clerk', password: testPassword })).status).toBe(200)
})

test('signing in again ends what the browser had', async () => {
  const first = await post({ subject: 'clerk', password: testPassword })
  const second = await post({ subject: 'clerk', password: testPassword }, { headers: { cookie: cookieOf(first).split(';')[0]! } })
  expect(cookieOf(second)).not.toBe(cookieOf(first))
  expect(await codeOf(ask(withCookie(first), me, {}))).toBe('sign-in-needed')
  expect(await codeOf(ask(withCookie(second), me, {}))).toBe('done')
})

test('signing out ends it at once, and twice is the same', async () => {
  const mine = withCookie(await post({ subject: 'clerk', password: testPassword }))
  expect(await codeOf(ask(mine, me, {}))).toBe('done')
  await ask(mine, signOut, {})
  expect(await codeOf(ask(mine, me, {}))).toBe('sign-in-needed')
  await ask(mine, signOut, {})
})

test('a sign-in ends after twelve hours', async () => {
  const mine = withCookie(await post({ subject: 'clerk', password: testPassword }))
  the.clock.pass(12 * 3_600_000 - 1)
  expect(await codeOf(ask(mine, me, {}))).toBe('done')
  the.clock.pass(1)
  the.house.identify.forget()
  expect(await codeOf(ask(mine, me, {}))).toBe('sign-in-needed')
})

const newcomer = {
  subject: 'nieuw',
  name: 'Zoë O’Brien',
  password: 'een heel lang wachtwoord',
  roles: [{ role: 'clerk' as const, scope: 'horta' }],
}

test('someone who is added can sign in; closing the account ends every sign-in at once', async () => {
  const id = key()
  expect(await ask(the.as.admin, addStaff, newcomer, id)).toEqual({ id, subject: 'nieuw' })
  expect(await ask(the.as.admin, addStaff, newcomer, id)).toEqual({ id, subject: 'nieuw' })
  const theirs = withCookie(await post({ subject: 'nieuw', password: newcomer.password }))
  expect((await ask(theirs, me, {})).points).toEqual([{ id: 'horta', name: 'Horta', zone: 'Atlantic/Azores' }])
  expect(await ask(the.as.admin, disableStaff, { staff: id })).toEqual({ id })
  expect(await codeOf(ask(theirs, me, {}))).toBe('sign-in-needed')
  expect((await post({ subject: 'nieuw', password: newcomer.password })).status).toBe(401)
  expect(await ask(the.as.admin, disableStaff, { staff: id })).toEqual({ id })
})

test('the same key for someone else, a name twice, or a place that is not there is refused', async () => {
  const id = key()
  await ask(the.as.admin, addStaff, { ...newcomer, subject: 'tweede' }, id)
  expect(await codeOf(ask(the.as.admin, addStaff, { ...newcomer, subject: 'derde' }, id))).toBe('idempotency-key-reused')
  expect(await codeOf(ask(the.as.admin, addStaff, { ...newcomer, subject: 'tweede' }, key()))).toBe('limit-reached')
  const nowhere = ask(the.as.admin, addStaff, { ...newcomer, subject: 'vierde', roles: [{ role: 'clerk', scope: 'atlantis' }] }, key())
  await expect(nowhere).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'body.roles.0.scope', code: 'choice' }] })
})

test('a role named twice is one role', async () => {
  const id = key()
  const role = { role: 'clerk' as const, scope: 'horta' }
  await ask(the.as.admin, addStaff, { ...newcomer, subject: 'vijfde', roles: [role, role] }, id)
  expect((await the.house.connections.sql`select 1 from roles where staff_id = ${id}`).length).toBe(1)
})

test('only an admin adds or closes accounts', async () => {
  for (const asker of [the.as.clerk, the.as.pointManager, the.as.networkManager, the.as.kiosk]) {
    expect(await codeOf(ask(asker, addStaff, newcomer, key()))).toBe('not-allowed')
    expect(await codeOf(ask(asker, disableStaff, { staff: testIds.clerk }))).toBe('not-allowed')
  }
  expect(await codeOf(ask(the.as.anyone, addStaff, newcomer, key()))).toBe('sign-in-needed')
})

test('no password, name or token stands in the history or the answers', async () => {
  const rows = await the.house.connections.sql`select h::text as row from history h union all select a::text from answers a`
  const all = rows.map((r) => r.row).join('\n')
  expect(all).toContain('add-staff')
  for (const secret of [newcomer.password, testPassword, 'Brien', 'nieuw', '$argon2']) expect(all).not.toContain(secret)
})

test('who follows a hall and is closed out sees nothing more', async () => {
  const id = key()
  await ask(the.as.admin, addStaff, { ...newcomer, subject: 'zesde' }, id)
  const theirs = withCookie(await post({ subject: 'zesde', password: newcomer.password }))
  const request = new Request('http://beurt.test/api/points/horta/hall?counter=1', {
    headers: { accept: 'text/event-stream', ...theirs.headers!() },
  })
  const response = await the.app.fetch(request)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body!.getReader()
  expect((await reader.read()).done).toBe(false)
  await ask(the.as.admin, disableStaff, { staff: id })
  the.clock.pass(10_000)
  the.house.live.ring('horta')
  let done = false
  for (let n = 0; n < 5 && !done; n++) done = (await reader.read()).done
  expect(done).toBe(true)
})
