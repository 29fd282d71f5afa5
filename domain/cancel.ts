import { type AppointmentAct, appointmentMoves } from './appointment-moves.ts'
import type { Appointment, Calendar } from './calendar.ts'
import { type AppointmentDecided, type Draft, decided, draftOf, put } from './calendar-draft.ts'
import type { Actor, Uuid } from './ids.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { type Instant, iso, minuteMs } from './time.ts'

/** One appointment, and who acts on it. */
export type AppointmentRequest = { appointmentId: Uuid; actor: Actor }

type Begun = { draft: Draft; before: Appointment; next: Appointment['state'] | 'same' }

/** Looks the appointment up and its move in the table: appointment-unknown, wrong-appointment-state. */
export function begin(calendar: Calendar, request: AppointmentRequest, act: AppointmentAct, now: Instant): Begun | Refusal {
  const before = calendar.appointments.get(request.appointmentId)
  if (!before) return refuse('appointment-unknown', { appointmentId: request.appointmentId })
  const next = appointmentMoves[before.state][act]
  if (next === null) return refuse('wrong-appointment-state', { appointmentId: before.id, state: before.state })
  return { draft: draftOf(calendar, request.actor, now), before, next }
}

function cancelIn(draft: Draft, before: Appointment, reason: string | null, coolMinutes: number): Appointment {
  const until = before.state === 'held' || coolMinutes <= 0 ? null : draft.now + coolMinutes * minuteMs
  const sequence = before.state === 'held' || reason === 'moved' ? before.sequence : before.sequence + 1
  const after: Appointment = { ...before, state: 'cancelled', until, sequence }
  put(draft, before, after, 'cancel', { reason })
  return after
}

/**
 * Cancels. A hold's slot is free at once; a booked one cools until it returns (`coolMinutes`, else the calendar's), so that nobody can hand
 * a slot on to a chosen person. Twice is the same answer; so is cancelling what has expired. `reason` is a code, `moved` for the old one of a move.
 */
export function cancel(
  calendar: Calendar,
  request: AppointmentRequest & { reason?: string | null; coolMinutes?: number },
  now: Instant,
): Refusal | AppointmentDecided {
  const begun = begin(calendar, request, request.reason === 'moved' ? 'move' : 'cancel', now)
  if (isRefusal(begun)) return begun
  const { draft, before, next } = begun
  if (next === 'same') return decided(draft, before)
  return decided(draft, cancelIn(draft, before, request.reason ?? null, request.coolMinutes ?? calendar.settings.coolMinutes))
}

/** In the change that books an appointment: cancels the one of this point that it replaces. Refuses where that has arrived meanwhile. */
export function letReplacedGo(draft: Draft, booked: Appointment, coolMinutes?: number): Refusal | null {
  const { calendar } = draft
  if (booked.state !== 'booked' || booked.replaces?.pointId !== calendar.pointId) return null
  const { id } = booked.replaces
  const old = draft.appointments.findLast((a) => a.id === id) ?? calendar.appointments.get(id)
  if (!old) return refuse('appointment-unknown', { appointmentId: id })
  const move = appointmentMoves[old.state].move
  if (move === null && old.state !== 'expired') return refuse('wrong-appointment-state', { appointmentId: old.id, state: old.state })
  if (move === 'cancelled') cancelIn(draft, old, 'moved', coolMinutes ?? calendar.settings.coolMinutes)
  return null
}

/** Gives a cancelled slot back once it has cooled (before that: too-early). Twice is the same answer. */
export function release(calendar: Calendar, request: AppointmentRequest, now: Instant): Refusal | AppointmentDecided {
  const begun = begin(calendar, request, 'release', now)
  if (isRefusal(begun)) return begun
  const { draft, before } = begun
  if (before.until === null) return decided(draft, before)
  if (before.until > now) return refuse('too-early', { until: iso(before.until) })
  const after: Appointment = { ...before, until: null }
  put(draft, before, after, 'release')
  return decided(draft, after)
}

/** Lets a hold or an unconfirmed booking go once its time is over (before that: too-early). Twice is the same answer. */
export function expire(calendar: Calendar, request: AppointmentRequest, now: Instant): Refusal | AppointmentDecided {
  const begun = begin(calendar, request, 'expire', now)
  if (isRefusal(begun)) return begun
  const { draft, before, next } = begun
  if (next === 'same') return decided(draft, before)
  if (before.until !== null && before.until > now) return refuse('too-early', { until: iso(before.until) })
  const after: Appointment = { ...before, state: 'expired', until: null }
  put(draft, before, after, 'expire')
  return decided(draft, after)
}

/** What is due now among the appointments in memory: holds and unconfirmed ones to `expire`, cooled ones to `release`; longest due first. */
export function dueWork(calendar: Calendar, now: Instant): { appointmentId: Uuid; act: 'expire' | 'release' }[] {
  const due: Appointment[] = []
  for (const id of calendar.pending) {
    const a = calendar.appointments.get(id)
    if (a && a.until !== null && a.until <= now) due.push(a)
  }
  due.sort((a, b) => (a.until ?? 0) - (b.until ?? 0))
  return due.map((a) => ({ appointmentId: a.id, act: a.state === 'cancelled' ? 'release' : 'expire' }))
}
