import { Problem } from '../../contract/problems.ts'
import { type Appointment, stands } from '../../domain/calendar.ts'
import { cancel } from '../../domain/cancel.ts'
import type { Actor, PointId, Uuid } from '../../domain/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { House } from '../house.ts'
import { drawCoolMinutes } from './cool-minutes.ts'
import type { FoundVisit } from './find.ts'
import { messageOf } from './messages.ts'

/**
 * Lets the old place at another point go once the new one stands. The new appointment's id is the key of that change, so that a second run
 * (the job after a crash) does nothing. Where the old place was let go for somebody else's sake meanwhile (two moves at once, a cancellation,
 * an arrival), the new one is let go instead and the move is refused: a visit never has two places.
 */
export async function finishMove(house: House, pointId: PointId, booked: Appointment, actor?: Actor): Promise<void> {
  try {
    await finish(house, pointId, booked, actor)
  } catch (error) {
    if (error instanceof Problem) throw error
    house.log.fault(error, { move: booked.id })
  }
}

/**
 * A move to another point that was cut off is finished before anything else is asked of its visit: else the old place would outlast what took
 * its place. Throws where it cannot be finished now, or is refused.
 */
export async function finishCutOff(house: House, { pointId, appointment, all }: FoundVisit): Promise<void> {
  const old = all.find((f) => f.appointment.id === appointment.replaces?.id)
  if (old && stands(old.appointment)) await finish(house, pointId, appointment)
}

async function finish(
  house: House,
  pointId: PointId,
  booked: Appointment,
  actor: Actor = { kind: 'visitor', id: booked.visitId },
): Promise<void> {
  const { replaces, state } = booked
  if ((state !== 'booked' && state !== 'arrived') || !replaces || replaces.pointId === pointId) return
  const answer = await letOldGo(house, booked, replaces, actor)
  if ('refusal' in answer) {
    await letNewGo(house, pointId, booked)
    await forgetContact(house, pointId, booked.visitId)
    throw new Problem(answer.refusal.refused, answer.refusal.details)
  }
  await forgetContact(house, replaces.pointId, booked.visitId)
}

const letOldGo = (house: House, booked: Appointment, replaces: { pointId: PointId; id: string }, actor: Actor) =>
  house.keeper.change({
    pointId: replaces.pointId,
    key: booked.id,
    fingerprint: 'moved',
    appointmentIds: [replaces.id],
    decide({ calendar, settings }, now) {
      const old = calendar.appointments.get(replaces.id)
      if (old?.state !== 'booked' && old?.state !== 'unconfirmed') return goneAlready(old)
      const coolMinutes = drawCoolMinutes(settings.calendar.coolMinutes)
      const d = cancel(calendar, { appointmentId: old.id, actor, reason: 'moved', coolMinutes }, now)
      return isRefusal(d) ? d : { calendar: d, ids: { appointmentId: old.id } }
    },
  })

const goneAlready = (old: Appointment | undefined): Refusal =>
  old ? refuse('wrong-appointment-state', { appointmentId: old.id, state: old.state }) : refuse('appointment-unknown')

const letNewGo = (house: House, pointId: PointId, booked: Appointment) =>
  house.keeper.change({
    pointId,
    key: null,
    fingerprint: '',
    appointmentIds: [booked.id],
    decide({ calendar }, now) {
      if (calendar.appointments.get(booked.id)?.state !== 'booked') return refuse('wrong-appointment-state')
      const d = cancel(
        calendar,
        { appointmentId: booked.id, actor: { kind: 'visitor', id: booked.visitId }, reason: 'moved-elsewhere' },
        now,
      )
      if (isRefusal(d)) return d
      const cancelled = d.appointments.find((a) => a.id === booked.id)
      return { calendar: d, ids: {}, messages: cancelled ? [messageOf('cancelled', cancelled, now)] : [] }
    },
  })

/** A point that a visit has left, for one where it stands, keeps no name. */
async function forgetContact(house: House, pointId: PointId, visitId: Uuid): Promise<void> {
  const sql = house.connections.slowSql
  const standing = sql`select 1 from appointments a where a.visit_id = ${visitId} and a.state in ('held', 'unconfirmed', 'booked', 'arrived')`
  await sql`
    delete from contacts where point_id = ${pointId} and visit_id = ${visitId}
    and not exists (${standing} and a.point_id = ${pointId}) and exists (${standing} and a.point_id <> ${pointId})`
}
