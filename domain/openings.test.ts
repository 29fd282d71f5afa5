import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDaily, zones } from './calendar.test-support.ts'
import { openMinutes } from './calendar-oracle.test-support.ts'
import { checkOpenings, isOpen, nextOpening, noOpenings, type Openings, openSpans } from './openings.ts'
import { type Instant, instantOf, iso, minuteMs } from './time.ts'

const zone = 'Europe/Amsterdam'
const tuesdays: Openings = {
  week: [
    { weekday: 2, from: '13:30', until: '16:30' },
    { weekday: 2, from: '09:00', until: '12:30' },
  ],
  exceptions: [
    { day: '2026-12-29', spans: [], reason: 'stocktaking' },
    { day: '2026-12-25', spans: [{ from: '10:00', until: '11:00' }] },
    { day: '2026-12-24', spans: [{ from: '09:00', until: '11:00' }] },
  ],
  holidays: ['2026-12-22', '2026-12-25'],
}
const walls = (openings: Openings, day: string, at = zone) => openSpans(openings, day, at).map((s) => [iso(s.from), iso(s.until)])

describe('which hours count', () => {
  test.each([
    [
      '2026-12-15',
      [
        ['2026-12-15T08:00:00.000Z', '2026-12-15T11:30:00.000Z'],
        ['2026-12-15T12:30:00.000Z', '2026-12-15T15:30:00.000Z'],
      ],
      'the week',
    ],
    ['2026-12-16', [], 'a weekday without hours'],
    ['2026-12-22', [], 'a holiday goes before the week'],
    ['2026-12-29', [], 'a closure goes before the week'],
    ['2026-12-24', [['2026-12-24T08:00:00.000Z', '2026-12-24T10:00:00.000Z']], 'an exception opens a day without hours'],
    ['2026-12-25', [['2026-12-25T09:00:00.000Z', '2026-12-25T10:00:00.000Z']], 'an exception goes before a holiday'],
  ])('%s: %j (%s)', (day, spans) => {
    expect(walls(tuesdays, day)).toEqual(spans)
  })

  test('spans that touch or overlap are one', () => {
    const openings = {
      ...noOpenings,
      exceptions: [
        {
          day: '2026-05-05',
          spans: [
            { from: '12:00', until: '13:00' },
            { from: '09:00', until: '11:00' },
            { from: '10:00', until: '12:00' },
            { from: '14:00', until: '14:30' },
          ],
        },
      ],
    }
    expect(walls(openings, '2026-05-05')).toEqual([
      ['2026-05-05T07:00:00.000Z', '2026-05-05T11:00:00.000Z'],
      ['2026-05-05T12:00:00.000Z', '2026-05-05T12:30:00.000Z'],
    ])
  })

  test('the first minute is open, the last one is not', () => {
    expect(isOpen(tuesdays, instantOf('2026-12-15', '09:00', zone), zone)).toBe(true)
    expect(isOpen(tuesdays, instantOf('2026-12-15', '12:30', zone), zone)).toBe(false)
    expect(isOpen(tuesdays, instantOf('2026-12-15', '12:30', zone) - 1, zone)).toBe(true)
  })

  test('the next opening is after now, beyond lunch, days and holidays', () => {
    const next = (day: string, time: string) => iso(nextOpening(tuesdays, instantOf(day, time, zone), zone)?.from ?? 0)
    expect(next('2026-12-15', '08:00')).toBe('2026-12-15T08:00:00.000Z')
    expect(next('2026-12-15', '09:00')).toBe('2026-12-15T12:30:00.000Z')
    expect(next('2026-12-15', '17:00')).toBe('2026-12-24T08:00:00.000Z')
    expect(nextOpening(noOpenings, 0, zone)).toBeNull()
  })
})

