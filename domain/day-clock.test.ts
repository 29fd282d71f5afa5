import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasBit } from './bits.ts'
import { zones } from './calendar.test-support.ts'
import { minutesOf, wallAt } from './calendar-oracle.test-support.ts'
import { clockOf, edgeOf, gridOf, instantOfQuantum, quantumAt, wallTimeAt } from './day-clock.ts'
import { addDays, dayOf, instantOf, iso, quantaOf } from './time.ts'

describe('the length of a day', () => {
  test.each([
    ['Europe/Lisbon', '2026-03-29', 276],
    ['Europe/Lisbon', '2026-10-25', 300],
    ['Europe/Amsterdam', '2026-03-29', 276],
    ['Europe/Amsterdam', '2026-10-25', 300],
    ['Europe/Paris', '2026-03-29', 276],
    ['Europe/London', '2026-10-25', 300],
    ['Atlantic/Madeira', '2026-03-29', 276],
    ['Atlantic/Azores', '2026-03-29', 276],
    ['Atlantic/Azores', '2026-10-25', 300],
    ['America/Sao_Paulo', '2026-03-29', 288],
    ['America/Sao_Paulo', '2018-11-04', 276],
    ['America/Sao_Paulo', '2018-02-17', 300],
    ['America/Havana', '2026-03-08', 276],
    ['Africa/Cairo', '2026-04-24', 276],
    ['Africa/Cairo', '2026-10-29', 300],
    ['Australia/Lord_Howe', '2026-10-04', 282],
    ['Australia/Lord_Howe', '2026-04-05', 294],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('%s has on %s %i quanta', (zone, day, quanta) => {
    expect(clockOf(day, zone).quanta).toBe(quanta)
    expect(quantaOf(day, zone)).toBe(quanta)
  })
})

describe('midnight that is not there', () => {
  test.each([
    ['Atlantic/Azores', '2026-03-29', '2026-03-29T01:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
  ])('in %s the day %s begins at one', (zone, day, at) => {
    const clock = clockOf(day, zone)
    expect(wallTimeAt(0, clock)).toBe('01:00')
    expect(iso(clock.startAt)).toBe(at)
    expect(edgeOf('00:00', clock)).toBe(clock.startAt)
    expect(edgeOf('00:30', clock)).toBe(clock.startAt)
    expect(dayOf(clock.startAt, zone)).toBe(day)
    expect(dayOf(clock.startAt - 1, zone)).toBe(addDays(day, -1))
  })
})

describe('the border of a span', () => {
  test.each([
    ['Europe/Amsterdam', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
    ['Europe/Amsterdam', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Amsterdam', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['Europe/Amsterdam', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['Europe/Lisbon', '2026-10-25', '24:00', '2026-10-26T00:00:00.000Z'],
    ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30:00.000Z'],
    ['Africa/Cairo', '2026-10-29', '24:00', '2026-10-29T22:00:00.000Z'],
  ])('in %s on %s %s is %s', (zone, day, time, at) => {
    expect(iso(edgeOf(time, clockOf(day, zone)))).toBe(at)
  })

  test('is where the one resolver puts it, but for the gap', () => {
    for (const zone of zones)
      for (const time of ['00:00', '04:30', '09:00', '13:05', '23:55', '24:00'])
        expect(edgeOf(time, clockOf('2026-10-25', zone))).toBe(instantOf('2026-10-25', time, zone))
  })
})

test('the second hour of the fold is on the grid like the first', () => {
  const clock = clockOf('2026-10-25', 'Europe/Lisbon')
  const walls = Array.from({ length: 40 }, (_, q) => (hasBit(gridOf(15, clock), q) ? wallTimeAt(q, clock) : [])).flat()
  expect(walls.filter((w) => w === '01:15')).toHaveLength(2)
  expect(walls.slice(4, 12)).toEqual(['01:00', '01:15', '01:30', '01:45', '01:00', '01:15', '01:30', '01:45'])
})

test('half-hour changes keep the grid of the wall, not of elapsed time', () => {
  const clock = clockOf('2026-10-04', 'Australia/Lord_Howe')
  const hours = Array.from({ length: clock.quanta }, (_, q) => (hasBit(gridOf(60, clock), q) ? wallTimeAt(q, clock) : [])).flat()
  expect(hours.slice(0, 5)).toEqual(['00:00', '01:00', '03:00', '04:00', '05:00'])
})

test('every quantum of every day shows the wall time that Intl shows', () => {
  const changes = [
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-04-24',
    '2026-10-04',
    '2026-10-25',
    '2026-10-29',
    '2026-11-01',
    '2026-12-31',
  ]
  for (const zone of zones)
    for (const day of changes) {
      const clock = clockOf(day, zone)
      const minutes = minutesOf(day, zone)
      expect(minutes[0]?.at).toBe(clock.startAt)
      expect(minutes).toHaveLength(clock.quanta * 5)
      for (let q = 0; q < clock.quanta; q++) {
        const minute = minutes[q * 5]
        if (minute?.at !== instantOfQuantum(q, clock)) throw new Error(`${zone} ${day} ${q}`)
        const shown = wallTimeAt(q, clock)
        if (Number(shown.slice(0, 2)) * 60 + Number(shown.slice(3)) !== minute.wall) throw new Error(`${zone} ${day} ${q} shows ${shown}`)
        if (hasBit(gridOf(15, clock), q) !== (minute.wall % 15 === 0)) throw new Error(`${zone} ${day} ${q} on the grid`)
        if (quantumAt(minute.at + 299_999, clock) !== q) throw new Error(`${zone} ${day} ${q} does not hold its end`)
      }
    }
})

test('any instant lies in the day that Intl shows, and the days join without a gap', () => {
  const instant = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2037-12-31') })
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
      const day = dayOf(at, zone)
      const clock = clockOf(day, zone)
      expect(day).toBe(wallAt(at, zone).day)
      expect(at).toBeGreaterThanOrEqual(clock.startAt)
      expect(at).toBeLessThan(clock.endAt)
      expect(clockOf(addDays(day, 1), zone).startAt).toBe(clock.endAt)
      expect(wallTimeAt(quantumAt(at, clock), clock)).toBe(wallAt(instantOfQuantum(quantumAt(at, clock), clock), zone).time)
    }),
    { numRuns: 1000 },
  )
})
