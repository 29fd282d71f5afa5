import { Problem } from '../../contract/problems.ts'
import type { arriveWithAppointment, deskArrive } from '../../contract/tickets.ts'
import { arrive } from '../../domain/arrive.ts'
import type { Uuid } from '../../domain/ids.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { change } from '../change.ts'
import { actorOf } from '../identity.ts'
import type { Asked } from '../serve.ts'
import { findAppointment } from './find-appointment.ts'
import { type TicketOut, ticketNow } from './read.ts'

/** Somebody with an appointment is here, by the reference they type or the link they show. */
export const arriveByCode = async (asked: Asked<typeof arriveWithAppointment>): Promise<TicketOut> =>
  arriveWith(asked, await findAppointment(asked.house, asked.input.point, asked.input.code), 'kiosk')

/** Staff mark that somebody with an appointment is here. */
export const arriveAtDesk = (asked: Asked<typeof deskArrive>): Promise<TicketOut> => arriveWith(asked, asked.input.appointment, 'desk')

async function arriveWith(
  asked: Asked<typeof arriveWithAppointment> | Asked<typeof deskArrive>,
  appointmentId: Uuid,
  origin: 'kiosk' | 'desk',
): Promise<TicketOut> {
  const { house, identity, key } = asked
  const pointId = asked.input.point
  const language = 'language' in asked.input ? asked.input.language : undefined
  const decide: Parameters<typeof change>[2] = ({ hall, calendar }, now) => {
    const appointment = calendar.appointments.get(appointmentId)
    if (!appointment) return refuse('appointment-unknown')
    const decision = arrive(hall, appointment, { actor: actorOf(identity), ticketId: key, pointId, origin, language, said: null }, now)
    return isRefusal(decision) ? decision : { hall: decision.hall, calendar: decision.calendar, ids: decision.answer }
  }
  // A retry is answered from its key, before `already-arrived` is said of its own ticket: the keeper looks for the key first.
  const ids = await change(asked as Asked<typeof deskArrive>, pointId, decide, { appointmentIds: [appointmentId] })
  const ticket = await ticketNow(house, pointId, String(ids.ticketId))
  if (!ticket) throw new Problem('ticket-unknown', { ticketId: String(ids.ticketId) })
  return ticket
}
