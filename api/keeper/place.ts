import type { Contact, Message } from '../../db/rows.ts'
import { applyToCalendar, type Calendar, type CalendarChange } from '../../domain/calendar.ts'
import { applyToHall, type Hall, type HallChange } from '../../domain/hall.ts'
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
  /** Decides on the images that are ahead. Asked again where the commit was lost: it changes nothing else. */
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

/** Both images of one point: `ahead` is what decisions read, `kept` is what anyone may see, and `settings` with it. */
export type Place = {
  settings: PointSettings
  day: Day
  /** When the next service day begins. */
  dayEndsAt: Instant
  ahead: Images
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
  ahead: { settings, hall: copyHall(hall), calendar: copyCalendar(calendar) },
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
  if (wanted.plan) place.ahead.settings = replanned(place.ahead.settings, wanted.plan)
  if (wanted.calendar) applyToCalendar(place.ahead.calendar, wanted.calendar)
}

/** What a commit of this process changed of a calendar: the days, and the version that it had before. */
export type OwnMove = { calendar: Calendar; from: number; days: ReadonlySet<Day> }

/** The days of a calendar that decided changes touch; null where they touch none, or replace the plan of the point. */
export function daysOf(decided: readonly Decided[]): Set<Day> | null {
  let days: Set<Day> | null = null
  for (const { wanted } of decided) {
    if (wanted.plan) return null
    if (!wanted.calendar) continue
    days ??= new Set()
    for (const { day } of wanted.calendar.shiftDays) days.add(day)
    for (const key of wanted.calendar.dropped) days.add(key.slice(0, 10))
  }
  return days
}

const replanned = (settings: PointSettings, { revision, plan }: NonNullable<Wanted['plan']>): PointSettings => ({
  ...settings,
  revision: revision + 1,
  openings: plan.openings,
})

/** Puts committed changes into the images that anyone sees. */
export function applyKept(place: Place, decided: readonly Decided[]): void {
  for (const { wanted } of decided) {
    if (wanted.hall) applyToHall(place.kept.hall, wanted.hall)
    if (wanted.plan) place.settings = replanned(place.settings, wanted.plan)
    if (wanted.calendar) applyToCalendar(place.kept.calendar, wanted.calendar)
  }
}
