import { emptyRows, type Part } from '../../db/commit.ts'
import {
  answerRow,
  appointmentRow,
  type Contact,
  contactRow,
  counterRow,
  historyRow,
  type Message,
  messageRow,
  planRow,
  shiftDayRow,
  ticketRow,
} from '../../db/rows.ts'
import { type Appointment, applyToCalendar, type Calendar, type CalendarChange, type ShiftDay, shiftDayKey } from '../../domain/calendar.ts'
import { applyToHall, type Counter, type Hall, type HallChange, type Ticket } from '../../domain/hall.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Plan } from '../../domain/replan.ts'
import { addDays, type Day, dayStart, type Instant } from '../../domain/time.ts'
import { copyCalendar, copyHall, type PointSettings } from './load.ts'

/** What a decision sees of its point. The calendar holds the appointments that were asked for. */
export type Images = { settings: PointSettings; hall: Hall; calendar: Calendar }

/** What a decision wants to happen; `ids` is the answer that is remembered. */
export type Wanted = {
  hall?: HallChange
  calendar?: CalendarChange
  /** Another plan of the point, and the revision that it was made from; it goes with a change to the calendar, whose version guards it. */
  plan?: { revision: number; plan: Plan }
  ids: Record<string, unknown>
  messages?: readonly Message[]
  contacts?: readonly Contact[]
}

/** One thing asked of a point. Jobs have no key: what they do can be done again. */
export type Change = {
  pointId: PointId
  key: Uuid | null
  fingerprint: string
  appointmentIds?: readonly Uuid[]
  /** Appointments by the tickets they came with, where an act on a ticket touches its appointment. */
  decide(images: Images, now: Instant): Refusal | Wanted
}

export type Answer = { ids: Record<string, unknown>; replayed: boolean } | { refusal: Refusal } | { reused: true }

/** A change that was decided and waits for its commit. */
export type Decided = {
  change: Change
  wanted: Wanted
  at: Instant
  hallVersion: number
  calendarVersion: number
  settle: (answer: Answer) => void
  fail: (error: unknown) => void
}

/** Both images of one point: `ahead` is what decisions read, `kept` is what anyone may see. */
export type Place = {
  settings: PointSettings
  day: Day
  /** When the next service day begins. */
  dayEndsAt: Instant
  ahead: { hall: Hall; calendar: Calendar }
  kept: { hall: Hall; calendar: Calendar }
  pending: Decided[]
  /** True while a commit of this place is under way. */
  inFlight: boolean
  /** Set where another process is known to have written. */
  stale: boolean
  /** Who waits until a commit has landed, or until this place is no longer the one that is held; null while nobody does. */
  moved: PromiseWithResolvers<void> | null
}

/** A place fresh from the database. */
export const makePlace = (settings: PointSettings, hall: Hall, calendar: Calendar): Place => ({
  settings,
  day: hall.day,
  dayEndsAt: dayStart(addDays(hall.day, 1), settings.zone),
  kept: { hall, calendar },
  ahead: { hall: copyHall(hall), calendar: copyCalendar(calendar) },
  pending: [],
  inFlight: false,
  stale: false,
  moved: null,
})

/** Wakes who waits for this place to move on. */
export function tellMoved(place: Place): void {
  const { moved } = place
  place.moved = null
  moved?.resolve()
}

/** Ends when this place has moved on. */
export function untilMoved(place: Place): Promise<void> {
  place.moved ??= Promise.withResolvers()
  return place.moved.promise
}

/** Puts a decided change into the images that decisions read. */
export function applyAhead(place: Place, wanted: Wanted): void {
  if (wanted.hall) applyToHall(place.ahead.hall, wanted.hall)
  if (wanted.calendar) applyToCalendar(place.ahead.calendar, wanted.calendar)
}

/** Puts committed changes into the images that anyone sees. */
export function applyKept(place: Place, decided: readonly Decided[]): void {
  for (const { wanted } of decided) {
    if (wanted.hall) applyToHall(place.kept.hall, wanted.hall)
    if (wanted.plan) place.settings = { ...place.settings, revision: wanted.plan.revision + 1, openings: wanted.plan.plan.openings }
    if (wanted.calendar) applyToCalendar(place.kept.calendar, wanted.calendar)
  }
}

