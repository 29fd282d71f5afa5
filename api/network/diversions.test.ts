import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Asker } from '../../contract/ask.ts'
import { endDiversion, network, startDiversion } from '../../contract/network.ts'
import { menu } from '../../contract/points.ts'
import { counterActs, takeTicket } from '../../contract/tickets.ts'
import { iso, minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
  // Horta comes to lie two kilometres from Lisboa, so that going there can pay.
  await the.house.connections.sql`update points set latitude = 38.74, longitude = -9.14, revision = revision + 1 where id = 'horta'`
  await the.house.catalogue.load()
  const open = { counter: '1' } as const
  await askStrictly(the.as.clerk, counterActs.open, { point: 'lisboa', ...open }, key())
  await askStrictly(the.as.networkManager, counterActs.open, { point: 'horta', ...open }, key())
  for (let i = 0; i < 8; i++) await take('lisboa', {})
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})
beforeEach(async () => {
  for (const d of the.house.diversions.running())
    await askStrictly(the.as.networkManager, endDiversion, { point: d.fromPointId, diversion: d.id })
})

const take = (point: string, more: object, id = key(), asker = the.as.kiosk) =>
  askStrictly(asker, takeTicket, { point, serviceIds: ['passport'], people: 1, language: 'nl', ...more }, id)
const until = () => iso(the.clock.now() + 60 * minuteMs)
const divert = (more: object = {}, asker: Asker = the.as.pointManager, id = key()) =>
  askStrictly(asker, startDiversion, { point: 'lisboa', toPoint: 'horta', until: until(), ...more }, id)
const offers = async (point = 'lisboa') => (await askStrictly(the.as.anyone, menu, { point })).offers
const end = (point: string, diversion: string, asker: Asker = the.as.pointManager) => askStrictly(asker, endDiversion, { point, diversion })

/** The lines that both halls have of a ticket that was diverted; the one it did not join may have its own a moment later. */
const linesOf = (diversionId: string) =>
  vi.waitFor(async () => {
    const lines = await the.house.connections.sql`
      select point_id, act, actor_kind, what from history where what->>'diversionId' = ${diversionId} and act in ('take', 'send') order by point_id desc`
    expect(lines).toHaveLength(2)
    return lines
  })

test('a diversion is offered with both waits, distance and gain, accepted, and the time of arrival kept', async () => {
  const diversion = await divert()
  expect(diversion).toMatchObject({ pointId: 'lisboa', toPointId: 'horta' })
  const [offer] = await offers()
  expect(offer).toMatchObject({
    diversionId: diversion.id,
    serviceIds: ['passport', 'id-card', 'moving'],
    to: { id: 'horta', name: 'Horta', address: 'Rua Direita 1' },
    distanceKm: 2,
    travelMinutes: 16,
    waitThere: { fromMinutes: 0, untilMinutes: 5 },
  })
  expect(offer!.gainMinutes).toBeGreaterThanOrEqual(10)
  expect(await offers('horta')).toEqual([])

  const id = key()
  const arrivedAt = the.clock.now()
  const ticket = await take('horta', { diversionId: diversion.id }, id)
  expect(ticket).toMatchObject({ pointId: 'horta', label: 'A\u2009001', otherPointId: 'lisboa' })
  expect((await the.house.keeper.kept('horta')).hall.tickets.get(id)).toMatchObject({ rankAt: arrivedAt })
  const [here, there] = await linesOf(diversion.id)
  expect(here).toMatchObject({ point_id: 'lisboa', act: 'send', actor_kind: 'kiosk', what: { toPointId: 'horta', elsewhere: id } })
  expect(there).toMatchObject({ point_id: 'horta', act: 'take', what: { fromPointId: 'lisboa', ticketId: id, series: 'A', number: 1 } })
  expect((await the.house.keeper.kept('lisboa')).hall.tickets.has(id)).toBe(false)
  const { tiles } = await askStrictly(the.as.networkManager, network, {})
  expect(tiles.find((one) => one.pointId === 'lisboa')?.diversions).toEqual([expect.objectContaining({ id: diversion.id, went: 1 })])
})

test('accepting twice with one key is one ticket, one line in each history and the same answer, also after the end', async () => {
  const diversion = await divert()
  const id = key()
  const [a, b] = await Promise.all([take('horta', { diversionId: diversion.id }, id), take('horta', { diversionId: diversion.id }, id)])
  await end('lisboa', diversion.id)
  const c = await take('horta', { diversionId: diversion.id }, id)
  expect([b, c]).toEqual([a, a])
  await linesOf(diversion.id)
})

test('the number there is given whatever becomes of the line of history here: it fails and is told, or nothing comes of it', async () => {
  const diversion = await divert()
  const { keeper } = the.house
  const { change } = keeper
  const fails = () => Promise.reject(new Error('no line today'))
  const hangs = () => new Promise<never>(() => {})
  for (const here of [fails, hangs]) {
    keeper.change = (wanted) => (wanted.pointId === 'lisboa' ? here() : change.call(keeper, wanted))
    const id = key()
    expect(await take('horta', { diversionId: diversion.id }, id)).toMatchObject({ id, pointId: 'horta', otherPointId: 'lisboa' })
  }
  keeper.change = change
  expect(the.faults.splice(0).map(({ error }) => String(error))).toEqual(['Error: no line today'])
})

