import { expect, test } from 'vitest'
import { add } from './add.ts'
import { callNext, callOne } from './call.ts'
import { closeDay, pauseCounter } from './counters.ts'
import { at, clerk, counterOf, done, hallWith, idOf, put, refusedBy, ticketIn, ticketWith } from './hall.test-support.ts'
import { leave, park } from './park.ts'
import { finish, start } from './serve.ts'
import { takeEmergency } from './take-emergency.ts'
import { send } from './transfer.ts'
import { undo } from './undo.ts'

const one = { actor: clerk, counterId: 1 }
const twoAtOnce = { actor: clerk, counterId: 2 }
const here = (n: number) => ({ ...one, ticketId: idOf(n) })
const second = 1000
const line = () => put(hallWith(), ticketWith(1), ticketWith(2, { rankAt: at(1) }), ticketWith(3, { rankAt: at(2) }))
/** The rows of a hall, as text. */
const rows = (hall: ReturnType<typeof line>) =>
  JSON.stringify([[...hall.tickets.values()].sort((a, b) => a.number - b.number), [...hall.counters.values()]])

test('finish and next is taken back as one', () => {
  const hall = put(hallWith(), ticketWith(1, { state: 'serving', counterId: 1, startedAt: at(1) }), ticketWith(2))
  const before = rows(hall)
  done(hall, finish(hall, { ...here(1), andNext: true }, at(5)))
  expect(done(hall, undo(hall, one, at(5) + 30 * second))).toEqual({ act: 'finish' })
  expect(rows(hall)).toBe(before)
  expect([...hall.active.keys()]).toEqual([idOf(2), idOf(1)])
})

test('after 30 seconds it stands', () => {
  const hall = line()
  done(hall, callNext(hall, one, at(5)))
  expect(refusedBy(undo(hall, one, at(5) + 30 * second + 1))).toBe('nothing-to-undo')
})

test('there is one undo, and none of an undo', () => {
  const hall = line()
  done(hall, callNext(hall, one, at(5)))
  done(hall, start(hall, here(1), at(5)))
  done(hall, undo(hall, one, at(5)))
  expect(ticketIn(hall, idOf(1)).state).toBe('called')
  expect(refusedBy(undo(hall, one, at(5)))).toBe('nothing-to-undo')
})

test('another counter has its own', () => {
  const hall = line()
  done(hall, callNext(hall, one, at(5)))
  done(hall, callNext(hall, twoAtOnce, at(5)))
  expect(done(hall, undo(hall, one, at(5)))).toEqual({ act: 'call' })
  expect([ticketIn(hall, idOf(1)).state, ticketIn(hall, idOf(2)).state]).toEqual(['waiting', 'called'])
})

test('what somebody else has touched since is not undone', () => {
  const hall = line()
  done(hall, park(hall, { ...here(1), reason: null }, at(5)))
  done(hall, leave(hall, { actor: clerk, counterId: null, ticketId: idOf(1), reason: 'gone' }, at(5)))
  expect(refusedBy(undo(hall, one, at(5)))).toBe('nothing-to-undo')
})

test('nor where that was undone again', () => {
  const hall = line()
  done(hall, park(hall, { ...here(1), reason: null }, at(5)))
  done(hall, leave(hall, { ...twoAtOnce, ticketId: idOf(1), reason: 'gone' }, at(5)))
  done(hall, undo(hall, twoAtOnce, at(5)))
  expect(ticketIn(hall, idOf(1)).state).toBe('parked')
  expect(refusedBy(undo(hall, one, at(5)))).toBe('nothing-to-undo')
})

test('nor where the label on paper came in', () => {
  const hall = line()
  done(hall, callOne(hall, here(1), at(5)))
  const paper = { kiosk: 1, number: 3, serviceIds: ['passport'], people: 1, language: 'nl', takenAt: at(0) }
  done(hall, takeEmergency(hall, { actor: clerk, ticketId: idOf(1), visitId: idOf(99), ...paper }, at(5)))
  expect(refusedBy(undo(hall, one, at(5)))).toBe('nothing-to-undo')
})

test('a walk-in added by mistake is left, since its number is given', () => {
  const hall = hallWith()
  const walkIn = { ticketId: idOf(7), visitId: idOf(8), serviceIds: ['parking'], people: 1, language: 'nl', priority: 0 as const }
  done(hall, add(hall, { ...one, ...walkIn, straight: true }, at(5)))
  done(hall, undo(hall, one, at(5)))
  expect(ticketIn(hall, idOf(7))).toMatchObject({ state: 'left', reason: 'undone', counterId: null })
  expect([hall.counters.get(1)?.ticketId, hall.active.size, hall.series.get('B')]).toEqual([null, 0, 1])
})

test('sending to another point is not undone, nor the act before it', () => {
  const hall = line()
  done(hall, pauseCounter(hall, one, at(5)))
  done(hall, send(hall, { ...here(1), toPointId: 'brugge' }, at(5)))
  expect(refusedBy(undo(hall, one, at(5)))).toBe('nothing-to-undo')
  expect(hall.counters.get(1)?.state).toBe('paused')
})

test('refuses an unknown counter and a closed day', () => {
  const hall = put(hallWith([counterOf(1)]), ticketWith(1))
  expect(refusedBy(undo(hall, { actor: clerk, counterId: 5 }, at(5)))).toBe('counter-unknown')
  done(hall, closeDay(hall, { actor: clerk }, at(5)))
  expect(refusedBy(undo(hall, one, at(5)))).toBe('day-closed')
})
