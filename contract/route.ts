import type * as v from 'valibot'

export type Shape = v.GenericSchema
export type Fields = v.ObjectEntries

/** Who may ask: checked by the api before anything is read. `visitor` holds the link of that visit, `anyone` needs nothing. */
export type Who = 'anyone' | 'visitor' | 'kiosk' | 'display' | 'clerk' | 'point-manager' | 'network-manager' | 'admin' | 'signed-in'

/**
 * What the api offers, as a value: used to run it, to ask it and to publish it. `path` has its parameters as `:name`.
 * `live` routes answer the same value again and again over SSE. Every route with a body is a write and takes an `Idempotency-Key`
 * (a UUIDv7), unless `plain` says that doing it twice is the same. A body has 64 kB at most, a `large` one 1 MB.
 */
export type Route<P extends Fields = Fields, Q extends Fields = Fields, B extends Shape | null = Shape | null, R extends Shape = Shape> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  summary: string
  params: P
  query: Q
  body: B
  result: R
  live: boolean
  plain: boolean
  large: boolean
}

type Given<P extends Fields, Q extends Fields, B extends Shape | null, R extends Shape> = {
  summary: string
  params?: P
  query?: Q
  body?: B
  result: R
  live?: boolean
  plain?: boolean
  large?: boolean
}

const make =
  (method: Route['method']) =>
  // biome-ignore lint/complexity/noBannedTypes: no fields are an empty object
  <R extends Shape, P extends Fields = {}, Q extends Fields = {}, B extends Shape | null = null>(
    path: string,
    given: Given<P, Q, B, R>,
  ): Route<P, Q, B, R> => ({
    method,
    path,
    summary: given.summary,
    params: given.params ?? ({} as P),
    query: given.query ?? ({} as Q),
    body: (given.body ?? null) as B,
    result: given.result,
    live: given.live ?? false,
    plain: given.plain ?? false,
    large: given.large ?? false,
  })

/** A read. `live: true` where it may be watched. */
export const get = make('GET')
/** A write; needs an Idempotency-Key unless `plain`. */
export const post = make('POST')
/** A write of a whole thing at its own address; doing it twice is the same. */
export const put = make('PUT')

/** What an asker hands in: params, query and body together, as they go over the wire. */
export type InputOf<T> =
  T extends Route<infer P, infer Q, infer B, Shape>
    ? v.InferInput<v.ObjectSchema<P, undefined>> &
        v.InferInput<v.ObjectSchema<Q, undefined>> &
        (B extends Shape ? v.InferInput<B> : unknown)
    : never

/** What a verb gets: the same, parsed. */
export type ParsedOf<T> =
  T extends Route<infer P, infer Q, infer B, Shape>
    ? v.InferOutput<v.ObjectSchema<P, undefined>> &
        v.InferOutput<v.ObjectSchema<Q, undefined>> &
        (B extends Shape ? v.InferOutput<B> : unknown)
    : never

/** What comes back. */
export type ResultOf<T> = T extends Route<Fields, Fields, Shape | null, infer R> ? v.InferOutput<R> : never
