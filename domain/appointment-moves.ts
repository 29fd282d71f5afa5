import type { AppointmentState } from './calendar.ts'

export const appointmentActs = [
  'book',
  'ask-confirmation',
  'confirm',
  'cancel',
  'move',
  'expire',
  'release',
  'arrive',
  'unarrive',
  'miss',
] as const
export type AppointmentAct = (typeof appointmentActs)[number]

/** The state an act leads to; `same` where it was already done and the answer is the same; null where it is refused. */
export type Move = AppointmentState | 'same' | null

const refused: Record<AppointmentAct, Move> = {
  book: null,
  'ask-confirmation': null,
  confirm: null,
  cancel: null,
  move: null,
  expire: null,
  release: null,
  arrive: null,
  unarrive: null,
  miss: null,
}

/** Every state and every act. Cancelled and missed are final; an expired hold may be booked after all while its slot is still free. */
export const appointmentMoves: Readonly<Record<AppointmentState, Readonly<Record<AppointmentAct, Move>>>> = {
  held: { ...refused, book: 'booked', 'ask-confirmation': 'unconfirmed', cancel: 'cancelled', expire: 'expired' },
  unconfirmed: {
    ...refused,
    'ask-confirmation': 'same',
    confirm: 'booked',
    cancel: 'cancelled',
    move: 'cancelled',
    expire: 'expired',
  },
  booked: {
    ...refused,
    book: 'same',
    'ask-confirmation': 'same',
    confirm: 'same',
    cancel: 'cancelled',
    move: 'cancelled',
    arrive: 'arrived',
    unarrive: 'same',
    miss: 'missed',
  },
  arrived: { ...refused, unarrive: 'booked' },
  cancelled: { ...refused, cancel: 'same', move: 'same', release: 'cancelled' },
  missed: { ...refused, miss: 'same' },
  expired: { ...refused, book: 'booked', 'ask-confirmation': 'unconfirmed', cancel: 'same', expire: 'same' },
}
