import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDevice, enrolDevice, removeDevice, reportDevice } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { readReference } from '../../domain/reference.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  expect(the.faults).toEqual([])
  await the.stop()
})
beforeEach(() => the.clock.pass(11 * 60_000))

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.code : Promise.reject(error)),
  )
const announce = (kind: 'kiosk' | 'display' = 'kiosk', id = key(), point = 'lisboa') =>
  ask(the.as.pointManager, addDevice, { point, kind }, id)
const deviceOf = (token: string): Asker => ({
  base: 'http://beurt.test',
  send: async (r) => the.app.fetch(r),
  headers: () => ({ authorization: `Bearer ${token}` }),
})

test('a device is announced with the next number of its kind and a code of eight signs', async () => {
  const first = await announce('kiosk')
  expect(first).toMatchObject({ kind: 'kiosk', number: 2 })
  expect(readReference(first.code)).toBe(first.code)
  expect(Date.parse(first.until) - the.clock.now()).toBe(15 * 60_000)
  expect((await announce('display')).number).toBe(2)
  expect((await announce('kiosk')).number).toBe(3)
})

test('asking twice under one key gives the same device and code; no table holds the code', async () => {
  const id = key()
  const [one, two] = [await announce('kiosk', id), await announce('kiosk', id)]
  expect(two).toEqual(one)
  const rows = await the.house.connections
    .sql`select d::text as row from devices d union all select h::text from history h union all select a::text from answers a`
  expect(rows.some((r) => r.row.includes(one.code))).toBe(false)
})

test('numbers are given once, also to many at once', async () => {
  const many = await Promise.all(Array.from({ length: 8 }, () => announce('display')))
  expect(new Set(many.map((d) => d.number)).size).toBe(8)
})

test('the code enrols once; typed in small letters with a space it is the same code', async () => {
  const { code, id, number } = await announce('kiosk')
  const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
  const device = await ask(the.as.anyone, enrolDevice, { code: typed })
  expect(device).toMatchObject({ id, pointId: 'lisboa', kind: 'kiosk', number })
  expect(await ask(deviceOf(device.token), reportDevice, { paper: 'ok' })).toEqual({ id, pointId: 'lisboa', number })
  expect(await codeOf(ask(the.as.anyone, enrolDevice, { code }))).toBe('code-not-valid')
  const rows = await the.house.connections.sql`select d::text as row from devices d union all select h::text from history h`
  expect(rows.some((r) => r.row.includes(device.token))).toBe(false)
})

test('of two that type the code at once, one gets in', async () => {
  const { code } = await announce('kiosk')
  const both = await Promise.all([1, 2, 3, 4].map(() => codeOf(ask(the.as.anyone, enrolDevice, { code }))))
  expect(both.sort()).toEqual(['code-not-valid', 'code-not-valid', 'code-not-valid', 'done'])
})

test('a code is over after fifteen minutes, and its number is free again', async () => {
  const { code, number } = await announce('kiosk')
  the.clock.pass(15 * 60_000)
  expect(await codeOf(ask(the.as.anyone, enrolDevice, { code }))).toBe('code-not-valid')
  const numbers = [await announce('kiosk'), await announce('kiosk'), await announce('kiosk')].map((d) => d.number)
  expect(numbers).toContain(number)
})

test('blanks, wild cards and another code open nothing, and ten guesses are enough', async () => {
  await announce('kiosk')
  for (const code of ['------', '        ', '%', '_', '*', '________', "' or 1=1 --", '23456789', 'ZZZZZZZZ', 'a'])
    expect(await codeOf(ask(the.as.anyone, enrolDevice, { code }))).toBe('code-not-valid')
  expect(await codeOf(ask(the.as.anyone, enrolDevice, { code: '23456789' }))).toBe('too-many-requests')
})

