import type { quieterPlaces } from '../../contract/network.ts'
import type { ResultOf } from '../../contract/route.ts'
import { forBookings } from '../../domain/diversion.ts'
import type { PointId, ServiceId } from '../../domain/ids.ts'
import { nextBest, type Slot } from '../../domain/slots.ts'
import { dayOf, iso } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { pointOutOf } from '../point-out.ts'
import type { Asked } from '../serve.ts'
import { wayBetween } from '../way.ts'

type Wanted = { serviceIds: readonly ServiceId[]; people: number }
type Place = ResultOf<typeof quieterPlaces>['places'][number]

/** Where the diversions of a point lead who books there: only to a time that is sooner than the first one here. */
export async function quieter({ house, input }: Asked<typeof quieterPlaces>): Promise<ResultOf<typeof quieterPlaces>> {
  const wanted = { serviceIds: input.services, people: input.people }
  const now = house.clock.now()
  const standing = forBookings(house.diversions.running(), { pointId: input.point, serviceIds: input.services, now })
  if (standing.length === 0) return { places: [] }
  const here = await firstAt(house, input.point, wanted)
  const ids = [...new Set(standing.map((d) => d.toPointId))]
  const places = await Promise.all(ids.map((id) => placeAt(house, input.point, id, wanted)))
  return {
    places: places
      .flatMap((p) => (p && (!here || Date.parse(p.first.startsAt) < here.startsAt) ? p : []))
      .sort((a, b) => (a.first.startsAt < b.first.startsAt ? -1 : 1)),
  }
}

async function placeAt(house: House, from: PointId, id: PointId, wanted: Wanted): Promise<Place | null> {
  const [here, there] = [house.catalogue.point(from)!, house.catalogue.point(id)]
  const way = there ? wayBetween(here, there) : null
  const first = way ? await firstAt(house, id, wanted) : null
  if (!there || !way || !first) return null
  return { point: pointOutOf(there), ...way, first: { startsAt: iso(first.startsAt), day: first.day, wallTime: first.wallTime } }
}

async function firstAt(house: House, pointId: PointId, wanted: Wanted): Promise<Slot | undefined> {
  const { calendar, settings } = await house.keeper.kept(pointId)
  const now = house.clock.now()
  return nextBest(calendar, { ...wanted, channel: 'web', day: dayOf(now, settings.zone), startsAt: now, now }, 1)[0]
}
