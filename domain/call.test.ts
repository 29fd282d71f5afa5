import { describe, expect, test } from 'vitest'
import { callNext, callOne, recall } from './call.ts'
import { closeCounter, closeDay, openCounter, pauseCounter } from './counters.ts'
import { at, clerk, counterOf, done, hallWith, idOf, put, refusedBy, ticketIn, ticketWith } from './hall.test-support.ts'
import { leave, park, resume, returnMissed } from './park.ts'
import { addService, dropService, finish, miss, start } from './serve.ts'
import { receive, send, transfer } from './transfer.ts'
import { undo } from './undo.ts'

const here = <Given extends object>(n: number, given?: Given) => ({ actor: clerk, counterId: 1, ticketId: idOf(n), ...(given as Given) })
const desk = { actor: clerk, counterId: 1 }
const two = () => put(hallWith(), ticketWith(1), ticketWith(2, { rankAt: at(1) }))
const serving = () =>
  put(hallWith(), ticketWith(1, { state: 'serving', counterId: 1, calls: 1, startedAt: at(3) }), ticketWith(2, { rankAt: at(1) }))

describe('calling', () => {
  test('the first in line is called to the counter, and the history says why', () => {
    const hall = two()
    const decision = callNext(hall, desk, at(4))
    expect(decision).toMatchObject({
      answer: { ticketId: idOf(1), why: { code: 'first', minutes: 4 } },
      history: [{ act: 'call', counterId: 1, ticketId: idOf(1), actor: clerk, what: { why: 'first', minutes: 4 } }],
    })
    done(hall, decision)
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'called', counterId: 1, calls: 1, calledAt: at(4) })
    expect(hall.counters.get(1)?.ticketId).toBe(idOf(1))
  })

  test('a counter has one at a time, and two counters never the same', () => {
    const hall = two()
    done(hall, callNext(hall, desk, at(4)))
    expect(callNext(hall, desk, at(4))).toMatchObject({ refused: 'counter-busy', details: { ticketId: idOf(1) } })
    expect(done(hall, callNext(hall, { actor: clerk, counterId: 2 }, at(4))).ticketId).toBe(idOf(2))
  })

  test.each([
    ['an unknown counter', 9, 'counter-unknown'],
    ['a closed one', 2, 'counter-closed'],
    ['a paused one', 3, 'counter-closed'],
    ['one for which nobody waits', 4, 'nobody-waiting'],
  ])('refuses %s', (_, counterId, code) => {
    const counters = [counterOf(2, { state: 'closed' }), counterOf(3, { state: 'paused' }), counterOf(4, { serviceIds: ['parking'] })]
    expect(refusedBy(callNext(put(hallWith(counters), ticketWith(1)), { actor: clerk, counterId }, at(4)))).toBe(code)
  })

  test('a clerk picks one, but not one that was transferred to somebody else', () => {
    const hall = put(hallWith(), ticketWith(1), ticketWith(2, { onlyCounterId: 2 }), ticketWith(3))
    expect(refusedBy(callOne(hall, here(2), at(4)))).toBe('not-at-this-counter')
    done(hall, callOne(hall, here(3), at(4)))
    expect(ticketIn(hall, idOf(3)).counterId).toBe(1)
  })

  test('recall counts, up to three calls', () => {
    const hall = two()
    done(hall, callNext(hall, desk, at(4)))
    expect([5, 6].map((minute) => done(hall, recall(hall, here(1), at(minute))).calls)).toEqual([2, 3])
    expect(ticketIn(hall, idOf(1)).calledAt).toBe(at(6))
    expect(recall(hall, here(1), at(7))).toMatchObject({ refused: 'called-too-often', details: { calls: 3 } })
  })
})

