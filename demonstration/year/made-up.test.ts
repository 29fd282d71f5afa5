import { expect, test } from 'vitest'
import type { Point } from '../../api/catalogue.ts'
import { weekdayOf } from '../../domain/time.ts'
import { onWorkdays } from '../place-seed.ts'
import { madeUpYear } from './made-up.ts'

const service = (id: string) => ({ service: { id, baseMinutes: 10 }, series: 'A', walkIn: true, bookable: true })
const point = {
  id: 'tomar',
  zone: 'Europe/Lisbon',
  counterIds: [1, 2, 3],
  services: ['passport', 'licence', 'extract', 'pick-up', 'birth'].map(service),
  openings: { week: onWorkdays(['09:00', '12:30'], ['14:00', '17:00']), exceptions: [], holidays: [] },
} as unknown as Point
const until = '2026-11-23'
const year = madeUpYear(point, until, new Set(['2026-03-10']))
const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0)

test('the year is the same each time, and another from another seed', () => {
  expect(madeUpYear(point, until, new Set(['2026-03-10']))).toEqual(year)
  expect(madeUpYear(point, until, new Set(), 7)).not.toEqual(year)
})

test('every ticket has a channel and an outcome, and everyone who was called waited', () => {
  for (const { channels, finished, missed, left, waits } of year) {
    expect(sum(channels)).toBe(finished + missed + left)
    expect(waits.length).toBe(finished + missed)
    expect([...channels, finished, missed, left].every((n) => Number.isInteger(n) && n >= 0)).toBe(true)
    expect(waits.map((w) => w.wait)).toEqual(waits.map((w) => w.wait).sort((a, b) => a - b))
    expect(waits.every(({ wait, said }) => wait >= 0 && wait <= 170 && (said === null || said % 5 === 0))).toBe(true)
  }
})

test('nobody came on a day that it was closed, on a holiday, or where there was a real hall', () => {
  const days = new Set(year.map((row) => row.day))
  for (const day of ['2026-03-10', '2026-04-03', '2026-06-10', '2025-12-25', '2026-11-22', '2026-11-24', '2025-11-23'])
    expect(days).not.toContain(day)
  expect([...days].filter((day) => weekdayOf(day) > 5)).toEqual([])
  expect(days.size).toBeGreaterThan(240)
})

test('Mondays are busier than Fridays, and August is quiet', () => {
  const tickets = (chosen: (day: string) => boolean) => {
    const rows = year.filter(({ day }) => chosen(day))
    return sum(rows.map((row) => sum(row.channels))) / new Set(rows.map(({ day }) => day)).size
  }
  expect(tickets((day) => weekdayOf(day) === 1)).toBeGreaterThan(1.15 * tickets((day) => weekdayOf(day) === 5))
  expect(tickets((day) => day.slice(5, 7) === '08')).toBeLessThan(0.75 * tickets((day) => day.slice(5, 7) === '06'))
})
