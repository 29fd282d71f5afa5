import type { NetworkSeed, PointSeed } from '../db/seed.ts'
import { type Day, dayOf, type Instant } from '../domain/time.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { readTowns } from './gazetteer.ts'
import { mainPlaces } from './main-places.ts'
import { offerOf } from './offer.ts'
import { fixedId, namedId, type Place, pointSeedOf } from './place-seed.ts'
import { type Bare, specialPlaces, van, vanStops } from './special-places.ts'
import { townPlaces } from './towns.ts'

/** A Tuesday: the day on which the demonstration begins, at 10:42 in its main hall. */
export const demonstrationDay = '2026-11-24'
export const demonstrationTime = '10:42'
export const mainPoint = 'aalter'
/** The hall near it to which people can be sent. */
export const quieterPoint = 'aalter-station'
export const mainZone = 'Europe/Brussels'
export const demonstrationPassword = 'beurt-demonstration'
export const demonstrationSeed = 20261124
/** `national`: more than eight hundred points. `small`: the seven main ones, for tests that start a demonstration often. */
export type NetworkSize = 'national' | 'small'

export const pointIds = mainPlaces.map((p) => p.id)
/** The counter of the main hall that nobody simulated sits at. */
export const freeCounter = 3
/** Points whose kiosk nobody has heard of since yesterday, and one that is low on paper. */
export const silentPoints: readonly string[] = ['evora', 'braganca']
export const lowOnPaper = 'lisboa'
/** The last point that is made: with it the national network is there. */
export const lastPoint = van.id

const yesterdayMs = 26 * 3_600_000

/** How many counters of a main point work in the simulation, and how many people come each hour. */
export const bustle: Record<string, { counters: readonly number[]; comersPerHour: number }> = Object.fromEntries(
  mainPlaces.map((p) => [
    p.id,
    {
      counters: Array.from({ length: p.counters }, (_, i) => i + 1).filter((c) => p.id !== mainPoint || c !== freeCounter),
      comersPerHour: p.id === mainPoint ? 62 : p.id === 'aalter-station' ? 6 : p.counters * 6.4,
    },
  ]),
)

/** The places of a network, the main ones first. The same from the same seed. */
export function placesOf(size: NetworkSize, seed = demonstrationSeed): Place[] {
  if (size === 'small') return [...mainPlaces]
  const ids = new Set([...mainPlaces, ...specialPlaces].map((p) => p.id))
  const bare: Bare[] = [...townPlaces(readTowns(['PT']), ids, seed), ...specialPlaces]
  return [...mainPlaces, ...bare.map((place, nth) => ({ ...place, services: offerOf(place, nth) }))]
}

type NetworkGiven = {
  at: Instant
  size: NetworkSize
  seed?: number
  /** Who works there and which devices stand there; null where nobody is simulated. */
  people: { passwordHash: string; tokenHash: (device: string) => string; seenAt: Instant } | null
}

/** The network that a first start makes. `tokenHash` gives the hash of the token of each device by its name. */
export function demonstrationNetwork({ at, size, seed, people }: NetworkGiven): NetworkSeed {
  const places = placesOf(size, seed)
  const today = dayOf(at, mainZone)
  return {
    ...catalogue,
    points: places.map((place, i) => pointOf(place, i, today)),
    staff: people ? staffOf(places, people.passwordHash) : [],
    devices: people ? places.flatMap((place, i) => devicesOf(place, i, people)) : [],
    plannedFromAt: at,
    plannedDays: 61,
  }
}

/** What the main places have bears numbers, as in every demonstration before there were others; theirs bear names. */
const idOf = (group: number, place: Place, nth: number, index: number): string =>
  nth < mainPlaces.length ? fixedId(group, index) : namedId(`${group > 899 ? group : 'shift'} ${place.id} ${index}`)

function pointOf(place: Place, nth: number, today: Day): PointSeed {
  const point = pointSeedOf(place, today, (i) => idOf(nth + 1, place, nth, i))
  return place.id === van.id ? { ...point, stops: vanStops } : point
}

const person = (
  id: string,
  subject: string,
  name: string,
  role: 'clerk' | 'point-manager' | 'network-manager' | 'admin',
  scope: string,
  passwordHash: string | null,
) => ({ id, subject, name, passwordHash, language: 'nl', roles: [{ role, scope }] })

const staffOf = (places: readonly Place[], passwordHash: string): NetworkSeed['staff'] => [
  person(fixedId(900, 1), 'clerk', 'Mieke', 'clerk', mainPoint, passwordHash),
  person(fixedId(900, 2), 'manager', 'Rui', 'network-manager', '*', passwordHash),
  {
    ...person(fixedId(900, 3), 'admin', 'Beheer', 'admin', '*', passwordHash),
    roles: [
      { role: 'admin', scope: '*' },
      { role: 'network-manager', scope: '*' },
    ],
  },
  // Simulated people have a sign-in and no keyboard, so no password.
  ...places.flatMap((p, nth) =>
    Array.from({ length: p.counters }, (_, i) =>
      person(
        nth < mainPlaces.length ? fixedId(900, 100 + nth * 20 + i) : namedId(`clerk ${p.id} ${i}`),
        `simulated-${p.id}-${i + 1}`,
        `${p.name} ${i + 1}`,
        'clerk',
        p.id,
        null,
      ),
    ),
  ),
]

/** The kiosk of the main hall is real; every other device is simulated and reports that it is well. A small place has no display. */
function devicesOf(
  place: Place,
  nth: number,
  { tokenHash, seenAt }: NonNullable<NetworkGiven['people']>,
): NetworkSeed['devices'][number][] {
  const isMain = place.id === mainPoint
  const device = (group: number, kind: 'kiosk' | 'display', number: number, name: string) => ({
    id: idOf(group, place, nth, nth),
    pointId: place.id,
    kind,
    number,
    tokenHash: tokenHash(`${name}-${place.id}`),
    paper: kind === 'display' ? ('unknown' as const) : place.id === lowOnPaper ? ('low' as const) : ('ok' as const),
    seenAt: kind === 'kiosk' && silentPoints.includes(place.id) ? seenAt - yesterdayMs : seenAt,
  })
  return [
    ...(isMain ? [device(901, 'kiosk', 1, 'kiosk')] : []),
    device(902, 'kiosk', isMain ? 2 : 1, 'simulated'),
    ...(hasDisplay(place.id, place.counters) ? [device(903, 'display', 1, 'display')] : []),
  ]
}

/** Whether a place with so many counters has a display. */
export const hasDisplay = (pointId: string, counters: number): boolean => pointIds.includes(pointId) || counters >= 3
