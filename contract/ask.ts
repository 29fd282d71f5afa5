import { Problem, type ProblemBody } from './problems.ts'
import type { Fields, InputOf, ResultOf, Route, Shape } from './route.ts'

// biome-ignore lint/suspicious/noExplicitAny: any route, whatever it takes
export type AnyRoute = Route<any, any, any, Shape>

/** How an asker reaches the api: `fetch`, or the app's own door in tests and on the server. */
export type Asker = {
  send: (request: Request) => Promise<Response>
  /** Where the api is, without a slash at the end. */
  base: string
  headers?: () => Record<string, string>
  /** Milliseconds after which no answer is an answer: `unavailable`. 8 s where it is not given. */
  deadlineMs?: number
}

/** Fills the path and the query of a route; what is left over is the body. */
export function requestOf(
  asker: Asker,
  route: AnyRoute,
  input: Record<string, unknown>,
  key: string | null,
  more: Record<string, string> = {},
): Request {
  const rest = { ...input }
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams()
  for (const name of Object.keys(route.query as Fields)) {
    if (rest[name] !== undefined) query.set(name, String(rest[name]))
    delete rest[name]
  }
  const headers: Record<string, string> = { accept: 'application/json', ...asker.headers?.(), ...more }
  if (key) headers['idempotency-key'] = key
  if (route.body) headers['content-type'] = 'application/json'
  const url = `${asker.base}${path}${query.size ? `?${query}` : ''}`
  return new Request(url, {
    method: route.method,
    headers,
    body: route.body ? JSON.stringify(rest) : undefined,
    signal: AbortSignal.timeout(asker.deadlineMs ?? 8000),
  })
}

/** Turns an answer that is no success into the problem it carries; anything else (a proxy's page, rubbish) is `unavailable`. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return new Problem('unavailable', { status: response.status })
  const body = (await response.json().catch(() => null)) as ProblemBody | null
  if (!body || typeof body.code !== 'string') return new Problem('unavailable', { status: response.status })
  return new Problem(body.code, body.details ?? {}, body.fields ?? [], body)
}

/**
 * Asks the api and gives its answer. Writes carry `key`, the UUIDv7 that is the Idempotency-Key and the id of what is made.
 * Throws a `Problem`: the api's own, or `unavailable` where nothing sensible came back in time.
 */
export async function ask<T extends AnyRoute>(asker: Asker, route: T, input: InputOf<T>, key: string | null = null): Promise<ResultOf<T>> {
  let response: Response
  try {
    response = await asker.send(requestOf(asker, route, input as Record<string, unknown>, key))
  } catch (cause) {
    throw new Problem('unavailable', { cause: String(cause) })
  }
  if (!response.ok) throw await problemOf(response)
  if (!response.headers.get('content-type')?.startsWith('application/json')) throw new Problem('unavailable', { status: response.status })
  try {
    return (await response.json()) as ResultOf<T>
  } catch {
    throw new Problem('unavailable', { status: response.status })
  }
}
