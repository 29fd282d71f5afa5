/** A UUIDv7 in lower case, minted by the asker: the Idempotency-Key and the id of the thing created. */
export type Uuid = string
/** A service point: a short lower-case name such as `aalter`, used in addresses and keys. */
export type PointId = string
/** A service of the catalogue: a short lower-case name such as `passport`. */
export type ServiceId = string
/** A counter within its point: 1 to 99, the number on the sign above it. */
export type CounterId = number

/** How a visit was asked for. A shift may be reserved to some of these. */
export type Channel = 'web' | 'phone' | 'desk' | 'partner' | 'walk-in'
export const channels: readonly Channel[] = ['web', 'phone', 'desk', 'partner', 'walk-in']

/** Who did it, as it stands in the history: never a name. `id` is a staff, device, visit or job id. */
export type Actor = { kind: 'visitor' | 'kiosk' | 'display' | 'staff' | 'partner' | 'job'; id: string }

/** True for a short lower-case name of a point or service: letters, digits and single dashes, at most 64. */
export const isPointName = (name: string): boolean => name.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
