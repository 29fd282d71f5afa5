import { and, asc, eq, isNull } from 'drizzle-orm'
import { Problem } from '../../contract/problems.ts'
import { roles, staff } from '../../db/tables/access.ts'
import type { Uuid } from '../../domain/ids.ts'
import type { House } from '../house.ts'
import type { Role } from '../identity.ts'
import type { Tx } from '../once.ts'

/** Each role once, always in the same order. */
export function inOrder(given: readonly Role[]): Role[] {
  const each = new Map(given.map(({ role, scope }) => [`${role} ${scope}`, { role, scope }]))
  return [...each].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, role]) => role)
}

/** Refuses a role at a point that is not there, and names which. */
export function refuseUnknownPoints(house: House, given: readonly Role[]): void {
  const fields = given.flatMap(({ scope }, i) =>
    scope === '*' || house.catalogue.point(scope) ? [] : [{ field: `body.roles.${i}.scope`, code: 'choice', sentence: '' }],
  )
  if (fields.length) throw new Problem('invalid-input', {}, fields)
}

/** Refuses to leave a network without an admin. It holds all of them, so that of two who close each other's account one stays. */
export async function refuseLastAdmin(tx: Tx, leaving: Uuid): Promise<void> {
  const admins = await tx
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(roles, eq(roles.staffId, staff.id))
    .where(and(isNull(staff.disabledAt), eq(roles.role, 'admin'), eq(roles.scope, '*')))
    .orderBy(asc(staff.id))
    .for('update')
  if (admins.length === 1 && admins[0]!.id === leaving) throw new Problem('last-admin')
}
