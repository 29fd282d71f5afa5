import type * as v from 'valibot'
import type { pointOut } from '../contract/points.ts'
import type { Point } from './catalogue.ts'

/** A point as everybody may see it. */
export const pointOutOf = (point: Point): v.InferOutput<typeof pointOut> => ({
  id: point.id,
  kind: point.kind,
  name: point.name,
  address: point.address,
  postalCode: point.postalCode,
  district: point.district,
  phone: point.phone,
  latitude: point.latitude,
  longitude: point.longitude,
  zone: point.zone,
  openingsKnown: isEverOpen(point.openings),
  bookable: isEverOpen(point.openings) && point.services.some((s) => s.bookable),
})

const isEverOpen = ({ week, exceptions }: Point['openings']): boolean => week.length > 0 || exceptions.some(({ spans }) => spans.length > 0)
