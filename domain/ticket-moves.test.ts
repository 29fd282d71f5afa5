import { describe, expect, test } from 'vitest'
import { counterMoves } from './counter-moves.ts'
import { at, clerk, counterOf, hallWith, idOf, put, ticketWith } from './hall.test-support.ts'
import { applyToHall, type CounterState, type Hall, type Ticket, type TicketState, ticketStates } from './hall.ts'
import { type Command, runCommand } from './hall-commands.test-support.ts'
import { type TicketAct, ticketActs, ticketMoves } from './ticket-moves.ts'

/** Written out by hand: what follows each act, in the order of `ticketStates`; `-` is refused. */
const table: Record<TicketAct, string> = {
  //              waiting called serving parked finished missed left sent
  call: '         called  -      -       -      -        called -    -',
  recall: '       -       called -       -      -        -      -    -',
  start: '        -       serving -      -      -        -      -    -',
  finish: '       -       -      finished -     -        -      -    -',
  miss: '         -       missed -       -      -        -      -    -',
  return: '       -       -      -       waiting -       waiting -   -',
  park: '         parked  parked parked  -      -        -      -    -',
  resume: '       -       -      -       called -        -      -    -',
  transfer: '     waiting waiting waiting waiting -      -      -    -',
  send: '         sent    sent   sent    sent   -        -      -    -',
  leave: '        left    left   left    left   -        left   -    -',
  'add-service': '-       called serving -      -        -      -    -',
  'drop-service': '-       called serving -      -        -      -    -',
  close: '        -       waiting parked -      -        -      -    -',
  'close-day': '  left    left   finished left  -        left   -    -',
}
const cells = ticketActs.flatMap((act) => ticketStates.map((state, i) => ({ act, state, next: table[act].trim().split(/\s+/)[i] ?? '?' })))

const ticketId = idOf(1)
const actor = clerk
/** Counter 1 has the ticket where it is called or served; counter 2 is free. */
const asked: Record<TicketAct, Command> = {
  call: { verb: 'callOne', request: { actor, counterId: 2, ticketId } },
  recall: { verb: 'recall', request: { actor, counterId: 1, ticketId } },
  start: { verb: 'start', request: { actor, counterId: 1, ticketId } },
  finish: { verb: 'finish', request: { actor, counterId: 1, ticketId, andNext: false } },
  miss: { verb: 'miss', request: { actor, counterId: 1, ticketId } },
  return: { verb: 'returnMissed', request: { actor, counterId: 1, ticketId } },
  park: { verb: 'park', request: { actor, counterId: 1, ticketId, reason: 'form' } },
  resume: { verb: 'resume', request: { actor, counterId: 2, ticketId } },
  transfer: { verb: 'transfer', request: { actor, counterId: 1, ticketId, serviceIds: ['parking'], toCounterId: null } },
  send: { verb: 'send', request: { actor, counterId: 1, ticketId, toPointId: 'brugge' } },
  leave: { verb: 'leave', request: { actor, counterId: 1, ticketId, reason: 'gone' } },
  'add-service': { verb: 'addService', request: { actor, counterId: 1, ticketId, serviceId: 'parking' } },
  'drop-service': { verb: 'dropService', request: { actor, counterId: 1, ticketId, serviceId: 'permit' } },
  close: { verb: 'closeCounter', request: { actor, counterId: 1, ticketId } },
  'close-day': { verb: 'closeDay', request: { actor } },
}

function hallWithOne(state: TicketState): Hall {
  const there = state === 'called' || state === 'serving'
  const ended = ['finished', 'missed', 'left', 'sent'].includes(state)
  const given: Partial<Ticket> = {
    state,
    serviceIds: ['passport', 'permit'],
    calls: there ? 1 : 0,
    counterId: there ? 1 : null,
    endedAt: ended ? at(3) : null,
  }
  return put(hallWith([counterOf(1), counterOf(2)]), ticketWith(1, given))
}

describe('every state and every act', () => {
  test.each(cells)('$state, $act: $next', ({ act, state, next }) => {
    expect(ticketMoves[state][act] ?? '-').toBe(next)
    const hall = hallWithOne(state)
    const was = hall.tickets.get(ticketId)
    const frozen = JSON.stringify([...hall.tickets])
    const decision = runCommand(hall, asked[act], at(10))
    expect(JSON.stringify([...hall.tickets]), 'the image that was asked is left alone').toBe(frozen)
    if (next === '-' && act !== 'close' && act !== 'close-day') {
      expect(decision).toMatchObject({ refused: 'wrong-ticket-state', details: { ticketId, state } })
      return
    }
    if ('refused' in decision) throw new Error(decision.refused)
    applyToHall(hall, decision)
    const is = hall.tickets.get(ticketId)
    if (next === '-') expect(is).toBe(was)
    else expect(is?.state).toBe(next)
    expect(is?.rankAt).toBe((was?.rankAt ?? 0) + (act === 'return' && state === 'missed' ? 5 * 60_000 : 0))
  })

  test.each(ticketActs)('a hall whose day is closed refuses %s', (act) => {
    const hall = hallWithOne('waiting')
    hall.state = 'closed'
    expect(runCommand(hall, asked[act], at(10))).toMatchObject({ refused: 'day-closed' })
  })
})

describe('counters', () => {
  const moves: [CounterState, 'open' | 'pause' | 'close', CounterState | null][] = [
    ['closed', 'open', 'open'],
    ['closed', 'pause', null],
    ['closed', 'close', 'closed'],
    ['open', 'open', 'open'],
    ['open', 'pause', 'paused'],
    ['open', 'close', 'closed'],
    ['paused', 'open', 'open'],
    ['paused', 'pause', 'paused'],
    ['paused', 'close', 'closed'],
  ]
  test.each(moves)('%s, %s: %s', (state, act, next) => {
    expect(counterMoves[state][act]).toBe(next)
    const hall = hallWith([counterOf(1, { state, staffId: state === 'closed' ? null : 'me' })])
    const asks: Record<typeof act, Command> = {
      open: { verb: 'openCounter', request: { actor, counterId: 1, staffId: 'me', serviceIds: [] } },
      pause: { verb: 'pauseCounter', request: { actor, counterId: 1 } },
      close: { verb: 'closeCounter', request: { actor, counterId: 1, ticketId: null } },
    }
    const decision = runCommand(hall, asks[act], at(10))
    if (next === null) return expect(decision).toMatchObject({ refused: 'counter-closed' })
    if ('refused' in decision) throw new Error(decision.refused)
    expect(decision.counters[0]).toMatchObject({
      state: next,
      sinceAt: state === next ? at(0) : at(10),
      staffId: next === 'closed' ? null : 'me',
    })
  })
})
