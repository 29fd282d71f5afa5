import { expect, test } from 'vitest'
import { ticketStates } from '../domain/hall.ts'
import { may } from '../domain/ticket-moves.ts'
import { list, ticket } from './counter.test-support.ts'
import { minutesBetween, possibleActs, waitsSince } from './possible.ts'

const acts = (...given: Parameters<typeof list>) => [...possibleActs(list(...given), 3)].sort()
const always = ['add', 'leave', 'returnMissed']

test('a closed counter can be opened, a paused one goes on or closes, an open one calls', () => {
  expect(acts({}, { state: 'closed' })).toEqual([...always, 'open'].sort())
  expect(acts({}, { state: 'paused' })).toEqual([...always, 'open', 'close'].sort())
  expect(acts()).toEqual([...always, 'callNext', 'callOne', 'close', 'pause', 'resume'].sort())
  expect(acts({ next: null, waiting: [] })).not.toContain('callNext')
})

test.each(ticketStates)('what can be done to a ticket that is %s at the counter is what the rules allow', (state) => {
  const found = possibleActs(list({ current: ticket({ state, counter: 3 }) }), 3)
  const here = state === 'called' || state === 'serving'
  for (const act of ['start', 'recall', 'finish', 'miss', 'park', 'transfer'] as const)
    expect([act, found.has(act)]).toEqual([act, here && may(state, act) !== null])
  expect(found.has('callNext') || found.has('close')).toBe(false)
})

test('at the counter of a colleague, or one that is not there, nothing can be done', () => {
  expect(acts({}, { taken: true })).toEqual([])
  expect([...possibleActs(list(), 9)]).toEqual([])
})

test('undo can be pressed for as long as the api says so', () => {
  expect(acts({ canUndo: { act: 'call', until: '2026-11-24T09:42:30.000Z' } })).toContain('undo')
  expect(acts()).not.toContain('undo')
})

test('a wait counts from the ticket, for an appointment from its own time, and is never less than none', () => {
  expect(waitsSince(ticket())).toBe(Date.parse('2026-11-24T09:30:00.000Z'))
  const early = ticket({ appointmentAt: '2026-11-24T09:45:00.000Z' })
  expect(minutesBetween(waitsSince(early), Date.parse('2026-11-24T09:42:00.000Z'))).toBe(0)
  expect(minutesBetween(waitsSince(early), Date.parse('2026-11-24T09:48:59.000Z'))).toBe(3)
})