describe('serving', () => {
  test('start, finish and the next one are two acts and one change', () => {
    const hall = two()
    done(hall, callNext(hall, desk, at(4)))
    done(hall, start(hall, here(1), at(5)))
    const decision = finish(hall, here(1, { andNext: true }), at(9))
    expect(decision).toMatchObject({
      answer: { ticketId: idOf(1), nextTicketId: idOf(2) },
      history: [{ act: 'finish' }, { act: 'call', ticketId: idOf(2) }],
    })
    done(hall, decision)
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'finished', startedAt: at(5), endedAt: at(9), counterId: null })
    expect([ticketIn(hall, idOf(2)).state, hall.counters.get(1)?.ticketId]).toEqual(['called', idOf(2)])
  })

  test('finishing with nobody waiting frees the counter', () => {
    const hall = put(hallWith(), ticketWith(1, { state: 'serving', counterId: 1 }))
    expect(done(hall, finish(hall, here(1, { andNext: true }), at(9))).nextTicketId).toBeNull()
    expect(hall.counters.get(1)?.ticketId).toBeNull()
  })

  test('a paused counter finishes whom it serves and calls nobody', () => {
    const hall = serving()
    done(hall, pauseCounter(hall, desk, at(5)))
    expect(done(hall, finish(hall, here(1, { andNext: true }), at(9))).nextTicketId).toBeNull()
  })

  test('another counter cannot start, miss, recall or finish it', () => {
    const hall = serving()
    const there = here(1, { counterId: 2, andNext: false })
    expect(refusedBy(finish(hall, there, at(9)))).toBe('not-at-this-counter')
    const called = put(hallWith(), ticketWith(1, { state: 'called', counterId: 1 }))
    for (const verb of [start, miss, recall]) expect(refusedBy(verb(called, there, at(9)))).toBe('not-at-this-counter')
  })

  test('services are added and dropped, the last one stays', () => {
    const hall = serving()
    done(hall, addService(hall, here(1, { serviceId: 'parking' }), at(5)))
    done(hall, addService(hall, here(1, { serviceId: 'parking' }), at(5)))
    expect(ticketIn(hall, idOf(1)).serviceIds).toEqual(['passport', 'parking'])
    done(hall, dropService(hall, here(1, { serviceId: 'passport' }), at(6)))
    expect(ticketIn(hall, idOf(1)).serviceIds).toEqual(['parking'])
    for (const serviceId of ['parking', 'permit'])
      expect(refusedBy(dropService(hall, here(1, { serviceId }), at(7)))).toBe('service-not-here')
    expect(refusedBy(addService(hall, here(1, { serviceId: 'dog' }), at(7)))).toBe('service-not-here')
  })
})

describe('missed, parked, left', () => {
  test('who was missed comes back 5 minutes behind, with its calls counted anew', () => {
    const hall = two()
    done(hall, callNext(hall, desk, at(4)))
    done(hall, miss(hall, here(1), at(5)))
    expect([ticketIn(hall, idOf(1)).endedAt, hall.active.has(idOf(1))]).toEqual([at(5), false])
    done(hall, returnMissed(hall, here(1), at(30)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'waiting', rankAt: at(5), calls: 0, endedAt: null })
  })

  test('a missed one who stands there is called straight', () => {
    const hall = put(hallWith(), ticketWith(1, { state: 'missed', endedAt: at(3) }))
    done(hall, callOne(hall, here(1), at(9)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'called', endedAt: null })
  })

  test('a parked ticket keeps its place', () => {
    const hall = serving()
    done(hall, park(hall, here(1, { reason: 'form' }), at(5)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'parked', reason: 'form', counterId: null, rankAt: at(0) })
    expect(hall.counters.get(1)?.ticketId).toBeNull()
    done(hall, returnMissed(hall, here(1), at(20)))
    expect(done(hall, callNext(hall, desk, at(21))).ticketId).toBe(idOf(1))
  })

  test('a parked ticket is resumed at any free counter', () => {
    const hall = put(hallWith(), ticketWith(1, { state: 'parked' }))
    done(hall, resume(hall, here(1, { counterId: 2 }), at(5)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'called', counterId: 2, reason: null })
  })

  test('a visitor may leave from a counter, another counter may not make them', () => {
    const hall = serving()
    expect(refusedBy(leave(hall, here(1, { counterId: 2, reason: 'gone' }), at(5)))).toBe('not-at-this-counter')
    done(hall, leave(hall, { actor: clerk, counterId: null, ticketId: idOf(1), reason: 'gone' }, at(5)))
    expect([ticketIn(hall, idOf(1)).state, hall.counters.get(1)?.ticketId]).toEqual(['left', null])
  })
})

