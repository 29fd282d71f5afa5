import { render } from 'solid-js/web'
import { afterEach, expect, test, vi } from 'vitest'
import { type Language, languages } from '../contract/language.ts'
import { App } from './App.tsx'
import { list } from './counter.test-support.ts'
import type { Counter, HallList } from './possible.ts'

let stop = () => {}
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

const json = (value: unknown, status = 200) => {
  const type = status === 200 ? 'application/json' : 'application/problem+json'
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': type } })
}
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 3000, interval: 10 })
const ticketId = '01980000-0000-7000-8000-000000000012'
const at = '2026-11-24T09:12:00.000Z'
const serving = { id: ticketId, label: 'A\u2009012', state: 'serving' as const, sinceAt: '2026-11-24T09:20:00.000Z' }
const left = (change: Partial<NonNullable<Counter['takenBy']>> = {}): Partial<Counter> => ({
  taken: true,
  mine: false,
  takenBy: { name: 'Ann Peeters', sinceAt: at, ticket: serving, ...change },
})

/** The screen where nobody has chosen a counter yet, or at counter 3; `halls` are what the api tells one after another. */
async function screen(halls: HallList[], given: { language?: Language; query?: string; answer?: () => Response } = {}) {
  const asked: { path: string; body: unknown }[] = []
  const send = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    const points = [{ id: 'aalter', name: 'Aalter', zone: 'Europe/Brussels' }]
    if (path === '/api/me') return json({ id: 'x', name: 'Mieke', language: 'nl', roles: [], points })
    const hall = halls.length > 1 ? halls.shift()! : halls[0]!
    if (request.headers.get('accept') === 'text/event-stream') {
      const start = (to: ReadableStreamDefaultController) => to.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(hall)}\n\n`))
      return new Response(new ReadableStream({ start }), { headers: { 'content-type': 'text/event-stream' } })
    }
    if (request.method === 'GET') return json(hall)
    asked.push({ path, body: await request.json() })
    return given.answer?.() ?? json({ version: 2, ticket: null, why: null })
  }
  const kept = new Map<string, string>([['beurt.language', given.language ?? 'nl']])
  const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) }
  const address = new URL(`http://beurt.test/counter/${given.query ?? ''}`)
  stop = render(() => <App address={address} storage={storage} send={send} />, document.body)
  await until(() => expect(document.querySelector('.counters button, .bar button')).not.toBeNull())
  const button = (words: string | RegExp) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent!.replaceAll(/\s+/g, ' ').match(words))!
  const said = () => document.querySelector('dialog')?.textContent?.replaceAll(/\s+/g, ' ') ?? ''
  return { asked, button, said }
}

test('a manager who chooses a counter that a colleague left is told who is there, and closes it with a second press', async () => {
  const { asked, button, said } = await screen([list({}, left()), list({}, { state: 'closed', mine: false })])
  const taken = button(/Balie 3/)
  expect(taken.getAttribute('aria-disabled')).toBeNull()
  taken.focus()
  taken.click()
  await until(() => expect(said()).toContain('Balie 3 sluiten?'))
  expect(said()).toContain('\u2068Ann Peeters\u2069 heeft deze balie open sinds 10:12.')
  expect(said()).toContain('A 012 is aan de balie sinds 10:20. Dit nummer komt bij Apart gezet.')
  button(/^Balie sluiten$/).click()
  await until(() => expect(document.querySelector('dialog')).toBeNull())
  expect(asked).toEqual([{ path: '/api/points/aalter/counters/3/close', body: { ticketId } }])
  await until(() => expect(taken.textContent).toContain('vrij'))
  expect(document.activeElement).toBe(taken)
})

test('who thinks better of it closes nothing and is where they were', async () => {
  const { asked, button, said } = await screen([list({}, left({ ticket: { ...serving, state: 'called' } }))])
  const taken = button(/Balie 3/)
  taken.focus()
  taken.click()
  await until(() => expect(said()).toContain('A 012 is geroepen om 10:20. Dit nummer gaat terug naar zijn plek in de rij.'))
  button(/Niet sluiten/).click()
  await until(() => expect(document.querySelector('dialog')).toBeNull())
  expect(asked).toEqual([])
  expect(document.activeElement).toBe(taken)
})

test('where somebody else is there by now nothing is closed, and it is told anew', async () => {
  const refusal = { code: 'counter-busy', details: {}, detail: '', status: 409, title: '', type: '', requestId: '' }
  const next = left({ ticket: { ...serving, id: ticketId.replace('12', '13'), label: 'A\u2009013' } })
  const { button, said } = await screen([list({}, left()), list({}, next)], { answer: () => json(refusal, 409) })
  button(/Balie 3/).click()
  await until(() => expect(said()).toContain('A 012'))
  button(/^Balie sluiten$/).click()
  await until(() => expect(said()).toContain('Er is net iets veranderd aan deze balie.'))
  await until(() => expect(said()).toContain('A 013'))
})

test('a clerk cannot choose it', async () => {
  const { button, said } = await screen([list({}, { taken: true, mine: false })])
  expect(button(/Balie 3/).getAttribute('aria-disabled')).toBe('true')
  button(/Balie 3/).click()
  expect(said()).toBe('')
})

test('a manager at the very counter closes it where a clerk would close their own', async () => {
  const { asked, button, said } = await screen([list({}, left({ ticket: null }))], { query: '?point=aalter&counter=3' })
  await until(() => expect(button(/^Sluiten$/).getAttribute('aria-disabled')).toBeNull())
  button(/^Sluiten$/).click()
  await until(() => expect(said()).toContain('Er is niemand aan de balie.'))
  button(/^Balie sluiten$/).click()
  await until(() => expect(asked).toEqual([{ path: '/api/points/aalter/counters/3/close', body: {} }]))
})

test.each(languages)('it is told in %s with the name, the number and both times', async (language) => {
  const { said } = await screen([list({}, left())], { language })
  document.querySelector<HTMLButtonElement>('.counters button')!.click()
  await until(() => expect(said()).toMatch(/Ann Peeters.*10[:.h ]*12.*A 012.*10[:.h ]*20/))
})
