import { Problem } from '../../contract/problems.ts'
import type { moveVisit } from '../../contract/visits.ts'
import type { CalendarChange } from '../../domain/calendar.ts'
import { move as moveIn } from '../../domain/move.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { dayOf } from '../../domain/time.ts'
import { change } from '../change.ts'
import type { Images } from '../keeper/place.ts'
import type { Asked } from '../serve.ts'
import { drawCoolMinutes } from './cool-minutes.ts'
import { type FoundVisit, idsAt } from './find.ts'
import { finishMove } from './finish-move.ts'
import { contactAt, contactOf, messagesOf } from './messages.ts'
import { answerOf, type VisitOut, visitOf } from './read.ts'

/** Moves a visit to another time, here or at another point: the new place is booked first, then the old one is let go. */
export async function move(asked: Asked<typeof moveVisit>): Promise<VisitOut> {
  const { house, input, identity, key } = asked
  if (!house.catalogue.point(input.point)) throw new Problem('not-found', { point: input.point })
  const visit = await visitOf(house, identity, input.visit)
  const contact = await contactAt(house.connections.sql, visit.pointId, input.visit)
  await change(
    asked,
    input.point,
    (images, now) => {
      const d = decideMove(asked, visit, images, now)
      if (isRefusal(d)) return d
      const booked = d.appointments.find((a) => a.id === key)!
      return {
        calendar: d,
        ids: { appointmentId: key },
        messages: messagesOf(booked, 'moved', now),
        contacts: contact ? [contactOf(input.visit, booked.day, contact)] : [],
      }
    },
    { appointmentIds: [key, visit.appointment.id, ...idsAt(visit, input.point)] },
  )
  const { calendar } = await house.keeper.kept(input.point, [key])
  const booked = calendar.appointments.get(key)
  if (booked) await finishMove(house, input.point, booked)
  return answerOf(house, input.point, key)
}

function decideMove({ input, key }: Asked<typeof moveVisit>, visit: FoundVisit, images: Images, now: number): Refusal | CalendarChange {
  const { calendar, settings } = images
  const old = calendar.appointments.get(visit.appointment.id) ?? visit.appointment
  if (old.state !== 'booked' && old.state !== 'unconfirmed')
    return refuse('wrong-appointment-state', { appointmentId: old.id, state: old.state })
  return moveIn(
    calendar,
    {
      id: key,
      replaces: { pointId: visit.pointId, id: old.id },
      carried: old,
      channel: 'web',
      day: dayOf(input.startsAt, settings.zone),
      startsAt: input.startsAt,
      actor: { kind: 'visitor', id: input.visit },
      coolMinutes: drawCoolMinutes(settings.calendar.coolMinutes),
    },
    now,
  )
}
