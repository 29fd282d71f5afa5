import { board, menu } from '../../contract/points.ts'
import { arriveWithAppointment, deskArrive, followTicket, handInEmergency, takeTicket } from '../../contract/tickets.ts'
import { type Bound, bind } from '../serve.ts'
import { arriveAtDesk, arriveByCode } from './arrive.ts'
import { readBoard } from './board.ts'
import { follow } from './follow.ts'
import { handIn } from './hand-in.ts'
import { readMenu } from './menu.ts'
import { mayTakeFromElsewhere, take } from './take.ts'

/** Tickets, and what a kiosk and a display show. */
export const routes: Bound[] = [
  bind(takeTicket, ['kiosk', 'clerk'], take, { beyond: mayTakeFromElsewhere }),
  bind(handInEmergency, 'kiosk', handIn),
  bind(arriveWithAppointment, ['kiosk', 'clerk'], arriveByCode),
  bind(deskArrive, 'clerk', arriveAtDesk),
  bind(followTicket, 'anyone', follow, { gapMs: 1000 }),
  bind(menu, 'anyone', readMenu, { gapMs: 500 }),
  bind(board, 'anyone', readBoard),
]
