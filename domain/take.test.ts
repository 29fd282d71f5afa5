import { describe, expect, test } from 'vitest'
import { add } from './add.ts'
import { arrive } from './arrive.ts'
import { closeDay } from './counters.ts'
import {
  appointmentWith,
  at,
  clerk,
  counterOf,
  done,
  hallWith,
  idOf,
  kiosk,
  put,
  refusedBy,
  ticketIn,
  ticketWith,
} from './hall.test-support.ts'
import { labelOf } from './hall.ts'
import { take } from './take.ts'
import { takeEmergency } from './take-emergency.ts'

const asks = (n: number, given: object = {}) => ({
  actor: kiosk,
  ticketId: idOf(n),
  visitId: idOf(n + 100),
  serviceIds: ['passport'],
  people: 1,
  language: 'nl',
  origin: 'kiosk' as const,
  said: null,
  kept: null,
  ...given,
})
const paper = (n: number, given: object = {}) => ({ ...asks(n), kiosk: 2, number: 14, takenAt: at(4), ...given })

describe('take', () => {
  test('numbers go up within the series of the first service, which other services may share', () => {
    const hall = hallWith()
    const lists = [['passport'], ['permit'], ['parking'], ['parking', 'passport'], ['passport']]
    for (const [i, serviceIds] of lists.entries()) done(hall, take(hall, asks(i, { serviceIds }), at(i)))
    expect([...hall.tickets.values()].map((t) => labelOf(t))).toEqual([
      'A\u2009001',
      'A\u2009002',
      'B\u2009001',
      'B\u2009002',
      'A\u2009003',
    ])
  })

  test('past 999 a label has four digits and never wraps', () => {
    const hall = put(hallWith(), ticketWith(999))
    done(hall, take(hall, asks(1), at(5)))
    expect(labelOf(ticketIn(hall, idOf(1)))).toBe('A\u20091000')
  })

  test('an emergency label names the kiosk', () => {
    expect(labelOf({ series: 'N2', number: 14 })).toBe('N2\u2009014')
  })

  test('the same ticket id again changes nothing', () => {
    const hall = hallWith()
    done(hall, take(hall, asks(1), at(5)))
    const again = take(hall, asks(1), at(6))
    expect(again).toMatchObject({ answer: { ticketId: idOf(1) }, tickets: [], series: [], history: [] })
  })

  test('an accepted diversion keeps its time, but never one that is still to come', () => {
    const hall = hallWith()
    done(hall, take(hall, asks(1, { kept: { rankAt: at(10), fromPointId: 'brugge' } }), at(30)))
    done(hall, take(hall, asks(2, { kept: { rankAt: at(90), fromPointId: 'brugge' } }), at(30)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ rankAt: at(10), takenAt: at(30), otherPointId: 'brugge' })
    expect(ticketIn(hall, idOf(2)).rankAt).toBe(at(30))
  })

  test.each([
    ['a service that is not here', { serviceIds: ['dog'] }, 5, 'service-not-here'],
    ['a name every object has', { serviceIds: ['constructor'] }, 5, 'service-not-here'],
    ['no service', { serviceIds: [] }, 5, 'service-not-here'],
    ['a service by appointment only', { serviceIds: ['marriage'] }, 5, 'service-not-here'],
    ['seven people', { people: 7 }, 5, 'too-many-people'],
    ['nobody', { people: 0 }, 5, 'too-many-people'],
    ['half a person', { people: 1.5 }, 5, 'too-many-people'],
    ['a minute before opening', {}, -1, 'point-closed'],
    ['the minute of closing for lunch', {}, 180, 'point-closed'],
    ['the evening', {}, 480, 'point-closed'],
  ])('refuses %s', (_, given, minute, code) => {
    expect(refusedBy(take(hallWith(), asks(1, given), at(minute)))).toBe(code)
  })

  test('says when it opens again', () => {
    expect(take(hallWith(), asks(1), at(200))).toMatchObject({ details: { opensAt: at(240) } })
    expect(take(hallWith(), asks(1), at(500))).toEqual({ refused: 'point-closed', details: {} })
  })
})

