import { appointmentMoves } from './appointment-moves.ts'
import type { Appointment, Calendar } from './calendar.ts'
import { type AppointmentDecided, decided, draftOf, put } from './calendar-draft.ts'
import { letReplacedGo } from './cancel.ts'
import type { Actor, Uuid } from './ids.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { type HoldRequest, holdsOfVisit, type Outcome, placeIn, readSpot, refuseTaken, takePlace } from './take-place.ts'
import { type Instant, minuteMs, quantumMs } from './time.ts'

/**
 * `confirmMinutes`: the booking is to be confirmed within so many; null or absent where it stands at once. `coolMinutes`: how long the slot
 * cools that it takes the place of, drawn by the asker; else the calendar's.
 */
type Terms = { confirmMinutes?: number | null; coolMinutes?: number | undefined }

const outcomeOf = ({ confirmMinutes }: Terms, now: Instant): Outcome =>
  confirmMinutes ? { state: 'unconfirmed', until: now + confirmMinutes * minuteMs } : { state: 'booked', until: null }

/**
 * Holds a slot while details are typed. Refuses what is never offered (service-not-here, too-many-people, in-the-past, slot-not-offered),
 * what is taken (slot-taken, with the `next` best starts), a second time for a visit that has one and does not replace it
 * (limit-reached), and a replaced one that is unknown or over. Other holds of the same visit go free in the same change; so does
 * what is past its time (holds, the unconfirmed, cooling slots) where it stands in the way.
 */
export function hold(calendar: Calendar, request: HoldRequest, now: Instant): Refusal | AppointmentDecided {
  const draft = draftOf(calendar, request.actor, now)
  const held = takePlace(draft, request, { state: 'held', until: now + calendar.settings.holdMinutes * minuteMs })
  return isRefusal(held) ? held : decided(draft, held)
}

/** Books without a hold, as the phone desk and partners do. Refuses as `hold`; lets a replaced appointment of this point go. */
export function bookNow(calendar: Calendar, request: HoldRequest & Terms, now: Instant): Refusal | AppointmentDecided {
  const draft = draftOf(calendar, request.actor, now)
  const booked = takePlace(draft, request, outcomeOf(request, now))
  return isRefusal(booked) ? booked : (letReplacedGo(draft, booked, request.coolMinutes) ?? decided(draft, booked))
}

/**
 * Books what is held; unconfirmed where confirmation is asked. A hold whose time is over is booked all the same while its slot is still
 * free, on whatever lane; else hold-expired, with the `next` best starts. Booked twice is the same answer. An appointment of this point
 * that it replaces is cancelled in the same change; one elsewhere is for the asker to cancel after.
 */
export function book(
  calendar: Calendar,
  request: { appointmentId: Uuid; actor: Actor } & Terms,
  now: Instant,
): Refusal | AppointmentDecided {
  const before = calendar.appointments.get(request.appointmentId)
  if (!before) return refuse('appointment-unknown', { appointmentId: request.appointmentId })
  const outcome = outcomeOf(request, now)
  const next = appointmentMoves[before.state][outcome.state === 'booked' ? 'book' : 'ask-confirmation']
  const draft = draftOf(calendar, request.actor, now)
  if (next === null) return refuse('wrong-appointment-state', { appointmentId: before.id, state: before.state })
  if (next === 'same') return decided(draft, before)
  const late = before.until === null || before.until <= now
  if (late && before.startsAt < now) return refuseTaken(calendar, 'hold-expired', before, now)
  if (before.state === 'held') {
    const after = { ...before, ...outcome }
    put(draft, before, after, 'book')
    return letReplacedGo(draft, after, request.coolMinutes) ?? decided(draft, after)
  }
  const spot = readSpot(calendar, before, now)
  const holds = holdsOfVisit(calendar, before.visitId, before.replaces?.id, now)
  if (isRefusal(holds)) return holds
  const found = isRefusal(spot) ? null : placeIn(draft, spot, holds)
  if (!found) return refuseTaken(calendar, 'hold-expired', before, now)
  const { shiftDay, quanta } = found
  const after: Appointment = { ...before, ...outcome, shiftId: shiftDay.shiftId, quanta, endsAt: before.startsAt + quanta * quantumMs }
  put(draft, before, after, 'book', { renewed: true })
  return letReplacedGo(draft, after, request.coolMinutes) ?? decided(draft, after)
}

/** Confirms a booking that asked for it; twice is the same answer. Too late (hold-expired) once its slot went free or its time began. */
export function confirm(calendar: Calendar, request: { appointmentId: Uuid; actor: Actor }, now: Instant): Refusal | AppointmentDecided {
  const before = calendar.appointments.get(request.appointmentId)
  if (!before) return refuse('appointment-unknown', { appointmentId: request.appointmentId })
  const draft = draftOf(calendar, request.actor, now)
  const next = appointmentMoves[before.state].confirm
  if (next === 'same') return decided(draft, before)
  const late = before.until !== null && before.until <= now && before.startsAt < now
  if (before.state === 'expired' || (next !== null && late)) return refuseTaken(calendar, 'hold-expired', before, now)
  if (next === null) return refuse('wrong-appointment-state', { appointmentId: before.id, state: before.state })
  const after: Appointment = { ...before, state: 'booked', until: null }
  put(draft, before, after, 'confirm')
  return letReplacedGo(draft, after) ?? decided(draft, after)
}
