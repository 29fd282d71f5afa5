import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { table } from '../api/app.ts'
import { languages } from '../contract/language.ts'
import type { FieldProblem, ProblemBody } from '../contract/problems.ts'
import { fieldSentence, problemSentence } from '../contract/texts/problems.ts'
import { hashOfAll, makeScene, type Scene } from './bad-input/scene.ts'
import { fieldsOf, objectsOf, type Place, withoutValue, withValue, wrongTypes } from './bad-input/spoil.ts'
import { neverDoes, shortPassword, unknownFields } from './bad-input/values.ts'
import { sendTo, type Write, writesOf } from './bad-input/writes.ts'
import { key } from './setup/house.ts'

let scene: Scene
let writes: Map<string, Write>
let before: string
const times: number[] = []
const bound = table.filter((b) => b.route.body !== null)
const names = bound.map((b) => `${b.route.method} ${b.route.path}`)
const nameOf = (write: Write) => `${write.route.method} ${write.route.path}`

beforeAll(async () => {
  scene = await makeScene()
  writes = new Map(writesOf(scene).map((w) => [nameOf(w), w]))
})
afterAll(async () => {
  expect(scene.the.faults.map((f) => `${f.facts.path} ${f.error}`)).toEqual([])
  await scene.the.stop()
})
beforeEach(async () => {
  before = await hashOfAll(scene)
})
afterEach(async () => {
  expect(await hashOfAll(scene), 'nothing that is refused leaves a trace').toBe(before)
})

let turn = 0
type Sent = Parameters<typeof sendTo>[2]
/** Sends something bad, and sees that the answer is a problem in the language asked for; gives it. */
async function refused(write: Write, sent: Sent, about: string): Promise<ProblemBody> {
  const language = languages[turn++ % languages.length]!
  const at = performance.now()
  const response = await sendTo(scene, write, { ...sent, language })
  times.push(performance.now() - at)
  const body = (await response.json()) as ProblemBody
  expect([response.status >= 400 && response.status < 500, response.status], about).toEqual([true, response.status])
  expect(response.headers.get('content-type'), about).toBe('application/problem+json')
  expect(response.headers.get('content-language'), about).toBe(language)
  expect(body.status).toBe(response.status)
  expect(body.detail, about).toBe(problemSentence(language, body.code, body.details))
  for (const field of body.fields ?? []) expect(field.sentence, about).toBe(fieldSentence(language, field.code))
  expect(JSON.stringify(body), about).not.toMatch(/postgres|syntax|stack|node_modules|valibot|Expected|select |insert /i)
  expect(JSON.stringify(body).length).toBeLessThan(8000)
  return body
}

/** Sends a spoiled body, and sees that the answer names the field. */
async function namesField(write: Write, body: unknown, place: Place, about: string): Promise<FieldProblem[]> {
  const problem = await refused(write, { body }, about)
  expect([problem.status, problem.code], about).toEqual([422, 'invalid-input'])
  const name = ['body', ...place].join('.')
  const named = (problem.fields ?? []).filter((f) => f.field === name || f.field.startsWith(`${name}.`))
  expect(named.length, `${about} is named among ${JSON.stringify(problem.fields)}`).toBeGreaterThan(0)
  return named
}
const show = (value: unknown) => JSON.stringify(value)?.slice(0, 60)

test('every write of the contract is tried, each with input that its shape takes', async () => {
  expect([...writes.keys()].sort()).toEqual([...names].sort())
  const { is } = await import('valibot')
  for (const write of writes.values()) expect(is(write.route.body!, write.body), write.name).toBe(true)
})

test('every field of every write has a list of what never does there', () => {
  const fields = bound.flatMap((b) => fieldsOf(b.route.body!).map((f) => f.place.filter((p) => typeof p === 'string').at(-1)!))
  expect([...new Set(fields)].filter((name) => !neverDoes[name])).toEqual([])
})

