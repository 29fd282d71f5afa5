import { and, eq } from 'drizzle-orm'
import type { setPassword as setPasswordRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { signIns, staff } from '../../db/tables/access.ts'
import { record, wholeNetwork } from '../once.ts'
import type { Verb } from '../serve.ts'

/** Whoever is signed in with the password before has to sign in again. Only an account of our own has one. */
export const setPassword: Verb<typeof setPasswordRoute> = async (asked) => {
  const { house, input } = asked
  const { staff: id } = input
  const passwordHash = await house.hashPassword(input.password)
  await house.connections.slow.transaction(async (tx) => {
    const own = and(eq(staff.id, id), eq(staff.issuer, 'local'))
    const set = await tx.update(staff).set({ passwordHash }).where(own).returning({ id: staff.id })
    if (set.length === 0) throw new Problem('not-found')
    await tx.delete(signIns).where(eq(signIns.staffId, id))
    await record(tx, asked, { pointId: wholeNetwork, act: 'set-password', what: { staffId: id } })
  })
  house.identify.forget()
  return { id }
}
