import { render } from 'solid-js/web'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ProblemBody } from '../contract/problems.ts'
import { App } from './App.tsx'
import type { KioskState } from './desk.ts'
import { offer, stateWith, ticketWith } from './local.test-support.ts'
import { nl } from './texts/nl.ts'

type Asked = { path: string; key: string | null; body: Record<string, unknown>; language: string | null }

let asked: Asked[] = []
let tell: (state: KioskState) => void = () => {}
let state: KioskState
let answer: (asked: Asked) => Response | Promise<Response>
let dispose: () => void = () => {}

/** The agent as the screen sees it: a stream of whole states, and answers to what is asked. */
async function send(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/local/state') {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        tell = (next) => {
          state = next
          controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(next)}\n\n`))
        }
        tell(state)
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  const { headers } = request
  const one = { path: pathname, key: headers.get('idempotency-key'), body: await request.json(), language: headers.get('x-language') }
  asked.push(one)
  return answer(one)
}

const given = (one: Asked): Response => {
  const ticket = ticketWith(one.key!)
  tell({ ...state, ticket })
  return Response.json(ticket)
}
const problem = (code: ProblemBody['code'], detail = ''): Response =>
  new Response(JSON.stringify({ type: '', title: 'Niet gelukt', status: 409, detail, code, requestId: '' }), {
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
  })

const text = () => document.querySelector('main')!.textContent ?? ''
const button = (words: string | RegExp) => {
  const found = [...document.querySelectorAll<HTMLButtonElement>('button')].find((b) =>
    typeof words === 'string' ? b.textContent?.includes(words) : words.test(b.textContent ?? ''),
  )
  if (!found) throw new Error(`no button ${words} in ${document.body.textContent}`)
  return found
}
const press = async (words: string | RegExp) => {
  button(words).click()
  await vi.advanceTimersByTimeAsync(400)
}
const key = async (...keys: string[]) => {
  for (const one of keys)
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: one, bubbles: true, cancelable: true }))
  await vi.advanceTimersByTimeAsync(10)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  asked = []
  answer = given
})
afterEach(() => {
  dispose()
  document.body.replaceChildren()
  document.documentElement.className = ''
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function open(first: KioskState = stateWith()): Promise<void> {
  state = first
  dispose = render(() => <App asker={{ send, base: 'http://kiosk.test' }} />, document.body)
  await vi.advanceTimersByTimeAsync(50)
}

test('the kiosk speaks the first language of its place, and keeps the one a visitor chose', async () => {
  const lisbon = { id: 'lisboa', name: 'Loja de Cidadão', zone: 'Europe/Lisbon', languages: ['pt', 'en', 'fr', 'tlh'] }
  await open(stateWith({}, { point: lisbon }))
  expect(document.documentElement.lang).toBe('pt')
  expect([...document.querySelectorAll('.langs button')].map((b) => b.textContent)).toEqual(['Português', 'English', 'Français'])
  await press('Français')
  tell(stateWith())
  await vi.advanceTimersByTimeAsync(50)
  expect(document.documentElement.lang).toBe('fr')
})

test('a service and a number of people give a number', async () => {
  await open()
  expect(text()).toContain('nu 10 tot 20 minuten wachten')
  await press('Paspoort')
  await press(/^2$/)
  expect(asked).toEqual([
    {
      path: '/local/tickets',
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
      body: { serviceIds: ['passport'], people: 2, language: 'nl' },
      language: 'nl',
    },
  ])
  expect(text()).toContain('A\u00a0042')
  expect(text()).toContain('over 10 tot 20 minuten aan de beurt')
  expect(text()).toContain('Pak uw kaartje')
  expect(document.activeElement?.textContent).toBe('Dit is uw nummer')
})

test('however often somebody taps there is one ask, and what lies under the finger next is not pressed', async () => {
  await open()
  let let_ = (_: Response) => {}
  answer = () => new Promise((resolve) => (let_ = resolve))
  await press('Rijbewijs')
  const one = button(/^1$/)
  for (let n = 0; n < 5; n++) one.click()
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toHaveLength(1)
  let_(given(asked[0]!))
  await vi.advanceTimersByTimeAsync(10)
  const done = button('Klaar')
  done.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
  expect(text()).toContain('A\u00a0042')
  await vi.advanceTimersByTimeAsync(400)
  done.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  await vi.advanceTimersByTimeAsync(10)
  expect(text()).toContain('Waarmee kunnen we u helpen?')
})

test('a button under a finger, and with the focus, outlives the next reading of the menu', async () => {
  await open()
  const tile = button('Rijbewijs')
  tile.focus()
  tell({ ...state, at: '2026-11-24T09:42:01.000Z' })
  await vi.advanceTimersByTimeAsync(10)
  expect(button('Rijbewijs')).toBe(tile)
  expect(document.activeElement).toBe(tile)
})

test('the next visitor gets a key of their own', async () => {
  await open()
  for (let n = 0; n < 2; n++) {
    await press('Paspoort')
    await press(/^1$/)
    await press('Klaar')
  }
  expect(new Set(asked.map((a) => a.key)).size).toBe(2)
})

test('cut off it still gives numbers, and says no wait it cannot know', async () => {
  await open(stateWith({ connected: false }))
  expect(text()).toContain('U krijgt hier gewoon een nummer.')
  expect(text()).not.toContain('minuten wachten')
  answer = (one) => {
    const ticket = ticketWith(one.key!, { label: 'N2\u2009014', kind: 'emergency', wait: null, followUrl: null })
    tell({ ...state, ticket })
    return Response.json(ticket)
  }
  await press('Paspoort')
  await press(/^1$/)
  expect(text()).toContain('N2\u00a0014')
})

test('cut off and without paper it says both', async () => {
  await open(stateWith({ connected: false, printer: 'paper-out' }))
  expect(document.querySelector('.notice')!.textContent).toBe(`${nl.cutOff} ${nl.noPaper}`)
  tell(stateWith({ connected: true, printer: 'paper-out' }))
  await vi.advanceTimersByTimeAsync(10)
  expect(document.querySelector('.notice')!.textContent).toBe(nl.noPaper)
})

test('without paper it says so, shows a code to follow the number, and prints when there is paper', async () => {
  await open(stateWith({ printer: 'paper-out' }))
  answer = (one) => {
    const ticket = ticketWith(one.key!, { print: 'paper-out' })
    tell({ ...state, ticket })
    return Response.json(ticket)
  }
  await press('Paspoort')
  await press(/^1$/)
  expect(text()).toContain('Het papier is op.')
  expect(document.querySelector('svg.qr')?.getAttribute('aria-label')).toBe('Code om uw nummer op uw telefoon te volgen')
  expect(() => button('Print mijn kaartje')).toThrow()
  tell({ ...state, printer: 'ok' })
  await vi.advanceTimersByTimeAsync(10)
  await press('Print mijn kaartje')
  expect(asked.at(-1)!.path).toBe(`/local/tickets/${asked[0]!.key}/print`)
})

test('a quieter place is offered with its price; staying takes a number here', async () => {
  await open(stateWith({}, { offers: [offer] }))
  await press('Paspoort')
  await press(/^1$/)
  expect(text()).toContain('25 minuten eerder klaar')
  expect(text()).toContain('3,4\u00a0km')
  expect(asked).toEqual([])
  await press('Ik blijf hier')
  expect(asked[0]!.body).not.toHaveProperty('diversionId')
})

test('going there takes a press of its own', async () => {
  await open(stateWith({}, { offers: [offer] }))
  await press('Paspoort')
  await press(/^1$/)
  await press('Ik ga naar')
  expect(asked[0]!.body).toMatchObject({ diversionId: offer.diversionId })
})

test('a no is shown as the agent says it, and then one begins again', async () => {
  await open()
  answer = () => problem('point-closed', 'Het is hier nu gesloten.')
  await press('Paspoort')
  await press(/^1$/)
  expect(text()).toContain('Het is hier nu gesloten.')
  await press('Naar het begin')
  expect(text()).toContain('Waarmee kunnen we u helpen?')
})

test('a slip in the code is seen before anybody is asked', async () => {
  await open()
  await press('Ik heb een afspraak')
  for (const sign of '23456789') button(new RegExp(`^${sign}$`)).click()
  await press('Verder')
  expect(text()).toContain('Deze code klopt niet.')
  expect(asked).toEqual([])
})

test('an appointment that cannot be looked up becomes a number under the same id', async () => {
  await open()
  answer = (one) => (one.path === '/local/arrivals' ? problem('unavailable') : given(one))
  await key(...'https://beurt.example/v', 'Enter')
  await vi.advanceTimersByTimeAsync(400)
  expect(asked[0]).toMatchObject({ path: '/local/arrivals', body: { code: 'https://beurt.example/v', language: 'nl' } })
  expect(text()).toContain('Wij kunnen uw afspraak nu niet opzoeken')
  await press('Neem een nummer')
  await press('Paspoort')
  await press(/^1$/)
  expect(asked[1]!.key).toBe(asked[0]!.key)
  expect(text()).toContain('A\u00a0042')
})

test('Arabic is Arabic, from right to left, and so is what the agent is asked', async () => {
  await open()
  await press('العربية')
  expect(document.documentElement.dir).toBe('rtl')
  await press('جواز سفر')
  await press(/^1$/)
  expect(asked[0]).toMatchObject({ language: 'ar', body: { language: 'ar' } })
  expect(text()).toContain('هذا رقمك')
})

test('who walks away is asked, may have more time, and then makes room', async () => {
  await open()
  await press('Paspoort')
  await vi.advanceTimersByTimeAsync(60_600)
  expect(document.body.textContent).toContain('Bent u er nog?')
  await press('Ja, ik wil meer tijd')
  expect(text()).toContain('Voor hoeveel personen?')
  await vi.advanceTimersByTimeAsync(60_600)
  expect(document.body.textContent).toContain('Bent u er nog?')
  await vi.advanceTimersByTimeAsync(25_500)
  expect(text()).toContain('Waarmee kunnen we u helpen?')
  expect(asked).toEqual([])
})

test('closed it says when it opens again', async () => {
  await open(stateWith({ open: false }, { state: 'closed', opensAt: '2026-11-25T08:00:00.000Z' }))
  expect(text()).toContain('Wij zijn weer open op woensdag 25 november, 09:00.')
})

test('after a restart whoever stands there is asked in their language', async () => {
  await open(stateWith({ question: { ticketId: '01980000-0000-7000-8000-000000000001', label: 'N2\u2009003', language: 'en' } }))
  expect(text()).toContain('Did you get your ticket?')
  expect(text()).toContain('N2\u00a0003')
  answer = () => Response.json({})
  await press('No, print it now')
  expect(asked).toEqual([
    expect.objectContaining({ path: '/local/tickets/01980000-0000-7000-8000-000000000001/got', body: { yes: false } }),
  ])
})

test('from the start every page is reached with arrows and Enter, and left with back', async () => {
  await open()
  const focus = async (words: RegExp) => {
    for (let n = 0; n < 20; n++) {
      if (words.test(document.activeElement?.textContent ?? '') && document.activeElement?.tagName === 'BUTTON') return n
      await key('ArrowDown')
    }
    throw new Error(`${words} was not reached`)
  }
  expect(await focus(/Paspoort/)).toBeLessThanOrEqual(12)
  ;(document.activeElement as HTMLElement).click()
  await vi.advanceTimersByTimeAsync(400)
  await key('Escape')
  expect(text()).toContain('Waarmee kunnen we u helpen?')
  // Six languages, an appointment and seven services stand before it; upwards it is four.
  expect(await focus(/Hulp nodig/)).toBeLessThanOrEqual(15)
  await key('F1')
  expect(document.querySelector('dialog[open]')?.textContent).toContain('Wij helpen u graag')
})
