import type { Sql } from '../db/connect.ts'
import type { PerLanguage } from '../db/tables/catalogue.ts'
import type { PointId, ServiceId } from '../domain/ids.ts'
import type { Openings } from '../domain/openings.ts'
import type { Policy } from '../domain/policy.ts'

export type Service = {
  id: ServiceId
  /** Whose it is: its provider. */
  organisationId: string
  names: PerLanguage
  explanations: PerLanguage
  bring: Partial<Record<string, string[]>>
  /** Other words that people look for it by. */
  synonyms: Partial<Record<string, string[]>>
  /** Where it can be done online. */
  links: PerLanguage
  icon: string
  baseMinutes: number
  extraMinutes: number
  priceCents: number | null
  currency: string | null
  ageFrom: number | null
  ageUntil: number | null
}
export type PointService = { service: Service; series: string; walkIn: boolean; bookable: boolean }
/** Where a mobile point stands on a day of the week, 1 for Monday. */
export type Stop = { weekday: number; name: string; address: string; postalCode: string; latitude: number; longitude: number }
export type Point = {
  id: PointId
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
  policy: Partial<Policy>
  peopleMax: number
  leadMinutes: number
  horizonDays: number
  gridMinutes: number
  revision: number
  services: PointService[]
  counterIds: number[]
  stops: Stop[]
}

/** A service with the points that offer it, and those of them at which a time can be booked for it. */
export type Offer = { service: Service; at: Point[]; bookableAt: Point[] }

/** What points and services are called and offer: read often, changed seldom, so it is held whole and loaded again when a revision moves. */
export function makeCatalogue(sql: Sql) {
  let points = new Map<PointId, Point>()
  let organisations = new Map<string, PerLanguage>()
  let offers = new Map<ServiceId, Offer>()
  let loads = 0
  let seal = ''

  const sealNow = async () => {
    const [row] = await sql`select count(*) || ' ' || coalesce(sum(revision), 0) as seal from points`
    return String(row!.seal)
  }

  async function load(): Promise<PointId[]> {
    const newSeal = await sealNow()
    const services = new Map<ServiceId, Service>()
    for (const r of await sql`select * from services`)
      services.set(r.id, {
        id: r.id,
        organisationId: r.organisation_id,
        names: r.names,
        explanations: r.explanations,
        bring: r.bring,
        synonyms: r.synonyms,
        links: r.links,
        icon: r.icon,
        baseMinutes: r.base_minutes,
        extraMinutes: r.extra_minutes,
        priceCents: r.price_cents,
        currency: r.currency,
        ageFrom: r.age_from,
        ageUntil: r.age_until,
      })
    const next = new Map<PointId, Point>()
    for (const r of await sql`select p.*, (select coalesce(array_agg(id order by id), '{}') from counters c where c.point_id = p.id) as counter_ids from points p order by p.name`)
      next.set(r.id, pointOf(r))
    for (const r of await sql`select * from point_services order by point_id, place`) {
      const service = services.get(r.service_id)
      if (service) next.get(r.point_id)?.services.push({ service, series: r.series, walkIn: r.walk_in, bookable: r.bookable })
    }
    for (const r of await sql`select * from stops order by point_id, weekday`) {
      const { weekday, name, address, latitude, longitude } = r as unknown as Stop
      next.get(r.point_id)?.stops.push({ weekday, name, address, postalCode: r.postal_code, latitude, longitude })
    }
    organisations = new Map((await sql`select id, names from organisations`).map((r) => [r.id, r.names]))
    const moved = [...next.values()].filter((p) => points.get(p.id)?.revision !== p.revision).map((p) => p.id)
    points = next
    offers = offersOf(next.values())
    loads += 1
    seal = newSeal
    return moved
  }

  return {
    load,
    /** Loads again where something has changed, and says which points did. */
    look: async (): Promise<PointId[]> => ((await sealNow()) === seal ? [] : load()),
    point: (id: PointId): Point | undefined => points.get(id),
    points: (): Iterable<Point> => points.values(),
    /** Every service that some point offers, by its id, and where. */
    offers: (): ReadonlyMap<ServiceId, Offer> => offers,
    isBookable: (id: ServiceId): boolean => (offers.get(id)?.bookableAt.length ?? 0) > 0,
    /** What an organisation is called in each language that it has a name in. */
    organisation: (id: string): PerLanguage => organisations.get(id) ?? {},
    /** Moves on whenever the catalogue was loaded, so that what was made from it can be made again. */
    loads: (): number => loads,
    service: (pointId: PointId, id: ServiceId): PointService | undefined => points.get(pointId)?.services.find((s) => s.service.id === id),
  }
}
export type Catalogue = ReturnType<typeof makeCatalogue>

function offersOf(points: Iterable<Point>): Map<ServiceId, Offer> {
  const offers = new Map<ServiceId, Offer>()
  for (const point of points)
    for (const { service, bookable } of point.services) {
      const offer = offers.get(service.id) ?? { service, at: [], bookableAt: [] }
      offers.set(service.id, offer)
      offer.at.push(point)
      if (bookable) offer.bookableAt.push(point)
    }
  return offers
}

// biome-ignore lint/suspicious/noExplicitAny: a row as the driver hands it over, shaped by the tables
const pointOf = (r: any): Point => ({
  id: r.id,
  organisationId: r.organisation_id,
  kind: r.kind,
  name: r.name,
  address: r.address,
  postalCode: r.postal_code,
  district: r.district,
  phone: r.phone,
  latitude: r.latitude,
  longitude: r.longitude,
  zone: r.zone,
  languages: r.languages,
  openings: r.openings,
  policy: r.policy,
  peopleMax: r.people_max,
  leadMinutes: r.lead_minutes,
  horizonDays: r.horizon_days,
  gridMinutes: r.grid_minutes,
  revision: r.revision,
  services: [],
  counterIds: r.counter_ids,
  stops: [],
})
