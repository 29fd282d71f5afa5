import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkOpenings, noOpenings, type Openings } from '../../domain/openings.ts'
import { addDays } from '../../domain/time.ts'
import { hoursFromOsm } from './hours.ts'
import { hoursAsOsm } from './hours-as-osm.ts'

const read = (text: string): Openings => {
  const found = hoursFromOsm(text)
  if ('reason' in found) throw new Error(found.reason)
  return { ...noOpenings, week: found.hours.week, ...found.hours.dated }
}

test.each([
  ['Mo-Fr 09:00-12:30,13:30-16:30'],
  ['Mo-Tu,Th 09:00-12:00; We 13:00-20:00'],
  ['Mo-Su 00:00-24:00'],
  ['off; 2026 Dec 24 09:00-12:00'],
  ['Mo-Fr 09:00-17:00; 2026 Dec 24 09:00-12:00,13:00-14:00 open "Kerstavond; tot twee"; 2026 Dec 25 off; 2026 Dec 26 off "inventaris"'],
])('%s comes back as it went', (text) => {
  expect(hoursAsOsm(read(text))).toBe(text)
})

test('days in a row, of two years too, and the last word on a day counts', () => {
  expect(hoursAsOsm(read('Mo 9:00-12:00; 2026 dec 30-2027 Jan 2 closed; 2026 Dec 31: 09:00-10:00'))).toBe(
    'Mo 09:00-12:00; 2026 Dec 30 off; 2026 Dec 31 09:00-10:00; 2027 Jan 01 off; 2027 Jan 02 off',
  )
  expect(read('Mo 09:00-12:00; 2026 Dec 24-26 off').holidays).toEqual(['2026-12-24', '2026-12-25', '2026-12-26'])
})

test.each([
  ['2026 Dec 25 off', /tells no week/],
  ['Mo 09:00-12:00; 2026 Feb 30 off', /no such days/],
  ['Mo 09:00-12:00; 2026 Dec 25-24 off', /no such days/],
  ['Mo 09:00-12:00; 2026 Dec 25 sometimes', /cannot be read/],
  ['Mo 09:00-12:00; 2026 Dec 25 22:00-02:00', /past midnight/],
  ['Mo 09:00-12:00; 2026 Dec 25 09:02-12:00', /whole five minutes/],
  ['Mo 09:00-12:00; Dec 25 off', /single days with their year/],
])('%s is refused, with the reason', (text, reason) => {
  const found = hoursFromOsm(text)
  expect('reason' in found && found.reason).toMatch(reason)
})

const wall = fc
  .integer({ min: 0, max: 288 })
  .map((n) => `${String(Math.floor(n / 12)).padStart(2, '0')}:${String((n % 12) * 5).padStart(2, '0')}`)
const span = fc
  .tuple(wall, wall)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? { from: a, until: b } : { from: b, until: a }))
const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2026-01-01', n))
const openings: fc.Arbitrary<Openings> = fc.record({
  week: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([weekday, s]) => ({ weekday, ...s })),
    { maxLength: 12 },
  ),
  exceptions: fc.uniqueArray(
    fc.record({ day, spans: fc.array(span, { maxLength: 3 }), reason: fc.constantFrom('', 'Feest; niet "echt"', 'عطلة', 'off', '24/7') }),
    { selector: (e) => e.day, maxLength: 6 },
  ),
  holidays: fc.array(day, { maxLength: 6 }),
})

test('whatever a point keeps of its openings comes back to the same text, and that text to itself', () => {
  fc.assert(
    fc.property(openings, (kept) => {
      const text = hoursAsOsm(kept)
      if (text === '') return
      const back = read(text)
      expect(checkOpenings(back)).toBeNull()
      expect(hoursAsOsm(back)).toBe(text)
    }),
    { numRuns: 150 },
  )
})
