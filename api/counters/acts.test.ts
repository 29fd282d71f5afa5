import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Asker } from '../../contract/ask.ts'
import type { InputOf } from '../../contract/route.ts'
import { counterActs, hallList, takeTicket } from '../../contract/tickets.ts'
import { iso, minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { testIds } from '../../proof/setup/network.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

type Name = keyof typeof counterActs
type More<K extends Name> = Omit<InputOf<(typeof counterActs)[K]>, 'point' | 'counter'>
/** Counter 1 is the clerk's, counter 2 the manager's. */
const act = <K extends Name>(name: K, more: More<K> = {} as More<K>, by: { as?: Asker; counter?: string; key?: string } = {}) =>
  askStrictly(by.as ?? the.as.clerk, counterActs[name], { point: 'lisboa', counter: by.counter ?? '1', ...more } as never, by.key ?? key())
const two = () => ({ as: the.as.pointManager, counter: '2' })
const take = (serviceIds = ['passport']) =>
  askStrictly(the.as.kiosk, takeTicket, { point: 'lisboa', serviceIds, people: 1, language: 'nl' }, key())
const list = (counter = '1', asker = the.as.clerk) => askStrictly(asker, hallList, { point: 'lisboa', counter })
const actsOf = async (ticketId: string) =>
  (
    await the.house.connections
      .sql`select act from history where point_id = 'lisboa' and what->>'ticketId' = ${ticketId} order by version, line`
  ).map((r) => r.act)
/** Puts the hall back: nobody waits, both counters are open and free. */
async function tidyUp() {
  await act('open')
  await act('open', {}, two())
  for (const who of [{ as: the.as.clerk, counter: '1' }, two()]) {
    const { current } = await list(who.counter, who.as)
    if (current) await act('leave', { ticketId: current.id }, who)
  }
  const { waiting, others, parked, missed } = await list()
  for (const t of [...waiting, ...others, ...parked, ...missed]) await act('leave', { ticketId: t.id })
}
beforeEach(tidyUp)

test('take, call, start, finish: the whole way over HTTP, and its history', async () => {
  const ticket = await take()
  the.clock.pass(3 * minuteMs)
  const called = await act('callNext')
  expect(called).toMatchObject({
    ticket: { id: ticket.id, state: 'called', counter: 1, calls: 1 },
    why: { code: 'first', figures: { minutes: 3 } },
  })
  expect((await act('start')).ticket!.state).toBe('serving')
  expect((await act('finish')).ticket).toBe(null)
  expect(await actsOf(ticket.id)).toEqual(['take', 'call', 'start', 'finish'])
  expect((await the.house.keeper.kept('lisboa')).hall.tickets.get(ticket.id)!.state).toBe('finished')
})

test('finishing and calling the next is one act, and one undo takes both back', async () => {
  const [first, second] = [await take(), await take()]
  await act('callNext')
  await act('start')
  const next = await act('finish', { andNext: true })
  expect(next).toMatchObject({ ticket: { id: second.id, state: 'called' }, why: { code: 'first' } })
  const undone = await act('undo')
  expect(undone.ticket).toMatchObject({ id: first.id, state: 'serving' })
  expect((await list()).waiting.map((t) => t.id)).toEqual([second.id])
  expect(await problemCode(act('undo'))).toBe('nothing-to-undo')
})

test('two clerks who call next at once get different people', async () => {
  const tickets = [await take(), await take()]
  const called = await Promise.all([act('callNext'), act('callNext', {}, two())])
  expect(called.map((c) => c.ticket!.id).sort()).toEqual(tickets.map((t) => t.id).sort())
})

test('two clerks who pick the same ticket at once: one has it', async () => {
  const { id } = await take()
  const results = await Promise.allSettled([act('callOne', { ticketId: id }), act('callOne', { ticketId: id }, two())])
  expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((r) => r.status === 'rejected')!.reason.code).toBe('wrong-ticket-state')
})

test('the same key twice is one act and one answer; with another body it is refused', async () => {
  await take()
  await take()
  const again = key()
  const [a, b] = await Promise.all([act('callNext', {}, { key: again }), act('callNext', {}, { key: again })])
  expect(b).toEqual(a)
  expect(await act('callNext', {}, { key: again })).toEqual(a)
  expect((await list()).waiting).toHaveLength(1)
  await act('start')
  const finishing = key()
  await act('finish', {}, { key: finishing })
  expect(await problemCode(act('finish', { andNext: true }, { key: finishing }))).toBe('idempotency-key-reused')
})

