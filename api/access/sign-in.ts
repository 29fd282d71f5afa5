import { and, eq, isNull } from 'drizzle-orm'
import { getCookie, setCookie } from 'hono/cookie'
import type { signIn as signInRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { signIns, staff } from '../../db/tables/access.ts'
import { networkOf } from '../address.ts'
import type { House } from '../house.ts'
import { signInCookie } from '../identify.ts'
import { hashToken, makeToken } from '../secrets.ts'
import type { Verb } from '../serve.ts'
import { meOf } from './me.ts'

const lastsMs = 12 * 3_600_000
/**
 * A town hall has one address, and its guests may share it: who guesses there shuts out who they guess at, from there, and nobody else until
 * 300 guesses in ten minutes. A subject is shut out everywhere by 100, which is 5 million in a year against 50 bits of a password we drew.
 */
const [ofNetwork, ofSubject] = [300, 100]
/** A hash that no password fits: a subject that is not there takes as long as a wrong password. */
const nobodys = new WeakMap<House, Promise<string>>()

export const signIn: Verb<typeof signInRoute> = async ({ house, input, context, address }) => {
  const network = networkOf(address)
  const takeBack = house.tries.begin([
    `subject ${input.subject} from ${network}`,
    [`network ${network}`, ofNetwork],
    [`subject ${input.subject}`, ofSubject],
  ])
  const staffId = await staffOf(house, input)
  if (!staffId) throw new Problem('sign-in-failed')
  takeBack()
  const token = makeToken()
  const now = house.clock.now()
  const { slow } = house.connections
  const before = getCookie(context, signInCookie)
  if (before) await slow.delete(signIns).where(eq(signIns.tokenHash, hashToken(before)))
  await slow.insert(signIns).values({ tokenHash: hashToken(token), staffId, startedAt: now, until: now + lastsMs })
  if (before) house.identify.forget()
  setCookie(context, signInCookie, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: house.publicUrl.startsWith('https:'),
    maxAge: lastsMs / 1000,
  })
  return meOf(house, staffId)
}

async function staffOf(house: House, given: { subject: string; password: string }): Promise<string | null> {
  const nobody = nobodys.get(house) ?? house.hashPassword(makeToken())
  nobodys.set(house, nobody)
  const [person] = await house.connections.slow
    .select({ id: staff.id, passwordHash: staff.passwordHash })
    .from(staff)
    .where(and(eq(staff.issuer, 'local'), eq(staff.subject, given.subject), isNull(staff.disabledAt)))
  const right = await house.verifyPassword(given.password, person?.passwordHash ?? (await nobody))
  return right && person?.passwordHash ? person.id : null
}
