import { createSignal } from 'solid-js'
import { render } from 'solid-js/web'
import { afterEach, expect, test, vi } from 'vitest'
import { TextsProvider } from '../../ui/texts.tsx'
import type { HallSeen } from '../hall.ts'
import { Counters } from './Counters.tsx'

let dispose = () => {}
afterEach(() => {
  dispose()
  document.body.replaceChildren()
})

type Counter = HallSeen['counters'][number]
const base: Counter = { id: 1, state: 'open', serviceIds: [], ticketLabel: null, mine: false, taken: true, takenBy: null }
const ticket = { id: '01980000-0000-7000-8000-000000000012', label: 'A\u2009012', state: 'serving' as const, sinceAt: null }
const left: Counter = { ...base, id: 2, ticketLabel: ticket.label, takenBy: { name: 'Ann', sinceAt: '2026-11-24T09:12:00.000Z', ticket } }
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 3000, interval: 10 })

function show() {
  const [counters, setCounters] = createSignal([base, left])
  const asked: Request[] = []
  const send = async (request: Request) => {
    asked.push(request)
    return new Response('{}', { headers: { 'content-type': 'application/json' } })
  }
  dispose = render(
    () => (
      <TextsProvider language="nl" zone="Europe/Brussels">
        <Counters asker={{ base: 'http://beurt.test', send }} pointId="horta" zone="Atlantic/Azores" counters={counters()} />
      </TextsProvider>
    ),
    document.body,
  )
  const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('button')]
  const said = () => document.querySelector('dialog')?.textContent?.replaceAll(/\s+/g, ' ') ?? ''
  return { asked, setCounters, buttons, said }
}

test('only a counter that a colleague has can be closed, with the times of the hall itself', async () => {
  const { asked, buttons, said } = show()
  expect(buttons().map(({ textContent }) => textContent)).toEqual(['Sluiten balie 2'])
  buttons()[0]!.focus()
  buttons()[0]!.click()
  await until(() => expect(said()).toContain('Ann\u2069 heeft deze balie open sinds 08:12.'))
  buttons()
    .find(({ textContent }) => textContent === 'Balie sluiten')!
    .click()
  await until(() => expect(said()).toBe(''))
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST http://beurt.test/api/points/horta/counters/2/close'])
  expect(await asked[0]!.json()).toEqual({ ticketId: ticket.id })
  expect(document.activeElement).toBe(document.querySelector('.desks'))
})

test('a counter that its own clerk closes meanwhile asks nothing more', async () => {
  const { buttons, said, setCounters } = show()
  buttons()[0]!.click()
  await until(() => expect(said()).toContain('Balie 2 sluiten?'))
  setCounters([base, { ...base, id: 2, state: 'closed', taken: false }])
  await until(() => expect(said()).toBe(''))
})
