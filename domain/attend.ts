import type { Appointment, Calendar } from './calendar.ts'
import { type AppointmentDecided, decided, put } from './calendar-draft.ts'
import { type AppointmentRequest, begin } from './cancel.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { type Instant, iso } from './time.ts'

/** Takes an arrival back, as undo does: booked again, without a ticket. */
export function unarriveAppointment(calendar: Calendar, request: AppointmentRequest, now: Instant): Refusal | AppointmentDecided {
  const begun = begin(calendar, request, 'unarrive', now)
  if (isRefusal(begun)) return begun
  const { draft, before, next } = begun
  if (next === 'same') return decided(draft, before)
  const after: Appointment = { ...before, state: 'booked', ticketId: null }
  put(draft, before, after, 'unarrive')
  return decided(draft, after)
}

/** Says that nobody came, once the time has begun (before that: too-early). Its bits stay its own: that time is over. Twice is the same. */
export function missAppointment(calendar: Calendar, request: AppointmentRequest, now: Instant): Refusal | AppointmentDecided {
  const begun = begin(calendar, request, 'miss', now)
  if (isRefusal(begun)) return begun
  const { draft, before, next } = begun
  if (next === 'same') return decided(draft, before)
  if (now < before.startsAt) return refuse('too-early', { startsAt: iso(before.startsAt) })
  const after: Appointment = { ...before, state: 'missed' }
  put(draft, before, after, 'miss')
  return decided(draft, after)
}
