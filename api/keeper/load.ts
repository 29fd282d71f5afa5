import type { Sql } from '../../db/connect.ts'
import { lanesAlike, lanesOfAlike } from '../../db/lanes.ts'
import { appointmentOf, counterOf, ticketOf } from '../../db/rows.ts'
import {
  type Appointment,
  type Calendar,
  type CalendarSettings,
  emptyCalendar,
  putAppointment,
  putShiftDay,
} from '../../domain/calendar.ts'
import { type Counter, emptyHall, type Hall, type HallSettings, isDone, type LastAct } from '../../domain/hall.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { type Openings, openSpans } from '../../domain/openings.ts'
import { defaultPolicy, type Policy } from '../../domain/policy.ts'
import type { Day } from '../../domain/time.ts'

/** What a keeper needs to know of a point; loaded again when its revision moves. */
export type PointSettings = {
  pointId: PointId
  revision: number
  zone: string
  openings: Openings
  policy: Policy
  peopleMax: number
  counters: readonly Counter[]
  calendar: CalendarSettings
  services: HallSettings['services']
}

type PointRow = {
  revision: number
  zone: string
  openings: Openings
  policy: Partial<Policy>
  people_max: number
  grid_minutes: number
  hold_minutes: number
  cool_minutes: number
  lead_minutes: number
  horizon_days: number
  services: { id: string; series: string; walk_in: boolean; bookable: boolean; base_minutes: number; extra_minutes: number }[] | null
  counters: { id: number; service_ids: string[] }[] | null
}

/** The settings of a point, or null where there is no such point. One round trip. */
export async function loadSettings(sql: Sql, pointId: PointId): Promise<PointSettings | null> {
  const [row] = await sql<PointRow[]>`
    select p.revision, p.zone, p.openings, p.policy, p.people_max, p.grid_minutes, p.hold_minutes, p.cool_minutes, p.lead_minutes, p.horizon_days,
      (select json_agg(json_build_object('id', s.id, 'series', ps.series, 'walk_in', ps.walk_in, 'bookable', ps.bookable,
        'base_minutes', s.base_minutes, 'extra_minutes', s.extra_minutes) order by ps.place)
        from point_services ps join services s on s.id = ps.service_id where ps.point_id = p.id) as services,
      (select json_agg(json_build_object('id', c.id, 'service_ids', c.service_ids) order by c.id) from counters c where c.point_id = p.id) as counters
    from points p where p.id = ${pointId}`
  if (!row) return null
  const services = row.services ?? []
  return {
    pointId,
    revision: row.revision,
    zone: row.zone,
    openings: row.openings,
    policy: { ...defaultPolicy, ...row.policy },
    peopleMax: row.people_max,
    counters: (row.counters ?? []).map((c) => ({
      id: c.id,
      state: 'closed',
      serviceIds: c.service_ids,
      staffId: null,
      ticketId: null,
      sinceAt: null,
    })),
    services: Object.fromEntries(
      services.map((s) => [s.id, { baseMinutes: s.base_minutes, extraMinutes: s.extra_minutes, series: s.series, walkIn: s.walk_in }]),
    ),
    calendar: {
      zone: row.zone,
      gridMinutes: row.grid_minutes,
      holdMinutes: row.hold_minutes,
      coolMinutes: row.cool_minutes,
      leadMinutes: row.lead_minutes,
      horizonDays: row.horizon_days,
      peopleMax: row.people_max,
      services: Object.fromEntries(
        services.map((s) => [
          s.id,
          { baseMinutes: s.base_minutes, extraMinutes: s.extra_minutes, bookable: s.bookable, gridMinutes: null },
        ]),
      ),
    },
  }
}

