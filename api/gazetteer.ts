import type { Language } from '../contract/language.ts'
import type { findPlaces } from '../contract/points.ts'
import type { ResultOf } from '../contract/route.ts'
import type { Position } from '../domain/distance.ts'
import type { PointId } from '../domain/ids.ts'
import { folded, slipsBetween, slipsIn } from '../domain/search-text.ts'
import type { Catalogue, Point } from './catalogue.ts'
import { nameIn, namesOf } from './town-names.ts'
import { nearestTown, positionOf, readTowns, squareOf, type TownFound, type Towns, townsLike } from './towns.ts'

export type Place = ResultOf<typeof findPlaces>['places'][number]

type Ranked = Place & { rank: number }
/** A point as a place: its name, its postal code, and the town that it lies at. */
type Known = { point: Point; at: Position; name: string; code: string; town: number | null; country: string }

type Held = { loads: number; towns: Towns; known: Known[]; served: Served; countries: string; remembered: Map<string, Place[]> }
/** Where the network is: countries with a point, and squares with one or beside one. */
type Served = { countries: ReadonlySet<string>; squares: ReadonlySet<number> }

const placesMax = 10
const rememberedMax = 1000
/** Those that may come among the first once it is looked at what was typed after a comma. */
const townsMax = 40
const codesMax = 4
const largeTown = 30_000
const compact = (code: string): string => folded(code).replaceAll(' ', '')

/**
 * Where a place is that somebody typed: towns of the countries of the network and their neighbours, postal codes and names of the network's
 * own points. All of it from what came with the program: nobody outside is asked. Read on the first question or by `warm`, in a third of
 * a second, and again when the points are others.
 */
export function makeGazetteer(catalogue: Catalogue) {
  let held: Held | null = null

  function read() {
    if (held?.loads === catalogue.loads()) return held
    const points = [...catalogue.points()].flatMap((point) => {
      const { latitude, longitude } = point
      return latitude === null || longitude === null ? [] : [{ point, at: { latitude, longitude } }]
    })
    const countries = [...new Set(points.map(({ at }) => `${Math.floor(at.latitude)} ${Math.floor(at.longitude)}`))].sort().join()
    const towns = held?.countries === countries ? held.towns : readTowns(points.map(({ at }) => at))
    const known = points.map(({ point, at }) => {
      const town = nearestTown(towns, at)
      const country = town === null ? '' : countryOf(towns, town)
      return { point, at, name: folded(point.name), code: compact(point.postalCode), town, country }
    })
    held = { loads: catalogue.loads(), towns, known, served: servedBy(known), countries, remembered: new Map() }
    return held
  }

  return {
    /** Reads the towns, so that the first who asks need not wait. */
    warm: (): void => void read(),
    /** The town that each point lies at, by every name that it goes by, and its country; none for a point of which it is not known where it lies. */
    townsOfPoints(): ReadonlyMap<PointId, PointTown> {
      const { towns, known } = read()
      const found = known.flatMap(({ point, town, country }): [PointId, PointTown][] => {
        const name = town === null ? '' : (towns.names[town] as string)
        return town === null ? [] : [[point.id, { names: [...new Set([name, ...namesOf(country, name)])], country }]]
      })
      return new Map(found)
    },
    /** At most ten places for what was typed, the likeliest first, named in a language where it has a name of its own for them. */
    find(text: string, language: Language): Place[] {
      const { towns, known, served, remembered } = read()
      const key = `${language} ${text}`
      const before = remembered.get(key)
      if (before) return before
      if (remembered.size >= rememberedMax) remembered.clear()
      const found = findAmong(towns, known, served, text, language)
      remembered.set(key, found)
      return found
    },
  }
}
/** Names of a town, the one it is listed under first, and its country by its ISO code. */
export type PointTown = { names: readonly string[]; country: string }
export type Gazetteer = ReturnType<typeof makeGazetteer>

const countryOf = (towns: Towns, town: number): string => towns.countries[towns.country[town] as number] ?? ''

const townName = (towns: Towns, town: number | null, language: Language): string =>
  town === null ? '' : nameIn(language, countryOf(towns, town), towns.names[town] as string)

/** The larger town that a place lies near; empty for one that is large itself. */
function regionOf(towns: Towns, at: Position, own: number | null, language: Language): string {
  if (own !== null && (towns.population[own] as number) >= largeTown) return ''
  return townName(towns, nearestTown(towns, at, largeTown), language)
}

