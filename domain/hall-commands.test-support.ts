import { type AddRequest, add } from './add.ts'
import { type ArriveRequest, arrive } from './arrive.ts'
import type { Appointment } from './calendar.ts'
import { type AtCounterRequest, type CallNextRequest, callNext, callOne, recall } from './call.ts'
import {
  type CloseDayRequest,
  type CounterRequest,
  closeCounter,
  closeDay,
  type OpenCounterRequest,
  openCounter,
  pauseCounter,
} from './counters.ts'
import { decided, type HallDecision } from './decided.ts'
import { appointmentWith, clerk, kiosk } from './hall.test-support.ts'
import type { Hall, Ticket } from './hall.ts'
import { leave, park, type ReasonRequest, resume, returnMissed, type TicketRequest } from './park.ts'
import { addService, dropService, type FinishRequest, finish, miss, type ServiceRequest, start } from './serve.ts'
import { type TakeRequest, take } from './take.ts'
import { type TakeEmergencyRequest, takeEmergency } from './take-emergency.ts'
import { minuteMs } from './time.ts'
import { type ReceiveRequest, receive, type SendRequest, send, type TransferRequest, transfer } from './transfer.ts'
import { type UndoRequest, undo } from './undo.ts'

export type Requests = {
  take: TakeRequest
  takeEmergency: TakeEmergencyRequest
  add: AddRequest
  arrive: ArriveRequest & { appointment: Appointment }
  callNext: CallNextRequest
  callOne: AtCounterRequest
  recall: AtCounterRequest
  start: AtCounterRequest
  finish: FinishRequest
  miss: AtCounterRequest
  returnMissed: TicketRequest
  leave: ReasonRequest
  park: ReasonRequest
  resume: AtCounterRequest
  transfer: TransferRequest
  send: SendRequest
  receive: ReceiveRequest
  addService: ServiceRequest
  dropService: ServiceRequest
  openCounter: OpenCounterRequest
  pauseCounter: CounterRequest
  closeCounter: CounterRequest
  closeDay: CloseDayRequest
  undo: UndoRequest
}
export type Command = { [V in keyof Requests]: { verb: V; request: Requests[V] } }[keyof Requests]

export const verbs: { [V in keyof Requests]: (hall: Hall, request: Requests[V], now: number) => HallDecision<unknown> } = {
  take,
  takeEmergency,
  add,
  arrive: (hall, { appointment, ...request }, now) => {
    const decision = arrive(hall, appointment, request, now)
    return 'refused' in decision ? decision : decided(decision.hall, decision.answer)
  },
  callNext,
  callOne,
  recall,
  start,
  finish,
  miss,
  returnMissed,
  leave,
  park,
  resume,
  transfer,
  send,
  receive,
  addService,
  dropService,
  openCounter,
  pauseCounter,
  closeCounter,
  closeDay,
  undo,
}

export const runCommand = (hall: Hall, command: Command, now: number): HallDecision<unknown> =>
  (verbs[command.verb] as (hall: Hall, request: unknown, now: number) => HallDecision<unknown>)(hall, command.request, now)

/** A whole number from 0 up to `n`, `n` left out. */
export type Draw = (n: number) => number

const often: [keyof Requests, number][] = [
  ['take', 14],
  ['takeEmergency', 3],
  ['add', 3],
  ['arrive', 4],
  ['callNext', 12],
  ['callOne', 3],
  ['recall', 3],
  ['start', 10],
  ['finish', 9],
  ['miss', 3],
  ['returnMissed', 3],
  ['leave', 2],
  ['park', 3],
  ['resume', 2],
  ['transfer', 3],
  ['send', 1],
  ['receive', 2],
  ['addService', 1],
  ['dropService', 1],
  ['openCounter', 4],
  ['pauseCounter', 2],
  ['closeCounter', 2],
  ['undo', 4],
]
const urn = often.flatMap(([verb, n]) => Array.from({ length: n }, () => verb))
const services = ['passport', 'permit', 'parking', 'marriage', 'unknown']

