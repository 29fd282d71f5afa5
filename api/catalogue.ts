import type { Sql } from '../db/connect.ts'
import type { PerLanguage } from '../db/tables/catalogue.ts'
import type { PointId, ServiceId } from '../domain/ids.ts'
import type { Openings } from '../domain/openings.ts'
import type { Policy } from '../domain/policy.ts'

export type Service = {
  id: ServiceId
  names: PerLanguage
  explanations: PerLanguage
  bring: Partial<Record<string, string[]>>
  icon: string
  baseMinutes: number
  extraMinutes: number
}
export type PointService = { service: Service; series: string; walkIn: boolean; bookable: boolean }
export type Point = {
  id: PointId
  organisationId: string
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
}

/** What points and services are called and offer: read often, changed seldom, so it is held whole and loaded again when a revision moves. */
export function makeCatalogue(sql: Sql) {
  let points = new Map<PointId, Point>()
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
        names: r.names,
        explanations: r.explanations,
        bring: r.bring,
        icon: r.icon,
        baseMinutes: r.base_minutes,
        extraMinutes: r.extra_minutes,
      })
    const next = new Map<PointId, Point>()
    for (const r of await sql`select p.*, (select coalesce(array_agg(id order by id), '{}') from counters c where c.point_id = p.id) as counter_ids from points p order by p.name`)
      next.set(r.id, pointOf(r))
    for (const r of await sql`select * from point_services order by point_id, place`) {
      const service = services.get(r.service_id)
      if (service) next.get(r.point_id)?.services.push({ service, series: r.series, walkIn: r.walk_in, bookable: r.bookable })
    }
    const moved = [...next.values()].filter((p) => points.get(p.id)?.revision !== p.revision).map((p) => p.id)
    points = next
    seal = newSeal
    return moved
  }

  return {
    load,
    /** Loads again where something has changed, and says which points did. */
    look: async (): Promise<PointId[]> => ((await sealNow()) === seal ? [] : load()),
    point: (id: PointId): Point | undefined => points.get(id),
    points: (): Iterable<Point> => points.values(),
    service: (pointId: PointId, id: ServiceId): PointService | undefined => points.get(pointId)?.services.find((s) => s.service.id === id),
  }
}
export type Catalogue = ReturnType<typeof makeCatalogue>

// biome-ignore lint/suspicious/noExplicitAny: a row as the driver hands it over, shaped by the tables
const pointOf = (r: any): Point => ({
  id: r.id,
  organisationId: r.organisation_id,
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
})
