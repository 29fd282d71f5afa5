import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kioskArrive, kioskGot, kioskPrintAgain, kioskTake } from '../contract/kiosk.ts'
import { languages } from '../contract/language.ts'
import type { ProblemBody } from '../contract/problems.ts'
import { fieldSentence, problemSentence } from '../contract/texts/problems.ts'
import { type Agent, makeAgent } from '../kiosk/agent/agent.ts'
import { listen } from '../kiosk/agent/listen.ts'
import { answerLocal } from '../kiosk/agent/local-api.ts'
import type { Net } from '../kiosk/agent/ports.ts'
import { drawsOf, portsOf, virtualClock, virtualDisk, virtualPrinter } from '../kiosk/agent/virtual.test-support.ts'
import { fieldsOf, type Place, withoutValue, withValue, wrongTypes } from './bad-input/spoil.ts'
import { neverDoes, unknownFields } from './bad-input/values.ts'

const id = '01980000-0000-7000-8000-000000000001'
const writes = [
  {
    name: 'take',
    route: kioskTake,
    path: '/local/tickets',
    body: { serviceIds: ['passport'], people: 2, language: 'nl', diversionId: id },
  },
  { name: 'arrive', route: kioskArrive, path: '/local/arrivals', body: { code: 'MJ29CY7P', language: 'nl' } },
  { name: 'print again', route: kioskPrintAgain, path: `/local/tickets/${id}/print`, body: {} },
  { name: 'got', route: kioskGot, path: `/local/tickets/${id}/got`, body: { yes: true } },
]

let agent: Agent
let server: Awaited<ReturnType<typeof listen>>
const disk = virtualDisk()
const faults: unknown[] = []
beforeAll(async () => {
  const { clock } = virtualClock()
  const net: Net = { ask: () => new Promise(() => {}), follow: () => {} }
  const { printer } = virtualPrinter(clock, () => ({ outcome: 'printed', comesOut: true, takesMs: 100 }))
  agent = makeAgent(portsOf(clock, drawsOf(1), net, disk.disk, printer), (error) => faults.push(error))
  await agent.begin()
  await agent.place('aalter', 2)
  server = await listen((request) => answerLocal(agent, request, []), { port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  expect([faults, agent.state().memory.tickets.size, Buffer.from(disk.journal()).toString()]).toEqual([[], 0, ''])
  await server.close()
  await agent.stop()
})

let turn = 0
type Sent = { path: string; text: string; headers?: Record<string, string> }

/** Sends something bad, and sees that the answer is a problem in the language asked for; gives it. */
async function refused({ path, text, headers }: Sent, about: string): Promise<ProblemBody> {
  const language = languages[turn++ % languages.length]!
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id, 'x-language': language, ...headers },
    body: text,
  })
  const problem = (await response.json()) as ProblemBody
  expect([response.status >= 400 && response.status < 500, problem.status], about).toEqual([true, response.status])
  expect(problem.detail, about).toBe(problemSentence(language, problem.code, problem.details))
  for (const field of problem.fields ?? []) expect(field.sentence, about).toBe(fieldSentence(language, field.code))
  return problem
}

describe.each(writes)('$name', ({ route, path, body }) => {
  const send = (spoiled: unknown, about: string) => refused({ path, text: JSON.stringify(spoiled) }, about)
  const namesField = async (spoiled: unknown, place: Place, about: string) => {
    const problem = await send(spoiled, about)
    const name = ['body', ...place].join('.')
    expect(problem.code, about).toBe('invalid-input')
    expect(
      problem.fields?.some((f) => f.field === name || f.field.startsWith(`${name}.`)),
      `${about} among ${JSON.stringify(problem.fields)}`,
    ).toBe(true)
  }

  test('what does not do in a field is refused, and the field named', async () => {
    for (const field of fieldsOf(route.body!)) {
      const last = field.place.at(-1)!
      const never = typeof last === 'string' ? (neverDoes[last] ?? []) : []
      // What is longer than a whole request may be is told as that, below.
      for (const value of [...wrongTypes(field), ...never].filter((one) => JSON.stringify(one).length < 3000))
        await namesField(
          withValue(body, field.place, value),
          field.place,
          `${field.place.join('.')} = ${JSON.stringify(value).slice(0, 60)}`,
        )
      if (!field.optional && typeof last === 'string') await namesField(withoutValue(body, field.place), field.place, `without ${last}`)
    }
    for (const extra of unknownFields.filter((name) => name !== '__proto__'))
      await namesField({ ...body, [extra]: 1 }, [extra], `${extra} beside`)
  })

  test('what is no JSON, is too much, or has no key is told as such', async () => {
    for (const text of ['', '{', 'null null', '<a/>']) expect((await refused({ path, text }, text)).code).toBe('not-json')
    const plain = { path, text: JSON.stringify(body), headers: { 'content-type': 'text/plain' } }
    expect((await refused(plain, 'plain')).code).toBe('not-json')
    for (const size of [5000, 70_000, 500_000])
      expect((await refused({ path, text: `"${'x'.repeat(size)}"` }, `${size}`)).code).toBe('body-too-large')
    for (const key of route.plain ? [] : ['', 'x', '1'])
      expect((await refused({ path, text: JSON.stringify(body), headers: { 'idempotency-key': key } }, key)).code).toBe(
        'idempotency-key-required',
      )
  })
})

test('an id in the address that is none is found nowhere', async () => {
  for (const one of neverDoes.ticketId!.map((value) => encodeURIComponent(String(value)))) {
    expect((await refused({ path: `/local/tickets/${one}/print`, text: '{}' }, one)).code).toBe('not-found')
  }
})
