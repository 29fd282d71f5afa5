import type { Openings } from '../../domain/openings.ts'
import { idFromName } from './id-from-name.ts'
import type { Fault, Place } from './place.ts'

/** A point that is there already. */
export type Known = {
  id: string
  externalId: string | null
  name: string
  address: string
  postalCode: string
  district: string
  phone: string
  latitude: number | null
  longitude: number | null
  zone: string
  openings: Openings
  /** True where it has services, counters or shifts of its own. */
  setUp: boolean
}

/** What an import writes of a point, besides its id and what it has from another. */
export type Described = Omit<Known, 'id' | 'setUp'>
export type Step =
  | { kind: 'create'; id: string; point: Described }
  | { kind: 'update'; id: string; changes: Partial<Described>; takesLike: boolean; opensOtherwise: boolean }
  | { kind: 'unchanged'; id: string }

/** What earlier rows of the file were: the line of each place by what it is known by. */
export type Seen = Map<string, number>

type Given = {
  known: readonly Known[]
  seen: Seen
  /** True where services, counters and shifts are taken from another point. */
  like: boolean
  /** For new places that tell no opening hours. */
  openings: Openings
}

/**
 * Finds the point of each place: by its own id, else by name and postal code. Says what to create, what to change, and which rows cannot be
 * either. `seen` is filled, so that a file may be matched in parts.
 */
export function match(places: readonly Place[], given: Given): { steps: Step[]; faults: Fault[] } {
  const taken = new Set(given.known.map((point) => point.id))
  const find = finder(given.known)
  const steps: Step[] = []
  const faults: Fault[] = []
  for (const place of places) {
    const fault = faultOf(place, given.seen) ?? null
    const found = fault ? [] : find(place)
    const [point] = found
    if (fault) faults.push(fault)
    else if (found.length > 1) faults.push(at(place, `there are ${found.length} points called this: give an id or a postal code`))
    else if (!point) steps.push({ kind: 'create', id: idFromName(place.name, taken), point: describedNew(place, given.openings) })
    else if (place.zone && place.zone !== point.zone)
      faults.push(at(place, `is set up in the time zone ${point.zone}; an import does not move a point to ${place.zone}`))
    else steps.push(changeOf(place, point, given.like))
  }
  return { steps, faults }
}

const at = ({ line, name }: Place, reason: string): Fault => ({ line, column: null, reason: `"${name}" ${reason}` })

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const placeKey = (name: string, postalCode: string): string => `${plain(name)}\n${plain(postalCode).replace(/\s/g, '')}`

/** Rows with ids of their own may share name and postal code; one without an id may not share them with anybody. */
function faultOf(place: Place, seen: Seen): Fault | null {
  const here = placeKey(place.name, place.postalCode ?? '')
  const [mine, clashes] = place.externalId
    ? [
        [`id ${place.externalId}`, `place ${here}`],
        [`id ${place.externalId}`, `bare ${here}`],
      ]
    : [[`bare ${here}`, `place ${here}`], [`place ${here}`]]
  const before = clashes.map((key) => seen.get(key)).find((line) => line !== undefined)
  if (before !== undefined) return at(place, `stands on line ${before} already`)
  for (const key of mine) seen.set(key, place.line)
  return null
}

function finder(known: readonly Known[]): (place: Place) => Known[] {
  const byExternalId = new Map(known.flatMap((point) => (point.externalId ? [[point.externalId, point]] : [])))
  const byPlace = Map.groupBy(known, (point) => placeKey(point.name, point.postalCode))
  const byName = Map.groupBy(known, (point) => plain(point.name))
  return (place) => {
    const own = place.externalId ? byExternalId.get(place.externalId) : undefined
    if (own) return [own]
    const like = place.postalCode === undefined ? byName.get(plain(place.name)) : byPlace.get(placeKey(place.name, place.postalCode))
    // A point with an id of its own is another place than a row with another id.
    return (like ?? []).filter((point) => !place.externalId || !point.externalId)
  }
}

function describedNew(place: Place, openings: Openings): Described {
  return {
    externalId: place.externalId,
    name: place.name,
    address: place.address ?? '',
    postalCode: place.postalCode ?? '',
    district: place.district ?? '',
    phone: place.phone ?? '',
    latitude: place.position?.[0] ?? null,
    longitude: place.position?.[1] ?? null,
    zone: place.zone ?? place.zoneFound!,
    openings: place.week ? { week: place.week, exceptions: [], holidays: [] } : openings,
  }
}

function changeOf(place: Place, point: Known, like: boolean): Step {
  const told: Partial<Described> = {
    externalId: place.externalId ?? undefined,
    name: place.name,
    address: place.address,
    postalCode: place.postalCode,
    district: place.district,
    phone: place.phone,
    latitude: place.position?.[0],
    longitude: place.position?.[1],
    openings: place.week && { ...point.openings, week: place.week },
  }
  const changes = Object.fromEntries(
    Object.entries(told).filter(([field, value]) => value !== undefined && !same(value, point[field as keyof Described])),
  ) as Partial<Described>
  const takesLike = like && !point.setUp
  if (!takesLike && Object.keys(changes).length === 0) return { kind: 'unchanged', id: point.id }
  return { kind: 'update', id: point.id, changes, takesLike, opensOtherwise: changes.openings !== undefined && point.setUp }
}

/** Openings come back from the database with their fields in another order. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null) return a === b
  return JSON.stringify(sorted(a as Openings)) === JSON.stringify(sorted(b as Openings))
}

const sorted = ({ week, exceptions, holidays }: Openings) => [
  week.map((w) => `${w.weekday} ${w.from}-${w.until}`).sort(),
  exceptions.map((e) => [e.day, e.reason ?? '', e.spans.map((s) => `${s.from}-${s.until}`)]),
  holidays,
]
