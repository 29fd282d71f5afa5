/** A position on earth in degrees, WGS 84. */
export type Position = { latitude: number; longitude: number }

const earthKm = 6371.0088
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Distance along the earth's surface in km, by the haversine formula on a sphere of its mean radius (within 0.5 % of the ellipsoid). */
export function distanceKm(a: Position, b: Position): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2)
  const east = Math.sin(radians(b.longitude - a.longitude) / 2)
  const h = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}
