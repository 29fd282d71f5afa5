import type { menu } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'
import { distanceKm, type Position } from '../../domain/distance.ts'
import { type Offer, offerOf, type There } from '../../domain/diversion.ts'
import type { PointId, ServiceId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { Wait } from '../../domain/wait.ts'
import type { Point } from '../catalogue.ts'
import type { House } from '../house.ts'

type Waits = ReadonlyMap<ServiceId, Wait | null>
type OfferOut = ResultOf<typeof menu>['offers'][number]

/** Where it is quieter, by the diversions that stand: services with the same offer together. */
export async function offersOf(house: House, point: Point, waitsHere: Waits): Promise<OfferOut[]> {
  const now = house.clock.now()
  const diversions = house.diversions.from(point.id)
  if (diversions.length === 0) return []
  const waitsThere = new Map<PointId, Waits>()
  for (const { toPointId } of diversions) waitsThere.set(toPointId, await waitsIn(house, toPointId, now))
  const offers = new Map<string, OfferOut>()
  for (const { service, walkIn } of point.services) {
    if (!walkIn) continue
    const there = (toPointId: PointId) => thereFor(house, point, toPointId, waitsThere.get(toPointId)?.get(service.id) ?? null)
    const waitHere = waitsHere.get(service.id)?.range ?? null
    const offer = offerOf(diversions, { pointId: point.id, serviceIds: [service.id], waitHere, there, now })
    const to = offer && house.catalogue.point(offer.toPointId)
    if (!offer || !to) continue
    const name = JSON.stringify([offer.diversionId, offer.waitHere, offer.waitThere])
    const same = offers.get(name)
    if (same) same.serviceIds.push(service.id)
    else offers.set(name, offerOut(offer, to, service.id))
  }
  return [...offers.values()]
}

/** The waits of a point that takes walk-ins now; none where it is closed. */
async function waitsIn(house: House, pointId: PointId, now: Instant): Promise<Waits> {
  const { hall } = await house.keeper.kept(pointId)
  const open = hall.state === 'open' && hall.settings.spans.some((s) => s.from <= now && now < s.until)
  if (!open) return new Map()
  const waits = await house.waits.ofPoint(pointId)
  return new Map([...waits].filter(([id]) => hall.settings.services[id]?.walkIn))
}

function thereFor(house: House, from: Point, toPointId: PointId, wait: Wait | null): There | null {
  const to = house.catalogue.point(toPointId)
  const [a, b] = [positionOf(from), to ? positionOf(to) : null]
  return a && b ? { wait: wait?.range ?? null, distanceKm: distanceKm(a, b) } : null
}

const positionOf = ({ latitude, longitude }: Point): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }

const offerOut = (offer: Offer, to: Point, serviceId: ServiceId): OfferOut => ({
  diversionId: offer.diversionId,
  serviceIds: [serviceId],
  to: { id: to.id, name: to.name, address: to.address },
  distanceKm: Math.round(offer.distanceKm * 10) / 10,
  travelMinutes: offer.travelMinutes,
  by: offer.by,
  waitHere: offer.waitHere,
  waitThere: offer.waitThere,
  gainMinutes: offer.gainMinutes,
})
