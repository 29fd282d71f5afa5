import { expect, test } from 'vitest'
import { type Board, isOlder, makeChimes } from './chimes.ts'

type Called = Board['called'][number]
const time = (seconds: number) => new Date(Date.parse('2026-11-24T09:42:00.000Z') + seconds * 1000).toISOString()
const call = (ticketId: string, calledAt: number, change: Partial<Called> = {}): Called => ({
  ticketId,
  label: `A\u2009${ticketId}`,
  counter: 3,
  calls: 1,
  calledAt: time(calledAt),
  serving: false,
  language: 'nl',
  ...change,
})
const board = (at: number, ...called: Called[]): Board => ({
  version: at,
  at: time(at),
  point: { id: 'aalter', name: 'Stadskantoor Aalter', zone: 'Europe/Brussels', languages: ['nl', 'en', 'ar'] },
  called: called.sort((a, b) => (a.calledAt < b.calledAt ? 1 : -1)),
  waiting: 0,
})
const labels = (calls: { label: string }[]) => calls.map(({ label }) => label.slice(2))

test('each call sounds once, the oldest first, however often the board comes', () => {
  const chimes = makeChimes()
  expect(labels(chimes(board(2, call('042', 1), call('117', 2))))).toEqual(['042', '117'])
  expect(chimes(board(3, call('042', 1), call('117', 2)))).toEqual([])
  expect(chimes(board(18, call('042', 1, { serving: true }), call('117', 2)))).toEqual([])
})

test('a recall sounds again, an undone recall does not', () => {
  const chimes = makeChimes()
  chimes(board(1, call('042', 1)))
  expect(chimes(board(9, call('042', 9, { calls: 2 })))).toMatchObject([{ label: 'A\u2009042', counterNumber: 3 }])
  expect(chimes(board(11, call('042', 1)))).toEqual([])
  expect(chimes(board(12, call('042', 12, { calls: 2 })))).toHaveLength(1)
})

test('a ticket called anew at another counter sounds there, though it is its first call again', () => {
  const chimes = makeChimes()
  chimes(board(1, call('042', 1)))
  chimes(board(100))
  expect(chimes(board(200, call('042', 200, { counter: 7 })))).toMatchObject([{ counterNumber: 7 }])
})

test('at the start, and after a cut, nothing older than twenty seconds sounds', () => {
  const chimes = makeChimes()
  expect(labels(chimes(board(60, call('040', 30), call('041', 39.9), call('042', 40))))).toEqual(['042'])
  expect(chimes(board(600, call('043', 300), call('044', 500)))).toEqual([])
  expect(chimes(board(601, call('043', 300), call('044', 500)))).toEqual([])
})

test('what comes late and out of order does not sound twice', () => {
  const chimes = makeChimes()
  const [first, second] = [board(1, call('042', 1)), board(5, call('042', 5, { calls: 2 }))]
  expect([first, second, first, second, first].flatMap(chimes)).toHaveLength(2)
  expect(isOlder(first, second)).toBe(true)
  expect(isOlder(second, first)).toBe(false)
  expect(isOlder(second, second)).toBe(false)
})

test('of ten thousand calls, each handed over twice, none is missing and none sounds twice', () => {
  const chimes = makeChimes()
  const sounded: string[] = []
  for (let i = 0; i < 10_000; i++) {
    const called = [i - 2, i - 1, i].filter((n) => n >= 0).map((n) => call(String(n), n * 3))
    for (let twice = 0; twice < 2; twice++) sounded.push(...chimes(board(i * 3, ...called)).map(({ key }) => key))
  }
  expect(sounded).toHaveLength(10_000)
  expect(new Set(sounded).size).toBe(10_000)
})
