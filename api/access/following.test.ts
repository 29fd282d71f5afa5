import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addStaff, setMyPassword, setRoles, signIn, signOut } from '../../contract/access.ts'
import { type AnyRoute, type Asker, ask, requestOf } from '../../contract/ask.ts'
import { network } from '../../contract/network.ts'
import { hallList } from '../../contract/tickets.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const password = 'k7mp-x2rt-99wq-b4cz'
const add = async (subject: string): Promise<string> => {
  const roles = [{ role: 'network-manager' as const, scope: '*' }]
  return (await ask(the.as.admin, addStaff, { subject, name: subject, password, roles }, key())).id
}

async function signedIn(subject: string): Promise<Asker> {
  const response = await the.app.fetch(requestOf(the.as.anyone, signIn, { subject, password }, null))
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!
  return { ...the.as.anyone, headers: () => ({ cookie }) }
}

/** One connection of one browser: what it was told, and whether it was ended. */
async function follow(asker: Asker, route: AnyRoute, input: Record<string, unknown>) {
  const stop = new AbortController()
  const request = requestOf(asker, route, input as never, null, { accept: 'text/event-stream' })
  const response = await the.app.fetch(new Request(request, { signal: stop.signal }))
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const seen = { told: [] as string[], ended: false, stop: () => stop.abort() }
  void (async () => {
    const decoder = new TextDecoder()
    for await (const bytes of response.body!) seen.told.push(decoder.decode(bytes))
    seen.ended = true
  })()
  await until(() => expect(seen.told.length).toBeGreaterThan(0))
  return seen
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 4000, interval: 10 })
/** Later, when streams look again at who follows them. */
const later = () => {
  the.clock.pass(10_000)
  the.house.live.ring('lisboa')
}

test('who followed all halls and now has one is told of that one alone', async () => {
  const id = await add('everywhere')
  const theirs = await signedIn('everywhere')
  const before = await follow(theirs, network, {})
  await until(() => expect(before.told.join()).toContain('sao-paulo'))
  await ask(the.as.admin, setRoles, { staff: id, roles: [{ role: 'point-manager', scope: 'lisboa' }] })
  later()
  await until(() => expect(before.ended).toBe(true))
  const after = await follow(theirs, network, {})
  await until(() => expect(after.told.join()).toContain('lisboa'))
  expect(after.told.join()).not.toContain('sao-paulo')
  after.stop()
})

test('of two browsers of one person each follows by its own sign-in', async () => {
  await add('twice')
  const [one, two] = [await signedIn('twice'), await signedIn('twice')]
  const at = { point: 'lisboa', counter: '1' }
  const [first, second] = [await follow(one, hallList, at), await follow(two, hallList, at)]
  await ask(two, signOut, {})
  later()
  await until(() => expect(second.ended).toBe(true))
  const told = first.told.length
  the.house.live.ring('lisboa')
  await until(() => expect(first.told.length).toBeGreaterThan(told))
  expect(first.ended).toBe(false)
  first.stop()
})

test('a new password ends what the other browsers follow, and not what this one does', async () => {
  await add('changed')
  const [elsewhere, here] = [await signedIn('changed'), await signedIn('changed')]
  const at = { point: 'lisboa', counter: '1' }
  const [stays, ends] = [await follow(here, hallList, at), await follow(elsewhere, hallList, at)]
  await ask(here, setMyPassword, { present: password, password: 'een heel ander wachtwoord' })
  later()
  await until(() => expect(ends.ended).toBe(true))
  expect(stays.ended).toBe(false)
  stays.stop()
})

test('two windows of one sign-in share one stream', async () => {
  await add('windows')
  const asker = await signedIn('windows')
  const at = { point: 'lisboa', counter: '2' }
  const windows = [await follow(asker, hallList, at), await follow(asker, hallList, at)]
  const reads = vi.spyOn(the.house.keeper, 'kept')
  the.house.live.ring('lisboa')
  await until(() => expect(windows.map(({ told }) => told.length)).toEqual([2, 2]))
  expect(reads).toHaveBeenCalledTimes(1)
  reads.mockRestore()
  for (const one of windows) one.stop()
})
