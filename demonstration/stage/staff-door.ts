import { signIn } from '../../contract/access.ts'
import { requestOf } from '../../contract/ask.ts'
import { listen } from '../../kiosk/agent/listen.ts'
import { isOwnName } from '../../kiosk/agent/own-name.ts'
import type { Where } from '../where.ts'

export type Send = (request: Request) => Promise<Response>

const base = 'http://beurt.internal'

/** Sends requests as one of the staff, who signs in with a password as anybody would: at the first request, and again where the sign-in is over. */
export function sendAs(subject: string, password: string, send: Send): Send {
  let cookie: Promise<string> | null = null
  const enter = async () => {
    const response = await send(requestOf({ base, send }, signIn, { subject, password }, null))
    return cookieOf(response) ?? Promise.reject(new Error(`${subject} cannot sign in: ${response.status}`))
  }
  const signed = async (request: Request) => {
    cookie ??= enter()
    const headers = new Headers(request.headers)
    headers.set('cookie', await cookie.catch(() => ''))
    return send(new Request(request, { headers }))
  }
  return async (request) => {
    const again = request.clone()
    const response = await signed(request)
    if (response.status !== 401) return response
    cookie = null
    return signed(again)
  }
}

/** The cookie that an answer sets, as it is sent back. */
export const cookieOf = (response: Response): string | undefined => response.headers.get('set-cookie')?.split(';')[0]

/**
 * A way into the site at which everybody is the same member of the staff already. The stage may show what comes through it. It answers to
 * this machine's names only, so that no page elsewhere makes its own name lead here.
 */
export function openDoor(given: { send: Send; port: number; host: string; where: Where }) {
  const hosts = given.where.hostsAt(given.port)
  return listen(
    async (request) => {
      const name = request.headers.get('host') ?? ''
      if (!isOwnName(name, hosts)) return new Response(null, { status: 421 })
      const { pathname, search } = new URL(request.url)
      const asked = new Request(`http://${name}${pathname}${search}`, request)
      return framable(await given.send(asked), given.where.framedBy(name))
    },
    { port: given.port, host: given.host },
  )
}

function framable(response: Response, framedBy: readonly string[]): Response {
  const headers = new Headers(response.headers)
  headers.delete('set-cookie')
  const policy = headers.get('content-security-policy')
  if (policy)
    headers.set('content-security-policy', policy.replace("frame-ancestors 'self'", ["frame-ancestors 'self'", ...framedBy].join(' ')))
  return new Response(response.body, { status: response.status, headers })
}
