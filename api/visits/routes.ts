import { cancelAtDesk, moveAtDesk } from '../../contract/plan.ts'
import { appointmentsOfDay, bookAtDesk, bookHold, cancelVisit, holdSlot, moveVisit, oneVisit } from '../../contract/visits.ts'
import { type Bound, bind } from '../serve.ts'
import { book } from './book.ts'
import { cancel } from './cancel.ts'
import { cancelForSomebody } from './cancel-at-desk.ts'
import { ofDay } from './day.ts'
import { bookForSomebody } from './desk.ts'
import { hold } from './hold.ts'
import { move } from './move.ts'
import { moveForSomebody } from './move-at-desk.ts'
import { one } from './read.ts'

/** What visitors may do with a visit, and what staff do for them. */
export const routes: Bound[] = [
  bind(holdSlot, 'anyone', hold),
  bind(bookHold, 'visitor', book),
  bind(bookAtDesk, 'clerk', bookForSomebody),
  bind(moveAtDesk, 'point-manager', moveForSomebody),
  bind(cancelAtDesk, 'point-manager', cancelForSomebody),
  bind(appointmentsOfDay, 'clerk', ofDay),
  bind(oneVisit, 'visitor', one),
  bind(cancelVisit, 'visitor', cancel),
  bind(moveVisit, 'visitor', move),
]
