import { render } from 'solid-js/web'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from './App.tsx'
import { list, ticket } from './counter.test-support.ts'
import type { HallList } from './possible.ts'
import { nl } from './texts/nl.ts'

type Asked = { act: string; body: unknown; key: string | null }

let stop = () => {}
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

const json = (value: unknown) => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 3000, interval: 10 })

/** The real screen before an api that the test holds in its hand. */
async function counter(first: HallList, answer: (asked: Asked) => Response | Promise<Response> = () => json({ version: 1, ticket: null })) {
  const asked: Asked[] = []
  let push = (_: HallList) => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      push = (value) => controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(value)}\n\n`))
      push(first)
    },
  })
  const send = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    if (path === '/api/me')
      return json({
        id: 'x',
        name: 'Mieke',
        language: 'nl',
        roles: [],
        points: [{ id: 'aalter', name: 'Aalter', zone: 'Europe/Brussels' }],
      })
    if (path.endsWith('/appointments')) return json({ day: '2026-11-24', appointments })
    if (request.method === 'GET') return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
    const one = { act: path.split('/').at(-1)!, body: await request.json(), key: request.headers.get('idempotency-key') }
    asked.push(one)
    return answer(one)
  }
  const kept = new Map<string, string>()
  const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) }
  stop = render(
    () => <App address={new URL('http://beurt.test/counter/?point=aalter&counter=3')} storage={storage} send={send} />,
    document.body,
  )
  await until(() => expect(document.querySelector('.work')).not.toBeNull())
  const press = (key: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
    document.body.dispatchEvent(event)
    return event
  }
  return { asked, press, push: (value: HallList) => push(value), text: () => document.body.textContent?.replaceAll(/\s/g, ' ') ?? '' }
}

/** At 10:42 the first can be here, the second not yet; to the second no mail could be sent. */
const appointments = [
  { id: 'a1', reference: 'MJ29CY7P', startsAt: '2026-11-24T10:15:00.000Z', arrivesFrom: '2026-11-24T09:15:00.000Z', mailFailed: false },
  { id: 'a2', reference: 'VT86MMHD', startsAt: '2026-11-24T12:30:00.000Z', arrivesFrom: '2026-11-24T11:30:00.000Z', mailFailed: true },
].map((one) => ({ ...one, state: 'booked', serviceIds: ['passport'], people: 1, wallTime: '', name: 'Pieter', ticketLabel: null }))

const button = (words: string) => [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(words))!

const called = ticket({ state: 'called', counter: 3, calls: 1, calledAt: '2026-11-24T09:41:50.000Z' })
const serving = { ...called, state: 'serving' as const, startedAt: '2026-11-24T09:38:00.000Z', calledAt: '2026-11-24T09:37:00.000Z' }

test.each([
  ['F9', 'call-next', 'nobody is there', {}, {}],
  ['F9', 'finish', 'someone is served', { current: serving }, { ticketId: serving.id, andNext: true }],
  ['F8', 'finish', 'someone is served', { current: serving }, { ticketId: serving.id }],
  ['F10', 'start', 'someone is called', { current: called }, { ticketId: called.id }],
  ['F2', 'recall', 'someone is called', { current: called }, { ticketId: called.id }],
  ['F4', 'miss', 'someone is called', { current: called }, { ticketId: called.id }],
  ['F3', 'undo', 'a call can be undone', { canUndo: { act: 'call', until: '2026-11-24T09:42:30.000Z' } }, {}],
])('%s asks for %s where %s', async (key, act, _, change, body) => {
  const { asked, press } = await counter(list(change))
  expect(press(key).defaultPrevented).toBe(true)
  await until(() => expect(asked).toHaveLength(1))
  expect(asked[0]).toMatchObject({ act, body })
  expect(asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
})

test('a double press, a held key and a press during an act are one act', async () => {
  const { promise, resolve: answer } = Promise.withResolvers<Response>()
  const { asked, press } = await counter(list(), () => promise)
  press('F9')
  press('F9')
  press('F9', { repeat: true })
  expect(document.querySelector('.go')?.getAttribute('aria-busy')).toBe('true')
  await until(() => expect(asked).toHaveLength(1))
  answer(json({ version: 1, ticket: null, why: null }))
  await until(() => expect(document.querySelector('.go')?.hasAttribute('aria-busy')).toBe(false))
  press('F9')
  expect(asked).toHaveLength(1)
})

test('a bare letter does nothing, and a function key that cannot do anything now says why', async () => {
  const { asked, press, text } = await counter(list({ current: called }))
  for (const key of ['n', '9', 'Enter']) expect(press(key).defaultPrevented).toBe(false)
  press('F9')
  await until(() => expect(text()).toContain('Is A 042 er? Druk dan eerst op F10.'))
  expect(asked).toEqual([])
})

test('a refusal of the rules stands beside the acts in words', async () => {
  const refusal = { code: 'called-too-often', details: { calls: 3 }, detail: '', status: 409, title: '', type: '', requestId: '' }
  const { press, text } = await counter(
    list({ current: called }),
    () => new Response(JSON.stringify(refusal), { status: 409, headers: { 'content-type': 'application/problem+json' } }),
  )
  press('F2')
  await until(() => expect(text()).toContain('Dit nummer is al 3 keer geroepen. Zet het bij gemist en roep het volgende.'))
})

test('who waits is shown in order with the reason of the first, and the row keeps its focus when the list comes again', async () => {
  const { push, text } = await counter(list())
  expect(document.querySelector('.rows li.next')?.textContent).toContain('staat vooraan in de rij')
  expect(text()).toContain('12 min')
  const row = document.querySelector<HTMLElement>('.rows button')
  row?.focus()
  const next = list({ version: 2, waiting: [ticket({ id: 'x', label: 'A\u2009041' }), ...list().waiting] })
  push(next)
  await until(() => expect(document.querySelectorAll('.rows li')).toHaveLength(2))
  expect(document.activeElement).toBe(row)
})

test('a push takes neither the focus nor the chosen place from who hands someone on', async () => {
  const here = list({ current: serving })
  const { press, push, text } = await counter(here)
  press('F7')
  await until(() => expect(document.querySelectorAll('dialog select')).toHaveLength(2))
  const parts = () => [...document.querySelectorAll<HTMLElement>('dialog :is(select, option, input)')]
  const before = parts()
  const [counters, points] = [...document.querySelectorAll<HTMLSelectElement>('dialog select')]
  points!.focus()
  points!.value = 'deinze'
  points!.dispatchEvent(new Event('change', { bubbles: true }))
  push({ ...structuredClone(here), version: 2, points: [{ id: 'deinze', name: 'Bibliotheek Deinze-Zuid' }] })
  await until(() => expect(text()).toContain('Deinze-Zuid'))
  expect(parts().map((part, at) => part === before[at])).toEqual(before.map(() => true))
  expect(document.activeElement).toBe(points)
  expect([counters!.value, points!.value]).toEqual(['', 'deinze'])
})

test('who stands apart keeps the focus of the button beside the name when the list comes again', async () => {
  const parked = [ticket({ id: 'p1', label: 'A\u2009038', state: 'parked', reason: 'waits-for-paper' })]
  const { push, text } = await counter(list({ parked }))
  const open = [...document.querySelectorAll<HTMLElement>('.waiting .row button')].find(({ textContent }) => /1/.test(textContent ?? ''))
  open?.click()
  await until(() => expect(document.querySelector('.aside button')).not.toBeNull())
  const button = document.querySelector<HTMLElement>('.aside button')!
  button.focus()
  push(list({ version: 2, parked: [{ ...parked[0]!, label: 'A\u2009039' }] }))
  await until(() => expect(text()).toContain('A 039'))
  expect(document.querySelector('.aside button')).toBe(button)
  expect(document.activeElement).toBe(button)
})

test('the facts about who is here: since when, what for, how long the wait was and what was said', async () => {
  const { text } = await counter(list({ current: { ...serving, said: { fromMinutes: 10, untilMinutes: 20 }, people: 2, language: 'ar' } }))
  for (const words of [
    'Aan de balie sinds 4 minuten',
    'A 042',
    'Paspoort',
    '8 minuten (gezegd: 10 tot 20 minuten)',
    'oude paspoort',
    '2 personen',
    'spreekt Arabisch',
  ])
    expect(text()).toContain(words)
})

test('keys do nothing behind an open window', async () => {
  const { asked, press } = await counter(list({ current: serving }))
  press('F6')
  await until(() => expect(document.querySelector('dialog')).not.toBeNull())
  press('F9')
  press('F8')
  expect(asked).toEqual([])
})

test('who opens the counter by keyboard has the focus on what comes next', async () => {
  const { asked, push } = await counter(list({}, { state: 'closed', mine: false }))
  expect(document.activeElement?.textContent).toBe('Balie 3')
  button('Balie openen').focus()
  button('Balie openen').click()
  await until(() => expect(asked.map(({ act }) => act)).toEqual(['open']))
  push(list({ version: 2 }))
  await until(() => expect(document.activeElement?.textContent).toContain('Volgende roepen'))
  push(list({ version: 3, current: serving }))
  await until(() => expect(document.activeElement?.textContent).toContain('Klaar, en volgende'))
})

test('at the counter of a colleague the large act chooses another counter', async () => {
  await counter(list({}, { mine: false, taken: true }))
  button('Andere balie').click()
  await until(() => expect(document.activeElement?.textContent).toBe('Waar werkt u nu?'))
})

test('the appointments say from when somebody can be here and who had no mail; Escape leads back, and a key does its act', async () => {
  const { asked, press, text } = await counter(list())
  const look = async () => {
    button('Meer').click()
    await until(() => expect(document.querySelector('dialog')).not.toBeNull())
    button('Afspraken van vandaag').click()
    await until(() => expect(text()).toContain('VT86 MMHD'))
  }
  await look()
  expect(document.activeElement?.textContent).toBe('Afspraken van vandaag')
  const rows = [...document.querySelectorAll('.day li')]
  expect(rows.map((row) => row.querySelector('button')?.textContent)).toEqual(['Is er', undefined])
  expect(rows[1]!.textContent).toContain('kan vanaf 12:30')
  expect(rows.map((row) => row.textContent?.includes('mail kwam niet aan'))).toEqual([false, true])
  press('Escape')
  await until(() => expect(document.activeElement?.textContent).toBe('Balie 3'))
  await look()
  press('F9')
  await until(() => expect(asked.map(({ act }) => act)).toEqual(['call-next']))
  expect(document.querySelector('.floor')).not.toBeNull()
})

test('who is handed on goes where was chosen, once something was', async () => {
  const { asked, press, text } = await counter(list({ current: serving }))
  press('F7')
  await until(() => expect(document.querySelectorAll('dialog select')).toHaveLength(2))
  const ready = () => [...document.querySelectorAll<HTMLButtonElement>('dialog .acts button')].at(-1)!
  ready().click()
  await until(() => expect(text()).toContain(nl.transfer.nothing))
  const toCounter = document.querySelector<HTMLSelectElement>('dialog select')!
  toCounter.value = '4'
  toCounter.dispatchEvent(new Event('change', { bubbles: true }))
  ready().click()
  await until(() => expect(asked).toHaveLength(1))
  expect(asked[0]).toMatchObject({ act: 'transfer', body: { ticketId: serving.id, toCounter: 4 } })
  expect(document.querySelector('dialog')).toBeNull()
})
