import * as v from 'valibot'
import { type AnyRoute, type Asker, problemOf, requestOf } from '../../contract/ask.ts'
import { menu as menuRoute } from '../../contract/points.ts'
import { watch } from '../../contract/watch.ts'
import type { Answer, Net } from './ports.ts'

type Given = {
  send: (request: Request) => Promise<Response>
  base: string
  token: () => string | null
  clockAfter: (ms: number, act: () => void) => void
}

const watchAgainMs = 10_000

/** The api over HTTP. Every answer is held against the shape that the contract gives it: a page of a hotel's network is no answer. */
export function makeNet({ send, base, token, clockAfter }: Given): Net {
  const asker: Asker = {
    send,
    base,
    // The agent aborts what takes too long; this only keeps a forgotten request from staying for ever.
    deadlineMs: 60_000,
    headers: (): Record<string, string> => (token() ? { authorization: `Bearer ${token()}` } : {}),
  }
  return {
    async ask(route, input, { key, language, token, signal }) {
      try {
        const more = { ...(language ? { 'x-language': language } : {}), ...(token ? { authorization: `Bearer ${token}` } : {}) }
        const request = requestOf(asker, route, input as Record<string, unknown>, key ?? null, more)
        return await answerOf(route, await send(new Request(request, { signal })), key)
      } catch (cause) {
        return { kind: 'none', cause: String(cause) }
      }
    },
    follow(pointId, signal, onMenu) {
      const go = async () => {
        for await (const value of watch(asker, menuRoute, { point: pointId }, signal)) if (v.is(menuRoute.result, value)) onMenu(value)
      }
      const again = () => void go().catch(() => signal.aborted || clockAfter(watchAgainMs, again))
      again()
    },
  }
}

const none = (cause: string) => ({ kind: 'none', cause }) as const

async function answerOf<T>(route: AnyRoute, response: Response, key: string | undefined): Promise<Answer<T>> {
  if (!response.ok) return refusalOf(response)
  if (!response.headers.get('content-type')?.startsWith('application/json')) return none('not JSON')
  const body: unknown = await response.json()
  const parsed = v.safeParse(route.result, body)
  if (!parsed.success) return none('another shape')
  // The key is the id of what is made: another one is somebody else's answer.
  if (key && (parsed.output as { id?: unknown }).id !== key) return none('another id')
  return { kind: 'good', value: parsed.output as T }
}

/** A no from the api itself is an answer. Too busy, too slow and everything from 500 upward are none. */
async function refusalOf(response: Response): Promise<Answer<never>> {
  const { status } = response
  const problem = await problemOf(response)
  const said = status >= 400 && status < 500 && status !== 408 && status !== 429 && problem.body !== null
  return said ? { kind: 'refused', problem: problem.body! } : none(`status ${status}`)
}