/** A command that a hall might get, wrong ones among them. `mint` gives fresh ids. */
export function randomCommand(hall: Hall, draw: Draw, mint: () => string, now: number): Command {
  const verb = urn[draw(urn.length)] ?? 'take'
  const some = <T>(list: readonly T[], none: T): T => list[draw(list.length)] ?? none
  const counterId = 1 + draw(hall.counters.size + (draw(20) === 0 ? 1 : 0))
  const anyTicket = (): string => {
    const active = hall.active.size
    if (draw(4) > 0 && active > 0) {
      let skip = draw(Math.min(active, 40))
      for (const id of hall.active) if (skip-- === 0) return id
    }
    if (draw(12) === 0) return 'nobody'
    let skip = draw(Math.min(hall.tickets.size, 60) || 1)
    for (const id of hall.tickets.keys()) if (skip-- === 0) return id
    return 'nobody'
  }
  const here = (): string => (draw(10) > 0 ? hall.counters.get(counterId)?.ticketId : null) ?? anyTicket()
  const serviceIds = (): string[] => {
    const first = services[draw(20) === 0 ? draw(5) : draw(3)] ?? 'passport'
    return draw(6) === 0 ? [...new Set([first, some(services, 'permit')])] : [first]
  }
  const asker = draw(3) === 0 ? null : counterId
  const actor = clerk
  const fresh = () => ({
    ticketId: draw(25) === 0 ? anyTicket() : mint(),
    visitId: mint(),
    people: draw(30) === 0 ? 7 : 1 + draw(3),
    language: 'nl',
  })
  const priority = (draw(8) === 0 ? 1 + draw(2) : 0) as Ticket['priority']
  switch (verb) {
    case 'take': {
      const kept = draw(15) === 0 ? { rankAt: now - (draw(40) - 5) * minuteMs, fromPointId: 'brugge' } : null
      return { verb, request: { actor: kiosk, ...fresh(), serviceIds: serviceIds(), origin: 'kiosk', said: null, kept } }
    }
    case 'takeEmergency': {
      const paper = { kiosk: 1 + draw(2), number: 1 + draw(60), takenAt: now - (draw(30) - 3) * minuteMs }
      const ticketId = draw(3) === 0 ? anyTicket() : mint()
      return { verb, request: { actor: kiosk, ...fresh(), ticketId, serviceIds: serviceIds(), ...paper } }
    }
    case 'add':
      return { verb, request: { actor, ...fresh(), counterId: asker, serviceIds: serviceIds(), priority, straight: draw(3) === 0 } }
    case 'arrive': {
      const startsAt = now + (draw(100) - 30) * minuteMs
      const state = draw(15) === 0 ? 'cancelled' : 'booked'
      const day = draw(20) === 0 ? '2026-11-25' : hall.day
      const appointment = appointmentWith({
        id: mint(),
        visitId: mint(),
        state,
        day,
        serviceIds: serviceIds(),
        startsAt,
        endsAt: startsAt + 900_000,
      })
      const pointId = draw(25) === 0 ? 'brugge' : hall.pointId
      return { verb, request: { actor: kiosk, ticketId: fresh().ticketId, pointId, origin: 'kiosk', said: null, appointment } }
    }
    case 'receive': {
      const seen = hall.tickets.get(anyTicket())
      const there = seen ?? {
        people: 1,
        language: 'nl',
        rankAt: now,
        priority,
        visitId: mint(),
        appointmentAt: null,
        serviceIds: ['permit'],
      }
      const { ticketId } = fresh()
      const ids = draw(2) === 0 ? null : serviceIds()
      return {
        verb,
        request: { actor, ticketId, fromPointId: 'brugge', ticket: there as Ticket, serviceIds: ids, underWay: draw(3) === 0 },
      }
    }
    case 'callNext':
    case 'pauseCounter':
    case 'closeCounter':
    case 'undo':
      return { verb, request: { actor, counterId } }
    case 'openCounter':
      return {
        verb,
        request: { actor, counterId, staffId: `staff-${draw(8) === 0 ? 99 : counterId}`, serviceIds: draw(3) === 0 ? serviceIds() : [] },
      }
    case 'callOne':
    case 'resume':
      return { verb, request: { actor, counterId, ticketId: anyTicket() } }
    case 'recall':
    case 'start':
    case 'miss':
      return { verb, request: { actor, counterId, ticketId: here() } }
    case 'finish':
      return { verb, request: { actor, counterId, ticketId: here(), andNext: draw(2) === 0 } }
    case 'addService':
    case 'dropService':
      return { verb, request: { actor, counterId, ticketId: here(), serviceId: some(services, 'permit') } }
    case 'returnMissed':
      return { verb, request: { actor, counterId: asker, ticketId: anyTicket() } }
    case 'leave':
    case 'park':
      return { verb, request: { actor, counterId: asker, ticketId: here(), reason: 'papers' } }
    case 'transfer': {
      const target = { serviceIds: draw(2) === 0 ? serviceIds() : null, toCounterId: draw(2) === 0 ? 1 + draw(hall.counters.size) : null }
      return { verb, request: { actor, counterId: asker, ticketId: here(), ...target } }
    }
    case 'send':
      return { verb, request: { actor, counterId: asker, ticketId: here(), toPointId: draw(10) === 0 ? hall.pointId : 'brugge' } }
    case 'closeDay':
      return { verb, request: { actor } }
  }
}
