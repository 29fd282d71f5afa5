import { describe, expect, test } from 'vitest'
import { at, counterOf, hallWith, idOf, put, ticketWith } from './hall.test-support.ts'
import type { Ticket } from './hall.ts'
import { inOrder, nextFor, serves, whyOf } from './order.ts'

const walkIn = (n: number, minute: number, given: Partial<Ticket> = {}) => ticketWith(n, { rankAt: at(minute), ...given })
const booked = (n: number, forMinute: number, cameMinute: number, given: Partial<Ticket> = {}) =>
  ticketWith(n, { rankAt: at(cameMinute), appointmentAt: at(forMinute), appointmentId: idOf(n + 500), ...given })

/** Who stands where, at a minute: the numbers of the tickets in order. */
const order = (minute: number, ...tickets: Ticket[]) => inOrder(put(hallWith(), ...tickets), at(minute)).map((t) => t.number)

describe('the order of the policy', () => {
  test.each<[string, number, Ticket[], number[]]>([
    ['who came first is first', 30, [walkIn(2, 20), walkIn(1, 10)], [1, 2]],
    ['an appointment counts as come 20 minutes before its time', 60, [walkIn(1, 39), walkIn(2, 41), booked(3, 60, 55)], [1, 3, 2]],
    ['before its window an appointment goes after everybody', 49, [walkIn(1, 48), booked(2, 60, 5)], [1, 2]],
    ['once its window opens it takes its place', 50, [walkIn(1, 48), booked(2, 60, 5)], [2, 1]],
    ['early ones go among themselves by their time', 20, [booked(1, 80, 5), booked(2, 60, 10)], [2, 1]],
    ['15 minutes late is on time', 76, [walkIn(1, 60), booked(2, 60, 75)], [2, 1]],
    ['16 minutes late is a walk-in from its arrival', 77, [walkIn(1, 75), booked(2, 60, 76)], [1, 2]],
    [
      'priority 1 counts as 15 minutes earlier',
      60,
      [walkIn(1, 30), walkIn(2, 44, { priority: 1 }), walkIn(3, 46, { priority: 1 })],
      [2, 1, 3],
    ],
    [
      'priority 2 counts as 45 minutes earlier, and no more',
      100,
      [walkIn(1, 30), walkIn(2, 76, { priority: 2 }), walkIn(3, 74, { priority: 2 })],
      [3, 1, 2],
    ],
    ['a missed one comes back 5 minutes behind', 60, [walkIn(1, 15, { takenAt: at(10) }), walkIn(2, 14), walkIn(3, 16)], [2, 1, 3]],
    ['a missed appointment too', 60, [booked(1, 60, 60, { takenAt: at(55) }), walkIn(2, 44), walkIn(3, 46)], [2, 1, 3]],
    ['a penalty does not make an appointment late', 85, [booked(1, 60, 80, { takenAt: at(75) }), walkIn(2, 60)], [1, 2]],
    ['at the same moment the lower number goes first', 60, [walkIn(2, 10), walkIn(1, 10)], [1, 2]],
    ['at the same moment and number the earlier series', 60, [walkIn(1, 10, { series: 'B' }), walkIn(2, 10)], [2, 1]],
  ])('%s', (_, minute, tickets, expected) => {
    expect(order(minute, ...tickets)).toEqual(expected)
  })

  test('who is called, parked or done is not in line', () => {
    const rows = (['called', 'parked', 'missed', 'left'] as const).map((state, i) =>
      walkIn(i + 1, i, { state, counterId: state === 'called' ? 1 : null }),
    )
    expect(order(60, ...rows, walkIn(9, 9))).toEqual([9])
  })
})

describe('why this one', () => {
  test.each<[string, number, Ticket, object]>([
    ['first', 10, walkIn(1, 5), { code: 'first', minutes: 5, appointmentAt: null }],
    ['the wait, from nine tenths of the limit', 23, walkIn(1, 5), { code: 'wait', minutes: 18 }],
    ['not yet the wait', 22, walkIn(1, 5), { code: 'first', minutes: 17 }],
    ['an appointment', 60, booked(1, 60, 35), { code: 'appointment', minutes: 0, appointmentAt: at(60) }],
    ['an appointment that waits long', 90, booked(1, 60, 35), { code: 'wait', minutes: 30 }],
    ['a late appointment is a walk-in', 85, booked(1, 60, 80), { code: 'first', minutes: 5 }],
    ['an early appointment, nobody else waits', 40, booked(1, 60, 35), { code: 'early', appointmentAt: at(60) }],
    ['priority', 10, walkIn(1, 5, { priority: 1 }), { code: 'priority', minutes: 5 }],
    ['only you', 10, walkIn(1, 5, { onlyCounterId: 1 }), { code: 'only-you' }],
  ])('%s', (_, minute, ticket, why) => {
    const hall = put(hallWith(), ticket)
    expect(whyOf(hall, ticket, at(minute))).toMatchObject(why)
    expect(nextFor(hall, 1, at(minute))?.why).toMatchObject(why)
  })
})

describe('which counter', () => {
  test('one that does all the services', () => {
    const hall = put(
      hallWith([counterOf(1, { serviceIds: ['permit'] }), counterOf(2)]),
      walkIn(1, 0, { serviceIds: ['permit', 'parking'] }),
      walkIn(2, 5, { serviceIds: ['permit'] }),
    )
    expect([nextFor(hall, 1, at(9))?.ticket.number, nextFor(hall, 2, at(9))?.ticket.number]).toEqual([2, 1])
  })

  test('where no open counter does them all, one that does the first', () => {
    const counters = [
      counterOf(1, { serviceIds: ['permit'] }),
      counterOf(2, { serviceIds: ['parking'] }),
      counterOf(3, { state: 'paused' }),
    ]
    const hall = put(hallWith(counters), walkIn(1, 0, { serviceIds: ['permit', 'parking'] }))
    expect(counters.map((c) => serves(hall, c, ticketWith(1, { serviceIds: ['permit', 'parking'] })))).toEqual([true, false, true])
  })

  test('one it was transferred to, whatever that does, until it closes', () => {
    const hall = put(hallWith([counterOf(1), counterOf(2, { serviceIds: ['parking'] })]), walkIn(1, 0, { onlyCounterId: 2 }))
    expect([nextFor(hall, 1, at(9)), nextFor(hall, 2, at(9))?.ticket.number]).toEqual([null, 1])
    hall.counters.set(2, counterOf(2, { state: 'closed' }))
    expect(nextFor(hall, 1, at(9))?.ticket.number).toBe(1)
  })

  test('nobody for a counter that is not there', () => {
    expect(nextFor(put(hallWith(), walkIn(1, 0)), 9, at(9))).toBeNull()
  })
})
