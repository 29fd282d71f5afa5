import type { Shape } from '../../contract/route.ts'

/** Where in a body: names of fields and indices. */
export type Place = (string | number)[]
/** A field of a body: what the schema there is, without the wrapping of optional and nullable. */
export type Field = { place: Place; kind: string; optional: boolean; nullable: boolean }

type Node = { type: string; entries?: Record<string, Node>; item?: Node; wrapped?: Node; pipe?: Node[] }

/** Every field of a body, at every depth; of a list its first item. */
export function fieldsOf(schema: Shape): Field[] {
  return walk(schema as unknown as Node, [])
}

function walk(node: Node, place: Place, flags = { optional: false, nullable: false }): Field[] {
  if (node.type === 'optional' && node.wrapped) return walk(node.wrapped, place, { ...flags, optional: true })
  if (node.type === 'nullable' && node.wrapped) return walk(node.wrapped, place, { ...flags, nullable: true })
  const own = place.length ? [{ place, kind: node.type, ...flags }] : []
  if (node.entries) return [...own, ...Object.entries(node.entries).flatMap(([name, entry]) => walk(entry, [...place, name]))]
  if (node.type === 'array' && node.item) return [...own, ...walk(node.item, [...place, 0])]
  return own
}

/** Where objects are in a body: the body itself, and objects in it. */
export const objectsOf = (schema: Shape): Place[] => [
  [],
  ...fieldsOf(schema)
    .filter((f) => f.kind === 'strict_object')
    .map((f) => f.place),
]

/** A copy with another value at a place. */
export function withValue(body: unknown, place: Place, value: unknown): unknown {
  const [first, ...rest] = place
  if (first === undefined) return value
  if (Array.isArray(body)) return body.map((item, i) => (i === first ? withValue(item, rest, value) : item))
  return { ...(body as object), [first]: withValue((body as Record<string, unknown>)[first], rest, value) }
}

/** A copy without what is at a place. */
export function withoutValue(body: unknown, place: Place): unknown {
  const copy = structuredClone(body)
  const parent = place.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string | number, unknown>)[name], copy)
  delete (parent as Record<string | number, unknown>)[place.at(-1)!]
  return copy
}

/** What is at a place. */
export const valueAt = (body: unknown, place: Place): unknown =>
  place.reduce<unknown>((at, name) => (at as Record<string | number, unknown> | undefined)?.[name], body)

const anything: [type: string, value: unknown][] = [
  ['null', null],
  ['boolean', true],
  ['boolean', false],
  ['number', 7],
  ['number', 1e308],
  ['string', 'x y'],
  ['string', ''],
  ['array', []],
  ['array', [[]]],
  ['array', [null]],
  ['object', {}],
  ['object', { $gt: '' }],
  ['object', { toString: 'x', length: 1 }],
]

/** Values of every type but the one that belongs there. */
export function wrongTypes({ kind, nullable }: Field): unknown[] {
  const right = kind === 'strict_object' ? 'object' : kind === 'picklist' || kind === 'union' ? 'none' : kind
  return anything.filter(([type]) => type !== right && !(type === 'null' && nullable)).map(([, value]) => value)
}
