import { hash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addStaff, disableStaff, enableStaff, listStaff, me, setMyPassword, setPassword, setRoles, signIn } from '../../contract/access.ts'
import { type Asker, ask, requestOf } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import type { InputOf } from '../../contract/route.ts'
import { iso } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { testIds } from '../../proof/setup/network.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  expect(the.faults).toEqual([])
  await the.stop()
})

type Given = Partial<InputOf<typeof addStaff>>
const password = 'k7mp-x2rt-99wq-b4cz'
const add = async (subject: string, more: Given = {}): Promise<string> => {
  const person = { subject, name: subject, password, roles: [{ role: 'clerk' as const, scope: 'lisboa' }], ...more }
  return (await ask(the.as.admin, addStaff, person, key())).id
}
const list = (q?: string) => ask(the.as.admin, listStaff, q === undefined ? {} : { q })
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.code : Promise.reject(error)),
  )
async function signedIn(subject: string, secret = password): Promise<Asker> {
  const response = await the.app.fetch(requestOf(the.as.anyone, signIn, { subject, password: secret }, null))
  if (response.status !== 200) return the.as.anyone
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!
  return { ...the.as.anyone, headers: () => ({ cookie }) }
}

test('everybody with an account is listed by name, with what they may and nothing secret', async () => {
  const { all, staff } = await list()
  expect(all).toBe(5)
  expect(staff.map(({ name }) => name)).toEqual([...staff.map(({ name }) => name)].sort((a, b) => a.localeCompare(b)))
  expect(staff.find(({ id }) => id === testIds.pointManager)).toEqual({
    id: testIds.pointManager,
    subject: 'pointManager',
    name: 'Rui Costa',
    roles: [{ role: 'point-manager', scope: 'lisboa' }],
    disabledAt: null,
  })
  expect(JSON.stringify(staff)).not.toMatch(/password|argon2|hash/i)
})

test('somebody is found by a part of either name, and a wild card is only a sign', async () => {
  await add('per_cent%', { name: 'Ólöf Ábelsdóttir' })
  const found = async (q: string) => (await list(q)).staff.map(({ subject }) => subject)
  expect(await found('RUI')).toEqual(['pointManager'])
  expect(await found('foreign')).toEqual(['foreignClerk'])
  expect(await found('ABELS olof')).toEqual(['per_cent%'])
  expect(await found('%')).toEqual(['per_cent%'])
  expect(await found('t_a')).toEqual([])
  expect(await found('\\')).toEqual([])
})

test('a closed account comes last, and says since when', async () => {
  const id = await add('aaa')
  await ask(the.as.admin, disableStaff, { staff: id })
  expect((await list()).staff.at(-1)).toMatchObject({ id, disabledAt: iso(the.clock.now()) })
})

test('other roles hold at once, in place of those before', async () => {
  const id = await add('roles', { roles: [{ role: 'clerk', scope: 'horta' }] })
  const theirs = await signedIn('roles')
  expect((await ask(theirs, me, {})).points.map((p) => p.id)).toEqual(['horta'])
  const roles = [
    { role: 'point-manager' as const, scope: 'lisboa' },
    { role: 'clerk' as const, scope: 'sao-paulo' },
  ]
  const inOrder = [roles[1]!, roles[0]!]
  for (let n = 0; n < 2; n++)
    expect(await ask(the.as.admin, setRoles, { staff: id, roles: [...roles, roles[0]!] })).toEqual({ id, roles: inOrder })
  expect((await ask(theirs, me, {})).roles).toEqual(inOrder)
  const lines = await the.house.connections.sql`select what from history where act = 'set-roles'`
  expect(lines.map(({ what }) => what)).toEqual([{ staffId: id, roles: ['clerk sao-paulo', 'point-manager lisboa'] }])
})

test('an account that was closed is opened again as it was, and who was signed in has to sign in again', async () => {
  const id = await add('again')
  const before = await signedIn('again')
  await ask(the.as.admin, disableStaff, { staff: id })
  for (let n = 0; n < 2; n++) expect(await ask(the.as.admin, enableStaff, { staff: id })).toEqual({ id })
  expect(await codeOf(ask(before, me, {}))).toBe('sign-in-needed')
  expect((await ask(await signedIn('again'), me, {})).roles).toEqual([{ role: 'clerk', scope: 'lisboa' }])
  expect((await list('again')).staff[0]!.disabledAt).toBeNull()
})

