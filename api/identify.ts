import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Connections } from '../db/connect.ts'
import type { Clock } from './clock.ts'
import type { Identity, Role } from './identity.ts'
import { hashToken, type Secrets } from './secrets.ts'

export const signInCookie = 'beurt'
const rememberMs = { device: 5000, staff: 2000 }
const rememberMax = 10_000

/** What stands for the sign-in that a request came with; the same for two browsers only where they share the cookie. */
export const signInOf = (c: Context): string => hashToken(getCookie(c, signInCookie) ?? '')

/**
 * Finds out who asks: a device by its bearer token, a visitor by the token of the visit's link, staff by the cookie of their sign-in.
 * What was found is remembered for a while, so that a busy kiosk costs no query for each tap: a device that was taken out in another process is
 * known here for five seconds more; staff for two only, since an account that is closed must end at once.
 */
export function makeIdentify(house: { connections: Connections; clock: Clock; secrets: Secrets }) {
  type Remembered = Map<string, { identity: Identity; until: number }>
  const remembered: Record<keyof typeof rememberMs, Remembered> = { device: new Map(), staff: new Map() }

  function remember(kind: keyof typeof rememberMs, token: string, find: () => Promise<Identity>): Identity | Promise<Identity> {
    const known = remembered[kind].get(token)
    return known && known.until > performance.now() ? known.identity : findOut(kind, token, find)
  }

  async function findOut(kind: keyof typeof rememberMs, token: string, find: () => Promise<Identity>): Promise<Identity> {
    const those = remembered[kind]
    const identity = await find()
    if (those.size >= rememberMax) those.clear()
    those.set(token, { identity, until: performance.now() + rememberMs[kind] })
    return identity
  }

  const device = (token: string) =>
    remember('device', token, async () => {
      const [row] = await house.connections.slowSql`select id, kind, point_id, number from devices where token_hash = ${hashToken(token)}`
      return row ? { kind: row.kind, deviceId: row.id, pointId: row.point_id, number: row.number } : { kind: 'anyone' }
    })

  const staff = (token: string) =>
    remember('staff', token, async () => {
      const rows = await house.connections.slowSql`
        select s.id, r.role, r.scope, i.until_at from sign_ins i join staff s on s.id = i.staff_id left join roles r on r.staff_id = s.id
        where i.token_hash = ${hashToken(token)} and s.disabled_at is null`
      if (!rows[0] || Date.parse(rows[0].until_at) <= house.clock.now()) return { kind: 'anyone' }
      const roles = rows.filter((r) => r.role).map((r) => ({ role: r.role, scope: r.scope }) as Role)
      return { kind: 'staff', staffId: rows[0].id, roles }
    })

  return {
    /** At once where it is remembered. */
    of(c: Context): Identity | Promise<Identity> {
      const [scheme, token] = (c.req.header('authorization') ?? '').split(' ')
      if (token && scheme === 'Bearer') return device(token)
      if (token && scheme === 'Visit') {
        const visit = house.secrets.readVisitToken(token)
        return visit ? { kind: 'visitor', ...visit } : { kind: 'anyone' }
      }
      const cookie = getCookie(c, signInCookie)
      return cookie ? staff(cookie) : { kind: 'anyone' }
    },
    /** Forgets everything: a role or an account has changed. */
    forget(): void {
      remembered.device.clear()
      remembered.staff.clear()
    },
  }
}
export type Identify = ReturnType<typeof makeIdentify>
