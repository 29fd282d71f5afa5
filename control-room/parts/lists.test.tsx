import { createSignal, type JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { afterEach, expect, test, vi } from 'vitest'
import { TextsProvider } from '../../ui/texts.tsx'
import type { Candidate } from '../candidates.ts'
import { tile, tileAt } from '../tiles.test-support.ts'
import type { Halls, Tile } from '../tiles.ts'
import { Diversions } from './Diversions.tsx'
import { Filters } from './Filters.tsx'
import { Where } from './Where.tsx'

let dispose = () => {}
afterEach(() => {
  dispose()
  document.body.replaceChildren()
})

/** The halls as a push gives them: nothing of the one before is in it. */
function hallsThatCome(first: readonly Tile[]) {
  const [all, setAll] = createSignal(first)
  const halls: Halls = {
    ids: () => all().map(({ pointId }) => pointId),
    tile: (id) => all().find(({ pointId }) => pointId === id)!,
    all,
    organisations: () => new Map([['gemeente', { nl: 'Gemeente' }]]),
    ...{ toCome: () => 0, now: () => tileAt, clock: () => tileAt, lostAt: () => undefined },
    live: { value: () => '', connected: () => true, lostAt: () => undefined, fault: () => undefined },
  }
  return { halls, push: (next: readonly Tile[]) => setAll(structuredClone(next)) }
}

function show(part: () => JSX.Element): void {
  dispose = render(
    () => (
      <TextsProvider language="nl" zone="Europe/Brussels">
        {part()}
      </TextsProvider>
    ),
    document.body,
  )
}

/** Gives one the focus, pushes, and says whether it is still there with it. */
function keeps(selector: string, push: () => void): void {
  const before = [...document.querySelectorAll<HTMLElement>(selector)]
  const had = before.at(-1)!
  had.focus()
  expect(document.activeElement).toBe(had)
  push()
  const after = [...document.querySelectorAll(selector)]
  expect(before.every((part) => after.includes(part))).toBe(true)
  expect(document.activeElement).toBe(had)
}

const asker = { base: 'http://beurt.test', send: vi.fn() }

test('a push takes the focus of no diversion', () => {
  const sent = (sayName: string): Tile => {
    const diversion = { id: 'd1', toPointId: 'b', toName: sayName, until: '2026-11-24T11:00:00.000Z' }
    return tile('a', { diversions: [{ ...diversion, serviceIds: [], minGainMinutes: 5, concerns: 'walk-ins', went: 3 }] })
  }
  const { halls, push } = hallsThatCome([sent('Noord'), tile('b')])
  show(() => <Diversions asker={asker} halls={halls} id="a" services={[]} onSaid={() => {}} />)
  keeps('.diverted button', () => push([sent('Zuid'), tile('b')]))
  expect(document.body.textContent).toContain('Zuid')
  expect(document.body.textContent).toContain('3 nummers gingen')
})

test('a push takes the focus of no hall that people could be sent to', () => {
  const candidate = (pointId: string, gainMinutes: number): Candidate => ({ pointId, km: 1, minutes: 12, by: 'walk', gainMinutes })
  const { halls } = hallsThatCome([tile('b'), tile('c')])
  const [candidates, push] = createSignal([candidate('b', 20), candidate('c', 10)])
  show(() => <Where candidates={candidates()} halls={halls} chosen="c" onChoose={() => {}} />)
  keeps('input', () => push([candidate('b', 19), candidate('c', 11)]))
})

test('a hall in a new district leaves the lists of the filter, and what is chosen in them, as they are', () => {
  const { halls, push } = hallsThatCome([tile('a'), tile('b', { district: 'zuid' })])
  const filter = { text: '', organisation: '', district: 'zuid', state: '', alert: '' } as const
  show(() => <Filters halls={halls} filter={filter} onFilter={() => {}} />)
  keeps('select', () => {
    const options = [...document.querySelectorAll('option')]
    push([...halls.all(), tile('c', { district: 'noord' })])
    const after = [...document.querySelectorAll('option')]
    expect(after).toHaveLength(options.length + 1)
    expect(options.every((option) => after.includes(option))).toBe(true)
  })
})