test('another password ends what was signed in with the one before, and stands nowhere', async () => {
  const id = await add('forgot')
  const before = await signedIn('forgot')
  const another = 'm3na-77vb-qqrt-x9yz'
  expect(await ask(the.as.admin, setPassword, { staff: id, password: another })).toEqual({ id })
  expect(await codeOf(ask(before, me, {}))).toBe('sign-in-needed')
  expect(await codeOf(ask(await signedIn('forgot'), me, {}))).toBe('sign-in-needed')
  expect(await codeOf(ask(await signedIn('forgot', another), me, {}))).toBe('done')
  const rows = await the.house.connections
    .sql`select h::text as row from history h union all select a::text from answers a union all select s::text from staff s`
  for (const { row } of rows) for (const secret of [password, another]) expect(row).not.toContain(secret)
})

test('who gives themselves another password stays signed in here, and nowhere else', async () => {
  const id = await add('own', { roles: [{ role: 'admin', scope: '*' }] })
  const [here, elsewhere] = [await signedIn('own'), await signedIn('own')]
  await ask(here, setPassword, { staff: id, password: 'm3na-77vb-qqrt-x9yz' })
  expect(await codeOf(ask(here, me, {}))).toBe('done')
  expect(await codeOf(ask(elsewhere, me, {}))).toBe('sign-in-needed')
  await ask(the.as.admin, disableStaff, { staff: id })
})

test('what is remembered of an account that was added cannot be used to try passwords on', async () => {
  const id = key()
  const body = { subject: 'guess', name: 'Guess', password, roles: [{ role: 'clerk' as const, scope: 'lisboa' }] }
  for (let n = 0; n < 2; n++) await ask(the.as.admin, addStaff, body, id)
  const guess = hash('sha256', `${testIds.admin} POST /api/staff ${JSON.stringify(body)}`, 'base64url').slice(0, 22)
  const [row] = await the.house.connections.sql`select fingerprint from answers where key = ${id}`
  expect(row!.fingerprint).not.toBe(guess)
  expect(await codeOf(ask(the.as.admin, addStaff, { ...body, password: 'een ander lang wachtwoord' }, id))).toBe('idempotency-key-reused')
})

test('the last admin stays one; of two who close each other’s account at once, one stays', async () => {
  const network = { role: 'admin' as const, scope: '*' }
  expect(await codeOf(ask(the.as.admin, disableStaff, { staff: testIds.admin }))).toBe('last-admin')
  const other = await add('admin-2', { roles: [network] })
  const both = await Promise.all([
    codeOf(ask(the.as.admin, disableStaff, { staff: other })),
    codeOf(ask(await signedIn('admin-2'), setRoles, { staff: testIds.admin, roles: [{ role: 'clerk', scope: '*' }] })),
  ])
  expect(both.filter((code) => code === 'done')).toHaveLength(1)
  const [row] = await the.house.connections
    .sql`select count(*)::int as n from staff s join roles r on r.staff_id = s.id where r.role = 'admin' and r.scope = '*' and s.disabled_at is null`
  expect(row!.n).toBe(1)
})

test('who works here chooses another password, and stays signed in here only', async () => {
  await add('chooser')
  const [here, elsewhere] = [await signedIn('chooser'), await signedIn('chooser')]
  const next = 'vier losse woorden achter elkaar'
  await ask(here, setMyPassword, { present: password, password: next })
  expect((await ask(here, me, {})).name).toBe('chooser')
  expect(await codeOf(ask(elsewhere, me, {}))).toBe('sign-in-needed')
  expect(await codeOf(ask(await signedIn('chooser'), me, {}))).toBe('sign-in-needed')
  expect(await codeOf(ask(await signedIn('chooser', next), me, {}))).toBe('done')
})

test('a wrong password of now changes nothing, is named, and is not guessed more than ten times', async () => {
  await add('guessed')
  const here = await signedIn('guessed')
  const guess = () => ask(here, setMyPassword, { present: 'not the one', password: 'another long password' }).catch((error) => error)
  expect(await guess()).toMatchObject({ code: 'invalid-input', fields: [{ field: 'body.present', code: 'wrong-password' }] })
  for (let i = 0; i < 9; i++) await guess()
  expect(await guess()).toMatchObject({ code: 'too-many-requests' })
  expect(await codeOf(ask(here, setMyPassword, { present: password, password: 'another long password' }))).toBe('too-many-requests')
  expect(await codeOf(ask(await signedIn('guessed'), me, {}))).toBe('done')
})