test('a device is announced by a manager of its point or an admin, and by nobody else', async () => {
  for (const asker of [the.as.clerk, the.as.foreignClerk, the.as.kiosk, the.as.display])
    expect(await codeOf(ask(asker, addDevice, { point: 'lisboa', kind: 'kiosk' }, key()))).toBe('not-allowed')
  expect(await codeOf(ask(the.as.pointManager, addDevice, { point: 'horta', kind: 'kiosk' }, key()))).toBe('not-allowed')
  for (const asker of [the.as.admin, the.as.networkManager])
    expect(await codeOf(ask(asker, addDevice, { point: 'horta', kind: 'kiosk' }, key()))).toBe('done')
})

const remove = (device: string, asker = the.as.pointManager, point = 'lisboa') => ask(asker, removeDevice, { point, device })

test('a device that was taken out is refused at once, with its token and with its code; twice is the same', async () => {
  const [stays, goes, waits] = [await announce('kiosk'), await announce('kiosk'), await announce('display')]
  const { token } = await ask(the.as.anyone, enrolDevice, { code: goes.code })
  const kept = await ask(the.as.anyone, enrolDevice, { code: stays.code })
  expect(await codeOf(ask(deviceOf(token), reportDevice, {}))).toBe('done')
  for (const id of [goes.id, goes.id, waits.id]) expect(await remove(id)).toEqual({ id })
  expect(await codeOf(ask(deviceOf(token), reportDevice, {}))).toBe('sign-in-needed')
  expect(await codeOf(ask(the.as.anyone, enrolDevice, { code: waits.code }))).toBe('code-not-valid')
  expect(await codeOf(ask(deviceOf(kept.token), reportDevice, {}))).toBe('done')
  const lines = await the.house.connections.sql`select actor_kind, what from history where act = 'remove-device' order by version`
  expect(lines.map(({ actor_kind, what }) => [actor_kind, what.deviceId])).toEqual([
    ['staff', goes.id],
    ['staff', waits.id],
  ])
})

test('nobody gets the number of a device that was taken out until a day later', async () => {
  const { id, number, code } = await announce('kiosk')
  await ask(the.as.anyone, enrolDevice, { code })
  await remove(id)
  the.clock.pass(23 * 3_600_000)
  expect((await announce('kiosk')).number).not.toBe(number)
  the.clock.pass(3_600_000)
  const numbers = [await announce('kiosk'), await announce('kiosk'), await announce('kiosk')].map((d) => d.number)
  expect(numbers).toContain(number)
})

test('a kiosk that was taken out and comes back within a day has its own number again; who only says so has not', async () => {
  const first = await announce('kiosk')
  const { token } = await ask(the.as.anyone, enrolDevice, { code: first.code })
  await remove(first.id)
  const guess = await announce('kiosk')
  expect(await ask(the.as.anyone, enrolDevice, { code: guess.code, former: `${token}x` })).toMatchObject({ number: guess.number })
  const [screen, elsewhere] = [await announce('display'), await ask(the.as.admin, addDevice, { point: 'horta', kind: 'kiosk' }, key())]
  for (const other of [screen, elsewhere])
    expect(await ask(the.as.anyone, enrolDevice, { code: other.code, former: token })).toMatchObject({ number: other.number })
  const back = await announce('kiosk')
  const again = await ask(the.as.anyone, enrolDevice, { code: back.code, former: token })
  expect(again).toMatchObject({ id: back.id, number: first.number })
  expect(await codeOf(ask(deviceOf(again.token), reportDevice, {}))).toBe('done')
  expect(await codeOf(ask(deviceOf(token), reportDevice, {}))).toBe('sign-in-needed')
  await remove(again.id)
  the.clock.pass(24 * 3_600_000)
  const late = await announce('kiosk')
  expect(await ask(the.as.anyone, enrolDevice, { code: late.code, former: again.token })).toMatchObject({ number: late.number })
})

