import { appointmentsOfDay, bookAtDesk, bookHold, cancelVisit, holdSlot, moveVisit, oneVisit } from '../../contract/visits.ts'
import { type Bound, bind } from '../serve.ts'
import { book } from './book.ts'
import { cancel } from './cancel.ts'
import { ofDay } from './day.ts'
import { bookForSomebody } from './desk.ts'
import { hold } from './hold.ts'
import { move } from './move.ts'
import { one } from './read.ts'

/** What visitors may do with a visit, and what staff do for them. */
export const routes: Bound[] = [
  bind(holdSlot, 'anyone', hold),
  bind(bookHold, 'visitor', book),
  bind(bookAtDesk, 'clerk', bookForSomebody),
  bind(appointmentsOfDay, 'clerk', ofDay),
  bind(oneVisit, 'visitor', one),
  bind(cancelVisit, 'visitor', cancel),
  bind(moveVisit, 'visitor', move),
]
