import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookNow } from './book.ts'
import { apply, calendarOf, openDaily, shift, wish } from './calendar.test-support.ts'
import { type Calendar, shiftDayKey } from './calendar.ts'
import { diceOf } from './calendar-steps.test-support.ts'
import { distanceKm, type Position } from './distance.ts'
import { earliest, type Found, type Search } from './search.ts'
import { putPoint, putPointDay } from './search-index.ts'
import { makeIndex } from './search-rows.ts'
import { freeSlots } from './slots.ts'
import { addDays, iso } from './time.ts'

const day = '2026-03-28'
const zoneOf = ['Europe/Lisbon', 'Atlantic/Azores', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Europe/Amsterdam']
const asked = { people: 1, serviceIds: ['passport'], channel: 'web' as const, fromDay: day, days: 4, now: 0, limit: 10 }

type Network = { calendars: Calendar[]; places: (Position | null)[] }

const service = (baseMinutes: number, extraMinutes: number, bookable = true, gridMinutes: number | null = null) => ({
  baseMinutes,
  extraMinutes,
  bookable,
  gridMinutes,
})

function network(seed: number, size: number): Network {
  const dice = diceOf(seed)
  const lengths = [dice(12) * 5 + 1, dice(40) * 5 + 5]
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
    const settings = {
      zone: zoneOf[dice(zoneOf.length)] as string,
      leadMinutes: dice(2) * 90,
      horizonDays: dice(5) === 0 ? 2 : 40_000,
      gridMinutes: [15, 10, 30, 5][dice(4)] as number,
      peopleMax: dice(4) === 0 ? 2 : 6,
      services: {
        passport: service(lengths[0]!, dice(3) * 5, dice(6) > 0),
        moving: service(lengths[1]!, 0, true, dice(3) === 0 ? 20 : null),
      },
    }
    const calendar = calendarOf({ fromDay: day, days: 4, shifts, openings: openDaily('00:00', '24:00'), settings, pointId: `p${i}` })
    for (let b = 0; b < dice(40); b++) {
      const date = addDays(day, dice(4))
      const free = freeSlots(calendar, { serviceIds: ['moving'], people: 1, channel: 'phone', day: date, now: 0 })
      const slot = free[dice(2) * dice(free.length || 1)]
      if (slot)
        apply(
          calendar,
          bookNow(calendar, wish(calendar, date, '12:00', { serviceIds: ['moving'], channel: 'phone', startsAt: slot.startsAt }), 0),
        )
    }
    return calendar
  })
  // Few places, so that some points stand at the same one and are as far.
  const places = calendars.map(() => (dice(6) === 0 ? null : { latitude: 37 + dice(3), longitude: dice(4) === 0 ? 179.9 : -9 + dice(3) }))
  return { calendars, places }
}

/** The same answer out of the slots that each point shows. */
function naively({ calendars, places }: Network, search: Search): Found[] {
  const found = calendars.flatMap((calendar, i) => {
    const place = places[i]
    if (search.only && !search.only.has(calendar.pointId)) return []
    if (search.near && !place) return []
    const km = search.near && place ? distanceKm(search.near, place) : 0
    if (km > (search.near?.withinKm ?? Number.POSITIVE_INFINITY)) return []
    return Array.from({ length: search.days }, (_, d) => freeSlots(calendar, { ...search, day: addDays(search.fromDay, d) }))
      .flat()
      .map(({ day, startsAt, endsAt, wallTime }) => ({ pointId: calendar.pointId, day, startsAt, endsAt, wallTime, km }))
      .slice(0, search.perPoint ?? search.limit)
  })
  return found.sort((a, b) => a.startsAt - b.startsAt || a.km - b.km || (a.pointId < b.pointId ? -1 : 1)).slice(0, search.limit)
}

function indexOf({ calendars, places }: Network) {
  const index = makeIndex(6)
  for (const [i, calendar] of calendars.entries()) putPoint(index, calendar, places[i])
  return index
}

