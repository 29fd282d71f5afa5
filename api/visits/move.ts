import type { AnyRoute } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import type { moveVisit } from '../../contract/visits.ts'
import type { CalendarChange } from '../../domain/calendar.ts'
import type { Actor, Channel, PointId, Uuid } from '../../domain/ids.ts'
import { move as moveIn } from '../../domain/move.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import { change } from '../change.ts'
import type { Images } from '../keeper/place.ts'
import type { Asked } from '../serve.ts'
import { drawCoolMinutes } from './cool-minutes.ts'
import { type Found, type FoundVisit, idsAt } from './find.ts'
import { finishCutOff, finishMove } from './finish-move.ts'
import { contactAt, contactOf, messagesOf } from './messages.ts'
import { answerOf, type VisitOut, visitOf } from './read.ts'

/** What is moved (`old`, of `visit`), where to, and by whom. */
export type Moving = { visit: FoundVisit; old: Found; toPoint: PointId; startsAt: Instant; channel: Channel; actor: Actor }

/** The visitor moves a visit to another time, here or at another point. */
export async function move(asked: Asked<typeof moveVisit>): Promise<VisitOut> {
  const { house, input, identity } = asked
  const { point: toPoint, startsAt } = input
  if (!house.catalogue.point(toPoint)) throw new Problem('not-found', { point: toPoint })
  const visit = await visitOf(house, identity, input.visit)
  const actor = { kind: 'visitor', id: input.visit } as const
  const { appointmentId } = await moveTo(asked, { visit, old: visit, toPoint, startsAt, channel: 'web', actor })
  return answerOf(house, toPoint, appointmentId)
}

/** The new place is booked first, under the key of the request, then the old one is let go. Answers the new one, and whether a mail goes out. */
export async function moveTo<T extends AnyRoute>(asked: Asked<T>, moving: Moving): Promise<{ appointmentId: Uuid; mailed: boolean }> {
  const { house } = asked
  const { visit, old, toPoint, actor } = moving
  await finishCutOff(house, visit)
  const id = newKey()
  const { visitId } = old.appointment
  const contact = await contactAt(house.connections.sql, visit.pointId, visitId)
  const ids = await change(
    asked,
    toPoint,
    (images, now) => {
      if (isThere(moving, images)) return { calendar: nothing, ids: { appointmentId: old.appointment.id } }
      const d = decideMove(id, moving, images, now)
      if (isRefusal(d)) return d
      const booked = d.appointments.find((a) => a.id === id)!
      return {
        calendar: d,
        ids: { appointmentId: id },
        messages: messagesOf(booked, 'moved', now),
        contacts: contact ? [contactOf(visitId, booked.day, contact)] : [],
      }
    },
    { appointmentIds: [old.appointment.id, ...idsAt(visit, toPoint)] },
  )
  const appointmentId = String(ids.appointmentId)
  const { calendar } = await house.keeper.kept(toPoint, [appointmentId])
  const booked = calendar.appointments.get(appointmentId)
  if (booked) await finishMove(house, toPoint, booked, actor)
  return { appointmentId, mailed: Boolean(contact?.email) }
}

/** The visitor chose the time that it has: gone back and pressed again. Nothing changes, and nobody gets a mail. Staff may mean another lane. */
function isThere({ old, toPoint, startsAt, actor }: Moving, { calendar }: Images): boolean {
  const now = calendar.appointments.get(old.appointment.id)
  return actor.kind === 'visitor' && old.pointId === toPoint && now?.state === 'booked' && now.startsAt === startsAt
}

const nothing: CalendarChange = { shiftDays: [], dropped: [], appointments: [], history: [] }

function decideMove(id: Uuid, moving: Moving, { calendar, settings }: Images, now: Instant): Refusal | CalendarChange {
  const { startsAt, channel, actor } = moving
  const old = calendar.appointments.get(moving.old.appointment.id) ?? moving.old.appointment
  if (old.state !== 'booked' && old.state !== 'unconfirmed')
    return refuse('wrong-appointment-state', { appointmentId: old.id, state: old.state })
  return moveIn(
    calendar,
    {
      id,
      replaces: { pointId: moving.old.pointId, id: old.id },
      carried: old,
      channel,
      day: dayOf(startsAt, settings.zone),
      startsAt,
      actor,
      coolMinutes: drawCoolMinutes(settings.calendar.coolMinutes),
    },
    now,
  )
}
