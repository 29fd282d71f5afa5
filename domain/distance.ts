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

const walkedKm = 1.5
const detour = 1.3

export type Travel = { minutes: number; by: 'walk' | 'ride' }

/**
 * About how long somebody is on the way, from the distance along the earth: under 1.5 km on foot, from there on by car or public transport.
 * Roads are taken to be 1.3 times longer (R. Ballou, H. Rahardja and N. Sakai, 2002, found 1.2 to 1.6 in most countries of Europe). A walk takes 12
 * minutes per kilometre of road (5 km/h), a ride 10 minutes to get going and to park or wait, plus 2 per kilometre (30 km/h). Whole minutes, rounded up.
 */
export function travel(distanceKm: number): Travel {
  const km = Math.max(0, distanceKm)
  const road = km * detour
  return km < walkedKm ? { minutes: Math.ceil(road * 12), by: 'walk' } : { minutes: Math.ceil(10 + road * 2), by: 'ride' }
}
