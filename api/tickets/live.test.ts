import * as v from 'valibot'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { requestOf } from '../../contract/ask.ts'
import { board, menu } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'
import { counterActs, followTicket, takeTicket } from '../../contract/tickets.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { askStrictly, strictly } from '../strict.test-support.ts'

type Board = ResultOf<typeof board>

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
  await act('open')
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const at = { point: 'lisboa', counter: '1' }
const act = (name: keyof typeof counterActs, more: object = {}) =>
  askStrictly(the.as.clerk, counterActs[name], { ...at, ...more } as never, key())
const take = (id = key(), more: object = {}) =>
  askStrictly(the.as.kiosk, takeTicket, { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl', ...more }, id)

/** A listener in this process: the values as they come, and how to stop. */
async function listen<T>(route: { result: unknown }, input: object) {
  const stop = new AbortController()
  const request = requestOf(the.as.anyone, route as never, { ...input }, null, { accept: 'text/event-stream' })
  const response = await the.app.fetch(new Request(request, { signal: stop.signal }))
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const values: T[] = []
  const reader = response.body!.getReader()
  const reading = (async () => {
    const decoder = new TextDecoder()
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      for (const part of decoder.decode(chunk.value).split('\n\n')) if (part) values.push(JSON.parse(part.slice(6)))
    }
  })().catch(() => {})
  return {
    values,
    async stop() {
      stop.abort()
      await reading
    },
  }
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 4000, interval: 5 })

test('the board is whole at once, and again after each call', async () => {
  const listener = await listen<Board>(board, { point: 'lisboa' })
  await until(() => expect(listener.values.length).toBeGreaterThan(0))
  expect(listener.values[0]).toMatchObject({ point: { id: 'lisboa', name: 'Lisboa' }, called: [], waiting: 0 })
  const ticket = await take()
  await until(() => expect(listener.values.at(-1)).toMatchObject({ waiting: 1, called: [] }))
  await act('callNext')
  await until(() => expect(listener.values.at(-1)!.called).toMatchObject([{ label: ticket.label, counter: 1, calls: 1, serving: false }]))
  await act('recall')
  await until(() => expect(listener.values.at(-1)!.called[0]!.calls).toBe(2))
  await act('start')
  await until(() => expect(listener.values.at(-1)!.called[0]!.serving).toBe(true))
  await act('finish')
  await until(() => expect(listener.values.at(-1)!.called).toEqual([]))
  for (const value of listener.values) v.parse(strictly(board.result), value)
  expect(JSON.stringify(listener.values)).not.toMatch(/passport|nl"?:|serviceIds/)
  await listener.stop()
  await until(() => expect(the.house.live.count()).toBe(0))
})

test('three hundred listeners share one read for each change', async () => {
  const listeners = await Promise.all(Array.from({ length: 300 }, () => listen<Board>(board, { point: 'lisboa' })))
  await until(() => expect(listeners.every((l) => l.values.length > 0)).toBe(true))
  expect(the.house.live.count()).toBe(300)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const before = listeners.map((l) => l.values.length)
  const reads = vi.spyOn(the.house.keeper, 'kept')
  the.house.live.ring('lisboa')
  await until(() => expect(listeners.every((l, i) => l.values.length === before[i]! + 1)).toBe(true))
  expect(reads).toHaveBeenCalledTimes(1)
  reads.mockRestore()
  const late = await listen<Board>(board, { point: 'lisboa' })
  await until(() => expect(late.values).toHaveLength(1))
  expect(listeners.map((l) => l.values.length)).toEqual(before.map((n) => n + 1))
  for (const listener of [...listeners, late]) await listener.stop()
  await until(() => expect(the.house.live.count()).toBe(0))
})

test('who comes back after the line broke has the whole board again', async () => {
  const first = await listen<Board>(board, { point: 'lisboa' })
  await until(() => expect(first.values.length).toBeGreaterThan(0))
  await first.stop()
  const ticket = await take()
  await act('callNext')
  const again = await listen<Board>(board, { point: 'lisboa' })
  await until(() => expect(again.values[0]!.called[0]!.label).toBe(ticket.label))
  await again.stop()
  await act('miss')
})

test('a menu tells the waits and comes again when they change', async () => {
  const listener = await listen<ResultOf<typeof menu>>(menu, { point: 'lisboa' })
  await until(() => expect(listener.values.length).toBeGreaterThan(0))
  const first = listener.values[0]!
  v.parse(strictly(menu.result), first)
  expect(first).toMatchObject({ state: 'open', opensAt: null, closesAt: '2026-03-24T20:00:00.000Z', peopleMax: 8, offers: [] })
  expect(first.services.map((s) => [s.id, s.walkIn])).toEqual([
    ['passport', true],
    ['id-card', true],
    ['moving', true],
    ['advice', false],
  ])
  const aheadOf = (value: typeof first) => value.services.find((s) => s.id === 'passport')!
  for (let i = 0; i < 6; i++) await take()
  await until(() => expect(aheadOf(listener.values.at(-1)!).ahead).toBe(6))
  expect(aheadOf(listener.values.at(-1)!).wait!.untilMinutes).toBeGreaterThanOrEqual(60)
  await listener.stop()
})

test('a phone follows its ticket till it is called', async () => {
  const ticket = await take(key(), { serviceIds: ['moving'] })
  const input = { point: 'lisboa', ticket: ticket.id, token: ticket.followUrl.split('/').at(-1)! }
  const listener = await listen<ResultOf<typeof followTicket>>(followTicket, input)
  await until(() => expect(listener.values.at(-1)).toMatchObject({ state: 'waiting', ahead: 6 }))
  await act('callOne', { ticketId: ticket.id })
  await until(() => expect(listener.values.at(-1)).toMatchObject({ state: 'called', counter: 1, wait: null }))
  await listener.stop()
})