/** Many decided changes of one place as one part: each row once with its last image, every history line, every answer. */
export function partOf(place: Place, decided: readonly Decided[]): Part {
  const { pointId } = place.settings
  const { hall, calendar } = place.kept
  const rows = emptyRows()
  const tickets = new Map<Uuid, Ticket>()
  const counters = new Map<number, Counter>()
  const series = new Map<string, number>()
  const shiftDays = new Map<string, ShiftDay | null>()
  const appointments = new Map<Uuid, Appointment>()
  let halls = 0
  let calendars = 0
  let state: Hall['state'] | null = null
  let plan = null as Parameters<typeof planRow>[1] | null
  for (const { change, wanted, at, hallVersion, calendarVersion } of decided) {
    if (wanted.hall) {
      halls += 1
      for (const t of wanted.hall.tickets) tickets.set(t.id, t)
      for (const c of wanted.hall.counters) counters.set(c.id, c)
      for (const [letter, last] of wanted.hall.series) series.set(letter, last)
      state = wanted.hall.state ?? state
      const stream = `hall ${hall.day}`
      rows.history.push(...wanted.hall.history.map((h, line) => historyRow({ pointId, stream, version: hallVersion, line }, h)))
    }
    if (wanted.calendar) {
      calendars += 1
      for (const s of wanted.calendar.shiftDays) shiftDays.set(shiftDayKey(s.shiftId, s.day), s)
      for (const key of wanted.calendar.dropped) shiftDays.set(key, null)
      for (const a of wanted.calendar.appointments) appointments.set(a.id, a)
      rows.history.push(
        ...wanted.calendar.history.map((h, line) => historyRow({ pointId, stream: 'calendar', version: calendarVersion, line }, h)),
      )
    }
    if (wanted.plan) plan = { ...wanted.plan, revision: plan?.revision ?? wanted.plan.revision, next: wanted.plan.revision + 1 }
    if (change.key) rows.answers.push(answerRow(pointId, { key: change.key, fingerprint: change.fingerprint, ids: wanted.ids, at }))
    for (const m of wanted.messages ?? []) rows.outbox.push(messageRow(pointId, m))
    for (const c of wanted.contacts ?? []) rows.contacts.push(contactRow(pointId, c))
  }
  // Unique indexes look at row after row: who leaves a counter is written before who comes to it.
  for (const t of leaversFirst(tickets.values(), (one) => one.counterId)) {
    const table = t.counterId === null && !hall.tickets.has(t.id) ? rows.new_tickets : rows.tickets
    table.push(ticketRow(pointId, hall.day, t))
  }
  for (const c of leaversFirst(counters.values(), (one) => one.ticketId)) rows.hall_counters.push(counterRow(pointId, hall.day, c))
  if (plan) rows.plans.push(planRow(pointId, plan))
  for (const [letter, last] of series) rows.hall_series.push({ point_id: pointId, day: hall.day, series: letter, last })
  for (const [key, s] of shiftDays) {
    if (s) rows.shift_days.push(shiftDayRow(pointId, s, calendar.shiftDays.get(key)))
    else rows.dropped.push({ point_id: pointId, shift_id: key.slice(11), day: key.slice(0, 10) })
  }
  for (const a of appointments.values())
    rows.appointments.push(appointmentRow(pointId, a, place.ahead.calendar.shiftDays.get(shiftDayKey(a.shiftId, a.day))?.seats ?? 0))
  return {
    pointId,
    hall: halls ? { day: hall.day, from: hall.version, to: hall.version + halls, state } : null,
    calendar: calendars ? { from: calendar.version, to: calendar.version + calendars } : null,
    rows,
  }
}

const leaversFirst = <Row>(rows: Iterable<Row>, holds: (row: Row) => unknown): Row[] => {
  const [leaving, staying]: [Row[], Row[]] = [[], []]
  for (const row of rows) (holds(row) === null ? leaving : staying).push(row)
  return [...leaving, ...staying]
}