describe('an emergency number', () => {
  test('is handed in with its own label and the time of the tap, also outside the opening hours', () => {
    const hall = hallWith()
    const answer = done(hall, takeEmergency(hall, paper(1), at(200)))
    expect(answer.outcome).toBe('merged')
    expect(ticketIn(hall, idOf(1))).toMatchObject({
      series: 'N2',
      number: 14,
      origin: 'emergency',
      state: 'waiting',
      rankAt: at(4),
      takenAt: at(4),
    })
    expect(hall.series.get('A')).toBeUndefined()
  })

  test('twice is harmless, and a normal number asked late for it gives no second ticket', () => {
    const hall = hallWith()
    done(hall, takeEmergency(hall, paper(1), at(9)))
    expect(done(hall, takeEmergency(hall, paper(1), at(12))).outcome).toBe('known')
    done(hall, take(hall, asks(1), at(13)))
    expect([hall.tickets.size, labelOf(ticketIn(hall, idOf(1)))]).toEqual([1, 'N2\u2009014'])
  })

  test('is what counts where the hall had given a normal number: that one is void', () => {
    const hall = hallWith()
    done(hall, take(hall, asks(1), at(4)))
    expect(done(hall, takeEmergency(hall, paper(1, { takenAt: at(1) }), at(9))).outcome).toBe('kept-paper-label')
    expect(ticketIn(hall, idOf(1))).toMatchObject({ series: 'N2', number: 14, voided: 'A 1', rankAt: at(4), origin: 'kiosk' })
    done(hall, take(hall, asks(2), at(10)))
    expect(ticketIn(hall, idOf(2)).number).toBe(2)
  })

  test('who was missed under a number nobody held waits again, without a penalty', () => {
    const hall = put(hallWith(), ticketWith(1, { state: 'missed', calls: 3, endedAt: at(8) }))
    done(hall, takeEmergency(hall, paper(1), at(9)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'waiting', calls: 0, rankAt: at(0), endedAt: null })
    expect(hall.active.has(idOf(1))).toBe(true)
  })

  test('who was missed and then left with the end of the day stays left', () => {
    const hall = put(hallWith(), ticketWith(1, { state: 'missed', endedAt: at(8) }))
    done(hall, closeDay(hall, { actor: clerk }, at(500)))
    done(hall, takeEmergency(hall, paper(1), at(600)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'left', reason: 'day-closed', series: 'N2', voided: 'A 1' })
  })

  test('stays where it is when it is being served', () => {
    const hall = put(hallWith(), ticketWith(1, { state: 'serving', counterId: 1 }))
    done(hall, takeEmergency(hall, paper(1), at(9)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'serving', counterId: 1, series: 'N2' })
  })

  test('is refused where another ticket has that label, or this one has another', () => {
    const hall = hallWith()
    done(hall, takeEmergency(hall, paper(1), at(9)))
    expect(takeEmergency(hall, paper(2), at(9))).toMatchObject({
      refused: 'number-used',
      details: { ticketId: idOf(1), label: 'N2\u2009014' },
    })
    expect(refusedBy(takeEmergency(hall, paper(1, { number: 15 }), at(9)))).toBe('number-used')
  })

  test('the kiosk clock never puts it ahead of now', () => {
    const hall = hallWith()
    done(hall, takeEmergency(hall, paper(1, { takenAt: at(60) }), at(9)))
    expect(ticketIn(hall, idOf(1)).rankAt).toBe(at(9))
  })

  test('after the day is closed it is written down as left', () => {
    const hall = hallWith()
    hall.state = 'closed'
    done(hall, takeEmergency(hall, paper(1), at(600)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'left', reason: 'day-closed', endedAt: at(600) })
    expect(hall.active.size).toBe(0)
  })

  test('services that are not here are left out, a larger group counts as the largest', () => {
    const hall = hallWith()
    done(hall, takeEmergency(hall, paper(1, { serviceIds: ['dog', 'parking'], people: 9 }), at(9)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ serviceIds: ['parking'], people: 6 })
    done(hall, takeEmergency(hall, paper(2, { number: 15, serviceIds: ['dog'] }), at(9)))
    expect(ticketIn(hall, idOf(2))).toMatchObject({ serviceIds: ['parking'], number: 15, state: 'waiting' })
    const none = hallWith([], { services: {} })
    expect(refusedBy(takeEmergency(none, paper(3), at(9)))).toBe('service-not-here')
  })
})