const anySearch = fc.record({
  seed: fc.nat(),
  people: fc.constantFrom(1, 1, 2, 3),
  serviceIds: fc.constantFrom(['passport'], ['moving'], ['moving', 'passport'], ['fishing']),
  channel: fc.constantFrom('web' as const, 'phone' as const),
  limit: fc.integer({ min: 1, max: 30 }),
  perPoint: fc.constantFrom(1, 3, undefined),
  near: fc.constantFrom(
    undefined,
    { latitude: 38, longitude: -8 },
    { latitude: 37.5, longitude: -8.2, withinKm: 110 },
    { latitude: 38, longitude: -179.9, withinKm: 100 },
  ),
  only: fc.constantFrom(undefined, undefined, new Set(['p1', 'p4', 'elsewhere'])),
  nowHours: fc.integer({ min: -30, max: 100 }),
})

test('the earliest over points are what the points themselves show, in time, then distance', () => {
  fc.assert(
    fc.property(anySearch, ({ seed, nowHours, ...rest }) => {
      const points = network(seed, 7)
      const search: Search = { ...asked, ...rest, now: Date.parse(`${day}T00:00:00Z`) + nowHours * 3_600_000 }
      expect(earliest(indexOf(points), search)).toEqual(naively(points, search))
    }),
    { numRuns: 400 },
  )
})

test('many points in many blocks give what the points themselves show', () => {
  const points = network(7, 300)
  const index = indexOf(points)
  for (const near of [undefined, { latitude: 38.2, longitude: -8.4 }, { latitude: 38.2, longitude: -8.4, withinKm: 60 }])
    for (const perPoint of [1, undefined]) {
      const search: Search = { ...asked, serviceIds: ['moving'], limit: 25, near, perPoint, now: Date.parse(`${day}T09:00:00Z`) }
      expect(earliest(index, search)).toEqual(naively(points, search))
    }
})

describe('the index', () => {
  const calendar = () => calendarOf({ fromDay: day, days: 4, shifts: [shift('a', { until: '09:30' })], pointId: 'p' })
  const one = (index: ReturnType<typeof makeIndex>, changed = {}) => earliest(index, { ...asked, ...changed })

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
    const sittings = () => one(index, { serviceIds: ['course'] }).map((f) => `${f.day} ${f.wallTime}`)
    expect(sittings()).toEqual(['2026-03-28 14:05', '2026-03-29 14:05'])
    apply(place, bookNow(place, wish(place, day, '14:05', { serviceIds: ['course'], people: 2 }), 0))
    putPointDay(index, place, day)
    expect(sittings()).toEqual(['2026-03-29 14:05'])
  })

  test('a van is as far as it is on that day', () => {
    const index = makeIndex()
    const van = calendar()
    const [lisboa, porto] = [
      { latitude: 38.72, longitude: -9.14 },
      { latitude: 41.15, longitude: -8.61 },
    ]
    putPointDay(index, van, day, lisboa)
    putPointDay(index, van, '2026-03-29', porto)
    const near = (place: Position) => one(index, { near: { ...place, withinKm: 5 }, limit: 5 }).map((f) => `${f.day} ${f.wallTime}`)
    expect(near(lisboa)).toEqual(['2026-03-28 09:00', '2026-03-28 09:15'])
    expect(near(porto)).toEqual(['2026-03-29 09:00', '2026-03-29 09:15'])
  })

  test('a day put again with other services is found by those only', () => {
    const index = makeIndex()
    putPoint(index, calendar())
    const other = calendarOf({ fromDay: day, days: 1, shifts: [shift('a', { until: '09:30', serviceIds: ['moving'] })], pointId: 'p' })
    putPointDay(index, other, day)
    expect(one(index).map((f) => f.day)).not.toContain(day)
    expect(one(index, { serviceIds: ['moving'], limit: 1 })[0]?.day).toBe(day)
  })

  test('points it does not know and searches for nothing have no answer', () => {
    const index = makeIndex()
    putPoint(index, calendar())
    expect(earliest(index, { ...asked, only: new Set(['elsewhere']) })).toEqual([])
    expect(one(index, { limit: 0 })).toEqual([])
    expect(one(index, { fromDay: 'today' })).toEqual([])
  })
})
