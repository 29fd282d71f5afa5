import type { Actor, Channel, PointId, ServiceId, Uuid } from './ids.ts'
import type { Day, Instant, WallTime } from './time.ts'

export const appointmentStates = ['held', 'unconfirmed', 'booked', 'arrived', 'cancelled', 'missed', 'expired'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** A booked slot, from hold to its end. One row; each change makes a new object. */
export type Appointment = {
  id: Uuid
  /** Survives a move across points, with the reference, the link and the calendar entry. */
  visitId: Uuid
  /** Eight characters without look-alikes, shown as `K7PM 2XQ4`; opens nothing by itself. */
  reference: string
  state: AppointmentState
  serviceIds: readonly ServiceId[]
  people: number
  language: string
  channel: Channel
  shiftId: Uuid
  day: Day
  /** First quantum since the start of the local day, and how many. */
  quantum: number
  quanta: number
  startsAt: Instant
  endsAt: Instant
  /** The wall time and zone that were promised. */
  wallTime: WallTime
  zone: string
  /** Till when a hold or an unconfirmed booking stands, or a cancelled slot cools; null otherwise. */
  until: Instant | null
  /** iCalendar SEQUENCE: up by one with each change the visitor must see. */
  sequence: number
  /** Generation of the manage link: a new one revokes the old. */
  generation: number
  /** The appointment that this one replaces in a move; let go once this one stands. */
  replaces: { pointId: PointId; id: Uuid } | null
  ticketId: Uuid | null
  createdAt: Instant
}

export type ShiftKind = 'counter' | 'overbooking' | 'seats'

/** One lane of planned capacity on one service day. Bits are quanta since the start of the local day, lowest bit of word 0 first. */
export type ShiftDay = {
  shiftId: Uuid
  day: Day
  kind: ShiftKind
  serviceIds: readonly ServiceId[]
  /** Channels that may book it; empty means all. */
  channels: readonly Channel[]
  open: Uint32Array
  busy: Uint32Array
  /** Places of each sitting, for `seats`; 0 otherwise. */
  seats: number
  /** Taken places by first quantum of the sitting, for `seats`. */
  taken: Readonly<Record<number, number>>
}

export type CalendarSettings = {
  zone: string
  /** Slots start on this grid of wall-clock minutes: a divisor of 60. */
  gridMinutes: number
  holdMinutes: number
  /** A cancelled slot returns after so long; a fixed figure here, the draw is the api's. */
  coolMinutes: number
  leadMinutes: number
  horizonDays: number
  peopleMax: number
  services: Readonly<Record<ServiceId, { baseMinutes: number; extraMinutes: number; bookable: boolean; gridMinutes: number | null }>>
}

export type Calendar = {
  pointId: PointId
  version: number
  settings: CalendarSettings
  /** By `shiftDayKey`. */
  shiftDays: Map<string, ShiftDay>
  /** Keys of the shift-days of each day, for a walk over one day. */
  byDay: Map<Day, string[]>
  /** Appointments loaded so far, as they were touched. Filled by `putAppointment` only. */
  appointments: Map<Uuid, Appointment>
  /** Ids of those with `until`: holds, the unconfirmed and what cools. */
  pending: Set<Uuid>
  /** Ids of those that still stand, by visit. */
  byVisit: Map<Uuid, readonly Uuid[]>
}

export type CalendarAct = 'hold' | 'book' | 'confirm' | 'cancel' | 'expire' | 'release' | 'arrive' | 'miss' | 'move' | 'replan' | 'unarrive'

/** One line of history: ids and codes only. */
export type CalendarLine = { at: Instant; actor: Actor; act: CalendarAct; appointmentId: Uuid | null; what: Record<string, unknown> }

/** What a decision about a calendar changes: each row once, its last image, and every history line. */
export type CalendarChange = {
  shiftDays: readonly ShiftDay[]
  /** Keys of shift-days that are gone from the plan. */
  dropped: readonly string[]
  appointments: readonly Appointment[]
  history: readonly CalendarLine[]
}

/** Key of a shift's day in a calendar. */
export const shiftDayKey = (shiftId: Uuid, day: Day): string => `${day} ${shiftId}`

/** A calendar with nothing planned. */
export const emptyCalendar = (pointId: PointId, settings: CalendarSettings): Calendar => ({
  pointId,
  version: 0,
  settings,
  shiftDays: new Map(),
  byDay: new Map(),
  appointments: new Map(),
  pending: new Set(),
  byVisit: new Map(),
})

const standing: ReadonlySet<AppointmentState> = new Set(['held', 'unconfirmed', 'booked', 'arrived'])

/** True while the visitor has a place: held, unconfirmed, booked or arrived. */
export const stands = (appointment: Appointment): boolean => standing.has(appointment.state)

/** True while the bits (or places) of its shift-day are its own: standing, missed (its time is over), or cooling. */
export const ownsBits = (appointment: Appointment): boolean =>
  stands(appointment) || appointment.state === 'missed' || (appointment.state === 'cancelled' && appointment.until !== null)

/** Puts an appointment into an image, in place, as a change does and as loading must. */
export function putAppointment(calendar: Calendar, appointment: Appointment): void {
  const before = calendar.appointments.get(appointment.id)
  calendar.appointments.set(appointment.id, appointment)
  if (appointment.until !== null) calendar.pending.add(appointment.id)
  else calendar.pending.delete(appointment.id)
  const now = stands(appointment)
  if (now === (before !== undefined && stands(before))) return
  const others = calendar.byVisit.get(appointment.visitId)
  if (now) calendar.byVisit.set(appointment.visitId, others ? [...others, appointment.id] : [appointment.id])
  else if (others && others.length > 1)
    calendar.byVisit.set(
      appointment.visitId,
      others.filter((id) => id !== appointment.id),
    )
  else calendar.byVisit.delete(appointment.visitId)
}

/** Puts a shift-day into an image, in place. */
export function putShiftDay(calendar: Calendar, shiftDay: ShiftDay): void {
  const key = shiftDayKey(shiftDay.shiftId, shiftDay.day)
  if (!calendar.shiftDays.has(key)) {
    const keys = calendar.byDay.get(shiftDay.day)
    if (keys) keys.push(key)
    else calendar.byDay.set(shiftDay.day, [key])
  }
  calendar.shiftDays.set(key, shiftDay)
}

/** Puts the rows of a change into an image of the calendar, in place, and moves its version on by one. */
export function applyToCalendar(calendar: Calendar, change: CalendarChange): void {
  for (const shiftDay of change.shiftDays) putShiftDay(calendar, shiftDay)
  for (const key of change.dropped) {
    const day = calendar.shiftDays.get(key)?.day
    calendar.shiftDays.delete(key)
    if (day) {
      const keys = calendar.byDay.get(day)?.filter((k) => k !== key) ?? []
      if (keys.length) calendar.byDay.set(day, keys)
      else calendar.byDay.delete(day)
    }
  }
  for (const appointment of change.appointments) putAppointment(calendar, appointment)
  calendar.version += 1
}
