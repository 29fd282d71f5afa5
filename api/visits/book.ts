import { Problem } from '../../contract/problems.ts'
import type { bookHold } from '../../contract/visits.ts'
import { book as bookIn } from '../../domain/book.ts'
import { type Appointment, stands } from '../../domain/calendar.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { change } from '../change.ts'
import type { House } from '../house.ts'
import type { Asked } from '../serve.ts'
import { drawCoolMinutes } from './cool-minutes.ts'
import { findVisit } from './find.ts'
import { finishMove } from './finish-move.ts'
import { contactOf, messagesOf } from './messages.ts'
import { answerOf, type VisitOut } from './read.ts'

/** Books what the visitor holds; with the token that holding it answered. */
export async function book(asked: Asked<typeof bookHold>): Promise<VisitOut> {
  const { house, input, identity } = asked
  const { appointment: appointmentId, point } = input
  const kept = await house.keeper.kept(point, [appointmentId])
  const held = kept.calendar.appointments.get(appointmentId)
  const replaces = held?.replaces
  if (identity.kind === 'visitor' && held?.visitId === identity.visitId) await refuseSecondPlace(house, held)
  await change(
    asked,
    point,
    ({ calendar, settings }, now) => {
      const held = calendar.appointments.get(appointmentId)
      const own = identity.kind === 'visitor' && held?.visitId === identity.visitId && held.generation === identity.generation
      if (!own) return refuse('appointment-unknown', { appointmentId })
      const d = bookIn(
        calendar,
        { appointmentId, actor: { kind: 'visitor', id: held.visitId }, coolMinutes: drawCoolMinutes(settings.calendar.coolMinutes) },
        now,
      )
      if (isRefusal(d)) return d
      const booked = d.appointments.find((a) => a.id === appointmentId)
      const ids = { appointmentId }
      if (!booked) return { calendar: d, ids }
      const messages = input.email ? messagesOf(booked, booked.replaces ? 'moved' : 'booked', now) : []
      return { calendar: d, ids, messages, contacts: [contactOf(booked.visitId, booked.day, input)] }
    },
    { appointmentIds: replaces ? [appointmentId, replaces.id] : [appointmentId] },
  )
  const { calendar } = await house.keeper.kept(point, [appointmentId])
  const booked = calendar.appointments.get(appointmentId)
  if (booked) await finishMove(house, point, booked)
  return answerOf(house, point, appointmentId)
}

/** A visit has one place. Whatever else of it stands is named as what this one replaces, or this one is not booked. */
async function refuseSecondPlace(house: House, held: Appointment): Promise<void> {
  if (held.id === held.visitId && held.state !== 'expired') return
  const visit = await findVisit(house.connections.sql, held.visitId)
  const others = visit?.all.map((f) => f.appointment).filter((a) => a.id !== held.id && a.id !== held.replaces?.id)
  const other = others?.find((a) => a.state !== 'held' && stands(a))
  if (other) throw new Problem('limit-reached', { appointmentId: other.id })
}
