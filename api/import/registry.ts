import type { Openings } from '../../domain/openings.ts'
import type { Place } from './place.ts'

/** A point that is there already. */
export type Known = {
  id: string
  externalId: string | null
  organisationId: string
  kind: string
  name: string
  address: string
  postalCode: string
  district: string
  phone: string
  latitude: number | null
  longitude: number | null
  zone: string
  languages: string[]
  openings: Openings
  /** True where it has services, counters or shifts of its own. */
  setUp: boolean
}

/** The points that are there, found by what a row says of itself. */
export type Registry = {
  ids: ReadonlySet<string>
  byId(id: string): Known | undefined
  byExternalId(id: string): Known | undefined
  /** By name and postal code, or by name alone where a file tells no postal codes. */
  alike(place: Place): readonly Known[]
}

export function makeRegistry(known: readonly Known[]): Registry {
  const byId = new Map(known.map((point) => [point.id, point]))
  const byExternalId = new Map(known.flatMap((point) => (point.externalId ? [[point.externalId, point] as const] : [])))
  const byPlace = Map.groupBy(known, (point) => placeKey(point.name, point.postalCode))
  const byName = Map.groupBy(known, (point) => plain(point.name))
  return {
    ids: new Set(byId.keys()),
    byId: (id) => byId.get(id),
    byExternalId: (id) => byExternalId.get(id),
    alike: ({ name, postalCode }) => (postalCode === undefined ? byName.get(plain(name)) : byPlace.get(placeKey(name, postalCode))) ?? [],
  }
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
export const placeKey = (name: string, postalCode: string): string => `${plain(name)}\n${plain(postalCode).replace(/\s/g, '')}`
