import { noOpenings, type Openings } from '../../domain/openings.ts'
import { hoursAsOsm } from './hours-as-osm.ts'
import { idFromName } from './id-from-name.ts'
import type { Fault, Place } from './place.ts'
import { type Known, placeKey, type Registry } from './registry.ts'

/** What an import writes of a point, besides its id and what it has from another. Undefined is left as new points have it. */
export type Described = Omit<Known, 'id' | 'setUp' | 'kind' | 'languages' | 'organisationId'> &
  Partial<Pick<Known, 'kind' | 'languages' | 'organisationId'>>
export type Step =
  | { kind: 'create'; id: string; line: number; point: Described }
  | { kind: 'update'; id: string; line: number; known: Known; changes: Partial<Described>; takesLike: boolean; opensOtherwise: boolean }
  | { kind: 'unchanged'; id: string; line: number }

/** What earlier rows of the file were: the lines of ids and places, whose points they are; all ids that rows give, and those that are taken. */
export type Memory = { seen: Map<string, number>; claimed: Map<string, number>; given: ReadonlySet<string>; taken: Set<string> }

/** A memory for one file: no id that a row gives is made from the name of another. */
export function makeMemory(places: readonly Place[]): Memory {
  const given = new Set(places.flatMap(({ id }) => id ?? []))
  return { seen: new Map(), claimed: new Map(), given, taken: new Set(given) }
}

type Taken = { rules: { languages?: string[] } }

type Given = {
  registry: Registry
  memory: Memory
  /** Where services, counters and shifts are taken from elsewhere; languages come with them. */
  like: Taken | null
  /** For new places that tell no opening hours. */
  openings: Openings
}

/**
 * Finds the point of each place: by its id, by the id of its file, else by name and postal code. Says what to create, what to change, and
 * which rows cannot be either. `memory` is filled, so that a file may be matched in parts.
 */
export function match(places: readonly Place[], given: Given): { steps: Step[]; faults: Fault[] } {
  for (const id of given.registry.ids) given.memory.taken.add(id)
  const steps: Step[] = []
  const faults: Fault[] = []
  for (const place of places) {
    const step = stepOf(place, given)
    if ('reason' in step) faults.push(step)
    else steps.push(step)
  }
  return { steps, faults }
}

const at = ({ line, name }: Place, reason: string): Fault => ({ line, column: null, reason: `"${name}" ${reason}` })

function stepOf(place: Place, { registry, memory, like, openings }: Given): Step | Fault {
  const twice = faultOfTwice(place, memory.seen)
  if (twice) return twice
  const found = find(place, registry, memory)
  if ('reason' in found) return found
  const { point } = found
  if (!point) {
    const id = place.id ?? idFromName(place.name, memory.taken)
    return { kind: 'create', id, line: place.line, point: describedNew(place, openings) }
  }
  const before = memory.claimed.get(point.id)
  if (before !== undefined) return at(place, `is the same point as line ${before}: ${point.id}`)
  memory.claimed.set(point.id, place.line)
  if (place.zone && place.zone !== point.zone)
    return at(place, `is set up in the time zone ${point.zone}; an import does not move a point to ${place.zone}`)
  return changeOf(place, point, like)
}

/** Rows with ids of their own may share name and postal code; one without an id may not share them with anybody. */
function faultOfTwice(place: Place, seen: Map<string, number>): Fault | null {
  const here = placeKey(place.name, place.postalCode ?? '')
  const own = [place.id && `id ${place.id}`, place.externalId && `external ${place.externalId}`].filter((key) => key !== null)
  const [mine, clashes] = own.length
    ? [
        [...own, `place ${here}`],
        [...own, `bare ${here}`],
      ]
    : [[`bare ${here}`, `place ${here}`], [`place ${here}`]]
  for (const key of clashes) {
    const before = seen.get(key)
    if (before === undefined) continue
    const [, id] = /^(?:id|external) (.*)$/s.exec(key) ?? []
    return at(place, id === undefined ? `stands on line ${before} already` : `has the id ${id}, which line ${before} has already`)
  }
  for (const key of mine) if (!seen.has(key)) seen.set(key, place.line)
  return null
}

function find(place: Place, registry: Registry, { given }: Memory): { point: Known | undefined } | Fault {
  const external = place.externalId ? registry.byExternalId(place.externalId) : undefined
  const own = place.id ? (registry.byId(place.id) ?? registry.byExternalId(place.id)) : undefined
  if (own && external && own !== external)
    return at(
      place,
      `has the id ${place.id} and the external id ${place.externalId}, and that is of the point ${external.id}: correct one of them`,
    )
  if (own) return { point: own }
  if (external && !place.id) return { point: external }
  if (external)
    return at(place, `is the point ${external.id}, and its id cannot become ${place.id}: give ${external.id}, or leave the id out`)
  // A point with an id from a file is another place than a row with another id.
  const alike = registry.alike(place).filter((point) => !place.externalId || !point.externalId)
  if (alike.length > 1 && !place.id) return at(place, `there are ${alike.length} points called this: give an id or a postal code`)
  const [point] = alike
  if (!point || !place.id) return { point }
  // An id that somebody chose tells two places of one name apart; one made from the name does not.
  if (given.has(point.id) || point.id !== idFromName(point.name, new Set())) return { point: undefined }
  return at(place, `is there already as ${point.id}, and an id does not change: give ${point.id}, or leave the id out`)
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
    openings: place.hours ? { ...noOpenings, week: place.hours.week, ...place.hours.dated } : openings,
    ...(place.kind ? { kind: place.kind } : {}),
    ...(place.languages ? { languages: place.languages } : {}),
    ...(place.organisation ? { organisationId: place.organisation.id } : {}),
  }
}

function changeOf(place: Place, point: Known, like: Taken | null): Step {
  const takesLike = like !== null && !point.setUp
  const told: Partial<Described> = {
    externalId: place.externalId ?? undefined,
    organisationId: place.organisation?.id,
    kind: place.kind,
    name: place.name,
    address: place.address,
    postalCode: place.postalCode,
    district: place.district,
    phone: place.phone,
    latitude: place.position?.[0],
    longitude: place.position?.[1],
    languages: place.languages ?? (takesLike ? like.rules.languages : undefined),
    openings: place.hours && { ...point.openings, week: place.hours.week, ...place.hours.dated },
  }
  const changes = Object.fromEntries(
    Object.entries(told).filter(([field, value]) => value !== undefined && !same(value, point[field as keyof Described])),
  ) as Partial<Described>
  if (!takesLike && Object.keys(changes).length === 0) return { kind: 'unchanged', id: point.id, line: place.line }
  const opensOtherwise = changes.openings !== undefined && point.setUp
  return { kind: 'update', id: point.id, line: place.line, known: point, changes, takesLike, opensOtherwise }
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return JSON.stringify(a) === JSON.stringify(b)
  if (typeof a !== 'object' || a === null) return a === b
  return hoursAsOsm(a as Openings) === hoursAsOsm(b as Openings)
}
