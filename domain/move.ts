import { bookNow } from './book.ts'
import type { Appointment, Calendar } from './calendar.ts'
import type { AppointmentDecided } from './calendar-draft.ts'
import type { Actor, Channel, PointId, Uuid } from './ids.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Day, Instant } from './time.ts'

/** What goes with a visit from one place to the next. */
export type Carried = Pick<
  Appointment,
  'visitId' | 'reference' | 'serviceIds' | 'people' | 'language' | 'channel' | 'sequence' | 'generation'
>

/** A move in one step: the new time, and what it replaces. `carried` is the old appointment where that is at another point. */
export type MoveRequest = {
  id: Uuid
  replaces: { pointId: PointId; id: Uuid }
  carried?: Carried
  channel?: Channel
  day: Day
  startsAt: Instant
  actor: Actor
  /** How long the old slot cools, where it is here; else the calendar's figure. */
  coolMinutes?: number | undefined
}

/**
 * Moves a visit to another time of this point, or to this point from another: the new place is booked first, with the visit's id,
 * reference and link, its SEQUENCE one up. The old one is cancelled in the same change when it is here; elsewhere the asker cancels it
 * after, with reason `moved` (a job does where a crash came between). Refuses as `hold` does, and appointment-unknown.
 */
export function move(calendar: Calendar, request: MoveRequest, now: Instant): Refusal | AppointmentDecided {
  const { id, replaces, day, startsAt, actor, coolMinutes } = request
  const old = replaces.pointId === calendar.pointId ? calendar.appointments.get(replaces.id) : request.carried
  if (!old) return refuse('appointment-unknown', { appointmentId: replaces.id })
  const { visitId, reference, serviceIds, people, language, sequence, generation } = old
  const channel = request.channel ?? old.channel
  return bookNow(
    calendar,
    {
      id,
      visitId,
      reference,
      serviceIds,
      people,
      language,
      channel,
      day,
      startsAt,
      actor,
      replaces,
      sequence: sequence + 1,
      generation,
      coolMinutes,
    },
    now,
  )
}
