import { and, eq } from 'drizzle-orm'
import type { setMyPassword as setMyPasswordRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { staff } from '../../db/tables/access.ts'
import type { Verb } from '../serve.ts'
import { givePassword } from './set-password.ts'

/** Guesses at the password of now are counted as those of a sign-in are. Somebody who signs in elsewhere has no password here. */
export const setMyPassword: Verb<typeof setMyPasswordRoute> = async (asked) => {
  const { house, identity, input } = asked
  if (identity.kind !== 'staff') throw new Problem('sign-in-needed')
  const { staffId } = identity
  const takeBack = house.tries.begin([`password ${staffId}`])
  const [mine] = await house.connections.slow
    .select({ passwordHash: staff.passwordHash })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.issuer, 'local')))
  if (!mine?.passwordHash) throw new Problem('not-found')
  const right = await house.verifyPassword(input.present, mine.passwordHash)
  if (!right) throw new Problem('invalid-input', {}, [{ field: 'body.present', code: 'wrong-password', sentence: '' }])
  takeBack()
  return givePassword(asked, staffId, input.password)
}
