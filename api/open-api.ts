import { toJsonSchema } from '@valibot/to-json-schema'
import type { AnyRoute } from '../contract/ask.ts'
import { languages } from '../contract/language.ts'
import { problemCodes, statusOf } from '../contract/problems.ts'
import type { Fields, Shape, Who } from '../contract/route.ts'
import { visitCalendarPath } from '../contract/visits.ts'
import type { Bound } from './serve.ts'

type Json = Record<string, unknown>

/** Which proof each asker shows; `anyone` shows none. */
const proofs: Record<Who, Json> = {
  anyone: {},
  visitor: { visit: [] },
  kiosk: { device: [] },
  display: { device: [] },
  clerk: { signIn: [] },
  'point-manager': { signIn: [] },
  'network-manager': { signIn: [] },
  admin: { signIn: [] },
  'signed-in': { signIn: [] },
}
const problem = { $ref: '#/components/responses/Problem' }

/** Everything that the api offers as an OpenAPI 3.1 document, made from the very rows that run it. */
export function openApi(table: readonly Bound[], publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const bound of table) {
    const path = bound.route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [bound.route.method.toLowerCase()]: operationOf(bound) }
  }
  paths[visitCalendarPath.replace(/:(\w+)/g, '{$1}')] = { get: calendarOperation }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Beurt',
      version: '1',
      description:
        'Book a time, take a number, be called. Instants are ISO 8601 in UTC. Problems are RFC 9457 with a stable code. Live reads give the same value again and again over server-sent events.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: 'What stands in the way, in the language of the asker',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      parameters: { IdempotencyKey: keyParameter, Language: languageParameter },
      securitySchemes: {
        signIn: { type: 'apiKey', in: 'cookie', name: 'beurt', description: 'Staff: set by signing in' },
        device: { type: 'http', scheme: 'bearer', description: 'Kiosks and displays: the token given at enrolment' },
        visit: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Visitors: `Visit <token>` from the link of the visit' },
      },
    },
  }
}

function operationOf({ route, who }: Bound): Json {
  const write = route.body !== null
  return {
    operationId: operationId(route),
    summary: route.summary,
    description: `Who may: ${who.join(', ')}.`,
    'x-who-may': who,
    security: who.map((one) => proofs[one]),
    parameters: [
      ...parametersOf('path', route.params),
      ...parametersOf('query', route.query),
      { $ref: '#/components/parameters/Language' },
      ...(write && !route.plain ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
    responses: { 200: answerOf(route), ...(write ? { 409: problem } : {}), 422: problem, default: problem },
  }
}

function answerOf(route: AnyRoute): Json {
  const schema = schemaOf(route.result, 'output')
  const stream = { schema: { type: 'string', description: 'Each `data:` line is one whole value, the same as the JSON answer' } }
  return {
    description: route.live ? 'The value; asked for as an event stream, again after each change and at least every 15 s' : 'Done',
    content: { 'application/json': { schema }, ...(route.live && { 'text/event-stream': stream }) },
  }
}

const parametersOf = (place: 'path' | 'query', fields: Fields): Json[] =>
  Object.entries(fields).map(([name, field]) => {
    const schema = field as Shape
    return { name, in: place, required: place === 'path' || schema.type !== 'optional', schema: schemaOf(schema, 'input') }
  })

function schemaOf(schema: Shape, typeMode: 'input' | 'output'): Json {
  // What a check says in code has no word in JSON Schema; it is left out, and said in the answer where it does not hold.
  const { $schema: _, ...json } = toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore', typeMode }) as Json
  return json
}

/** From method and path, such as `postPointsByPointTickets`: it stays as long as the address does. */
function operationId({ method, path }: AnyRoute): string {
  const words = path.split(/[/.-]/).filter((word) => word && word !== 'api')
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return method.toLowerCase() + words.map((word) => (word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word))).join('')
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A UUIDv7 in lower case, minted by the asker for this one write: the same key with the same body gets the same answer',
  schema: { type: 'string', format: 'uuid' },
}
const languageParameter = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'In which language problems are said',
  schema: { type: 'string', enum: languages },
}
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer', enum: [...new Set(problemCodes.map(statusOf))].sort() },
    detail: { type: 'string' },
    code: { type: 'string', enum: problemCodes },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'sentence'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, sentence: { type: 'string' } },
      },
    },
    details: { type: 'object' },
  },
}
const calendarOperation = {
  operationId: 'getVisitsByVisitCalendarIcs',
  summary: 'A visit as a calendar file, for whoever holds its link',
  'x-who-may': ['visitor'],
  security: [{ visit: [] }],
  parameters: [{ name: 'visit', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
  responses: {
    200: { description: 'A calendar with one entry', content: { 'text/calendar': { schema: { type: 'string' } } } },
    default: problem,
  },
}