test('recalled, missed, back, called once more, parked and resumed', async () => {
  const { id } = await take()
  await act('callNext')
  expect((await act('recall')).ticket!.calls).toBe(2)
  await act('recall')
  expect(await problemCode(act('recall'))).toBe('called-too-often')
  expect((await act('miss')).ticket).toBe(null)
  expect((await list()).missed.map((t) => t.id)).toEqual([id])
  await act('returnMissed', { ticketId: id })
  expect((await list()).waiting.map((t) => t.id)).toEqual([id])
  await act('callOne', { ticketId: id })
  await act('start')
  await act('park', { reason: 'photo' })
  expect((await list()).parked).toMatchObject([{ id, reason: 'photo', counter: null }])
  expect((await act('resume', { ticketId: id })).ticket).toMatchObject({ id, state: 'called' })
  expect(await actsOf(id)).toEqual(['take', 'call', 'recall', 'recall', 'miss', 'return', 'call', 'start', 'park', 'resume'])
})

test('a screen that lags behind does not hit another ticket', async () => {
  const [first, second] = [await take(), await take()]
  await act('callNext')
  await act('start')
  await act('finish', { ticketId: first.id, andNext: true })
  expect(await problemCode(act('miss', { ticketId: first.id }))).toBe('wrong-ticket-state')
  expect((await list()).current).toMatchObject({ id: second.id, state: 'called' })
  expect(await problemCode(act('start', { ticketId: first.id }, two()))).toBe('wrong-ticket-state')
})

test('a counter belongs to who opened it, in a second window too; a manager closes what was left open', async () => {
  await take()
  for (const name of ['callNext', 'pause', 'open', 'undo', 'close'] as const)
    expect(await problemCode(act(name, {}, { counter: '2' })), name).toBe('counter-taken')
  await act('callNext')
  expect((await list()).current).not.toBe(null)
  await act('leave', { ticketId: (await list()).current!.id })
  expect(await problemCode(act('pause', {}, { as: the.as.networkManager }))).toBe('counter-taken')
  await act('close', {}, { as: the.as.pointManager, counter: '1' })
  expect((await list()).counters[0]).toEqual(expect.objectContaining({ id: 1, state: 'closed', mine: false, taken: false }))
})

test('the rules refuse with their own words', async () => {
  expect(await problemCode(act('callNext'))).toBe('nobody-waiting')
  for (const name of ['recall', 'start', 'finish', 'miss', 'park', 'transfer'] as const)
    expect(await problemCode(act(name, {})), name).toBe('not-at-this-counter')
  expect(await problemCode(act('callOne', { ticketId: key() }))).toBe('ticket-unknown')
  expect(await problemCode(act('callNext', {}, { counter: '77' }))).toBe('counter-unknown')
  expect(await problemCode(list('77'))).toBe('counter-unknown')
  await act('pause')
  expect(await problemCode(act('callNext'))).toBe('counter-closed')
  await act('open')
  await take()
  await act('callNext')
  expect(await problemCode(act('callNext'))).toBe('counter-busy')
  expect(await problemCode(act('close'))).toBe('counter-busy')
  expect(await problemCode(act('transfer', {}))).toBe('no-transfer-target')
  expect(await problemCode(act('transfer', { toCounter: 9 }))).toBe('no-transfer-target')
  expect(await problemCode(act('transfer', { serviceIds: ['fishing'] }))).toBe('service-not-here')
})

test('a ticket goes on to other services, or to one counter that alone calls it', async () => {
  const { id } = await take()
  await act('callNext')
  await act('transfer', { toCounter: 2 })
  expect(await problemCode(act('callNext'))).toBe('nobody-waiting')
  expect((await list()).others.map((t) => t.id)).toEqual([id])
  const called = await act('callNext', {}, two())
  expect(called).toMatchObject({ ticket: { id, onlyCounter: 2 }, why: { code: 'only-you' } })
  await act('start', {}, two())
  const moved = await act('transfer', { serviceIds: ['moving'] }, two())
  expect(moved.ticket).toBe(null)
  expect((await list()).waiting).toMatchObject([{ id, serviceIds: ['moving'], onlyCounter: null }])
})

test('a clerk adds a walk-in, with priority, also for what needs an appointment', async () => {
  await take()
  const id = key()
  await act('add', { serviceIds: ['advice'], people: 2, language: 'en', priority: 1 }, { key: id })
  await act('add', { serviceIds: ['advice'], people: 2, language: 'en', priority: 1 }, { key: id })
  expect((await list()).waiting.map((t) => t.id)[0]).toBe(id)
  expect((await act('callNext')).why).toEqual({ code: 'priority', figures: { minutes: 0 } })
})

test('only clerks of this hall come near it', async () => {
  for (const asker of [the.as.foreignClerk, the.as.kiosk, the.as.display, the.as.admin]) {
    expect(await problemCode(act('callNext', {}, { as: asker }))).toBe('not-allowed')
    expect(await problemCode(list('1', asker))).toBe('not-allowed')
  }
  expect(await problemCode(list('1', the.as.anyone))).toBe('sign-in-needed')
})

