import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { dayCurve } from '../../contract/day-curve.ts'
import { network } from '../../contract/network.ts'
import type { ResultOf } from '../../contract/route.ts'
import { counterActs, takeTicket } from '../../contract/tickets.ts'
import { watch } from '../../contract/watch.ts'
import { minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const take = () => askStrictly(the.as.kiosk, takeTicket, { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' }, key())
const act = (name: keyof typeof counterActs) =>
  askStrictly(the.as.clerk, counterActs[name], { point: 'lisboa', counter: '1' } as never, key())
const curve = () => askStrictly(the.as.pointManager, dayCurve, { point: 'lisboa' })

test('the curve and the totals tell the same tickets', async () => {
  await act('open')
  for (let i = 0; i < 5; i++) {
    await take()
    the.clock.pass(3 * minuteMs)
  }
  the.clock.pass(6 * minuteMs)
  await act('callNext')
  await act('start')
  the.clock.pass(4 * minuteMs)
  await act('finish')
  await act('callNext')
  const { past, coming, basis, totals, opensAt, closesAt } = await curve()
  expect(Math.max(...past.map((m) => m.waiting))).toBe(5)
  expect(past.at(-1)).toMatchObject({ waiting: 3 })
  expect(totals).toMatchObject({ tickets: 5, visits: { 'walk-in': 5 }, finished: 1, present: 4, waits: { called: 2 } })
  expect(basis).toMatchObject({ countersOpen: 1 })
  expect(Date.parse(coming.at(-1)!.at) - the.clock.now()).toBeGreaterThan(170 * minuteMs)
  expect(Date.parse(closesAt!) - Date.parse(opensAt!)).toBe(12 * 60 * minuteMs)
})

test('who waits by the curve is who waits by the tile', async () => {
  const { tiles } = await askStrictly(the.as.pointManager, network, {})
  const { past } = await curve()
  const { waiting, longestSince } = tiles.find((t) => t.pointId === 'lisboa')!
  expect(past.at(-1)!.waiting).toBe(waiting)
  expect(past.at(-1)!.longestMinutes).toBe(Math.floor((the.clock.now() - Date.parse(longestSince!)) / minuteMs))
})

test('it is sent again when somebody takes a number', async () => {
  const stop = new AbortController()
  const values: ResultOf<typeof dayCurve>[] = []
  const following = (async () => {
    for await (const value of watch(the.as.pointManager, dayCurve, { point: 'lisboa' }, stop.signal)) values.push(value)
  })()
  await vi.waitFor(() => expect(values).toHaveLength(1), { timeout: 6000 })
  const before = values[0]!.totals.tickets
  await take()
  await vi.waitFor(() => expect(values.at(-1)!.totals.tickets).toBe(before + 1), { timeout: 6000 })
  stop.abort()
  await following
})

test('only who manages the point sees its day', async () => {
  expect(await problemCode(askStrictly(the.as.clerk, dayCurve, { point: 'lisboa' }))).toBe('not-allowed')
  expect(await problemCode(askStrictly(the.as.pointManager, dayCurve, { point: 'horta' }))).toBe('not-allowed')
  expect((await askStrictly(the.as.networkManager, dayCurve, { point: 'sao-paulo' })).past.length).toBeGreaterThan(0)
})
