import { hash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import type { AnyRoute } from '../contract/ask.ts'
import { faultyFields } from '../contract/faulty-fields.ts'
import type { Language } from '../contract/language.ts'
import { type FieldProblem, Problem } from '../contract/problems.ts'
import type { ParsedOf, ResultOf, Who } from '../contract/route.ts'
import { uuid } from '../contract/shapes.ts'
import type { PointId, Uuid } from '../domain/ids.ts'
import { networkOf } from './address.ts'
import { bodyLimits, bodyOf, largeLimits } from './body.ts'
import type { House } from './house.ts'
import { signInOf } from './identify.ts'
import { type Identity, isSame, may } from './identity.ts'
import { answerHeaders, answerOf } from './response-headers.ts'

/** What a verb is given. `key` is the Idempotency-Key: the id of what is made. `fingerprint` stands for who asks what. */
export type Asked<T extends AnyRoute> = {
  house: House
  identity: Identity
  input: ParsedOf<T>
  key: Uuid
  fingerprint: string
  language: Language
  /** The address that the server saw: never what a header claims. */
  address: string
  context: Context
}
export type Verb<T extends AnyRoute> = (asked: Asked<T>) => Promise<ResultOf<T>> | ResultOf<T>

type BindOptions<T extends AnyRoute> = {
  /** Lets one more through than `who` does, after a look at what is asked. */
  beyond?: (asked: Asked<T>) => boolean | Promise<boolean>
  /** Which points ring a live route; the `point` parameter where this is not given. */
  topics?: (input: ParsedOf<T>) => string[]
  /** No two values of a live route within so many milliseconds. */
  gapMs?: number
  /** Where a live route sends what has changed and not the whole: a newcomer's first value, and what comes next. */
  changes?: (asked: Asked<T>) => { first: () => ResultOf<T>; next: () => Promise<ResultOf<T>> }
  /** The same value as a file, for who asks for one of that type. */
  file?: (asked: Asked<T>, value: ResultOf<T>) => { type: string; name: string; language: Language; text: string }
  /** It is always sent as a file. */
  alwaysFile?: boolean
}

/** One row of the table of what is offered: the route, who may, and the verb. A row without `who` does not compile and does not start. */
export type Bound = { route: AnyRoute; who: readonly Who[]; run: Verb<AnyRoute>; options: BindOptions<AnyRoute> }

/** Binds a route to who may ask it and what then runs. */
export const bind = <T extends AnyRoute>(route: T, who: Who | readonly Who[], run: Verb<T>, options: BindOptions<T> = {}): Bound => ({
  route,
  who: typeof who === 'string' ? [who] : who,
  run: run as unknown as Verb<AnyRoute>,
  options: options as unknown as BindOptions<AnyRoute>,
})

/** `address` comes with the request from whoever listens: `app.fetch(request, { address })`; a getter costs nothing where nobody asks. */
export type Env = {
  Bindings: { address?: string }
  Variables: { identity: Identity; language: Language; requestId: string }
}

/** The address that the server saw; `local` for what never came over a wire. */
export const addressIn = (c: Context<Env>): string => c.env?.address ?? 'local'

type Handler = (c: Context<Env>) => Promise<Response> | Response
/** Puts in front of a handler what all of the api has in common. One handler for each address: a chain of them costs a tenth of an answer. */
export type Behind = (handler: Handler) => Handler

const recheckMs = 10_000
/** Live streams without a sign-in from one network: a mobile network's visitors are many behind one address, and each stream takes memory. */
const openMax = 1000

/** Puts the rows of a table on the app. Throws at start where a row says nobody may. */
export function mount(app: Hono<Env>, house: House, bounds: readonly Bound[], behind: Behind): void {
  for (const bound of bounds) {
    if (bound.who.length === 0) throw new Error(`${bound.route.method} ${bound.route.path} does not say who may ask it`)
    app.on(
      bound.route.method,
      bound.route.path,
      behind((c) => answer(house, bound, c)),
    )
  }
}

async function answer(house: House, bound: Bound, c: Context<Env>): Promise<Response> {
  const { route } = bound
  const identity = c.get('identity')
  const pointId: PointId | null = 'point' in route.params ? (c.req.param('point') ?? null) : null
  const allowed = may(identity, bound.who, pointId)
  if (!allowed && identity.kind === 'anyone') throw new Problem('sign-in-needed')
  if (!allowed && !bound.options.beyond) throw new Problem('not-allowed')
  const raw = {
    params: c.req.param() as Record<string, string>,
    query: c.req.query(),
    body: route.body ? await bodyOf(c.req.raw, route.large ? largeLimits : bodyLimits) : undefined,
  }
  const input = parse(route, raw)
  if (pointId !== null && !house.catalogue.point(pointId)) throw new Problem('not-found', { point: pointId })
  const key = keyOf(route, c)
  const asked: Asked<AnyRoute> = {
    house,
    identity,
    input,
    key,
    fingerprint: route.body ? fingerprintOf(identity, route, c.req.path, raw.body) : '',
    language: c.get('language'),
    get address() {
      return addressIn(c)
    },
    context: c,
  }
  if (!allowed && !(await bound.options.beyond?.(asked))) throw new Problem('not-allowed')
  if (route.live && c.req.method === 'GET' && c.req.header('accept')?.includes('text/event-stream')) return follow(bound, asked, c)
  const value = await bound.run(asked)
  const requestId = c.get('requestId')
  if (bound.options.file) {
    const file = bound.options.file(asked, value)
    if (bound.options.alwaysFile || c.req.header('accept')?.includes(file.type)) return fileAnswer(file, answerHeaders(requestId))
  }
  const text = JSON.stringify(value)
  // Signing in and out set a cookie, which a bare response would lose; what is asked often goes the short way.
  return route.plain ? c.body(text, 200, answerHeaders(requestId)) : answerOf(text, requestId)
}

type Named = ReturnType<NonNullable<BindOptions<AnyRoute>['file']>>

const fileAnswer = ({ type, name, language, text }: Named, headers: Record<string, string>): Response =>
  new Response(text, {
    headers: {
      ...headers,
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'content-language': language,
      vary: 'accept, accept-language',
    },
  })

async function follow(bound: Bound, asked: Asked<AnyRoute>, c: Context<Env>): Promise<Response> {
  const { options, route, run } = bound
  const { house, identity, input } = asked
  // Nobody goes on reading by the sign-in of another browser: each sign-in has streams of its own.
  const who = identity.kind === 'staff' ? signInOf(c) : ''
  const name = `${route.path} ${JSON.stringify(input)} ${who}`
  const from = identity.kind === 'anyone' || identity.kind === 'visitor' ? networkOf(asked.address) : undefined
  if (from !== undefined && house.live.openFrom(from) >= openMax) throw new Problem('too-many-requests')
  // What is refused is refused here, with its problem; who follows the same read already has shown that it is not.
  if (options.changes || !house.live.has(name)) await run(asked)
  const changes = options.changes?.(asked)
  const read = changes?.next ?? (async () => run(asked))
  const mayStill = recheck(asked)
  return house.live.stream({
    name,
    topics: options.topics ? options.topics(input) : [String((input as { point?: string }).point)],
    first: changes?.first,
    read: async () => {
      await mayStill()
      return read()
    },
    gapMs: options.gapMs,
    from,
    signal: c.req.raw.signal,
  })
}

/**
 * Looks again, at most every ten seconds, whether who follows is still who began: once an account is closed, a sign-in ended or a role
 * changed, the stream ends. Who may still follow comes again, and is read for as who they are by then.
 */
function recheck({ house, identity, context }: Asked<AnyRoute>): () => Promise<void> {
  if (identity.kind !== 'staff') return async () => {}
  let checkedAt = house.clock.now()
  return async () => {
    if (house.clock.now() - checkedAt < recheckMs) return
    checkedAt = house.clock.now()
    if (!isSame(await house.identify.of(context), identity)) throw new Problem('sign-in-needed')
  }
}

type Shapes = { params: v.GenericSchema; query: v.GenericSchema; asksQuery: boolean }
const shapesByRoute = new WeakMap<AnyRoute, Shapes>()

/** The shapes of path and query, made once for each route. */
function shapesOf(route: AnyRoute): Shapes {
  let shapes = shapesByRoute.get(route)
  if (!shapes) {
    shapes = { params: v.object(route.params), query: v.strictObject(route.query), asksQuery: Object.keys(route.query).length > 0 }
    shapesByRoute.set(route, shapes)
  }
  return shapes
}

/** Parses params, query and body; throws one problem that names every field that does not do. */
function parse(route: AnyRoute, raw: { params: Record<string, string>; query: Record<string, string>; body: unknown }): ParsedOf<AnyRoute> {
  const shapes = shapesOf(route)
  const parts: [string, v.GenericSchema, unknown][] = [['path', shapes.params, raw.params]]
  if (shapes.asksQuery || Object.keys(raw.query).length > 0) parts.push(['query', shapes.query, raw.query])
  if (route.body) parts.push(['body', route.body, raw.body])
  const fields: FieldProblem[] = []
  const input: Record<string, unknown> = {}
  for (const [name, schema, value] of parts) {
    const parsed = v.safeParse(Array.isArray(value) ? v.never() : schema, value)
    if (parsed.success) Object.assign(input, parsed.output)
    else fields.push(...faultyFields(name, parsed.issues))
  }
  if (fields.length) throw new Problem(fields.some((f) => f.field.startsWith('path')) ? 'not-found' : 'invalid-input', {}, fields)
  return input as ParsedOf<AnyRoute>
}

function keyOf(route: AnyRoute, c: Context): Uuid {
  if (!route.body || route.plain) return ''
  const key = c.req.header('idempotency-key') ?? ''
  if (!v.is(uuid, key)) throw new Problem('idempotency-key-required')
  return key
}

function fingerprintOf(identity: Identity, route: AnyRoute, path: string, body: unknown): string {
  const who =
    identity.kind === 'staff'
      ? identity.staffId
      : identity.kind === 'visitor'
        ? identity.visitId
        : 'deviceId' in identity
          ? identity.deviceId
          : ''
  return hash('sha256', `${who} ${route.method} ${path} ${JSON.stringify(body)}`, 'base64url').slice(0, 22)
}
