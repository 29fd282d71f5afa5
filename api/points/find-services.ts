import type { findServices } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'
import { distanceKm, type Position } from '../../domain/distance.ts'
import type { Offer, Point } from '../catalogue.ts'
import type { House } from '../house.ts'
import type { Asked } from '../serve.ts'

const limitUsual = 10

/** Services of all providers by what somebody typed, by their ids, or what people mostly come for. */
export function services({ house, input }: Asked<typeof findServices>): ResultOf<typeof findServices> {
  const { latitude, longitude, limit = limitUsual } = input
  const near = latitude === undefined || longitude === undefined ? null : { latitude, longitude }
  return {
    services: wantedOffers(house, input)
      .slice(0, limit)
      .map((offer) => serviceOut(house, offer, near)),
  }
}

function wantedOffers({ serviceWords, catalogue }: House, { q, services, limit }: Asked<typeof findServices>['input']): Offer[] {
  if (q !== undefined) return serviceWords.find(q)
  const offers = catalogue.offers()
  return (services ?? serviceWords.usual(limit ?? limitUsual)).flatMap((id) => offers.get(id) ?? [])
}

function serviceOut({ catalogue }: House, { service, at, bookableAt }: Offer, near: Position | null) {
  const names = told(service.names)
  return {
    id: service.id,
    names,
    explanations: told(service.explanations),
    icon: service.icon,
    baseMinutes: service.baseMinutes,
    extraMinutes: service.extraMinutes,
    provider: { id: service.organisationId, names: told(catalogue.organisation(service.organisationId)) },
    languages: Object.keys(names),
    points: at.length,
    bookablePoints: bookableAt.length,
    nearest: near ? nearestOf(bookableAt, near) : null,
  }
}

const told = (texts: Partial<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter((e): e is [string, string] => Boolean(e[1])))

function nearestOf(points: readonly Point[], near: Position) {
  let best: { id: string; name: string; distanceKm: number } | null = null
  for (const { id, name, latitude, longitude } of points) {
    if (latitude === null || longitude === null) continue
    const km = distanceKm(near, { latitude, longitude })
    if (!best || km < best.distanceKm) best = { id, name, distanceKm: km }
  }
  return best
}
