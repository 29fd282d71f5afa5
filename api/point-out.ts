import type * as v from 'valibot'
import type { pointOut } from '../contract/points.ts'
import type { Point } from './catalogue.ts'

/** A point as everybody may see it. */
export const pointOutOf = (point: Point): v.InferOutput<typeof pointOut> => ({
  id: point.id,
  name: point.name,
  address: point.address,
  postalCode: point.postalCode,
  district: point.district,
  phone: point.phone,
  latitude: point.latitude,
  longitude: point.longitude,
  zone: point.zone,
  bookable: point.services.some((s) => s.bookable),
})
