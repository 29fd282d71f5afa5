import { ask } from '../contract/ask.ts'
import { earliestSlots, findPlaces, findServices, listPoints, readCoast } from '../contract/points.ts'
import { Problem } from '../contract/problems.ts'
import type { ResultOf } from '../contract/route.ts'
import { distanceKm, type Position } from '../domain/distance.ts'
import { type Frame, frameAround } from '../domain/map-frame.ts'
import { isDay } from '../domain/time.ts'
import type { PointOut, Wanted } from './ask-slots.ts'
import type { Asked } from './asked.ts'

export type ServiceFound = ResultOf<typeof findServices>['services'][number]
export type Soon = ResultOf<typeof earliestSlots>['slots'][number]
export type PlaceOut = ResultOf<typeof findPlaces>['places'][number]

/** Where somebody wants to come: what they typed, or where they are; `others` are other places of that name. */
export type Where = { typed: string; here: boolean; at: Position | null; name: string; others: PlaceOut[] }

/** What is free the soonest: all of them in the order of their times, with a drawing of where they are. */
export type SoonestFound = {
  services: ServiceFound[]
  wanted: Wanted
  where: Where
  from: string | null
  soon: Soon[]
  map: { frame: Frame; land: string; points: PointOut[] } | null
}

const listed = 9
const closeKm = 8
const closeMost = 3
/** First what is near; further where that is little, and anywhere where it is nothing. */
const reaches = [40, 150, 400] as const
const enough = 3
const mapKm = 250
const drawing = { width: 360, height: 400, kmMin: 12 }

/** Places by what somebody typed; none for nothing, or for what nobody can have meant. */
export async function askPlaces(asked: Asked, typed: string): Promise<PlaceOut[]> {
  if (!typed.trim()) return []
  try {
    return (await ask(asked.asker, findPlaces, { q: typed.slice(0, 80) })).places
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid-input') return []
    throw error
  }
}

/** Services by what somebody typed, or those that people mostly come for. */
export async function askServices(asked: Asked, typed: string, at: Position | null): Promise<ServiceFound[]> {
  const near = at ? degreesOf(at) : {}
  try {
    return (await ask(asked.asker, findServices, { ...(typed.trim() ? { q: typed.slice(0, 120) } : {}), ...near, limit: '10' })).services
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid-input') return []
    throw error
  }
}

const degreesOf = ({ latitude, longitude }: Position) => ({ latitude: latitude.toFixed(4), longitude: longitude.toFixed(4) })

/** Reads where somebody wants to come from an address. */
export async function readWhere(asked: Asked): Promise<Where> {
  const query = asked.url.searchParams
  const [latitude, longitude] = ['latitude', 'longitude'].map((name) => Number.parseFloat(query.get(name) ?? ''))
  const typed = (query.get('place') ?? '').trim().slice(0, 80)
  if (!typed && isWithin(latitude, 90) && isWithin(longitude, 180))
    return { typed: '', here: true, at: { latitude, longitude }, name: '', others: [] }
  const [place, ...others] = await askPlaces(asked, typed)
  if (!place) return { typed, here: false, at: null, name: '', others: [] }
  const { latitude: north, longitude: east, name } = place
  return {
    typed,
    here: false,
    at: { latitude: north, longitude: east },
    name,
    others: others.filter((o) => o.kind !== 'point').slice(0, 3),
  }
}

const isWithin = (degrees: number | undefined, most: number): degrees is number =>
  degrees !== undefined && Number.isFinite(degrees) && Math.abs(degrees) <= most

/** The soonest free times for what is wanted, near a place or anywhere, a point once. */
export async function askSoonest(asked: Asked, wanted: Wanted, where: Where): Promise<SoonestFound> {
  const day = asked.url.searchParams.get('from') ?? ''
  const from = isDay(day) ? day : null
  const { services } = await ask(asked.asker, findServices, { services: wanted.services })
  const soon = where.typed && !where.at ? [] : await soonestOf(asked, wanted, where.at, from)
  return { services, wanted, where, from, soon, map: await askMap(asked, soon, where.at) }
}

async function soonestOf(asked: Asked, { services, people }: Wanted, at: Position | null, from: string | null): Promise<Soon[]> {
  const common = { services, people: String(people), perPoint: '1', ...(from ? { from } : {}), ...(at ? degreesOf(at) : {}) }
  const within = async (km: number | null, limit: number) =>
    (await ask(asked.asker, earliestSlots, { ...common, limit: String(limit), ...(at && km ? { km: String(km) } : {}) })).slots
  if (!at) return within(null, listed)
  let soon: Soon[] = []
  for (const km of reaches) {
    if (soon.length < enough) soon = await within(km, listed)
  }
  if (soon.length === 0) return within(null, listed)
  // Who would rather be near than soon finds the nearest in the list too.
  const close = (await within(closeKm, closeMost)).filter((one) => !soon.some(({ point }) => point.id === one.point.id))
  return [...soon.slice(0, listed - close.length), ...close].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

const positionOf = ({ latitude, longitude }: PointOut): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }

async function askMap(asked: Asked, soon: readonly Soon[], at: Position | null): Promise<SoonestFound['map']> {
  const shown = soon.flatMap(({ point }) => positionOf(point) ?? [])
  // A map of half the earth helps nobody: it shows the land around the first.
  const centre = at ?? shown[0]
  const around = shown.filter((one, i) => i === 0 || (centre && distanceKm(centre, one) <= mapKm))
  const frame = frameAround(at ? [at, ...around] : around, drawing)
  if (!frame || shown.length === 0) return null
  const sides = Object.fromEntries(Object.entries(frame).map(([name, value]) => [name, String(value)]))
  const { path } = await ask(asked.asker, readCoast, sides as Parameters<typeof ask<typeof readCoast>>[2])
  const { points } = await ask(asked.asker, listPoints, {})
  return { frame, land: path, points }
}
