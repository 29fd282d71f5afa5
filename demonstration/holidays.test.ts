import { expect, test } from 'vitest'
import { easter, holidaysOf } from './holidays.ts'

test.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %d is %s', (year, day) => {
  expect(easter(year)).toBe(day)
})

test('Portugal is closed on its thirteen holidays', () => {
  expect(holidaysOf('PT', 2026)).toEqual([
    '2026-01-01',
    '2026-04-03',
    '2026-04-05',
    '2026-04-25',
    '2026-05-01',
    '2026-06-04',
    '2026-06-10',
    '2026-08-15',
    '2026-10-05',
    '2026-11-01',
    '2026-12-01',
    '2026-12-08',
    '2026-12-25',
  ])
})

test('the Azores have their Monday after Pentecost, Madeira its first of July', () => {
  expect(holidaysOf('PT-20', 2026).filter((day) => !holidaysOf('PT', 2026).includes(day))).toEqual(['2026-05-25'])
  expect(holidaysOf('PT-30', 2026).filter((day) => !holidaysOf('PT', 2026).includes(day))).toEqual(['2026-07-01'])
})

test('Belgium has its Monday after Easter, Ascension and Whit Monday', () => {
  expect(holidaysOf('BE', 2027)).toEqual(expect.arrayContaining(['2027-03-29', '2027-05-06', '2027-05-17', '2027-07-21']))
})

test('King’s Day is never on a Sunday', () => {
  expect(holidaysOf('NL', 2025)).toContain('2025-04-26')
  expect(holidaysOf('NL', 2026)).toContain('2026-04-27')
})

test.each([
  [2026, ['2026-05-04', '2026-05-25', '2026-08-31', '2026-12-28']],
  [2027, ['2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28']],
  [2028, ['2028-01-03', '2028-05-01', '2028-05-29', '2028-08-28']],
])('the bank holidays of England in %d move with the week', (year, days) => {
  expect(holidaysOf('GB', year)).toEqual(expect.arrayContaining(days))
})