/** The hall of one day, made where it is not there yet. Version and rows are of one moment: one statement. */
export async function loadHall(sql: Sql, settings: PointSettings, day: Day): Promise<Hall> {
  const { pointId } = settings
  const find = () => sql`
    select h.version, h.state,
      (select json_agg(t) from tickets t where t.point_id = h.point_id and t.day = h.day) as tickets,
      (select json_agg(c) from hall_counters c where c.point_id = h.point_id and c.day = h.day) as counters,
      (select json_agg(s) from hall_series s where s.point_id = h.point_id and s.day = h.day) as series
    from halls h where h.point_id = ${pointId} and h.day = ${day}`
  const make = () => sql`insert into halls (point_id, day) values (${pointId}, ${day}) on conflict do nothing`
  const row = (await find())[0] ?? (await make().then(find))[0]
  if (!row) throw new Error(`hall of ${pointId} on ${day} went away while it was loaded`)
  const hall = emptyHall({
    pointId,
    day,
    counters: settings.counters,
    settings: {
      zone: settings.zone,
      spans: openSpans(settings.openings, day, settings.zone),
      policy: settings.policy,
      services: settings.services,
      peopleMax: settings.peopleMax,
    },
  })
  hall.version = Number(row.version)
  hall.state = row.state
  for (const r of row.tickets ?? []) {
    const ticket = ticketOf(r)
    hall.tickets.set(ticket.id, ticket)
    if (!isDone(ticket.state)) hall.active.set(ticket.id, ticket)
  }
  for (const r of row.counters ?? []) {
    hall.counters.set(r.id, counterOf(r))
    if (r.last_act) hall.lastActs.set(r.id, r.last_act)
  }
  for (const r of row.series ?? []) hall.series.set(r.series, r.last)
  for (const [id, last] of hall.lastActs) hall.lastActs.set(id, linked(hall, last))
  return hall
}

/** A last act whose rows are the very objects of the hall again, where nothing has touched them since: that is what undo looks at. */
const linked = (hall: Hall, last: LastAct): LastAct => ({
  ...last,
  after: {
    tickets: last.after.tickets.map((t) => theSame(hall.tickets.get(t.id), t)),
    counters: last.after.counters.map((c) => theSame(hall.counters.get(c.id), c)),
  },
})

const theSame = <T extends object>(now: T | undefined, then: T): T =>
  now && Object.keys(then).every((name) => JSON.stringify(now[name as keyof T]) === JSON.stringify(then[name as keyof T])) ? now : then

/**
 * The calendar of a point from `fromDay` on, with the appointments that have an end of their own (holds, unconfirmed, cooling), so that
 * whoever wants their slot finds them due; the others are loaded as they are touched.
 */
export async function loadCalendar(sql: Sql, settings: PointSettings, fromDay: Day): Promise<Calendar> {
  const { pointId } = settings
  const find = () => sql`
    select c.version, (select json_agg(l) from (${lanesAlike(sql, sql`shift_days s where s.point_id = ${pointId} and s.day >= ${fromDay}`)}) l) as lanes,
      (select json_agg(a) from appointments a where a.point_id = c.point_id and a.until_at is not null and a.day >= ${fromDay}) as pending
    from calendars c where c.point_id = ${pointId}`
  const make = () => sql`insert into calendars (point_id) values (${pointId}) on conflict do nothing`
  const row = (await find())[0] ?? (await make().then(find))[0]
  if (!row) throw new Error(`calendar of ${pointId} went away while it was loaded`)
  const calendar = emptyCalendar(pointId, settings.calendar)
  calendar.version = Number(row.version)
  for (const r of row.lanes ?? []) for (const lane of lanesOfAlike(r)) putShiftDay(calendar, lane)
  for (const r of row.pending ?? []) putAppointment(calendar, appointmentOf(r))
  return calendar
}

/** Appointments of a point by id; those that are not there are left out. */
export async function loadAppointments(sql: Sql, pointId: PointId, ids: readonly Uuid[]): Promise<Appointment[]> {
  if (ids.length === 0) return []
  const rows = await sql`select to_json(a) as a from appointments a where point_id = ${pointId} and id in ${sql(ids)}`
  return rows.map((r) => appointmentOf(r.a))
}

/** A second image that shares the rows of the first: rows are never changed, only replaced. */
export const copyHall = (hall: Hall): Hall => ({
  ...hall,
  tickets: new Map(hall.tickets),
  active: new Map(hall.active),
  counters: new Map(hall.counters),
  series: new Map(hall.series),
  lastActs: new Map(hall.lastActs),
})

/** A second image that shares the rows of the first. */
export const copyCalendar = (calendar: Calendar): Calendar => ({
  ...calendar,
  shiftDays: new Map(calendar.shiftDays),
  byDay: new Map([...calendar.byDay].map(([day, keys]) => [day, [...keys]])),
  appointments: new Map(calendar.appointments),
  pending: new Set(calendar.pending),
  byVisit: new Map(calendar.byVisit),
})
