import * as v from 'valibot'
import type { AnyRoute } from '../../contract/ask.ts'
import { faultyFields } from '../../contract/faulty-fields.ts'
import { kioskArrive, kioskGot, kioskPrintAgain, kioskState, kioskTake } from '../../contract/kiosk.ts'
import { type Language, languages } from '../../contract/language.ts'
import { Problem, statusOf } from '../../contract/problems.ts'
import type { ParsedOf } from '../../contract/route.ts'
import { uuid } from '../../contract/shapes.ts'
import { fieldSentence, problemSentence, problemTitle } from '../../contract/texts/problems.ts'
import type { Agent } from './agent.ts'
import { isOwnName } from './own-name.ts'

const bodyMax = 4096
const repeatMs = 10_000

type Act = (agent: Agent, input: never, key: string) => Promise<unknown>
type Row = { route: AnyRoute; act: Act }
const row = <T extends AnyRoute>(route: T, act: (agent: Agent, input: ParsedOf<T>, key: string) => Promise<unknown>): Row => ({
  route,
  act: act as Act,
})

const rows: readonly Row[] = [
  row(kioskTake, (agent, input, key) => agent.take(key, input)),
  row(kioskArrive, (agent, input, key) => agent.arrive(key, input)),
  row(kioskPrintAgain, (agent, { ticket }) => agent.printAgain(ticket).then(() => ({}))),
  row(kioskGot, (agent, { ticket, yes }) => agent.got(ticket, yes).then(() => ({}))),
]

/**
 * What the agent offers the screen on the same kiosk. It answers to addresses and `localhost`, and to the names in `hosts`; a page elsewhere that
 * makes its own name lead here is turned away, and so is a write that another page sends.
 */
export async function answerLocal(agent: Agent, request: Request, hosts: readonly string[]): Promise<Response> {
  try {
    refuseStrangers(request, hosts)
    const path = new URL(request.url).pathname
    if (request.method === 'GET' && path === kioskState.path)
      return request.headers.get('accept')?.includes('text/event-stream') ? stream(agent, request.signal) : json(agent.shown())
    for (const { route, act } of rows) {
      const params = paramsOf(route, path)
      if (request.method === route.method && params) return json(await act(agent, ...(await inputOf(route, params, request))))
    }
    throw new Problem('not-found')
  } catch (error) {
    return problemAnswer(error instanceof Problem ? error : new Problem('unexpected'), languageOf(request))
  }
}

function refuseStrangers(request: Request, hosts: readonly string[]): void {
  const host = request.headers.get('host') ?? ''
  if (!isOwnName(host, hosts)) throw new Problem('not-allowed')
  if (request.method === 'GET') return
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if ((origin && origin !== `http://${host}`) || (site && site !== 'same-origin')) throw new Problem('not-allowed')
}

function paramsOf(route: AnyRoute, path: string): Record<string, string> | null {
  const [wanted, given] = [route.path.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [n, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = given[n]!
    else if (part !== given[n]) return null
  }
  return params
}

async function inputOf(route: AnyRoute, params: Record<string, string>, request: Request): Promise<[never, string]> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) throw new Problem('not-json')
  const text = await request.text()
  if (text.length > bodyMax) throw new Problem('body-too-large', { bytesMax: bodyMax })
  const body = v.safeParse(route.body!, parseJson(text))
  const path = v.safeParse(v.object(route.params), params)
  if (!path.success) throw new Problem('not-found')
  if (!body.success) throw new Problem('invalid-input', {}, faultyFields('body', body.issues))
  const key = request.headers.get('idempotency-key') ?? ''
  if (!route.plain && !v.is(uuid, key)) throw new Problem('idempotency-key-required')
  return [{ ...path.output, ...(body.output as object) } as never, key]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('not-json')
  }
}

const json = (body: unknown) => Response.json(body, { headers: { 'cache-control': 'no-store' } })

const languageOf = (request: Request): Language => languages.find((l) => l === request.headers.get('x-language')) ?? 'nl'

function problemAnswer(problem: Problem, language: Language): Response {
  const { code, details, body, fields } = problem
  const status = statusOf(code)
  const own = {
    type: `urn:beurt:problem:${code}`,
    title: problemTitle(language, code),
    status,
    detail: problemSentence(language, code, details),
    code,
    requestId: '',
    details,
    ...(fields.length ? { fields: fields.map((f) => ({ ...f, sentence: fieldSentence(language, f.code) })) } : {}),
  }
  return new Response(JSON.stringify(body ?? own), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

/** The whole state now, after each change, and so often that a screen notices when the agent is gone. */
function stream(agent: Agent, signal: AbortSignal): Response {
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const send = () => controller.enqueue(encoder.encode(`data: ${JSON.stringify(agent.shown())}\n\n`))
      const leave = agent.onChange(send)
      const timer = setInterval(send, repeatMs)
      stop = () => {
        clearInterval(timer)
        leave()
      }
      signal.addEventListener('abort', stop, { once: true })
      send()
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
}
