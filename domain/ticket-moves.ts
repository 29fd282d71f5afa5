import type { HallAct, TicketState } from './hall.ts'

/** What can be done to a ticket that is there. */
export const ticketActs = [
  'call',
  'recall',
  'start',
  'finish',
  'miss',
  'return',
  'park',
  'resume',
  'transfer',
  'send',
  'leave',
  'add-service',
  'drop-service',
  'close',
  'close-day',
] as const satisfies readonly HallAct[]
export type TicketAct = (typeof ticketActs)[number]

/** No act moves it any more. */
const never: Record<TicketAct, null> = {
  call: null,
  recall: null,
  start: null,
  finish: null,
  miss: null,
  return: null,
  park: null,
  resume: null,
  transfer: null,
  send: null,
  leave: null,
  'add-service': null,
  'drop-service': null,
  close: null,
  'close-day': null,
}

/** State × act → the next state, or null where the act is refused. Total. */
export const ticketMoves: Readonly<Record<TicketState, Readonly<Record<TicketAct, TicketState | null>>>> = {
  waiting: { ...never, call: 'called', park: 'parked', transfer: 'waiting', send: 'sent', leave: 'left', 'close-day': 'left' },
  called: {
    ...never,
    recall: 'called',
    start: 'serving',
    miss: 'missed',
    park: 'parked',
    transfer: 'waiting',
    send: 'sent',
    leave: 'left',
    'add-service': 'called',
    'drop-service': 'called',
    close: 'waiting',
    'close-day': 'left',
  },
  serving: {
    ...never,
    finish: 'finished',
    park: 'parked',
    transfer: 'waiting',
    send: 'sent',
    leave: 'left',
    'add-service': 'serving',
    'drop-service': 'serving',
    close: 'parked',
    'close-day': 'finished',
  },
  parked: { ...never, return: 'waiting', resume: 'called', transfer: 'waiting', send: 'sent', leave: 'left', 'close-day': 'left' },
  missed: { ...never, call: 'called', return: 'waiting', leave: 'left', 'close-day': 'left' },
  finished: never,
  left: never,
  sent: never,
}

/** The state that an act leads to; null where it is refused. */
export const may = (state: TicketState, act: TicketAct): TicketState | null => ticketMoves[state][act]
