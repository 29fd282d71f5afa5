import { and, eq, ne } from 'drizzle-orm'
import type { setPassword as setPasswordRoute } from '../../contract/access.ts'
import type { AnyRoute } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { signIns, staff } from '../../db/tables/access.ts'
import type { Uuid } from '../../domain/ids.ts'
import { signInOf } from '../identify.ts'
import { record, wholeNetwork } from '../once.ts'
import type { Asked, Verb } from '../serve.ts'

export const setPassword: Verb<typeof setPasswordRoute> = (asked) => givePassword(asked, asked.input.staff, asked.input.password)

/**
 * Gives an account of this house another password; throws `not-found` for any other. Whoever is signed in with the password before has to
 * sign in again, but for the one who asks: they still have to read it.
 */
export async function givePassword(
  asked: Pick<Asked<AnyRoute>, 'house' | 'identity' | 'context'>,
  id: Uuid,
  password: string,
): Promise<{ id: Uuid }> {
  const { house, context } = asked
  const passwordHash = await house.hashPassword(password)
  await house.connections.slow.transaction(async (tx) => {
    // Somebody who signs in elsewhere has no password here.
    const ours = and(eq(staff.id, id), eq(staff.issuer, 'local'))
    const set = await tx.update(staff).set({ passwordHash }).where(ours).returning({ id: staff.id })
    if (set.length === 0) throw new Problem('not-found')
    const asking = signInOf(context)
    await tx.delete(signIns).where(and(eq(signIns.staffId, id), ne(signIns.tokenHash, asking)))
    await record(tx, asked, { pointId: wholeNetwork, act: 'set-password', what: { staffId: id } })
  })
  house.identify.forget()
  return { id }
}
