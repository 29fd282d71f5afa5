import { expect, test } from 'vitest'
import type { Day } from '../hall.ts'
import { chartOf, height, width } from './chart.ts'

const at = (time: string) => `2026-11-24T${time}:00.000Z`
const day: Day = {
  at: at('10:00'),
  opensAt: at('08:00'),
  closesAt: at('16:00'),
  waitLimitMinutes: 30,
  past: [
    { at: at('08:00'), waiting: 0, longestMinutes: 0 },
    { at: at('09:00'), waiting: 12, longestMinutes: 40 },
    { at: at('10:00'), waiting: 6, longestMinutes: 18 },
  ],
  coming: [{ at: at('12:00'), waiting: { from: 3, until: 9 }, longestMinutes: { from: 10, until: 25 } }],
  basis: { walkInsPerHour: { from: 10, until: 20 }, countersOpen: 2 },
  totals: {} as Day['totals'],
}
const spots = (points: string) => points.split(' ').map((spot) => spot.split(',').map(Number))

test('the day goes from the opening at the left to the closing at the right', () => {
  const { past, now, hours } = chartOf(day, 'waiting')
  expect(spots(past).map(([x]) => x)).toEqual([0, width / 8, width / 4])
  expect(now).toBe(width / 4)
  expect(hours.map((one) => new Date(one.at).getUTCHours())).toEqual([8, 10, 12, 14, 16])
})

test('more is higher, and nothing stands above the top', () => {
  const { past, coming } = chartOf(day, 'waiting')
  const [[, nothing], [, most], [, present]] = spots(past) as [number[], number[], number[]]
  expect(nothing).toBe(height)
  expect(most).toBeLessThan(present!)
  for (const [, y] of [...spots(past), ...spots(coming)]) expect(y).toBeGreaterThanOrEqual(0)
})

test('what is to come begins at the present and is as wide as its range', () => {
  const { past, coming } = chartOf(day, 'longestMinutes')
  const [start, until, from] = spots(coming) as [number[], number[], number[]]
  expect(start).toEqual(spots(past).at(-1))
  expect(until[0]).toBe(from[0])
  expect(until[1]).toBeLessThan(from[1]!)
})

test('only the wait has a limit, which is always within', () => {
  expect(chartOf(day, 'waiting').limit).toBeUndefined()
  const calm = { ...day, past: day.past.map((m) => ({ ...m, longestMinutes: 2 })), coming: [] }
  expect(chartOf(calm, 'longestMinutes').limit).toBeGreaterThan(0)
  expect(chartOf(calm, 'longestMinutes').coming.split(' ')).toHaveLength(1)
})

test('a day that has just begun can be drawn, too', () => {
  const fresh = { ...day, at: at('08:00'), past: [day.past[0]!], coming: [] }
  for (const measure of ['waiting', 'longestMinutes'] as const) expect(JSON.stringify(chartOf(fresh, measure))).not.toContain('null')
})
