import { expect, test } from 'vitest'
import { nine } from '../../domain/hall.test-support.ts'
import { decide, type Happening } from './decide.ts'
import { strayOf } from './hand-in.ts'
import type { Entry } from './records.ts'
import { type Effect, firstState, type State } from './state.ts'
import { refused } from './virtual.test-support.ts'

const idOf = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`
const wanted = { serviceIds: ['passport'], people: 2, language: 'nl' as const }
const tap = (n: number): Happening => ({ kind: 'tap', id: idOf(n), ...wanted })
const answer = (n: number, label: string): Happening => ({
  kind: 'answered',
  id: idOf(n),
  answer: { kind: 'good', value: { label } as never },
})
const silence = (n: number): Happening => ({ kind: 'answered', id: idOf(n), answer: { kind: 'none', cause: 'lost' } })
const known: State = { ...firstState('run'), place: { pointId: 'aalter', kiosk: 2 }, zone: 'Europe/Brussels' }

/** Lets things happen a second apart and gathers what was written and what follows from it. */
function after(happenings: Happening[], from: State = known, startMs = 0) {
  let state = from
  const entries: Entry[] = []
  const effects: Effect[] = []
  for (const [n, happening] of happenings.entries()) {
    const next = decide(state, happening, { at: nine + startMs + n * 1000, monoMs: startMs + n * 1000 })
    state = next.state
    entries.push(...next.entries)
    effects.push(...next.effects)
  }
  return { state, entries, effects, written: entries.map((e) => e.t), does: effects.map((e) => e.do) }
}

const cut = after([tap(1), silence(1)]).state

test('a tap is written down, then asked; the number is written down, then printed', () => {
  const { written, does, effects } = after([tap(1), answer(1, 'A\u2009042')])
  expect(written).toEqual(['intent', 'normal', 'printing'])
  expect(does).toEqual(['ask', 'print'])
  expect(effects[1]).toEqual({ do: 'print', id: idOf(1), copy: false, cutFirst: false })
})

test('without a good answer the kiosk gives a number of its own', () => {
  const { entries, does } = after([tap(1), silence(1)])
  expect(entries.at(-2)).toEqual({ t: 'emergency', id: idOf(1), day: '2026-11-24', kiosk: 2, number: 1 })
  expect(does).toEqual(['ask', 'print'])
})

test('while cut the next visitor is not kept waiting for nothing', () => {
  const { entries, does } = after([tap(2)], cut)
  expect(entries.map((e) => e.t)).toEqual(['intent', 'emergency', 'printing'])
  expect(entries[1]).toMatchObject({ number: 2 })
  expect(does).toEqual(['print'])
})

test('a good answer that comes after the number of its own changes nothing', () => {
  expect(after([answer(1, 'A\u2009042')], cut)).toMatchObject({ entries: [], effects: [], state: cut })
})

test('two taps are one ticket, before and after the answer', () => {
  const { written, does } = after([tap(1), tap(1), answer(1, 'A\u2009042'), tap(1), answer(1, 'A\u2009042')])
  expect(written).toEqual(['intent', 'normal', 'printing'])
  expect(does).toEqual(['ask', 'print'])
})

test('a no from the rules is no outage', () => {
  const no: Happening = { kind: 'answered', id: idOf(1), answer: refused('point-closed') }
  const { written, state, does } = after([tap(1), no])
  expect(written).toEqual(['intent', 'refused'])
  expect(does).toEqual(['ask'])
  expect(state.line.cut).toBe(false)
})

test('an arrival without an answer gives no number, and a tap for the same person gives one of the kiosk', () => {
  const arrive: Happening = { kind: 'arrive', id: idOf(1), code: 'K7PM2XQ4', language: 'ar' }
  const arrived = after([arrive, silence(1)])
  expect(arrived.written).toEqual(['intent'])
  expect(JSON.stringify(arrived.entries)).not.toContain('K7PM')
  const tapped = after([tap(1)], arrived.state)
  expect(tapped.written).toEqual(['wish', 'emergency', 'printing'])
  expect(tapped.does).toEqual(['print'])
  expect(tapped.state.memory.tickets.get(idOf(1))!.intent.serviceIds).toEqual(['passport'])
})

test('an offer elsewhere that gets no answer gives no number here', () => {
  const accepted: Happening = { ...tap(1), kind: 'tap', sentTo: { pointId: 'beveren', diversionId: idOf(99) } } as Happening
  expect(after([accepted, silence(1)]).entries.at(-1)).toEqual({ t: 'refused', id: idOf(1), code: 'unavailable' })
  expect(after([{ ...accepted, id: idOf(2) } as Happening], cut).entries.at(-1)).toEqual({ t: 'refused', id: idOf(2), code: 'unavailable' })
})

test('numbers begin again on the next day at the place, never on an earlier one', () => {
  const number = (state: State, at: number) => decide(state, tap(9), { at, monoMs: 0 }).entries.find((e) => e.t === 'emergency')
  const day = 86_400_000
  expect(number(cut, nine + day)).toMatchObject({ day: '2026-11-25', number: 1 })
  expect(number(cut, nine - day)).toMatchObject({ day: '2026-11-24', number: 2 })
  expect(number(cut, nine + 13 * 3_600_000)).toMatchObject({ day: '2026-11-24', number: 2 })
})

test('a kiosk that never knew where it stands gives no number', () => {
  const lost = { ...cut, zone: null, memory: { ...cut.memory, day: null } }
  expect(after([tap(2)], lost).entries.at(-1)).toEqual({ t: 'refused', id: idOf(2), code: 'unavailable' })
  expect(after([tap(2)], { ...cut, place: null }).entries).toEqual([])
})

test.each([
  ['printed', true, false],
  ['unknown', true, true],
  ['paper-out', false, true],
  ['cover-open', false, true],
  ['no-printer', false, false],
] as const)('after %s another paper says copy: %s, and cuts first: %s', (outcome, copy, cutFirst) => {
  const { effects } = after([
    tap(1),
    answer(1, 'A\u2009042'),
    { kind: 'print-ended', id: idOf(1), outcome },
    { kind: 'print-again', id: idOf(1) },
  ])
  expect(effects.at(-1)).toEqual({ do: 'print', id: idOf(1), copy, cutFirst })
})

test('nothing is printed again while it is printing', () => {
  expect(after([tap(1), answer(1, 'A\u2009042'), { kind: 'print-again', id: idOf(1) }]).does).toEqual(['ask', 'print'])
})

const probes = (n: number): Happening[] => Array.from({ length: n }, () => ({ kind: 'probed', good: true }))

test('when the line is whole again the numbers are handed in, in their order, by the monotonic clock', () => {
  const dark = after([tap(2), tap(3)], cut, 10_000).state
  const { effects } = after(probes(6), dark, 60_000)
  const ages = [
    [1, 65_000],
    [2, 55_000],
    [3, 54_000],
  ] as const
  const tickets = ages.map(([n, agoMs]) => ({ id: idOf(n), number: n, ...wanted, agoMs }))
  expect(effects).toEqual([{ do: 'hand-in', tickets }])
})

test('placed anew it hands in at once, with the kiosk on paper; what was given at another point is not taken in there', () => {
  const owes = after([{ kind: 'probed', good: false }, tap(2)], { ...cut, handIn: { ...cut.handIn, failures: 9 } }).state
  const back = { ...owes, line: known.line }
  const other = after([{ kind: 'place', pointId: 'aalter', kiosk: 5 }], back)
  expect(other.effects).toMatchObject([
    {
      do: 'hand-in',
      tickets: [
        { kiosk: 2, number: 1 },
        { kiosk: 2, number: 2 },
      ],
    },
  ])
  const same = after([{ kind: 'place', pointId: 'aalter', kiosk: 2 }], back)
  expect(same.effects[0]).not.toHaveProperty('tickets.0.kiosk')
  const elsewhere = after([{ kind: 'place', pointId: 'beveren', kiosk: 1 }, { kind: 'tick' }], back)
  expect(elsewhere.effects).toEqual([])
  expect(after([tap(3), silence(3)], elsewhere.state).entries.at(-2)).toMatchObject({ t: 'emergency', kiosk: 1, number: 3 })
  expect(after([{ kind: 'place', pointId: 'aalter', kiosk: 2 }], elsewhere.state).does).toEqual(['hand-in'])
})

test('a batch holds a hundred; what was taken in is done with, and the rest goes next', () => {
  const dark = after(
    Array.from({ length: 249 }, (_, n) => tap(n + 2)),
    cut,
  ).state
  let { effects, state } = after(probes(6), dark, 300_000)
  const sizes: number[] = []
  for (let n = 0; n < 5 && effects.length; n++) {
    const [batch] = effects as Extract<Effect, { do: 'hand-in' }>[]
    sizes.push(batch!.tickets.length)
    const ids = batch!.tickets.map((t) => t.id)
    const tickets = ids.map((id) => ({ id, label: '', outcome: 'merged' as const, code: null }))
    const step = after([{ kind: 'handed-in', ids, answer: { kind: 'good', value: { tickets } } }], state, 310_000)
    state = step.state
    effects = step.effects
  }
  expect(sizes).toEqual([100, 100, 50])
})

test('a ticket that always fails is found and does not hold up the others', () => {
  const bad = idOf(2)
  let state = after([tap(2), tap(3), tap(4), tap(5)], cut).state
  let { effects } = after(probes(6), state, 60_000)
  state = after(probes(6), state, 60_000).state
  for (let n = 0; n < 40; n++) {
    const effect = effects[0]
    if (!effect) break
    const ids = effect.do === 'hand-in' ? effect.tickets.map((t) => t.id) : []
    const good = { kind: 'good', value: { tickets: ids.map((id) => ({ id, label: '', outcome: 'merged' as const, code: null })) } } as const
    const happening: Happening =
      effect.do === 'hand-in'
        ? { kind: 'handed-in', ids, answer: ids.includes(bad) ? { kind: 'none', cause: '500' } : good }
        : { kind: 'hand-in-time' }
    const step = after([happening], state, 70_000 + n * 1000)
    state = step.state
    effects = step.effects
  }
  const owed = [...state.memory.tickets.values()].filter((h) => h.given?.kind === 'emergency' && h.given.handedIn === null)
  expect(owed.map((h) => h.intent.id)).toEqual([bad])
  expect(state.line.cut).toBe(false)
})

test('what a hall will never take in is done with and stray for a day; what it takes in on its next day is not done with', () => {
  const back = { ...after([tap(2), tap(3)], cut).state, line: known.line }
  const outcomes: [id: string, code: string | null][] = [
    [idOf(1), null],
    [idOf(2), 'number-used'],
    [idOf(3), 'wrong-day'],
  ]
  const tickets = outcomes.map(([id, code]) => ({ id, label: '', outcome: code ? ('refused' as const) : ('merged' as const), code }))
  const ids = tickets.map(({ id }) => id)
  const { state, entries, effects } = after([{ kind: 'handed-in', ids, answer: { kind: 'good', value: { tickets } } }], back)
  expect(entries).toEqual([
    { t: 'handed-in', id: idOf(1), outcome: 'merged' },
    { t: 'handed-in', id: idOf(2), outcome: 'number-used' },
  ])
  expect(effects).toMatchObject([{ do: 'hand-in', tickets: [{ id: idOf(3) }] }])
  const strayAt = (at: number, one = state) => strayOf(one, { at, monoMs: 0 }).map((held) => held.intent.id)
  expect(strayAt(nine + 60_000)).toEqual([idOf(2)])
  expect(strayAt(nine + 60_000, { ...state, place: { pointId: 'beveren', kiosk: 1 } })).toEqual([idOf(2), idOf(3)])
  expect(strayAt(nine + 25 * 3_600_000)).toEqual([])
})

test('a kiosk that is not known any more keeps its numbers', () => {
  const { state, effects } = after(probes(6), cut, 60_000)
  const ids = (effects[0] as Extract<Effect, { do: 'hand-in' }>).tickets.map((t) => t.id)
  const step = after([{ kind: 'handed-in', ids, answer: refused('sign-in-needed') }], state, 70_000)
  expect(step.entries).toEqual([])
  expect(step.does).toEqual(['hand-in-later'])
})

const restarted = (state: State, torn = false, laterMs = 5000) =>
  after([{ kind: 'begin', torn }], { ...state, boot: 'next', asking: new Set(), question: null }, laterMs)

test('after a restart whoever just stood there is asked whether the paper came', () => {
  const halfway = restarted(after([tap(1), answer(1, 'A\u2009042')]).state)
  expect(halfway.entries).toEqual([{ t: 'print-ended', id: idOf(1), outcome: 'unknown' }])
  expect(halfway.state.question).toBe(idOf(1))
  const no = after([{ kind: 'got', id: idOf(1), yes: false }], halfway.state)
  expect(no.effects).toEqual([{ do: 'print', id: idOf(1), copy: true, cutFirst: true }])
  const yes = after([{ kind: 'got', id: idOf(1), yes: true }], halfway.state)
  expect(yes.entries).toEqual([{ t: 'print-ended', id: idOf(1), outcome: 'printed' }])
  expect(yes.state.question).toBeNull()
})

test('a wish without a number is asked about when it is fresh, and void when it is not', () => {
  const wish = after([tap(1)]).state
  const fresh = restarted(wish)
  expect(fresh.state.question).toBe(idOf(1))
  expect(after([{ kind: 'got', id: idOf(1), yes: true }], fresh.state).effects[0]).toMatchObject({
    do: 'ask',
    intent: { id: idOf(1), people: 2 },
  })
  expect(restarted(wish, false, 121_000).entries).toEqual([{ t: 'void', id: idOf(1) }])
  expect(after([{ kind: 'tick' }], fresh.state, 121_000).entries).toEqual([{ t: 'void', id: idOf(1) }])
})

test('a paper that came is not asked about', () => {
  expect(
    restarted(after([tap(1), answer(1, 'A\u2009042'), { kind: 'print-ended', id: idOf(1), outcome: 'printed' }]).state).state.question,
  ).toBeNull()
})

test('a torn journal passes over twenty numbers', () => {
  const { state } = restarted(cut, true)
  const next = after([tap(2)], { ...state, line: cut.line })
  expect(next.entries.find((e) => e.t === 'emergency')).toMatchObject({ number: 22 })
})

test('on the next day yesterday is cleared away, but not what is owed', () => {
  expect(after([{ kind: 'tick' }], after([tap(1), answer(1, 'A\u2009042')]).state, 86_400_000).does).toEqual(['compact'])
  expect(after([{ kind: 'tick' }], cut, 86_400_000).does).toEqual([])
})
