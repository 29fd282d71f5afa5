import { type AddRequest, add } from './add.ts'
import { type ArriveRequest, arrive } from './arrive.ts'
import type { Appointment } from './calendar.ts'
import { type AtCounterRequest, type CallNextRequest, callNext, callOne, recall } from './call.ts'
import {
  type CloseCounterRequest,
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
  closeCounter: CloseCounterRequest
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
  ['take', 15],
  ['takeEmergency', 3],
  ['add', 3],
  ['arrive', 4],
  ['callNext', 16],
  ['callOne', 3],
  ['recall', 6],
  ['start', 12],
  ['finish', 12],
  ['miss', 3],
  ['returnMissed', 3],
  ['leave', 1],
  ['park', 2],
  ['resume', 2],
  ['transfer', 3],
  ['send', 1],
  ['receive', 2],
  ['addService', 1],
  ['dropService', 1],
  ['openCounter', 6],
  ['pauseCounter', 1],
  ['closeCounter', 2],
  ['undo', 4],
]
const urn = often.flatMap(([verb, n]) => Array.from({ length: n }, () => verb))
const services = ['passport', 'permit', 'parking', 'marriage', 'unknown']

type Verb = keyof Requests
const wanted: Partial<Record<Verb, Ticket['state'][]>> = {
  callOne: ['waiting', 'missed'],
  recall: ['called'],
  start: ['called'],
  finish: ['serving'],
  miss: ['called'],
  returnMissed: ['missed', 'parked'],
  resume: ['parked'],
  addService: ['called', 'serving'],
  dropService: ['called', 'serving'],
}
const needFree: Verb[] = ['callNext', 'callOne', 'resume', 'add']

/** What a command is drawn from: mostly what fits, sometimes what does not. */
function pickerOf(hall: Hall, verb: Verb, draw: Draw, mint: () => string) {
  const states = wanted[verb]
  const sure = draw(12) > 0
  const aCounter = () => 1 + draw(hall.counters.size + (draw(30) === 0 ? 1 : 0))
  let counterId = aCounter()
  for (let tries = 0; sure && tries < 6; tries++) {
    const counter = hall.counters.get(counterId)
    const there = counter?.ticketId ? hall.tickets.get(counter.ticketId) : undefined
    if (needFree.includes(verb) ? counter?.state === 'open' && !there : !states || (there && states.includes(there.state))) break
    counterId = aCounter()
  }
  const oneOf = (ids: Iterable<string>, size: number): string => {
    let skip = draw(size)
    for (const id of ids) if (skip-- === 0) return id
    return 'nobody'
  }
  const anyTicket = (): string => {
    for (let tries = 0; tries < 6; tries++) {
      const id = draw(3) > 0 ? oneOf(hall.active.keys(), Math.min(hall.active.size, 60)) : oneOf(hall.tickets.keys(), hall.tickets.size)
      const state = hall.tickets.get(id)?.state
      if (!sure || !states || (state && states.includes(state))) return id
    }
    return 'nobody'
  }
  const here = (): string => (draw(12) > 0 ? hall.counters.get(counterId)?.ticketId : null) ?? anyTicket()
  const some = (): string => services[draw(25) === 0 ? draw(services.length) : draw(3)] ?? 'permit'
  return {
    counterId,
    asker: draw(3) === 0 ? null : counterId,
    anyTicket,
    here,
    some,
    serviceIds: (): string[] => (draw(6) === 0 ? [...new Set([some(), some()])] : [some()]),
    priority: (draw(8) === 0 ? 1 + draw(2) : 0) as Ticket['priority'],
    fresh: () => ({
      ticketId: draw(25) === 0 ? anyTicket() : mint(),
      visitId: mint(),
      people: draw(30) === 0 ? 7 : 1 + draw(3),
      language: 'nl',
    }),
  }
}

type Creating = 'take' | 'takeEmergency' | 'add' | 'arrive' | 'receive'

