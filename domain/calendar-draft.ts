import { clearRange, setRange } from './bits.ts'
import {
  type Appointment,
  type Calendar,
  type CalendarAct,
  type CalendarChange,
  type CalendarLine,
  ownsBits,
  type ShiftDay,
  shiftDayKey,
} from './calendar.ts'
import type { Decided } from './decided.ts'
import type { Actor, Uuid } from './ids.ts'
import type { Day, Instant } from './time.ts'

/** What every verb about one appointment decides; its row is among the change's, or in the image where nothing changed. */
export type AppointmentDecided = Decided<CalendarChange, { appointmentId: Uuid }>

/** A change being put together: rows of the draft go before those of the image, which is never touched. */
export type Draft = {
  calendar: Calendar
  now: Instant
  actor: Actor
  shiftDays: ShiftDay[]
  appointments: Appointment[]
  history: CalendarLine[]
}

/** A draft in which nothing has changed yet. */
export const draftOf = (calendar: Calendar, actor: Actor, now: Instant): Draft => ({
  calendar,
  now,
  actor,
  shiftDays: [],
  appointments: [],
  history: [],
})

/** A lane as the draft has it. */
export const laneIn = (draft: Draft, shiftId: Uuid, day: Day): ShiftDay | undefined =>
  draft.shiftDays.find((s) => s.shiftId === shiftId && s.day === day) ?? draft.calendar.shiftDays.get(shiftDayKey(shiftId, day))

function putLane(draft: Draft, shiftDay: ShiftDay): void {
  const i = draft.shiftDays.findIndex((s) => s.shiftId === shiftDay.shiftId && s.day === shiftDay.day)
  if (i < 0) draft.shiftDays.push(shiftDay)
  else draft.shiftDays[i] = shiftDay
}

/** The lane with an appointment's bits set, or its people counted in its sitting. */
export function withTaken(lane: ShiftDay, a: Appointment): ShiftDay {
  if (lane.kind === 'seats') return { ...lane, taken: { ...lane.taken, [a.quantum]: (lane.taken[a.quantum] ?? 0) + a.people } }
  const busy = lane.busy.slice()
  setRange(busy, a.quantum, a.quanta)
  return { ...lane, busy }
}

/** The lane without an appointment's bits or people. Only for one that owns them: they go free exactly once. */
export function withFreed(lane: ShiftDay, a: Appointment): ShiftDay {
  if (lane.kind === 'seats') {
    const { [a.quantum]: before = 0, ...others } = lane.taken
    return { ...lane, taken: before > a.people ? { ...others, [a.quantum]: before - a.people } : others }
  }
  const busy = lane.busy.slice()
  clearRange(busy, a.quantum, a.quanta)
  return { ...lane, busy }
}

/** Puts an appointment's new image into the draft, with its line of history; its bits go free or taken as the two images own them. */
export function put(
  draft: Draft,
  before: Appointment | null,
  after: Appointment,
  act: CalendarAct,
  what: Record<string, unknown> = {},
): void {
  const owned = before !== null && ownsBits(before)
  const lane = owned === ownsBits(after) ? undefined : laneIn(draft, after.shiftId, after.day)
  if (lane) putLane(draft, owned ? withFreed(lane, after) : withTaken(lane, after))
  draft.appointments.push(after)
  draft.history.push({
    at: draft.now,
    actor: draft.actor,
    act,
    appointmentId: after.id,
    what: { from: before?.state ?? null, to: after.state, ...what },
  })
}

/** The decision that a draft has become. */
export const decided = (draft: Draft, appointment: Appointment): AppointmentDecided => ({
  shiftDays: draft.shiftDays,
  dropped: [],
  appointments: draft.appointments,
  history: draft.history,
  answer: { appointmentId: appointment.id },
})
