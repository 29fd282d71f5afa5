import { type Appointment, applyToCalendar, type Calendar, type CalendarChange, type CalendarSettings, emptyCalendar } from './calendar.ts'
import type { Actor } from './ids.ts'
import type { Openings } from './openings.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { replan } from './replan.ts'
import type { Shift } from './shifts.ts'
import type { HoldRequest } from './take-place.ts'
import { type Day, instantOf } from './time.ts'

export const visitor: Actor = { kind: 'visitor', id: 'v' }
export const job: Actor = { kind: 'job', id: 'expiry' }
export const allWeek = [1, 2, 3, 4, 5, 6, 7]

/** Zones that change clocks, and how: at one, two or three in the night, at midnight, or not at all. */
export const zones = [
  'Europe/Lisbon',
  'Europe/Amsterdam',
  'Europe/Brussels',
  'Atlantic/Azores',
  'America/Sao_Paulo',
  'Atlantic/Madeira',
  'Europe/London',
  'Europe/Paris',
  'America/Havana',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
] as const

export const settings = (changed: Partial<CalendarSettings> = {}): CalendarSettings => ({
  zone: 'Europe/Amsterdam',
  gridMinutes: 15,
  holdMinutes: 10,
  coolMinutes: 30,
  leadMinutes: 0,
  horizonDays: 40_000,
  peopleMax: 6,
  services: {
    passport: { baseMinutes: 15, extraMinutes: 10, bookable: true, gridMinutes: null },
    moving: { baseMinutes: 20, extraMinutes: 0, bookable: true, gridMinutes: 10 },
    course: { baseMinutes: 60, extraMinutes: 0, bookable: true, gridMinutes: null },
    tips: { baseMinutes: 10, extraMinutes: 0, bookable: false, gridMinutes: null },
  },
  ...changed,
})

export const shift = (id: string, changed: Partial<Shift> = {}): Shift => ({
  id,
  pointId: 'aalter',
  kind: 'counter',
  weekdays: allWeek,
  from: '09:00',
  until: '12:00',
  firstDay: '2026-01-01',
  lastDay: null,
  serviceIds: ['passport', 'moving'],
  channels: [],
  seats: 0,
  ...changed,
})

export const openDaily = (from: string, until: string): Openings => ({
  week: allWeek.map((weekday) => ({ weekday, from, until })),
  exceptions: [],
  holidays: [],
})

/** A calendar planned through the verb that plans. */
export function calendarOf(at: {
  fromDay: Day
  days?: number
  shifts: readonly Shift[]
  openings?: Openings
  settings?: Partial<CalendarSettings>
  pointId?: string
}): Calendar {
  const calendar = emptyCalendar(at.pointId ?? 'aalter', settings(at.settings))
  const plan = { openings: at.openings ?? openDaily('00:00', '24:00'), shifts: at.shifts }
  apply(calendar, replan(calendar, { plan, fromDay: at.fromDay, days: at.days ?? 1, actor: job }, 0))
  return calendar
}

/** Applies what was decided; a refusal is a failed test. */
export function apply<Change extends CalendarChange>(calendar: Calendar, decision: Refusal | Change): Change {
  if (isRefusal(decision)) throw new Error(`refused: ${decision.refused} ${JSON.stringify(decision.details)}`)
  applyToCalendar(calendar, decision)
  return decision
}

let minted = 0
export const mint = (): string => `id-${String(++minted).padStart(8, '0')}`

/** A request to hold the first service at a wall time. */
export function wish(calendar: Calendar, day: Day, time: string, changed: Partial<HoldRequest> = {}): HoldRequest {
  const id = changed.id ?? mint()
  return {
    id,
    visitId: `visit of ${id}`,
    reference: 'K7PM2XQ4',
    serviceIds: ['passport'],
    people: 1,
    language: 'nl',
    channel: 'web',
    day,
    startsAt: instantOf(day, time, calendar.settings.zone),
    actor: visitor,
    ...changed,
  }
}

export const appointmentOf = (calendar: Calendar, id: string): Appointment => {
  const found = calendar.appointments.get(id)
  if (!found) throw new Error(`no appointment ${id}`)
  return found
}