describe('transfer and sending', () => {
  test('a transferred ticket keeps its rank and waits for that counter alone', () => {
    const hall = serving()
    done(hall, transfer(hall, here(1, { serviceIds: ['parking'], toCounterId: 2 }), at(5)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'waiting', rankAt: at(0), onlyCounterId: 2, serviceIds: ['parking'], calls: 0 })
    expect(done(hall, callNext(hall, desk, at(6))).ticketId).toBe(idOf(2))
    expect(done(hall, callNext(hall, { actor: clerk, counterId: 2 }, at(6)))).toMatchObject({
      ticketId: idOf(1),
      why: { code: 'only-you' },
    })
  })

  test.each([
    ['nothing asked', { serviceIds: null, toCounterId: null }, 'no-transfer-target'],
    ['a closed counter', { serviceIds: null, toCounterId: 3 }, 'no-transfer-target'],
    ['an unknown counter', { serviceIds: null, toCounterId: 9 }, 'no-transfer-target'],
    ['a service that is not here', { serviceIds: ['dog'], toCounterId: null }, 'service-not-here'],
  ])('refuses %s', (_, target, code) => {
    const hall = put(hallWith([counterOf(1), counterOf(3, { state: 'closed' })]), ticketWith(1))
    expect(refusedBy(transfer(hall, here(1, target), at(5)))).toBe(code)
  })

  test('a sent ticket is in exactly one line, with the rank it had', () => {
    const [hall, other] = [serving(), { ...hallWith(), pointId: 'brugge' }]
    const ticket = ticketIn(hall, idOf(1))
    const ask = { actor: clerk, ticketId: idOf(9), fromPointId: 'aalter', ticket, serviceIds: null, underWay: false }
    done(other, receive(other, ask, at(6)))
    done(other, receive(other, ask, at(7)))
    done(hall, send(hall, here(1, { toPointId: 'brugge' }), at(7)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'sent', otherPointId: 'brugge', counterId: null, endedAt: at(7) })
    expect(ticketIn(other, idOf(9))).toMatchObject({
      state: 'waiting',
      origin: 'sent',
      otherPointId: 'aalter',
      rankAt: at(0),
      visitId: ticket.visitId,
      number: 1,
    })
    expect([other.tickets.size, hall.active.size]).toEqual([1, 1])
    expect(refusedBy(send(hall, here(2, { toPointId: 'aalter' }), at(8)))).toBe('no-transfer-target')
  })

  test('who is under way is not called before coming, and keeps the place', () => {
    const other = hallWith()
    const ticket = ticketWith(1, { rankAt: at(0) })
    done(
      other,
      receive(other, { actor: clerk, ticketId: idOf(9), fromPointId: 'gent', ticket, serviceIds: ['parking'], underWay: true }, at(6)),
    )
    expect(ticketIn(other, idOf(9))).toMatchObject({ state: 'parked', reason: 'under-way', serviceIds: ['parking'], series: 'B' })
    done(other, returnMissed(other, { actor: clerk, counterId: null, ticketId: idOf(9) }, at(20)))
    expect(ticketIn(other, idOf(9))).toMatchObject({ state: 'waiting', rankAt: at(0) })
  })

  test('a hall that is done for today receives nobody', () => {
    const ask = { actor: clerk, ticketId: idOf(9), fromPointId: 'gent', ticket: ticketWith(1), serviceIds: null, underWay: false }
    expect(refusedBy(receive(hallWith(), ask, at(480)))).toBe('point-closed')
  })
})

