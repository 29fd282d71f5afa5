import type { Part, PartRows, PartTable } from '../../db/commit.ts'
import type { Row } from '../../db/commit-rows.ts'
import {
  answerRow,
  appointmentRow,
  contactRow,
  counterRow,
  historyRow,
  messageRow,
  planRow,
  shiftDayRow,
  ticketRow,
} from '../../db/rows.ts'
import { type CalendarChange, type ShiftDay, shiftDayKey } from '../../domain/calendar.ts'
import type { HallChange } from '../../domain/hall.ts'
import type { Decided, Place } from './place.ts'

/** Many decided changes of one place as one part: each row once with its last image, every history line, every answer. */
export function partOf(place: Place, decided: readonly Decided[]): Part {
  const { pointId } = place.settings
  const rows: PartRows = {}
  const hall = putHall(rows, place, decided)
  const calendar = putCalendar(rows, place, decided)
  for (const { change, wanted, at } of decided) {
    if (change.key) put(rows, 'answers', answerRow(pointId, { key: change.key, fingerprint: change.fingerprint, ids: wanted.ids, at }))
    if (wanted.messages) for (const m of wanted.messages) put(rows, 'outbox', messageRow(pointId, m))
    if (wanted.contacts) for (const c of wanted.contacts) put(rows, 'contacts', contactRow(pointId, c))
  }
  return { pointId, hall, calendar, rows }
}

function putHall(rows: PartRows, place: Place, decided: readonly Decided[]): Part['hall'] {
  const { pointId } = place.settings
  const { hall } = place.kept
  const { day, version } = hall
  const stream = `hall ${day}`
  const changes: HallChange[] = []
  for (const { wanted, hallVersion } of decided) {
    if (!wanted.hall) continue
    changes.push(wanted.hall)
    let line = 0
    for (const h of wanted.hall.history) put(rows, 'history', historyRow({ pointId, stream, version: hallVersion, line: line++ }, h))
  }
  if (changes.length === 0) return null
  const tickets = lastOf(
    changes.flatMap((c) => c.tickets),
    (t) => t.id,
  )
  // Unique indexes look at row after row: who leaves a counter is written before who comes to it.
  for (const t of leaversFirst(tickets, (one) => one.counterId))
    put(rows, t.counterId === null && !hall.tickets.has(t.id) ? 'new_tickets' : 'tickets', ticketRow(pointId, day, t))
  const counters = lastOf(
    changes.flatMap((c) => [...c.lastActs.flatMap(([id]) => place.ahead.hall.counters.get(id) ?? []), ...c.counters]),
    (c) => c.id,
  )
  for (const c of leaversFirst(counters, (one) => one.ticketId))
    put(rows, 'hall_counters', counterRow(pointId, day, c, place.ahead.hall.lastActs.get(c.id)))
  const series = lastOf(
    changes.flatMap((c) => c.series),
    ([letter]) => letter,
  )
  for (const [letter, last] of series) put(rows, 'hall_series', { point_id: pointId, day, series: letter, last })
  const state = changes.findLast((c) => c.state)?.state ?? null
  return { day, from: version, to: version + changes.length, state }
}

function putCalendar(rows: PartRows, place: Place, decided: readonly Decided[]): Part['calendar'] {
  const { pointId } = place.settings
  const { version, shiftDays } = place.kept.calendar
  const last = new Map<string, ShiftDay | null>()
  const changes: CalendarChange[] = []
  const stream = 'calendar'
  for (const { wanted, calendarVersion } of decided) {
    if (!wanted.calendar) continue
    changes.push(wanted.calendar)
    let line = 0
    for (const h of wanted.calendar.history)
      put(rows, 'history', historyRow({ pointId, stream, version: calendarVersion, line: line++ }, h))
  }
  if (changes.length === 0) return null
  for (const c of changes) {
    for (const s of c.shiftDays) last.set(shiftDayKey(s.shiftId, s.day), s)
    for (const key of c.dropped) last.set(key, null)
  }
  for (const [key, s] of last)
    if (s) put(rows, 'shift_days', shiftDayRow(pointId, s, shiftDays.get(key)))
    else put(rows, 'dropped', { point_id: pointId, shift_id: key.slice(11), day: key.slice(0, 10) })
  const appointments = lastOf(
    changes.flatMap((c) => c.appointments),
    (a) => a.id,
  )
  for (const a of appointments) {
    const seats = place.ahead.calendar.shiftDays.get(shiftDayKey(a.shiftId, a.day))?.seats ?? 0
    put(rows, 'appointments', appointmentRow(pointId, a, seats))
  }
  const plans = decided.flatMap((d) => d.wanted.plan ?? [])
  const plan = plans.at(-1)
  if (plan) put(rows, 'plans', planRow(pointId, { ...plan, revision: plans[0]!.revision, next: plan.revision + 1 }))
  return { from: version, to: version + changes.length }
}

function put(rows: PartRows, table: PartTable, row: Row): void {
  const there = rows[table]
  if (there) there.push(row)
  else rows[table] = [row]
}

/** Each thing once, with its last image, in the order in which they came first. */
const lastOf = <T>(images: readonly T[], key: (one: T) => unknown): readonly T[] =>
  images.length < 2 ? images : [...new Map(images.map((one) => [key(one), one])).values()]

const leaversFirst = <T>(rows: readonly T[], holds: (row: T) => unknown): readonly T[] =>
  rows.length < 2 ? rows : [...rows.filter((row) => holds(row) === null), ...rows.filter((row) => holds(row) !== null)]
