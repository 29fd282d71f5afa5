import { eq } from 'drizzle-orm'
import type { setRoles as setRolesRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { roles, staff } from '../../db/tables/access.ts'
import { record, wholeNetwork } from '../once.ts'
import type { Verb } from '../serve.ts'
import { inOrder, refuseLastAdmin, refuseUnknownPoints } from './roles.ts'

/** Twice is the same. Another process forgets what somebody might before within two seconds. */
export const setRoles: Verb<typeof setRolesRoute> = async (asked) => {
  const { house, input } = asked
  const { staff: id } = input
  refuseUnknownPoints(house, input.roles)
  const given = inOrder(input.roles)
  await house.connections.slow.transaction(async (tx) => {
    const isAdmin = given.some(({ role, scope }) => role === 'admin' && scope === '*')
    if (!isAdmin) await refuseLastAdmin(tx, id)
    const [person] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, id)).for('update')
    if (!person) throw new Problem('not-found')
    const before = inOrder(await tx.select().from(roles).where(eq(roles.staffId, id)))
    if (JSON.stringify(before) === JSON.stringify(given)) return
    await tx.delete(roles).where(eq(roles.staffId, id))
    await tx.insert(roles).values(given.map((role) => ({ ...role, staffId: id })))
    const named = given.map(({ role, scope }) => `${role} ${scope}`)
    await record(tx, asked, { pointId: wholeNetwork, act: 'set-roles', what: { staffId: id, roles: named } })
  })
  house.identify.forget()
  return { id, roles: given }
}
