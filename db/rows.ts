import type { Appointment, CalendarLine, ShiftDay } from '../domain/calendar.ts'
import type { Counter, HallLine, LastAct, Ticket } from '../domain/hall.ts'
import type { PointId, Uuid } from '../domain/ids.ts'
import type { Plan } from '../domain/replan.ts'
import type { Shift } from '../domain/shifts.ts'
import type { Day, Instant } from '../domain/time.ts'
import { readInstant, writeInstant } from './tables/columns.ts'

/** What is not there is left out: JSON drops it, and the row that is read from it has null there. */
const at = (instant: Instant | null): string | undefined => (instant === null ? undefined : writeInstant(instant))
const from = (text: string | null): Instant | null => (text === null ? null : readInstant(text))

type Row = Record<string, unknown>

/** A ticket as the commit statement takes it. */
export const ticketRow = (pointId: PointId, day: Day, t: Ticket): Row => ({
  point_id: pointId,
  id: t.id,
  day,
  series: t.series,
  number: t.number,
  voided: t.voided ?? undefined,
  state: t.state,
  service_ids: t.serviceIds,
  people: t.people,
  language: t.language,
  origin: t.origin,
  taken_at: at(t.takenAt),
  rank_at: at(t.rankAt),
  priority: t.priority,
  visit_id: t.visitId,
  appointment_id: t.appointmentId ?? undefined,
  appointment_at: at(t.appointmentAt),
  counter_id: t.counterId ?? undefined,
  only_counter_id: t.onlyCounterId ?? undefined,
  calls: t.calls,
  called_at: at(t.calledAt),
  started_at: at(t.startedAt),
  ended_at: at(t.endedAt),
  said_from: t.said?.fromMinutes,
  said_until: t.said?.untilMinutes,
  reason: t.reason ?? undefined,
  other_point_id: t.otherPointId ?? undefined,
})

// biome-ignore lint/suspicious/noExplicitAny: a row as the driver hands it over, shaped by the tables
type Loaded = any

/** A ticket as it was loaded. */
export const ticketOf = (r: Loaded): Ticket => ({
  id: r.id,
  series: r.series,
  number: r.number,
  voided: r.voided,
  state: r.state,
  serviceIds: r.service_ids,
  people: r.people,
  language: r.language,
  origin: r.origin,
  takenAt: readInstant(r.taken_at),
  rankAt: readInstant(r.rank_at),
  priority: r.priority,
  visitId: r.visit_id,
  appointmentId: r.appointment_id,
  appointmentAt: from(r.appointment_at),
  counterId: r.counter_id,
  onlyCounterId: r.only_counter_id,
  calls: r.calls,
  calledAt: from(r.called_at),
  startedAt: from(r.started_at),
  endedAt: from(r.ended_at),
  said: r.said_from === null ? null : { fromMinutes: r.said_from, untilMinutes: r.said_until },
  reason: r.reason,
  otherPointId: r.other_point_id,
})

/** A counter of a hall's day as the commit statement takes it. */
export const counterRow = (pointId: PointId, day: Day, c: Counter, lastAct: LastAct | undefined): Row => ({
  point_id: pointId,
  day,
  id: c.id,
  state: c.state,
  service_ids: c.serviceIds,
  staff_id: c.staffId,
  ticket_id: c.ticketId,
  since_at: at(c.sinceAt),
  last_act: lastAct,
})

/** A counter of a hall's day as it was loaded. */
export const counterOf = (r: Loaded): Counter => ({
  id: r.id,
  state: r.state,
  serviceIds: r.service_ids,
  staffId: r.staff_id,
  ticketId: r.ticket_id,
  sinceAt: from(r.since_at),
})

const signed = (words: Uint32Array): number[] => Array.from(new Int32Array(words.buffer, words.byteOffset, words.length))

/** A shift-day as the commit statement takes it; `was` is the image of the busy bits that it stands on, null for a new row. */
export const shiftDayRow = (pointId: PointId, s: ShiftDay, was: ShiftDay | undefined): Row => ({
  point_id: pointId,
  shift_id: s.shiftId,
  day: s.day,
  kind: s.kind,
  service_ids: s.serviceIds,
  channels: s.channels,
  open: signed(s.open),
  busy: signed(s.busy),
  seats: s.seats,
  taken: s.taken,
  was: was ? signed(was.busy) : null,
})

/** A shift-day as it was loaded. */
export const shiftDayOf = (r: Loaded): ShiftDay => ({
  shiftId: r.shift_id,
  day: r.day,
  kind: r.kind,
  serviceIds: r.service_ids,
  channels: r.channels,
  open: Uint32Array.from(r.open),
  busy: Uint32Array.from(r.busy),
  seats: r.seats,
  taken: r.taken,
})