describe('a clerk adds a walk-in', () => {
  const added = (n: number, given: object = {}) => ({
    ...asks(n),
    actor: clerk,
    counterId: 1,
    priority: 0 as const,
    straight: false,
    ...given,
  })

  test('also outside the hours and for a service by appointment', () => {
    const hall = hallWith()
    done(hall, add(hall, added(1, { serviceIds: ['marriage'], priority: 2 }), at(500)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ origin: 'desk', state: 'waiting', series: 'C', priority: 2 })
  })

  test('and calls it at once', () => {
    const hall = hallWith()
    done(hall, add(hall, added(1, { straight: true }), at(5)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'called', counterId: 1, calls: 1, calledAt: at(5) })
    expect(hall.counters.get(1)?.ticketId).toBe(idOf(1))
    expect(refusedBy(add(hall, added(2, { straight: true }), at(6)))).toBe('counter-busy')
    expect(refusedBy(add(hall, added(2, { straight: true, counterId: null }), at(6)))).toBe('counter-unknown')
  })

  test('but not for a name every object has', () => {
    expect(refusedBy(add(hallWith(), added(1, { serviceIds: ['constructor'] }), at(5)))).toBe('service-not-here')
  })

  test('but not to a counter that is closed', () => {
    const hall = hallWith([counterOf(1, { state: 'closed' })])
    expect(refusedBy(add(hall, added(1, { straight: true }), at(5)))).toBe('counter-closed')
  })
})

describe('arrive', () => {
  const comes = (given: object = {}) => ({
    actor: kiosk,
    ticketId: idOf(1),
    pointId: 'aalter',
    origin: 'kiosk' as const,
    said: null,
    ...given,
  })

  test('changes hall and calendar at once', () => {
    const hall = hallWith()
    const decision = arrive(hall, appointmentWith(), comes(), at(55))
    if ('refused' in decision) throw new Error(decision.refused)
    expect(decision.hall.tickets[0]).toMatchObject({
      series: 'A',
      number: 1,
      people: 2,
      language: 'ar',
      appointmentId: idOf(500),
      appointmentAt: at(60),
      rankAt: at(55),
      visitId: idOf(501),
    })
    expect(decision.calendar.appointments[0]).toMatchObject({ state: 'arrived', ticketId: idOf(1), sequence: 0 })
    expect([decision.hall.history[0]?.act, decision.calendar.history[0]?.act]).toEqual(['arrive', 'arrive'])
  })

  test.each([
    ['61 minutes early', {}, {}, -1, { refused: 'too-early', details: { fromAt: at(0) } }],
    ['after the last closing time', {}, {}, 480, { refused: 'too-late', details: { untilAt: at(480) } }],
    ['on another day', { day: '2026-11-25' }, {}, 55, { refused: 'wrong-day', details: { day: '2026-11-25' } }],
    ['at another point', {}, { pointId: 'brugge' }, 55, { refused: 'wrong-point' }],
    [
      'when it was cancelled',
      { state: 'cancelled' as const },
      {},
      55,
      { refused: 'wrong-appointment-state', details: { state: 'cancelled' } },
    ],
    ['for a service that is gone', { serviceIds: ['dog'] }, {}, 55, { refused: 'service-not-here' }],
  ])('refuses to arrive %s', (_, appointment, request, minute, refusal) => {
    expect(arrive(hallWith(), appointmentWith(appointment), comes(request), at(minute))).toMatchObject(refusal)
  })

  test('60 minutes early and hours late are let in', () => {
    expect('answer' in arrive(hallWith(), appointmentWith(), comes(), at(0))).toBe(true)
    expect('answer' in arrive(hallWith(), appointmentWith(), comes(), at(479))).toBe(true)
  })

  test('twice says which number it has', () => {
    const hall = put(hallWith(), ticketWith(7))
    const arrived = appointmentWith({ state: 'arrived', ticketId: idOf(7) })
    expect(arrive(hall, arrived, comes(), at(55))).toEqual({
      refused: 'already-arrived',
      details: { ticketId: idOf(7), label: 'A\u2009007' },
    })
  })
})