describe('days on which clocks change', () => {
  test.each([
    ['Atlantic/Azores', '2026-03-29', '00:00', '24:00', 23 * 60],
    ['Atlantic/Azores', '2026-03-29', '00:30', '02:00', 60],
    ['Atlantic/Azores', '2026-10-25', '00:30', '01:00', 90],
    ['Europe/Lisbon', '2026-03-29', '00:00', '03:00', 120],
    ['Europe/Lisbon', '2026-10-25', '00:00', '03:00', 240],
    ['Atlantic/Madeira', '2026-10-25', '01:30', '02:30', 120],
    ['Europe/Amsterdam', '2026-03-29', '02:30', '05:00', 120],
    ['Europe/Paris', '2026-03-29', '01:00', '02:30', 60],
    ['Europe/London', '2026-10-25', '09:00', '17:00', 480],
    ['America/Sao_Paulo', '2026-10-25', '00:00', '24:00', 1440],
    ['America/Havana', '2026-03-08', '00:00', '02:00', 60],
    ['Africa/Cairo', '2026-10-29', '22:00', '24:00', 180],
    ['Africa/Cairo', '2026-04-24', '00:00', '24:00', 23 * 60],
  ])('in %s on %s from %s until %s is %i minutes', (at, day, from, until, minutes) => {
    const spans = openSpans(openDaily(from, until), day, at)
    expect(spans.reduce((n, s) => n + s.until - s.from, 0)).toBe(minutes * minuteMs)
  })
})

describe('a plan that could never be', () => {
  const week = (changed: object): Openings => ({
    ...noOpenings,
    week: [
      { weekday: 1, from: '09:00', until: '10:00' },
      { weekday: 1, from: '09:00', until: '10:00', ...changed },
    ],
  })
  test.each<[string, Openings]>([
    ['week[1].weekday', week({ weekday: 0 })],
    ['week[1].weekday', week({ weekday: 1.5 })],
    ['week[1].from', week({ from: '9:00' })],
    ['week[1].from', week({ from: '24:00' })],
    ['week[1].from', week({ from: '08:59' })],
    ['week[1].until', week({ until: '24:05' })],
    ['week[1].until', week({ until: '09:00' })],
    ['week[1].until', week({ until: '03:00' })],
    ['exceptions[0].day', { ...noOpenings, exceptions: [{ day: '2026-02-30', spans: [] }] }],
    [
      'exceptions[1].day',
      {
        ...noOpenings,
        exceptions: [
          { day: '2026-02-01', spans: [] },
          { day: '2026-02-01', spans: [] },
        ],
      },
    ],
    [
      'exceptions[0].spans[1].until',
      {
        ...noOpenings,
        exceptions: [
          {
            day: '2026-02-01',
            spans: [
              { from: '09:00', until: '24:00' },
              { from: '09:00', until: '' },
            ],
          },
        ],
      },
    ],
    ['holidays[1]', { ...noOpenings, holidays: ['2026-01-01', '1 May'] }],
  ])('is refused and the place is named: %s', (place, openings) => {
    expect(checkOpenings(openings)).toEqual({ refused: 'plan-invalid', details: { place } })
  })

  test('what is well is not refused', () => {
    expect(checkOpenings(tuesdays)).toBeNull()
    expect(checkOpenings(openDaily('00:00', '24:00'))).toBeNull()
  })
})

const wallTime = fc
  .integer({ min: 0, max: 288 })
  .map((n) => `${String(Math.floor(n / 12)).padStart(2, '0')}:${String((n % 12) * 5).padStart(2, '0')}`)
const span = fc
  .tuple(wallTime, wallTime)
  .filter(([a, b]) => a < b)
  .map(([from, until]) => ({ from, until }))

test('spans are the open minutes of the naive calendar, in order and apart, on every day in every zone', () => {
  const day = fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-10-29', '2026-06-15')
  fc.assert(
    fc.property(fc.array(span, { maxLength: 4 }), day, fc.constantFrom(...zones), fc.boolean(), (spans, date, at, holiday) => {
      const week = spans.flatMap((s) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...s })))
      const openings = { week, exceptions: [], holidays: holiday ? [date] : [] }
      const found = openSpans(openings, date, at)
      const minutes: Instant[] = []
      for (const [i, s] of found.entries()) {
        expect(s.from).toBeGreaterThan(found[i - 1]?.until ?? -Infinity)
        for (let m = s.from; m < s.until; m += minuteMs) minutes.push(m)
      }
      expect(minutes).toEqual([...openMinutes(openings, date, at)])
    }),
    { numRuns: 300 },
  )
})