describe.each(names)('%s', (name) => {
  const { route } = bound[names.indexOf(name)]!
  const fields = fieldsOf(route.body!)
  const write = () => writes.get(name)!

  if (fields.length)
    test('a value of another type is refused and its field named', async () => {
      for (const field of fields)
        for (const value of wrongTypes(field)) {
          const about = `${field.place.join('.')} = ${show(value)}`
          await namesField(write(), withValue(write().body, field.place, value), field.place, about)
        }
    })

  if (fields.length)
    test('a value that never does is refused and its field named', async () => {
      for (const { place } of fields) {
        const last = place.at(-1)!
        const values = typeof last === 'string' ? neverDoes[last]! : []
        for (const value of values) {
          const about = `${place.join('.')} = ${show(value)}`
          await namesField(write(), withValue(write().body, place, value), place, about)
        }
      }
    })

  if (fields.some((f) => !f.optional))
    test('a field that is missing is named', async () => {
      for (const { place } of fields.filter((f) => !f.optional && typeof f.place.at(-1) === 'string')) {
        const named = await namesField(write(), withoutValue(write().body, place), place, `without ${place.join('.')}`)
        expect(named[0]!.code).toBe('missing')
      }
    })

  test('a field that nobody asked for is named: no end, no state, no owner, no key of a prototype', async () => {
    for (const place of objectsOf(route.body!))
      for (const extra of unknownFields) {
        const marked = JSON.stringify(withValue(write().body, [...place, 'XX'], 'YY'))
        const text = marked.replace('"XX":"YY"', `${JSON.stringify(extra)}:"2026-03-26T18:00:00Z"`)
        const about = `${[...place, extra].join('.')} in ${text.slice(0, 80)}`
        const problem = await refused(write(), { text }, about)
        expect([problem.status, problem.fields?.map((f) => f.code)], about).toEqual([422, ['unknown-field']])
        const field = ['body', ...place, extra].join('.')
        expect(problem.fields?.[0]?.field, about).toBe(field)
      }
  })
})

describe.each(names)('%s as a message', (name) => {
  const { route } = bound[names.indexOf(name)]!
  const write = () => writes.get(name)!

  test('what is not JSON, or too much of it, is refused', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    for (const text of ['', ' ', '{', '{"a":}', "{'a':1}", '{"a":NaN}', '{} {}', '\u0000', '<a/>'])
      expect((await refused(write(), { text }, text)).code).toBe('not-json')
    for (const text of ['[]', 'null', '"x"', '1', 'true', deep])
      expect((await refused(write(), { text }, text.slice(0, 20))).code, text.slice(0, 20)).toMatch(/^(invalid-input|not-json)$/)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', null]) {
      const headers = { 'content-type': type }
      expect((await refused(write(), { headers, text: JSON.stringify(write().body) }, String(type))).code).toBe('not-json')
    }
    const tooMuch = route.large ? 1_100_000 : 70_000
    expect((await refused(write(), { text: `"${'x'.repeat(tooMuch)}"` }, 'too much')).code).toBe('body-too-large')
  })

  if (!route.plain)
    test('a key that is no UUIDv7 in lower case is refused', async () => {
      for (const value of [
        null,
        '',
        'x',
        '00000000-0000-0000-0000-000000000000',
        'ffffffff-ffff-ffff-ffff-ffffffffffff',
        '01980000-0000-4000-8000-000000000001',
        key().toUpperCase(),
        `{${key()}}`,
        `${key()},${key()}`,
        'x'.repeat(300),
      ]) {
        const problem = await refused(write(), { headers: { 'idempotency-key': value } }, String(value))
        expect([problem.status, problem.code], String(value)).toEqual([400, 'idempotency-key-required'])
      }
    })

  if (Object.keys(route.params).length)
    test('an address that never was is not found, and nobody learns more', async () => {
      const never = [
        'x y',
        '%',
        '_',
        '*',
        "'",
        '..',
        '\u0000',
        'A',
        '-',
        'x'.repeat(300),
        '__proto__',
        'constructor',
        '٣',
        '0x1',
        '1e3',
        '-1',
        '999',
      ]
      for (const param of Object.keys(route.params))
        for (const value of [...never, '00000000-0000-0000-0000-000000000000', '01980000-0000-4000-8000-000000000001']) {
          const problem = await refused(write(), { path: { [param]: value } }, `${param} = ${value}`)
          expect([401, 403, 404, 405], `${param} = ${value} gives ${problem.code}`).toContain(problem.status)
        }
    })
})

test('a password that is set has twelve characters or more, one that is tried has any', async () => {
  for (const name of ['POST /api/staff', 'POST /api/staff/:staff/password', 'POST /api/me/password']) {
    const write = writes.get(name)!
    const [named] = await namesField(write, { ...write.body, password: shortPassword }, ['password'], 'short password')
    expect(named!.code).toBe('too-short')
  }
})

test('every fault of a body is told at once', async () => {
  const write = writes.get('POST /api/points/:point/desk-appointments')!
  const body = { serviceIds: [], people: 0, language: 'xx', startsAt: 'soon', channel: 'fax', name: '', email: 'x', phone: 'y' }
  const problem = await refused(write, { body }, 'all at once')
  expect(problem.fields?.map((f) => `${f.field} ${f.code}`).sort()).toEqual([
    'body.channel choice',
    'body.email email',
    'body.language language',
    'body.name empty',
    'body.people too-small',
    'body.phone phone',
    'body.serviceIds empty',
    'body.startsAt instant',
  ])
})

test('saying no is quick: half within 50 ms, and but for one in a thousand all within a second', () => {
  const sorted = times.sort((a, b) => a - b)
  expect(sorted.length).toBeGreaterThan(2000)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(50)
  expect(sorted[Math.floor(sorted.length * 0.999)]).toBeLessThan(1000)
})
