import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookNow } from './book.ts'
import { apply, calendarOf, openDaily, shift, wish, zones } from './calendar.test-support.ts'
import { lanesOn, startsOn } from './calendar-oracle.test-support.ts'
import { durationMinutes } from './duration.ts'
import type { Channel } from './ids.ts'
import { isRefusal } from './refusal.ts'
import { daysWithSlots, freeSlots, nextBest, sittingsOf } from './slots.ts'
import { addDays, instantOf, iso } from './time.ts'

const one = { serviceIds: ['passport'], people: 1, channel: 'web' as const, now: 0 }

describe('how long a visit takes', () => {
  test.each([
    [[{ baseMinutes: 15, extraMinutes: 10 }], 1, 15],
    [[{ baseMinutes: 15, extraMinutes: 10 }], 3, 35],
    [[{ baseMinutes: 12, extraMinutes: 0 }], 1, 15],
    [
      [
        { baseMinutes: 12, extraMinutes: 0 },
        { baseMinutes: 12, extraMinutes: 3 },
      ],
      2,
      30,
    ],
    [[{ baseMinutes: 7, extraMinutes: 1.5 }], 3, 10],
    [[{ baseMinutes: 0, extraMinutes: 0 }], 1, 5],
  ])('%j for %i people: %i minutes', (services, people, minutes) => {
    expect(durationMinutes(services, people)).toBe(minutes)
  })
})

describe('the slots of a day', () => {
  test('start on the quarter and end in time for closing', () => {
    const calendar = calendarOf({ fromDay: '2026-05-05', shifts: [shift('a', { until: '10:05' })] })
    const slots = freeSlots(calendar, { ...one, day: '2026-05-05' })
    expect(slots.map((s) => s.wallTime)).toEqual(['09:00', '09:15', '09:30', '09:45'])
    expect(freeSlots(calendar, { ...one, people: 2, day: '2026-05-05' }).map((s) => s.wallTime)).toEqual(['09:00', '09:15', '09:30'])
    expect(slots[0]).toMatchObject({ quantum: 108, quanta: 3, lanes: 1, day: '2026-05-05' })
  })

  test('the last slot of the day ends at midnight', () => {
    const calendar = calendarOf({ fromDay: '2026-05-05', shifts: [shift('a', { from: '23:00', until: '24:00' })] })
    const last = freeSlots(calendar, { ...one, day: '2026-05-05' }).at(-1)
    expect(last?.wallTime).toBe('23:45')
    expect(iso(last?.endsAt ?? 0)).toBe('2026-05-05T22:00:00.000Z')
  })

  test('two services take the time of both and start where both may', () => {
    const calendar = calendarOf({ fromDay: '2026-05-05', shifts: [shift('a', { until: '11:00' })] })
    const both = freeSlots(calendar, { ...one, serviceIds: ['passport', 'moving', 'moving'], day: '2026-05-05' })
    expect(both.map((s) => s.wallTime)).toEqual(['09:00', '09:30', '10:00'])
    expect(both[0]?.quanta).toBe(7)
  })

  test('count each start once, with the lanes that are free', () => {
    const calendar = calendarOf({
      fromDay: '2026-05-05',
      shifts: [shift('a', { until: '09:30' }), shift('b', { until: '09:30' }), shift('c', { until: '09:30', channels: ['phone'] })],
    })
    const lanes = (channel: Channel) => freeSlots(calendar, { ...one, channel, day: '2026-05-05' }).map((s) => s.lanes)
    expect(lanes('web')).toEqual([2, 2])
    expect(lanes('phone')).toEqual([3, 3])
    apply(calendar, bookNow(calendar, wish(calendar, '2026-05-05', '09:15'), 0))
    expect(lanes('web')).toEqual([2, 1])
  })

  test('a lunch break and a closed day are no capacity', () => {
    const week = [...openDaily('09:00', '12:30').week, ...openDaily('13:30', '16:00').week]
    const openings = { week, exceptions: [{ day: '2026-05-06', spans: [] }], holidays: [] }
    const calendar = calendarOf({ fromDay: '2026-05-05', days: 2, openings, shifts: [shift('a', { from: '11:45', until: '14:00' })] })
    expect(freeSlots(calendar, { ...one, day: '2026-05-05' }).map((s) => s.wallTime)).toEqual(['11:45', '12:00', '12:15', '13:30', '13:45'])
    expect(freeSlots(calendar, { ...one, day: '2026-05-06' })).toEqual([])
  })

  test('nothing before the lead time or beyond the horizon is shown', () => {
    const calendar = calendarOf({
      fromDay: '2026-05-05',
      days: 5,
      settings: { leadMinutes: 60, horizonDays: 2 },
      shifts: [shift('a', { until: '11:00' })],
    })
    const now = instantOf('2026-05-05', '08:50', 'Europe/Amsterdam')
    expect(freeSlots(calendar, { ...one, now, day: '2026-05-05' })[0]?.wallTime).toBe('10:00')
    expect(daysWithSlots(calendar, { ...one, now, fromDay: '2026-05-04', days: 6 }).map((d) => d.slots)).toEqual([0, 4, 8, 8, 0, 0])
    expect(daysWithSlots(calendar, { ...one, now, serviceIds: ['fishing'], fromDay: '2026-05-05', days: 1 })).toEqual([
      { day: '2026-05-05', slots: 0 },
    ])
  })

  test('what cannot be booked has no slots', () => {
    const calendar = calendarOf({ fromDay: '2026-05-05', shifts: [shift('a', { serviceIds: ['passport', 'tips'] })] })
    for (const wrong of [
      { serviceIds: ['tips'] },
      { serviceIds: [] },
      { serviceIds: ['constructor'] },
      { people: 7 },
      { people: 0 },
      { people: 1.5 },
      { day: 'tomorrow' },
    ])
      expect(freeSlots(calendar, { ...one, day: '2026-05-05', ...wrong })).toEqual([])
  })

  test('a sitting starts when it starts and counts places', () => {
    const calendar = calendarOf({
      fromDay: '2026-05-05',
      shifts: [shift('a', { kind: 'seats', seats: 3, from: '14:05', until: '15:05', serviceIds: ['course'] })],
    })
    const course = { ...one, serviceIds: ['course'], day: '2026-05-05' }
    expect(freeSlots(calendar, course)).toMatchObject([{ wallTime: '14:05', quanta: 12, lanes: 3 }])
    apply(calendar, bookNow(calendar, wish(calendar, '2026-05-05', '14:05', { serviceIds: ['course'], people: 2 }), 0))
    expect(freeSlots(calendar, course)).toMatchObject([{ lanes: 1 }])
    expect(freeSlots(calendar, { ...course, people: 2 })).toEqual([])
    expect(sittingsOf([...calendar.shiftDays.values()][0]!)).toEqual([{ quantum: 169, quanta: 12, places: 1 }])
  })
})

