import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookNow } from './book.ts'
import { apply, calendarOf, openDaily, shift, wish } from './calendar.test-support.ts'
import { type Calendar, shiftDayKey } from './calendar.ts'
import { diceOf } from './calendar-steps.test-support.ts'
import { candidatesOf, earliest, type Found, type Search } from './search.ts'
import { makeIndex, putPoint, putPointDay } from './search-index.ts'
import { freeSlots } from './slots.ts'
import { addDays, iso } from './time.ts'

const day = '2026-03-28'
const zoneOf = ['Europe/Lisbon', 'Atlantic/Azores', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Europe/Amsterdam']
const asked = { minutes: 15, serviceIds: ['passport'], channel: 'web' as const, fromDay: day, days: 4, now: 0, limit: 10 }

function network(seed: number, size: number): { calendars: Calendar[]; km: number[] } {
  const dice = diceOf(seed)
  const calendars = Array.from({ length: size }, (_, i) => {
    const shifts = Array.from({ length: 1 + dice(4) }, (_, s) => {
      const from = dice(20)
      return shift(`${i}-${s}`, {
        from: `${String(from).padStart(2, '0')}:${['00', '05', '30'][dice(3)]}`,
        until: `${String(from + 1 + dice(4)).padStart(2, '0')}:00`,
        serviceIds: dice(3) === 0 ? ['moving'] : ['passport', 'moving'],
        channels: dice(4) === 0 ? ['phone'] : [],
        weekdays: [1, 2, 3, 4, 5, 6, 7].filter(() => dice(4) > 0).concat(7),
      })
    })
    const changed = { zone: zoneOf[dice(zoneOf.length)] as string, leadMinutes: dice(2) * 90 }
    const calendar = calendarOf({
      fromDay: day,
      days: 4,
      shifts,
      openings: openDaily('00:00', '24:00'),
      settings: changed,
      pointId: `p${i}`,
    })
    for (let b = 0; b < dice(40); b++) {
      const date = addDays(day, dice(4))
      const [slot] = freeSlots(calendar, { serviceIds: ['moving'], people: 1, channel: 'phone', day: date, now: 0 })
      if (slot)
        apply(
          calendar,
          bookNow(calendar, wish(calendar, date, '12:00', { serviceIds: ['moving'], channel: 'phone', startsAt: slot.startsAt }), 0),
        )
    }
    return calendar
  })
  return { calendars, km: calendars.map(() => dice(30)) }
}

/** The same answer out of the slots that each point shows. */
function naively({ calendars, km }: ReturnType<typeof network>, search: Omit<Search, 'points'>): Found[] {
  const found = calendars.flatMap((calendar, i) => {
    const base = { baseMinutes: search.minutes, extraMinutes: 0, bookable: true, gridMinutes: search.gridMinutes ?? 15 }
    const like: Calendar = {
      ...calendar,
      settings: {
        ...calendar.settings,
        services: { moving: base, passport: search.serviceIds.length > 1 ? { ...base, baseMinutes: 0 } : base },
      },
    }
    const all = Array.from({ length: search.days }, (_, d) =>
      freeSlots(like, { ...search, people: 1, day: addDays(search.fromDay, d) }),
    ).flat()
    return all
      .map(({ day, startsAt, wallTime }) => ({ pointId: calendar.pointId, day, startsAt, wallTime, km: km[i] as number }))
      .slice(0, search.perPoint ?? search.limit)
  })
  return found.sort((a, b) => a.startsAt - b.startsAt || a.km - b.km || (a.pointId < b.pointId ? -1 : 1)).slice(0, search.limit)
}

function indexOf({ calendars, km }: ReturnType<typeof network>) {
  const index = makeIndex(6)
  for (const calendar of calendars) putPoint(index, calendar)
  return {
    index,
    points: candidatesOf(
      index,
      calendars.map(({ pointId }, i) => ({ pointId, km: km[i] as number })),
    ),
  }
}

test('the earliest over points are what the points themselves show, in time, then distance', () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.nat(),
        minutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 55, 60, 75, 90, 120, 200),
        gridMinutes: fc.constantFrom(15, 10, 30, undefined),
        serviceIds: fc.constantFrom(['passport'], ['moving'], ['moving', 'passport'], ['fishing']),
        channel: fc.constantFrom('web' as const, 'phone' as const),
        limit: fc.integer({ min: 1, max: 30 }),
        perPoint: fc.constantFrom(1, 3, undefined),
        nowHours: fc.integer({ min: -30, max: 100 }),
      }),
      ({ seed, nowHours, ...rest }) => {
        const points = network(seed, 6)
        const { index, points: candidates } = indexOf(points)
        const search = { ...asked, ...rest, now: Date.parse(`${day}T00:00:00Z`) + nowHours * 3_600_000 }
        const expected = rest.serviceIds[0] === 'fishing' ? [] : naively(points, search)
        expect(earliest(index, { ...search, points: candidates })).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})