describe('counters', () => {
  test('a counter that somebody has is taken; closing it gives it back', () => {
    const hall = hallWith([counterOf(1)])
    const mine = { ...desk, staffId: 'me', serviceIds: ['parking'] }
    expect(openCounter(hall, mine, at(1))).toMatchObject({ refused: 'counter-taken', details: { staffId: 'staff-1' } })
    done(hall, closeCounter(hall, { ...desk, ticketId: null }, at(2)))
    done(hall, openCounter(hall, mine, at(3)))
    expect(hall.counters.get(1)).toMatchObject({ state: 'open', staffId: 'me', serviceIds: ['parking'], sinceAt: at(3) })
    done(hall, openCounter(hall, { ...mine, serviceIds: [] }, at(4)))
    expect(hall.counters.get(1)).toMatchObject({ serviceIds: ['parking'], sinceAt: at(3) })
    expect(refusedBy(openCounter(hall, { ...mine, serviceIds: ['dog'] }, at(4)))).toBe('service-not-here')
  })

  test('a counter with somebody there does not close', () => {
    for (const ticketId of [null, idOf(2)])
      expect(closeCounter(serving(), { ...desk, ticketId }, at(5))).toMatchObject({
        refused: 'counter-busy',
        details: { label: 'A\u2009001' },
      })
  })

  const manager = { kind: 'staff' as const, id: idOf(77) }
  const free = { state: 'closed', staffId: null, ticketId: null, sinceAt: at(5) }

  test('unless they are named: who is served there is parked, and the history says by whom', () => {
    const hall = serving()
    const closing = closeCounter(hall, { ...desk, actor: manager, ticketId: idOf(1) }, at(5))
    const what = { from: 'serving', to: 'parked' }
    expect(closing).toMatchObject({ history: [{ actor: manager, act: 'close', ticketId: idOf(1), counterId: 1, what }] })
    done(hall, closing)
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'parked', reason: 'counter-closed', counterId: null, rankAt: at(0) })
    expect(hall.counters.get(1)).toMatchObject(free)
    done(hall, resume(hall, { actor: clerk, counterId: 2, ticketId: idOf(1) }, at(6)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'called', counterId: 2 })
  })

  test('and who was only called is first in the line again', () => {
    const hall = put(hallWith(), ticketWith(1), ticketWith(2, { rankAt: at(1) }))
    done(hall, callNext(hall, desk, at(2)))
    done(hall, closeCounter(hall, { ...desk, actor: manager, ticketId: idOf(1) }, at(5)))
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'waiting', rankAt: at(0), calls: 0, calledAt: null, counterId: null })
    expect(hall.counters.get(1)).toMatchObject(free)
    expect(done(hall, callNext(hall, { actor: clerk, counterId: 2 }, at(6))).ticketId).toBe(idOf(1))
  })

  test('a counter that was closed too soon has everything back in one undo', () => {
    const hall = serving()
    const before = [hall.counters.get(1), ticketIn(hall, idOf(1))]
    done(hall, closeCounter(hall, { ...desk, ticketId: idOf(1) }, at(5)))
    done(hall, undo(hall, desk, at(5)))
    expect([hall.counters.get(1), ticketIn(hall, idOf(1))]).toEqual(before)
  })

  test('closing the day leaves nobody behind', () => {
    const states = ['waiting', 'parked', 'missed', 'finished'] as const
    const hall = put(serving(), ...states.map((state, i) => ticketWith(i + 10, { state, endedAt: state === 'finished' ? at(2) : null })))
    done(hall, recallable(hall))
    expect(done(hall, closeDay(hall, { actor: clerk }, at(500)))).toEqual({ left: 4, finished: 1 })
    expect(hall.state).toBe('closed')
    expect([hall.active.size, hall.lastActs.size]).toEqual([0, 0])
    expect(ticketIn(hall, idOf(1))).toMatchObject({ state: 'finished', reason: 'day-closed', endedAt: at(500), counterId: null })
    expect(ticketIn(hall, idOf(13))).toMatchObject({ state: 'finished', reason: null, endedAt: at(2) })
    expect([...hall.counters.values()].map((c) => [c.state, c.ticketId, c.staffId])).toEqual([
      ['closed', null, null],
      ['closed', null, null],
    ])
  })
})

/** Some act that could be undone. */
const recallable = (hall: ReturnType<typeof serving>) => pauseCounter(hall, { actor: clerk, counterId: 2 }, at(499))