describe('days on which clocks change', () => {
  test.each([
    ['Atlantic/Azores', '2026-03-29', '00:00', '02:00', ['01:00', '01:15', '01:30', '01:45']],
    ['Europe/Lisbon', '2026-03-29', '00:30', '02:30', ['00:30', '00:45', '02:00', '02:15']],
    ['Europe/Lisbon', '2026-10-25', '01:30', '02:15', ['01:30', '01:45', '01:00', '01:15', '01:30', '01:45', '02:00']],
    ['Europe/Amsterdam', '2026-03-29', '01:30', '03:30', ['01:30', '01:45', '03:00', '03:15']],
    ['Europe/Amsterdam', '2026-10-25', '02:45', '03:15', ['02:45', '02:00', '02:15', '02:30', '02:45', '03:00']],
    ['America/Havana', '2026-03-08', '00:00', '01:30', ['01:00', '01:15']],
    ['Africa/Cairo', '2026-10-29', '23:30', '24:00', ['23:30', '23:45', '23:00', '23:15', '23:30', '23:45']],
    ['America/Sao_Paulo', '2026-10-25', '23:30', '24:00', ['23:30', '23:45']],
    ['Australia/Lord_Howe', '2026-10-04', '01:30', '03:00', ['01:30', '01:45', '02:30', '02:45']],
  ])('in %s on %s a shift from %s until %s', (zone, day, from, until, starts) => {
    const calendar = calendarOf({ fromDay: day, settings: { zone }, shifts: [shift('a', { from, until })] })
    const slots = freeSlots(calendar, { ...one, day })
    expect(slots.map((s) => s.wallTime)).toEqual(starts)
    expect(new Set(slots.map((s) => s.startsAt)).size).toBe(starts.length)
  })
})

