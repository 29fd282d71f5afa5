import { eq } from 'drizzle-orm'
import { deleteCookie, getCookie } from 'hono/cookie'
import type { signOut as signOutRoute } from '../../contract/access.ts'
import { signIns } from '../../db/tables/access.ts'
import { signInCookie } from '../identify.ts'
import { hashToken } from '../secrets.ts'
import type { Verb } from '../serve.ts'

/** Ends the sign-in of the cookie; without one there is nothing to end, which is what was asked. */
export const signOut: Verb<typeof signOutRoute> = async ({ house, context }) => {
  const token = getCookie(context, signInCookie)
  if (token) {
    await house.connections.slow.delete(signIns).where(eq(signIns.tokenHash, hashToken(token)))
    house.identify.forget()
  }
  deleteCookie(context, signInCookie, { path: '/' })
  return {}
}
