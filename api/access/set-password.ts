import { and, eq, ne } from 'drizzle-orm'
import { getCookie } from 'hono/cookie'
import type { setPassword as setPasswordRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { signIns, staff } from '../../db/tables/access.ts'
import { signInCookie } from '../identify.ts'
import { record, wholeNetwork } from '../once.ts'
import { hashToken } from '../secrets.ts'
import type { Verb } from '../serve.ts'

/** Whoever is signed in with the password before has to sign in again, but for the one who asks: they still have to read it. */
export const setPassword: Verb<typeof setPasswordRoute> = async (asked) => {
  const { house, input, context } = asked
  const { staff: id } = input
  const passwordHash = await house.hashPassword(input.password)
  await house.connections.slow.transaction(async (tx) => {
    // Somebody who signs in elsewhere has no password here.
    const ours = and(eq(staff.id, id), eq(staff.issuer, 'local'))
    const set = await tx.update(staff).set({ passwordHash }).where(ours).returning({ id: staff.id })
    if (set.length === 0) throw new Problem('not-found')
    const asking = hashToken(getCookie(context, signInCookie) ?? '')
    await tx.delete(signIns).where(and(eq(signIns.staffId, id), ne(signIns.tokenHash, asking)))
    await record(tx, asked, { pointId: wholeNetwork, act: 'set-password', what: { staffId: id } })
  })
  house.identify.forget()
  return { id }
}
