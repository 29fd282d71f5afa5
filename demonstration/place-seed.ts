import { createHash } from 'node:crypto'
import type { PointSeed } from '../db/seed.ts'
import type { Openings } from '../domain/openings.ts'
import type { Day } from '../domain/time.ts'
import { holidaysOf, type Land } from './holidays.ts'

export type PlaceKind = 'general' | 'youth' | 'migrants' | 'library' | 'consulate' | 'van'
export type Week = Openings['week']

/** A point of the demonstration, in short. */
export type Place = {
  id: string
  organisationId: string
  kind: PlaceKind
  name: string
  address: string
  postalCode: string
  district: string
  phone: string
  at: readonly [latitude: number, longitude: number]
  zone: string
  land: Land
  /** Those that its screens offer; those of the product where it is left out. */
  languages?: readonly string[]
  counters: number
  week: Week
  services: readonly { serviceId: string; series: string }[]
}

const workdays = [1, 2, 3, 4, 5]

/** The same hours on some days of the week. */
export const onDays = (weekdays: readonly number[], ...hours: readonly (readonly [from: string, until: string])[]): Week =>
  weekdays.flatMap((weekday) => hours.map(([from, until]) => ({ weekday, from, until })))

/** The same hours from Monday to Friday. */
export const onWorkdays = (...hours: readonly (readonly [from: string, until: string])[]): Week => onDays(workdays, ...hours)

/** A fixed id: the same in every demonstration. */
export const fixedId = (group: number, index: number): string =>
  `019a0000-${String(group).padStart(4, '0')}-7000-8000-${String(index).padStart(12, '0')}`

/** An id that is made from a name: the same wherever that name is used. */
export function namedId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `019a0001-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}

/** Holidays are those of the year of `today` and the next. `shiftId` gives the ids of its shifts. */
export function pointSeedOf(place: Place, today: Day, shiftId: (index: number) => string): PointSeed {
  const { id, organisationId, kind, name, address, postalCode, district, phone, zone, week, counters, services, languages } = place
  const year = Number(today.slice(0, 4))
  const served = Array.from({ length: counters }, (_, i) => servedAt(i, place))
  return {
    ...{ id, organisationId, kind, name, address, postalCode, district, phone, zone },
    latitude: place.at[0],
    longitude: place.at[1],
    ...(languages ? { languages: [...languages] } : {}),
    openings: { week, exceptions: [], holidays: [year, year + 1].flatMap((y) => holidaysOf(place.land, y)) },
    services: services.map((s) => ({ ...s, walkIn: true, bookable: true })),
    counters: Array.from({ length: counters }, (_, i) => ({ id: i + 1, serviceIds: served[i]! })),
    // Half of the counters can be booked, and one at least; the others are planned for those who walk in.
    shifts: Array.from({ length: counters }, (_, i) => ({
      ...hoursOf(week),
      id: shiftId(i),
      kind: 'counter' as const,
      firstDay: `${year}-01-01`,
      lastDay: null,
      serviceIds: served[i]!,
      channels: i < Math.max(1, Math.floor(counters / 2)) ? [] : ['walk-in' as const],
      seats: 0,
    })),
  }
}

const mostUsed = 6
const manyServices = 24

/**
 * What a counter serves: all of it, but where a place offers much the most used and a third or half of the rest. The first half of the counters,
 * which can be booked, has everything between them, and so has the other half.
 */
function servedAt(counter: number, { counters, services }: Place): string[] {
  const ids = services.map((s) => s.serviceId)
  const groups = ids.length < manyServices ? 1 : Math.max(1, Math.min(3, Math.floor(counters / 2)))
  const nth = counter % Math.floor(Math.max(2, counters) / 2)
  return ids.filter((_, i) => i < mostUsed || i % groups === nth % groups)
}

/** A shift spans the longest day; where the point is closed, there is no capacity. */
function hoursOf(week: Week): { weekdays: number[]; from: string; until: string } {
  const sorted = (of: (w: Week[number]) => string) => week.map(of).sort()
  return {
    weekdays: [...new Set(week.map((w) => w.weekday))].sort(),
    from: sorted((w) => w.from)[0] ?? '09:00',
    until: sorted((w) => w.until).at(-1) ?? '17:00',
  }
}