describe('the index', () => {
  const calendar = () => calendarOf({ fromDay: day, days: 4, shifts: [shift('a', { until: '09:30' })], pointId: 'p' })
  const one = (index: ReturnType<typeof makeIndex>, changed = {}) =>
    earliest(index, { ...asked, points: candidatesOf(index, [{ pointId: 'p' }]), ...changed })

  test('a booking is seen once its day is put again', () => {
    const index = makeIndex()
    const place = calendar()
    putPoint(index, place)
    expect(one(index, { limit: 1 }).map((f) => iso(f.startsAt))).toEqual(['2026-03-28T08:00:00.000Z'])
    apply(place, bookNow(place, wish(place, day, '09:00'), 0))
    putPointDay(index, place, day)
    expect(one(index, { limit: 2 }).map((f) => `${f.day} ${f.wallTime}`)).toEqual(['2026-03-28 09:15', '2026-03-29 09:00'])
  })

  test('a day whose lanes are gone has nothing', () => {
    const index = makeIndex()
    const place = calendar()
    putPoint(index, place)
    place.shiftDays.delete(shiftDayKey('a', day))
    place.byDay.delete(day)
    putPointDay(index, place, day)
    expect(one(index, { limit: 1 })[0]?.day).toBe('2026-03-29')
  })

  test('a new day takes the slot of an old one, and an old one does not come back', () => {
    const index = makeIndex(2)
    const place = calendar()
    putPoint(index, place)
    expect(one(index).map((f) => f.day)).toEqual(['2026-03-30', '2026-03-30', '2026-03-31', '2026-03-31'])
    putPointDay(index, place, day)
    expect(one(index).map((f) => f.day)).toEqual(['2026-03-30', '2026-03-30', '2026-03-31', '2026-03-31'])
  })

  test('a point may get more lanes and longer days later', () => {
    const index = makeIndex()
    putPoint(index, calendar())
    const wider = calendarOf({ fromDay: day, days: 1, shifts: [shift('a'), shift('b', { from: '00:00', until: '23:00' })], pointId: 'p' })
    putPointDay(index, wider, day)
    expect(one(index, { limit: 1 })[0]?.wallTime).toBe('00:00')
    expect(one(index, { fromDay: '2026-03-29', limit: 1 })[0]?.wallTime).toBe('09:00')
  })

  test('a sitting is found at its start while it has places', () => {
    const index = makeIndex()
    const course = shift('a', { kind: 'seats', seats: 2, from: '14:05', until: '15:05', serviceIds: ['course'] })
    const place = calendarOf({ fromDay: day, days: 2, shifts: [course], pointId: 'p' })
    putPoint(index, place)
    const sittings = () => one(index, { serviceIds: ['course'], minutes: 60 }).map((f) => `${f.day} ${f.wallTime}`)
    expect(sittings()).toEqual(['2026-03-28 14:05', '2026-03-29 14:05'])
    apply(place, bookNow(place, wish(place, day, '14:05', { serviceIds: ['course'], people: 2 }), 0))
    putPointDay(index, place, day)
    expect(sittings()).toEqual(['2026-03-29 14:05'])
  })

  test('points it does not know and searches for nothing have no answer', () => {
    const index = makeIndex()
    putPoint(index, calendar())
    expect(earliest(index, { ...asked, points: candidatesOf(index, [{ pointId: 'elsewhere' }]) })).toEqual([])
    expect(one(index, { limit: 0 })).toEqual([])
    expect(one(index, { fromDay: 'today' })).toEqual([])
  })
})