function servedBy(known: readonly Known[]): Served {
  const steps = [-0.5, 0, 0.5]
  return {
    countries: new Set(known.map(({ country }) => country)),
    squares: new Set(known.flatMap(({ at }) => steps.flatMap((n) => steps.map((e) => squareOf(at.latitude + n, at.longitude + e))))),
  }
}

function findAmong(towns: Towns, known: readonly Known[], served: Served, text: string, language: Language): Place[] {
  const [typed = '', ...rest] = text.split(',').map(folded)
  if (typed === '') return []
  const ranked = townsLike(towns, typed).map((one) => ({ one, rank: rankOf(towns, one, typed, served) }))
  const likeliest = ranked.sort((a, b) => b.rank - a.rank).slice(0, rest.length ? townsMax : placesMax)
  const found = [...codes(towns, known, text, language), ...pointNames(towns, known, typed, language)]
  for (const { one, rank } of likeliest) found.push(townPlace(towns, one.town, rank, language))
  if (rest.length) {
    const countryName = new Intl.DisplayNames(language, { type: 'region' })
    for (const place of found) {
      const besides = folded([place.region, place.country && countryName.of(place.country)].join(' '))
      if (rest.some((word) => word !== '' && besides.includes(word))) place.rank += 3
    }
  }
  return found
    .sort((a, b) => b.rank - a.rank)
    .slice(0, placesMax)
    .map(({ rank, ...place }) => place)
}

const bonus = { same: 3, begins: 1, word: 0.3, slips: 0 }

/** A large town is meant sooner than a hamlet, one where the network is sooner than one abroad, and what was typed whole than what was begun. */
function rankOf(towns: Towns, { town, how, slips }: TownFound, typed: string, { countries, squares }: Served): number {
  const long = (towns.names[town] as string).length - typed.length
  const { latitude, longitude } = positionOf(towns, town)
  const here = (countries.has(countryOf(towns, town)) ? 0.8 : 0) + (squares.has(squareOf(latitude, longitude)) ? 1 : 0)
  return Math.log10((towns.population[town] as number) + 100) + here + bonus[how] - slips - Math.min(1, Math.max(0, long) / 20)
}

function townPlace(towns: Towns, town: number, rank: number, language: Language): Ranked {
  const at = positionOf(towns, town)
  const region = regionOf(towns, at, town, language)
  return { kind: 'town', name: townName(towns, town, language), region, country: countryOf(towns, town), ...at, rank }
}

function pointNames(towns: Towns, known: readonly Known[], typed: string, language: Language): Ranked[] {
  const found: Ranked[] = []
  for (const { point, at, name, town, country } of known) {
    const most = slipsIn(typed.length)
    const is = name === typed ? 7 : ` ${name}`.includes(` ${typed}`) ? 4.5 : slipsBetween(typed, name, most, true) <= most ? 3 : 0
    if (is === 0) continue
    found.push({ kind: 'point', name: point.name, region: townName(towns, town, language), country, ...at, rank: is })
  }
  return found.sort((a, b) => b.rank - a.rank).slice(0, placesMax / 2)
}

const shared = (a: string, b: string): number => {
  let n = 0
  while (n < a.length && a[n] === b[n]) n++
  return n
}

/** Postal codes that begin as typed, or else the nearest to it by number: the middle of the points that have them, one for each town. */
function codes(towns: Towns, known: readonly Known[], text: string, language: Language): Ranked[] {
  const typed = compact(text)
  if (!/^(?=.*\d)[a-z0-9]{2,10}$/.test(typed)) return []
  const coded = known.filter(({ code }) => code !== '')
  const begun = coded.filter(({ code }) => code.startsWith(typed))
  const likest = Math.max(2, ...coded.map(({ code }) => shared(code, typed)))
  const near = begun.length ? begun : typed.length < 4 ? [] : coded.filter(({ code }) => shared(code, typed) >= likest)
  const byTown = Map.groupBy(near, ({ town, code }) => town ?? code)
  return [...byTown.values()].slice(0, codesMax).map((group) => {
    const first = group[0] as Known
    const middle = (side: keyof Position) => group.reduce((sum, { at }) => sum + at[side], 0) / group.length
    return {
      kind: 'postal-code' as const,
      name: begun.length ? first.point.postalCode : text.trim().toUpperCase(),
      region: townName(towns, first.town, language),
      country: first.country,
      latitude: Math.round(middle('latitude') * 1e4) / 1e4,
      longitude: Math.round(middle('longitude') * 1e4) / 1e4,
      rank: 9 - (begun.length ? 0 : 1) + group.length / 1000,
    }
  })
}