test('the list says who is next and why, what is mine, what can be undone, and where a ticket may go', async () => {
  const ticket = await take()
  the.clock.pass(25 * minuteMs)
  const before = await list()
  expect(before.next).toEqual({ ticketId: ticket.id, why: { code: 'wait', figures: { minutes: 25 } } })
  expect(before.counters.slice(0, 2)).toMatchObject([
    { id: 1, state: 'open', mine: true, taken: false },
    { id: 2, state: 'open', mine: false, taken: true },
  ])
  expect(before.points.map((p) => p.id)).toEqual(['horta', 'sao-paulo'])
  await act('callNext')
  const after = await list()
  expect(after).toMatchObject({ current: { id: ticket.id }, next: null, waiting: [], canUndo: { act: 'call' } })
  the.clock.pass(31_000)
  expect((await list()).canUndo).toBe(null)
})

test('an act is undone too after the hall was loaded again, unless its ticket was touched since', async () => {
  const loadAgain = () => the.house.keeper.changed('lisboa')
  const [first, second] = [await take(), await take()]
  await act('callNext')
  loadAgain()
  expect((await list()).canUndo).toMatchObject({ act: 'call' })
  expect((await act('undo')).ticket).toBe(null)
  loadAgain()
  expect(await problemCode(act('undo'))).toBe('nothing-to-undo')
  expect((await list()).waiting.map((t) => t.id)).toEqual([first.id, second.id])
  await act('callNext')
  await act('park')
  await act('resume', { ticketId: first.id }, two())
  loadAgain()
  expect(await problemCode(act('undo'))).toBe('nothing-to-undo')
  expect((await act('undo', {}, two())).ticket).toBe(null)
})

test('a manager closes the counter that a colleague left with somebody there, and nobody is lost', async () => {
  const [served, called] = [await take(), await take()]
  await act('callNext')
  await act('start')
  await act('callNext', {}, two())
  const manager = { as: the.as.networkManager }
  for (const name of ['finish', 'park', 'undo', 'pause', 'open'] as const)
    expect(await problemCode(act(name, {}, manager)), name).toBe('counter-taken')
  expect(await problemCode(act('close', {}, manager))).toBe('counter-busy')
  expect(await problemCode(act('close', { ticketId: called.id }, manager))).toBe('counter-busy')
  expect(await problemCode(act('close', { ticketId: served.id }, { as: the.as.foreignClerk }))).toBe('not-allowed')
  expect(await problemCode(act('close', { ticketId: called.id }, { counter: '2' }))).toBe('counter-taken')
  await act('close', { ticketId: served.id }, manager)
  await act('close', { ticketId: called.id }, { ...manager, counter: '2' })
  const { parked, waiting, counters } = await list()
  expect(parked).toMatchObject([{ id: served.id, reason: 'counter-closed', counter: null }])
  expect(waiting.map((t) => t.id)).toEqual([called.id])
  expect(counters.slice(0, 2).map((c) => [c.state, c.ticketLabel])).toEqual([
    ['closed', null],
    ['closed', null],
  ])
  const [line] = await the.house.connections
    .sql`select actor_kind, actor_id, act, what from history where point_id = 'lisboa' and what->>'ticketId' = ${served.id} order by version desc, line desc limit 1`
  const by = { actor_kind: 'staff', actor_id: testIds.networkManager }
  expect(line).toMatchObject({ ...by, act: 'close', what: { from: 'serving', to: 'parked' } })
})

test('closing one that was left is undone too after the hall was loaded again', async () => {
  const { id } = await take()
  await act('callNext')
  await act('start')
  await act('close', { ticketId: id }, { as: the.as.pointManager })
  the.house.keeper.changed('lisboa')
  expect((await act('undo')).ticket).toMatchObject({ id, state: 'serving', counter: 1 })
})

test('whose a counter is and who is there is told to its managers alone', async () => {
  const { id } = await take()
  await act('callNext')
  the.clock.pass(minuteMs)
  await act('start')
  const ofPoint = (asker: Asker) => askStrictly(asker, hallList, { point: 'lisboa' })
  const whose = async (read: Promise<{ counters: { takenBy: unknown }[] }>) => (await read).counters.slice(0, 2).map((c) => c.takenBy)
  const els = {
    name: 'Els de Wit',
    sinceAt: expect.any(String),
    ticket: { id, label: expect.stringMatching(/^A/), state: 'serving', sinceAt: iso(the.clock.now()) },
  }
  const rui = { name: 'Rui Costa', sinceAt: expect.any(String), ticket: null }
  expect(await whose(ofPoint(the.as.networkManager))).toEqual([els, rui])
  expect(await whose(ofPoint(the.as.pointManager))).toEqual([els, null])
  expect(await whose(list('1', the.as.pointManager))).toEqual([els, null])
  expect(await whose(list('2', the.as.pointManager))).toEqual([null, null])
  expect(await whose(ofPoint(the.as.clerk))).toEqual([null, null])
})
