import { expect, test } from 'vitest'
import { table } from './app.ts'
import { openApi } from './open-api.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document as whoever reads it sees it
const document: any = JSON.parse(JSON.stringify(openApi(table, 'https://beurt.example')))
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
)
type Parameter = { $ref?: string; name: string; in: string; required: boolean; schema: object }
type Operation = {
  operationId: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>
  'x-who-may': string[]
  security: Record<string, string[]>[]
}

/** What stands at `#/a/b` in the document. */
const at = (ref: string) =>
  ref
    .replace('#/', '')
    .split('/')
    .reduce((node, name) => node?.[name], document)
function* nodes(node: unknown): Generator<Record<string, unknown>> {
  if (node === null || typeof node !== 'object') return
  yield node as Record<string, unknown>
  for (const value of Object.values(node)) yield* nodes(value)
}

test('every route of the table is there, with who may and its answer', () => {
  for (const { route, who } of table) {
    const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()] as Operation
    expect(operation, route.path).toBeDefined()
    expect(operation['x-who-may']).toEqual(who)
    expect(operation.responses[200]?.content?.['application/json']?.schema).toBeTypeOf('object')
    expect(Boolean(operation.responses[200]?.content?.['text/event-stream'])).toBe(route.live)
    expect(Boolean(operation.requestBody)).toBe(route.body !== null)
    const keys = operation.parameters.filter((p) => p.$ref?.endsWith('/IdempotencyKey')).length
    expect(keys).toBe(route.body && !route.plain ? 1 : 0)
  }
})

test('operation ids are unique, and so are the parameters of each', () => {
  const ids = operations.map((o) => o.operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]+$/)
  for (const { operation } of operations) {
    const names = operation.parameters.map((p) => p.$ref ?? `${p.in} ${p.name}`)
    expect(new Set(names).size).toBe(names.length)
  }
})

test('the parameters of a path are exactly those in it, and required', () => {
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()
    const declared = operation.parameters.filter((p) => p.in === 'path')
    expect(declared.map((p) => p.name).sort(), path).toEqual(inPath)
    expect(declared.every((p) => p.required)).toBe(true)
  }
})

test('every reference leads to something, and every proof asked for is described', () => {
  for (const node of nodes(document)) if (typeof node.$ref === 'string') expect(at(node.$ref), node.$ref).toBeDefined()
  const proofs = new Set(operations.flatMap((o) => o.operation.security.flatMap((s) => Object.keys(s))))
  expect([...proofs].filter((p) => !document.components.securitySchemes[p])).toEqual([])
})

test('every schema says what it is', () => {
  const schemas = operations.flatMap(({ path, operation }) => [
    ...operation.parameters.filter((p) => !p.$ref).map((p) => [`${path} ${p.name}`, p.schema] as const),
    ...Object.values(operation.requestBody?.content ?? {}).map((c) => [`${path} body`, c.schema] as const),
    ...Object.values(operation.responses).flatMap((r) => Object.values(r.content ?? {}).map((c) => [`${path} answer`, c.schema] as const)),
  ])
  for (const [where, schema] of schemas)
    expect(
      Object.keys(schema).some((k) => ['type', 'anyOf', '$ref', 'enum', 'const'].includes(k)),
      where,
    ).toBe(true)
})

test('a body names its fields and lets no other through', () => {
  for (const { path, operation } of operations) {
    const schema = operation.requestBody?.content['application/json']?.schema as
      | { type?: string; additionalProperties?: unknown }
      | undefined
    if (schema) expect([schema.type, schema.additionalProperties], path).toEqual(['object', false])
  }
})
