import type { Who } from '../contract/route.ts'
import type { Actor, PointId, Uuid } from '../domain/ids.ts'

export type Role = { role: 'clerk' | 'point-manager' | 'network-manager' | 'admin'; scope: PointId | '*' }

/** Who asks, as far as it was shown. */
export type Identity =
  | { kind: 'anyone' }
  | { kind: 'visitor'; visitId: Uuid; generation: number }
  | { kind: 'kiosk' | 'display'; deviceId: Uuid; pointId: PointId; number: number }
  | { kind: 'staff'; staffId: Uuid; roles: readonly Role[] }

const ranks: Record<Role['role'], readonly Who[]> = {
  clerk: ['clerk'],
  'point-manager': ['clerk', 'point-manager'],
  'network-manager': ['clerk', 'point-manager', 'network-manager'],
  admin: ['admin'],
}

/**
 * Whether `identity` may do what `who` says, at `pointId` where the route has one. `visitor` lets through whoever shows the link of
 * a visit; that it is *that* visit is the verb's to see.
 */
export function may(identity: Identity, who: readonly Who[], pointId: PointId | null): boolean {
  return who.some((one) => {
    if (one === 'anyone') return true
    if (one === 'visitor') return identity.kind === 'visitor'
    if (one === 'kiosk' || one === 'display') return identity.kind === one && (pointId === null || identity.pointId === pointId)
    if (identity.kind !== 'staff') return false
    if (one === 'signed-in') return true
    return identity.roles.some((r) => ranks[r.role].includes(one) && (r.scope === '*' || r.scope === pointId))
  })
}

/** Whether two are the same member of the staff with the same roles. */
export function isSame(a: Identity, b: Identity): boolean {
  const told = (one: Identity) =>
    one.kind === 'staff' ? [one.staffId, ...one.roles.map(({ role, scope }) => `${role} ${scope}`).sort()].join('\n') : null
  return told(a) !== null && told(a) === told(b)
}

/** How an identity stands in the history. */
export function actorOf(identity: Identity): Actor {
  if (identity.kind === 'staff') return { kind: 'staff', id: identity.staffId }
  if (identity.kind === 'kiosk' || identity.kind === 'display') return { kind: identity.kind, id: identity.deviceId }
  if (identity.kind === 'visitor') return { kind: 'visitor', id: identity.visitId }
  return { kind: 'visitor', id: 'anyone' }
}