describe('the next best', () => {
  test('are nearest to what was lost, the earlier first, then the days after', () => {
    const calendar = calendarOf({ fromDay: '2026-05-05', days: 2, shifts: [shift('a', { until: '10:00' })] })
    const lost = instantOf('2026-05-05', '09:15', 'Europe/Amsterdam')
    apply(calendar, bookNow(calendar, wish(calendar, '2026-05-05', '09:15'), 0))
    const best = nextBest(calendar, { ...one, day: '2026-05-05', startsAt: lost }, 5)
    expect(best.map((s) => `${s.day} ${s.wallTime}`)).toEqual([
      '2026-05-05 09:00',
      '2026-05-05 09:30',
      '2026-05-05 09:45',
      '2026-05-06 09:00',
      '2026-05-06 09:15',
    ])
  })
})

test('slots are those of the naive calendar, minute by minute, and each can be booked by the next command', () => {
  const wall = fc
    .integer({ min: 0, max: 100 })
    .map((n) => `${String(Math.floor(n / 12)).padStart(2, '0')}:${String((n % 12) * 5).padStart(2, '0')}`)
  const lane = fc.record({
    times: fc.tuple(wall, wall).filter(([a, b]) => a < b),
    kind: fc.constantFrom('counter' as const, 'overbooking' as const, 'seats' as const),
    serviceIds: fc.subarray(['passport', 'moving'], { minLength: 1 }),
    channels: fc.subarray<Channel>(['web', 'phone']),
  })
  const day = fc.constantFrom('2026-03-08', '2026-03-29', '2026-10-04', '2026-10-25', '2026-06-15')
  fc.assert(
    fc.property(
      fc.array(lane, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...zones),
      day,
      fc.array(fc.nat(), { maxLength: 8 }),
      (lanes, zone, date, picks) => {
        const shifts = lanes.map((l, i) =>
          shift(`s${i}`, {
            from: l.times[0],
            until: l.times[1],
            kind: l.kind,
            seats: l.kind === 'seats' ? 2 : 0,
            serviceIds: l.serviceIds,
            channels: l.channels,
          }),
        )
        const openings = openDaily('00:30', '07:15')
        const calendar = calendarOf({ fromDay: date, settings: { zone }, shifts, openings })
        const naive = lanesOn(shifts, openings, date, zone)
        for (const pick of [...picks, 0]) {
          const request = {
            ...one,
            serviceIds: pick % 3 === 0 ? ['moving'] : ['passport'],
            people: 1 + (pick % 2),
            channel: pick % 5 === 0 ? ('phone' as const) : ('web' as const),
            day: date,
          }
          const minutes = request.serviceIds[0] === 'moving' ? 20 : 15 + 10 * (request.people - 1)
          const wanted = { ...request, minutes, grid: request.serviceIds[0] === 'moving' ? 10 : 15 }
          const slots = freeSlots(calendar, request)
          expect(slots.map((s) => s.startsAt)).toEqual(startsOn(date, zone, naive, [...calendar.appointments.values()], wanted, 0))
          const slot = slots[pick % (slots.length || 1)]
          if (!slot) continue
          const booked = bookNow(calendar, wish(calendar, date, '00:00', { ...request, startsAt: slot.startsAt }), 0)
          expect(isRefusal(booked)).toBe(false)
          apply(calendar, booked)
        }
      },
    ),
    { numRuns: 250 },
  )
})

test('days with slots count what the days show', () => {
  const calendar = calendarOf({ fromDay: '2026-03-28', days: 3, shifts: [shift('a'), shift('b', { from: '01:00', until: '04:00' })] })
  const counts = daysWithSlots(calendar, { ...one, fromDay: '2026-03-28', days: 3 })
  expect(counts).toEqual(
    [0, 1, 2].map((i) => ({ day: addDays('2026-03-28', i), slots: freeSlots(calendar, { ...one, day: addDays('2026-03-28', i) }).length })),
  )
})