test('a kiosk that was not taken out and gets another code is still who it was, and stands in the list once', async () => {
  const [first, second] = [await announce('kiosk'), await announce('kiosk')]
  const { token } = await ask(the.as.anyone, enrolDevice, { code: first.code })
  const elsewhere = await ask(the.as.admin, addDevice, { point: 'horta', kind: 'kiosk' }, key())
  expect(await ask(the.as.anyone, enrolDevice, { code: elsewhere.code, former: token })).toMatchObject({ number: elsewhere.number })
  expect(await codeOf(ask(deviceOf(token), reportDevice, {}))).toBe('done')
  const again = await ask(the.as.anyone, enrolDevice, { code: second.code, former: token })
  expect(again).toMatchObject({ id: second.id, number: first.number })
  expect(await codeOf(ask(deviceOf(token), reportDevice, {}))).toBe('sign-in-needed')
  expect(await ask(deviceOf(again.token), reportDevice, {})).toMatchObject({ id: second.id, number: first.number })
  const rows = await the.house.connections.sql`select number from devices where id in (${first.id}, ${second.id})`
  expect(rows.map((row) => row.number)).toEqual([first.number])
})

test('a machine that did not hear the answer asks again with its own token and is told the same, and nobody else is', async () => {
  const former = (await ask(the.as.anyone, enrolDevice, { code: (await announce('kiosk')).code })).token
  const { code } = await announce('kiosk')
  const own = (n: number) => String(n).repeat(43)
  const wanted = { code, token: own(1), former }
  const both = await Promise.all([1, 2].map(() => ask(the.as.anyone, enrolDevice, wanted)))
  expect(both[1]).toEqual(both[0])
  expect(both[0]!.token).toBe(own(1))
  the.clock.pass(20 * 60_000)
  expect(await ask(the.as.anyone, enrolDevice, wanted)).toEqual(both[0])
  for (const other of [{ code }, { code, token: own(2) }, { code, token: own(2), former }])
    expect(await codeOf(ask(the.as.anyone, enrolDevice, other))).toBe('code-not-valid')
  const lines = await the.house.connections.sql`select 1 from history where act = 'enrol-device' and what->>'deviceId' = ${both[0]!.id}`
  expect(lines.length).toBe(1)
  await remove(both[0]!.id)
  expect(await codeOf(ask(the.as.anyone, enrolDevice, wanted))).toBe('code-not-valid')
})

test('a device is taken out by a manager of its point or an admin, and by nobody else', async () => {
  const { id, code } = await announce('kiosk')
  const elsewhere = await ask(the.as.networkManager, addDevice, { point: 'horta', kind: 'kiosk' }, key())
  for (const asker of [the.as.clerk, the.as.foreignClerk, the.as.kiosk, the.as.display])
    expect(await codeOf(remove(id, asker))).toBe('not-allowed')
  expect(await codeOf(remove(elsewhere.id, the.as.pointManager, 'horta'))).toBe('not-allowed')
  expect(await codeOf(remove(elsewhere.id, the.as.pointManager, 'lisboa'))).toBe('not-found')
  expect(await codeOf(ask(the.as.anyone, enrolDevice, { code }))).toBe('done')
  for (const asker of [the.as.admin, the.as.networkManager]) expect(await codeOf(remove(id, asker))).toBe('done')
})

test('a report is kept with its time, and rings the point when it is news', async () => {
  const rung: string[] = []
  const { ring } = the.house.live
  the.house.live.ring = (pointId) => {
    rung.push(pointId)
    ring(pointId)
  }
  await ask(the.as.kiosk, reportDevice, { paper: 'low' })
  await ask(the.as.kiosk, reportDevice, { paper: 'low' })
  expect(rung).toEqual(['lisboa'])
  await ask(the.as.kiosk, reportDevice, { paper: 'out' })
  expect(rung.length).toBe(2)
  the.clock.pass(5 * 60_000)
  await ask(the.as.kiosk, reportDevice, {})
  expect(rung.length).toBe(3)
  await ask(the.as.kiosk, reportDevice, { stray: 1 })
  await ask(the.as.kiosk, reportDevice, { stray: 1 })
  expect(rung.length).toBe(4)
  await ask(the.as.kiosk, reportDevice, { stray: 0 })
  the.house.live.ring = ring
  const [row] = await the.house.connections
    .sql`select paper, seen_at from devices where point_id = 'lisboa' and kind = 'kiosk' and number = 1`
  expect(row!.paper).toBe('out')
  expect(Date.parse(row!.seen_at)).toBe(the.clock.now())
})