function creating(verb: Creating, hall: Hall, draw: Draw, mint: () => string, now: number): Command {
  const pick = pickerOf(hall, verb, draw, mint)
  switch (verb) {
    case 'take': {
      const kept = draw(15) === 0 ? { rankAt: now - (draw(40) - 5) * minuteMs, fromPointId: 'brugge' } : null
      return { verb, request: { actor: kiosk, ...pick.fresh(), serviceIds: pick.serviceIds(), origin: 'kiosk', said: null, kept } }
    }
    case 'takeEmergency': {
      const paper = { kiosk: 1 + draw(2), number: 1 + draw(200), takenAt: now - (draw(30) - 3) * minuteMs }
      const ticketId = draw(3) === 0 ? pick.anyTicket() : mint()
      return { verb, request: { actor: kiosk, ...pick.fresh(), ticketId, serviceIds: pick.serviceIds(), ...paper } }
    }
    case 'add': {
      const { asker, priority } = pick
      const about = { ...pick.fresh(), counterId: asker, serviceIds: pick.serviceIds(), priority, straight: draw(3) === 0 }
      return { verb, request: { actor: clerk, ...about } }
    }
    case 'arrive': {
      const startsAt = now + (draw(100) - 30) * minuteMs
      const state = draw(15) === 0 ? 'cancelled' : 'booked'
      const day = draw(20) === 0 ? '2026-11-25' : hall.day
      const when = { day, startsAt, endsAt: startsAt + 15 * minuteMs }
      const appointment = appointmentWith({ id: mint(), visitId: mint(), state, serviceIds: pick.serviceIds(), ...when })
      const pointId = draw(25) === 0 ? 'brugge' : hall.pointId
      return { verb, request: { actor: kiosk, ticketId: pick.fresh().ticketId, pointId, origin: 'kiosk', said: null, appointment } }
    }
    case 'receive': {
      const unseen = { people: 1, language: 'nl', rankAt: now, priority: 0, visitId: mint(), appointmentAt: null, serviceIds: ['permit'] }
      const ticket = (hall.tickets.get(pick.anyTicket()) ?? unseen) as Ticket
      const serviceIds = draw(2) === 0 ? null : pick.serviceIds()
      const about = { ticketId: pick.fresh().ticketId, ticket, serviceIds, underWay: draw(3) === 0 }
      return { verb, request: { actor: clerk, fromPointId: 'brugge', ...about } }
    }
  }
}

/** A command that a hall might get, wrong ones among them. `mint` gives fresh ids. */
export function randomCommand(hall: Hall, draw: Draw, mint: () => string, now: number): Command {
  const verb = urn[draw(urn.length)] ?? 'take'
  const actor = clerk
  switch (verb) {
    case 'take':
    case 'takeEmergency':
    case 'add':
    case 'arrive':
    case 'receive':
      return creating(verb, hall, draw, mint, now)
  }
  const pick = pickerOf(hall, verb, draw, mint)
  const { counterId, asker } = pick
  switch (verb) {
    case 'callNext':
    case 'pauseCounter':
    case 'undo':
      return { verb, request: { actor, counterId } }
    case 'closeCounter':
      return { verb, request: { actor, counterId, ticketId: draw(3) > 0 ? pick.here() : null } }
    case 'openCounter': {
      const staffId = `staff-${draw(8) === 0 ? 99 : counterId}`
      return { verb, request: { actor, counterId, staffId, serviceIds: draw(3) === 0 ? pick.serviceIds() : [] } }
    }
    case 'callOne':
    case 'resume':
      return { verb, request: { actor, counterId, ticketId: pick.anyTicket() } }
    case 'recall':
    case 'start':
    case 'miss':
      return { verb, request: { actor, counterId, ticketId: pick.here() } }
    case 'finish':
      return { verb, request: { actor, counterId, ticketId: pick.here(), andNext: draw(2) === 0 } }
    case 'addService':
    case 'dropService':
      return { verb, request: { actor, counterId, ticketId: pick.here(), serviceId: pick.some() } }
    case 'returnMissed':
      return { verb, request: { actor, counterId: asker, ticketId: pick.anyTicket() } }
    case 'leave':
    case 'park':
      return { verb, request: { actor, counterId: asker, ticketId: pick.here(), reason: 'papers' } }
    case 'transfer': {
      const target = {
        serviceIds: draw(2) === 0 ? pick.serviceIds() : null,
        toCounterId: draw(2) === 0 ? 1 + draw(hall.counters.size) : null,
      }
      return { verb, request: { actor, counterId: asker, ticketId: pick.here(), ...target } }
    }
    case 'send': {
      const toPointId = draw(10) === 0 ? hall.pointId : 'brugge'
      return { verb, request: { actor, counterId: asker, ticketId: pick.here(), toPointId } }
    }
    case 'closeDay':
      return { verb, request: { actor } }
  }
}
