import { servicesOfRegion } from './catalogue/regional.ts'
import { specialties, standardSets } from './catalogue/standard-sets.ts'
import type { Place } from './place-seed.ts'
import { slugOf } from './slug.ts'
import type { Bare } from './special-places.ts'

/** Without the letters that are read as another, or belong to emergency numbers. */
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K']
const perLetter = 5

/** What a place offers, the most asked for first, by what sort of place it is. `nth` turns the special services about, so that each is had somewhere. */
export function offerOf(place: Bare, nth: number): Place['services'] {
  const ids = [...new Set(idsOf(place, nth))]
  return ids.map((serviceId, i) => ({ serviceId, series: letters[Math.floor(i / perLetter)] ?? letters.at(-1)! }))
}

function idsOf(place: Bare, nth: number): readonly string[] {
  if (place.kind === 'van') return standardSets.van
  if (place.kind === 'consulate') return [...standardSets.consulate, ...(place.id === 'paris' ? standardSets.paris : standardSets.london)]
  if (place.land.startsWith('PT')) return inPortugal(place, nth)
  if (place.kind !== 'general') return standardSets[place.kind]
  if (place.id === 'deinze-welzijn') return standardSets['service-house']
  return standardSets[place.land === 'NL' ? 'dutch-town' : place.organisationId === 'voorbeeldstad' ? 'city-hall' : 'town-hall']
}

function inPortugal(place: Bare, nth: number): readonly string[] {
  const special = specialties[nth % specialties.length]!
  if (place.kind === 'library') return ['library-card', 'digital-help', 'pick-up', 'language-course', 'citizen-card', 'extract']
  if (place.kind === 'youth') return standardSets['youth-portugal']
  if (place.kind === 'migrants') return standardSets['migrants-portugal']
  if (place.counters < 4 && place.id !== slugOf(place.district)) return [...standardSets['citizen-spot'], ...special]
  return [...standardSets['citizen-shop'], ...servicesOfRegion(slugOf(place.district)), ...special]
}