test('a kiosk takes at another point only with a diversion that stands, starts at its own point, and covers the service', async () => {
  const { id } = await divert({ serviceIds: ['passport'] })
  expect(await problemCode(take('horta', {}))).toBe('not-allowed')
  expect(await problemCode(take('horta', { diversionId: key() }))).toBe('not-allowed')
  expect(await problemCode(take('sao-paulo', { diversionId: id }))).toBe('not-allowed')
  expect(await problemCode(take('horta', { diversionId: id }, key(), the.as.foreignKiosk))).toBe('not-allowed')
  expect(await problemCode(take('horta', { diversionId: id, serviceIds: ['moving'] }))).toBe('not-allowed')
  expect(await problemCode(take('horta', { diversionId: id }, key(), the.as.anyone))).toBe('sign-in-needed')
  expect(await problemCode(take('lisboa', { diversionId: id }))).toBe('not-allowed')
  await end('lisboa', id)
  expect(await problemCode(take('horta', { diversionId: id }))).toBe('not-allowed')
})

test('one that another process started is known when a kiosk asks with it', async () => {
  const id = key()
  await the.house.connections.sql`insert into diversions (point_id, id, to_point_id, started_at, until_at, staff_id)
    values ('lisboa', ${id}, 'horta', ${iso(the.clock.now())}, ${until()}, ${key()})`
  expect((await take('horta', { diversionId: id })).otherPointId).toBe('lisboa')
})

test('the menus of both points are read again when one starts, and it is over when its time is', async () => {
  const rings = vi.spyOn(the.house.live, 'ring')
  await divert({ until: iso(the.clock.now() + 5 * minuteMs) })
  expect(rings.mock.calls.flat()).toEqual(['lisboa', 'horta'])
  rings.mockRestore()
  expect(await offers()).toHaveLength(1)
  the.clock.pass(5 * minuteMs)
  expect(await offers()).toEqual([])
})

test('no gain, no offer: the least gain is what the manager asks for', async () => {
  await divert({ minGainMinutes: 240 })
  expect(await offers()).toEqual([])
})

test('what cannot stand is refused', async () => {
  expect(await problemCode(divert({ toPoint: 'lisboa' }))).toBe('no-transfer-target')
  expect(await problemCode(divert({ toPoint: 'nowhere' }))).toBe('no-transfer-target')
  expect(await problemCode(divert({ until: iso(the.clock.now()) }))).toBe('in-the-past')
  expect(await problemCode(divert({ serviceIds: ['fishing'] }))).toBe('service-not-here')
  await divert()
  expect(await problemCode(divert({ point: 'horta', toPoint: 'lisboa' }, the.as.networkManager))).toBe('no-transfer-target')
  expect(await problemCode(divert({ point: 'horta', toPoint: 'sao-paulo' }, the.as.networkManager))).toBe('no-transfer-target')
})

test('two managers who divert to each other at once: one wins', async () => {
  const results = await Promise.allSettled([divert(), divert({ point: 'horta', toPoint: 'lisboa' }, the.as.networkManager)])
  expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((r) => r.status === 'rejected')!.reason.code).toBe('no-transfer-target')
})

test('the same key twice is one diversion; with another body it is refused', async () => {
  const id = key()
  const [more] = [{ until: until() }]
  const [a, b] = await Promise.all([divert(more, the.as.pointManager, id), divert(more, the.as.pointManager, id)])
  expect(b).toEqual(a)
  expect(the.house.diversions.running().filter((d) => d.id === id)).toHaveLength(1)
  expect(await problemCode(divert({ ...more, minGainMinutes: 3 }, the.as.pointManager, id))).toBe('idempotency-key-reused')
})

test('ending twice gives the same answer, and both ends are in the history', async () => {
  const { id } = await divert()
  const first = await end('lisboa', id)
  the.clock.pass(1000)
  expect(await end('lisboa', id)).toEqual(first)
  const lines = await the.house.connections.sql`select act from history where what->>'diversionId' = ${id} order by version`
  expect(lines.map((l) => l.act)).toEqual(['start-diversion', 'end-diversion'])
  expect(await problemCode(end('lisboa', key()))).toBe('not-found')
  expect(await problemCode(end('horta', id, the.as.networkManager))).toBe('not-found')
})

test('a manager diverts from their own points only; clerks, kiosks and admins do not', async () => {
  expect(await problemCode(divert({ point: 'horta', toPoint: 'lisboa' }))).toBe('not-allowed')
  for (const asker of [the.as.clerk, the.as.kiosk, the.as.admin]) expect(await problemCode(divert({}, asker))).toBe('not-allowed')
  expect(await problemCode(divert({}, the.as.anyone))).toBe('sign-in-needed')
  const { id } = await divert({}, the.as.networkManager)
  expect(await problemCode(end('lisboa', id, the.as.clerk))).toBe('not-allowed')
})
