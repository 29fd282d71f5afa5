import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import type { Language } from '../contract/language.ts'
import type { KioskState } from './desk.ts'
import { offer, portugueseOnly, services, stateWith, talkative, ticketWith } from './local.test-support.ts'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { nl } from './texts/nl.ts'
import { pt } from './texts/pt.ts'

const words = { nl, en, fr, de, pt, ar }
const everyMs = 100

const kinds: [RegExp, string][] = [
  [/\.js$/, 'text/javascript'],
  [/\.css$/, 'text/css'],
  [/\.woff2$/, 'font/woff2'],
]

/** Serves the built screen with an agent that tells one state and gives the ticket it is told to give. */
export async function serveScene(files: Map<string, string | Uint8Array>) {
  let state = stateWith()
  let ticket: Partial<NonNullable<KioskState['ticket']>> = {}
  let refuses: string | null = null
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/local/state') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const send = () => response.write(`data: ${JSON.stringify(state)}\n\n`)
      send()
      const timer = setInterval(send, everyMs)
      response.once('close', () => clearInterval(timer))
      return
    }
    if (path.startsWith('/local/')) {
      const given = ticketWith(String(request.headers['idempotency-key']), ticket)
      if (!refuses) state = { ...state, ticket: given }
      const no = { type: '', title: 'Andere dag', status: 409, detail: refuses, code: 'wrong-day', requestId: '' }
      response.writeHead(refuses ? 409 : 200, { 'content-type': refuses ? 'application/problem+json' : 'application/json' })
      response.end(JSON.stringify(refuses ? no : given))
      return
    }
    const name = files.has(path) ? path : '/index.html'
    response.writeHead(200, { 'content-type': kinds.find(([end]) => end.test(name))?.[1] ?? 'text/html; charset=utf-8' })
    response.end(files.get(name))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    set(scene: Pick<Scene, 'state' | 'ticket' | 'refuses'>, language: Language = 'nl') {
      const { question, ...rest } = scene.state ?? stateWith()
      state = { ...rest, question: question && { ...question, language } }
      ticket = scene.ticket ?? {}
      refuses = scene.refuses ?? null
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type Scene = {
  name: string
  state?: KioskState
  ticket?: Partial<NonNullable<KioskState['ticket']>>
  refuses?: string
  /** What is pressed, in order. */
  presses?: readonly string[]
}

const number = ['.tile', '.count']
const talk = stateWith({}, { services: [talkative, portugueseOnly, ...services] })
const noPaper = { print: 'paper-out' } as const

/** Every page and what may be different about it. */
export const scenes: readonly Scene[] = [
  { name: 'start' },
  { name: 'start-cut-off', state: stateWith({ connected: false }) },
  { name: 'start-no-paper', state: stateWith({ printer: 'paper-out' }) },
  { name: 'other', presses: ['.other'] },
  { name: 'people', presses: ['.tile'] },
  { name: 'start-long-names', state: talk },
  { name: 'people-told-much', state: talk, presses: ['.tile'] },
  { name: 'people-other-language', state: talk, presses: ['.tile:nth-child(2)'] },
  { name: 'offer', state: stateWith({}, { offers: [offer] }), presses: number },
  { name: 'code', presses: ['.big', '.key', '.key'] },
  { name: 'code-wrong', presses: ['.big', ...Array.from({ length: 8 }, () => '.key:nth-child(2)'), '.acts.two button:last-child'] },
  { name: 'ticket', presses: number },
  { name: 'ticket-printing', ticket: { print: 'printing' }, presses: number },
  { name: 'ticket-no-paper', state: stateWith({ printer: 'paper-out' }), ticket: noPaper, presses: number },
  { name: 'ticket-paper-again', ticket: noPaper, presses: number },
  {
    name: 'ticket-emergency',
    state: stateWith({ connected: false, printer: 'no-printer' }),
    ticket: { label: 'N2\u2009014', kind: 'emergency', wait: null, followUrl: null, print: 'no-printer' },
    presses: number,
  },
  { name: 'ticket-elsewhere', ticket: { elsewhere: { name: 'Gemeentehuis Knesselare', address: 'Kloosterstraat 2' } }, presses: number },
  { name: 'refused', refuses: 'Uw afspraak is op woensdag 25 november, 09:30. Kom dan terug, of neem nu een nummer.', presses: number },
  { name: 'closed', state: stateWith({ open: false }, { state: 'closed', opensAt: '2026-11-25T08:00:00.000Z' }) },
  { name: 'not-ready', state: { ...stateWith({ ready: false }) } },
  {
    name: 'question',
    state: stateWith({ question: { ticketId: '01980000-0000-7000-8000-000000000001', label: 'N2\u2009003', language: 'nl' } }),
  },
  {
    name: 'question-no-number',
    state: stateWith({ question: { ticketId: '01980000-0000-7000-8000-000000000001', label: null, language: 'nl' } }),
  },
  { name: 'help', presses: ['.foot button:first-child'] },
]

/** Plays a scene in a language: somebody first chooses it at the start, where everything works. */
export async function play(
  page: Page,
  served: Awaited<ReturnType<typeof serveScene>>,
  scene: Scene,
  { language }: { language: Language },
): Promise<void> {
  served.set({})
  await page.goto(served.url)
  await page.locator(`.langs [lang=${language}]`).first().evaluate(click)
  served.set(scene, language)
  await page.waitForTimeout(everyMs + 50)
  await press(page, scene)
}

/** Presses as keys do, which need not wait for an unsteady hand. */
async function press(page: Page, scene: Scene): Promise<void> {
  for (const one of scene.presses ?? []) await page.locator(one).first().evaluate(click)
  await page.waitForTimeout(everyMs + 50)
}

const click = (button: Element) => (button as HTMLElement).click()

/** Somebody makes the letters of the page one step larger; where a dialog lies over the page, it is opened again. */
export async function enlarge(page: Page, scene: Scene, language: Language): Promise<void> {
  const isOver = (await page.locator('dialog[open]').count()) > 0
  if (isOver) await page.keyboard.press('Escape')
  await page.locator('.foot').getByRole('button', { name: words[language].larger, exact: true }).evaluate(click)
  if (isOver) await press(page, scene)
}