/** An appointment as the commit statement takes it. */
export const appointmentRow = (pointId: PointId, a: Appointment, seats: number): Row => ({
  point_id: pointId,
  id: a.id,
  visit_id: a.visitId,
  reference: a.reference,
  state: a.state,
  service_ids: a.serviceIds,
  people: a.people,
  language: a.language,
  channel: a.channel,
  shift_id: a.shiftId,
  day: a.day,
  quantum: a.quantum,
  quanta: a.quanta,
  starts_at: at(a.startsAt),
  ends_at: at(a.endsAt),
  wall_time: a.wallTime,
  zone: a.zone,
  until_at: at(a.until),
  sequence: a.sequence,
  generation: a.generation,
  replaces: a.replaces,
  ticket_id: a.ticketId,
  created_at: at(a.createdAt),
  seats,
})

/** An appointment as it was loaded. */
export const appointmentOf = (r: Loaded): Appointment => ({
  id: r.id,
  visitId: r.visit_id,
  reference: r.reference,
  state: r.state,
  serviceIds: r.service_ids,
  people: r.people,
  language: r.language,
  channel: r.channel,
  shiftId: r.shift_id,
  day: r.day,
  quantum: r.quantum,
  quanta: r.quanta,
  startsAt: readInstant(r.starts_at),
  endsAt: readInstant(r.ends_at),
  wallTime: r.wall_time,
  zone: r.zone,
  until: from(r.until_at),
  sequence: r.sequence,
  generation: r.generation,
  replaces: r.replaces,
  ticketId: r.ticket_id,
  createdAt: readInstant(r.created_at),
})

/** A plan as the commit statement takes it; `revision` is the one that it stands on, `next` the one that it makes. */
export const planRow = (pointId: PointId, p: { revision: number; next: number; plan: Plan }): Row => ({
  point_id: pointId,
  revision: p.revision,
  next: p.next,
  openings: p.plan.openings,
  shifts: p.plan.shifts.map((s) => ({
    id: s.id,
    kind: s.kind,
    weekdays: s.weekdays,
    from_time: s.from,
    until_time: s.until,
    first_day: s.firstDay,
    last_day: s.lastDay,
    service_ids: s.serviceIds,
    channels: s.channels,
    seats: s.seats,
  })),
})

/** A shift as it was loaded. */
export const shiftOf = (r: Loaded): Shift => ({
  id: r.id,
  pointId: r.point_id,
  kind: r.kind,
  weekdays: r.weekdays,
  from: r.from_time,
  until: r.until_time,
  firstDay: r.first_day,
  lastDay: r.last_day,
  serviceIds: r.service_ids,
  channels: r.channels,
  seats: r.seats,
})

/** A line of history as the commit statement takes it. */
export const historyRow = (key: { pointId: PointId; stream: string; version: number; line: number }, h: HallLine | CalendarLine): Row => ({
  point_id: key.pointId,
  stream: key.stream,
  version: key.version,
  line: key.line,
  at: at(h.at),
  actor_kind: h.actor.kind,
  actor_id: h.actor.id,
  act: h.act,
  what: 'ticketId' in h ? { ...h.what, ticketId: h.ticketId, counterId: h.counterId } : { ...h.what, appointmentId: h.appointmentId },
})

/** A remembered answer as the commit statement takes it. */
export const answerRow = (pointId: PointId, a: { key: Uuid; fingerprint: string; ids: Record<string, unknown>; at: Instant }): Row => ({
  point_id: pointId,
  key: a.key,
  fingerprint: a.fingerprint,
  ids: a.ids,
  at: at(a.at),
})

/** A message that waits to be sent, as the commit statement takes it. */
export const messageRow = (pointId: PointId, m: Message): Row => ({
  point_id: pointId,
  id: m.id,
  kind: m.kind,
  visit_id: m.visitId,
  sequence: m.sequence,
  due_at: at(m.dueAt),
  tries: 0,
  sent_at: null,
  failed: null,
})

/** How to reach someone, as the commit statement takes it. */
export const contactRow = (pointId: PointId, c: Contact): Row => ({
  point_id: pointId,
  visit_id: c.visitId,
  name: c.name,
  email: c.email,
  phone: c.phone,
  erase_on: c.eraseOn,
})

export type Message = {
  id: Uuid
  kind: 'booked' | 'moved' | 'cancelled' | 'reminder' | 'sooner'
  visitId: Uuid
  sequence: number
  dueAt: Instant
}
export type Contact = { visitId: Uuid; name: string; email: string | null; phone: string | null; eraseOn: Day }
