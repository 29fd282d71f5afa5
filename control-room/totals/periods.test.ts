import { expect, test } from 'vitest'
import { curveOf, daysOf, lengthOf, mondayOf } from './periods.ts'
import { reportHash, reportOf } from './route.ts'

const today = '2026-11-24'

test.each([
  ['today', '2026-11-24', '2026-11-25'],
  ['yesterday', '2026-11-23', '2026-11-24'],
  ['this-week', '2026-11-23', '2026-11-25'],
  ['last-week', '2026-11-16', '2026-11-23'],
  ['year', '2025-11-24', '2026-11-25'],
] as const)('%s is from %s until %s', (period, from, until) => {
  expect(daysOf(period, today, {})).toEqual({ from, until })
})

test('days of one’s own are taken where they are days in order', () => {
  expect(daysOf('own', today, { from: '2026-03-01', until: '2026-04-01' })).toEqual({ from: '2026-03-01', until: '2026-04-01' })
  for (const own of [{}, { from: '2026-03-01' }, { from: '2026-04-01', until: '2026-03-01' }, { from: 'x', until: 'y' }])
    expect(daysOf('own', today, own)).toEqual(daysOf('today', today, {}))
})

test('a week begins on Monday, on Sunday too, over the end of a year and where clocks change', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  expect(lengthOf({ from: '2026-03-28', until: '2026-03-30' })).toBe(2)
})

test('a curve of few days shows the same weekday before, and one of many goes by week', () => {
  expect(curveOf({ from: today, until: '2026-11-25' })).toEqual({ from: '2026-11-17', until: '2026-11-25', by: 'day' })
  expect(curveOf({ from: '2026-11-01', until: '2026-11-25' })).toEqual({ from: '2026-11-01', until: '2026-11-25', by: 'day' })
  expect(curveOf(daysOf('year', today, {})).by).toBe('week')
})

test('an address says what a report is about, and nothing that it does not know', () => {
  const asked = { point: 'aalter', service: 'passport', by: 'week', period: 'own', from: '2026-03-01', until: '2026-04-01' } as const
  expect(reportOf(reportHash(asked))).toEqual(asked)
  expect(reportHash()).toBe('#/totals')
  expect(reportOf('#/totals?by=month&period=soon')).toEqual(reportOf('#/totals'))
  expect(reportOf('#/points/aalter')).toBeUndefined()
})
