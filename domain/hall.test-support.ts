import type { Appointment } from './calendar.ts'
import type { Decision, HallDecision } from './decided.ts'
import { applyToHall, type Counter, emptyHall, type Hall, type HallChange, type HallSettings, type Ticket } from './hall.ts'
import type { Actor, CounterId } from './ids.ts'
import { newTicket } from './new-ticket.ts'
import { defaultPolicy } from './policy.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { type Instant, minuteMs } from './time.ts'

/** 24 November 2026, 09:00 in Brussels. */
export const nine: Instant = Date.UTC(2026, 10, 24, 8)
export const at = (minutes: number): Instant => nine + minutes * minuteMs
export const clerk: Actor = { kind: 'staff', id: '01937b00-0000-7000-8000-0000000000aa' }
export const kiosk: Actor = { kind: 'kiosk', id: '01937b00-0000-7000-8000-0000000000bb' }
export const idOf = (n: number): string => `01937b00-0000-7000-8000-${String(n).padStart(12, '0')}`

export const settings: HallSettings = {
  zone: 'Europe/Brussels',
  spans: [
    { from: nine, until: at(180) },
    { from: at(240), until: at(480) },
  ],
  policy: defaultPolicy,
  services: {
    passport: { baseMinutes: 15, extraMinutes: 10, series: 'A', walkIn: true },
    permit: { baseMinutes: 10, extraMinutes: 0, series: 'A', walkIn: true },
    parking: { baseMinutes: 5, extraMinutes: 0, series: 'B', walkIn: true },
    marriage: { baseMinutes: 45, extraMinutes: 0, series: 'C', walkIn: false },
  },
  peopleMax: 6,
}

export const counterOf = (id: CounterId, given: Partial<Counter> = {}): Counter => ({
  id,
  state: 'open',
  serviceIds: Object.keys(settings.services),
  staffId: `staff-${id}`,
  ticketId: null,
  sinceAt: nine,
  ...given,
})

export const hallWith = (counters: readonly Counter[] = [counterOf(1), counterOf(2)], given: Partial<HallSettings> = {}): Hall =>
  emptyHall({ pointId: 'aalter', day: '2026-11-24', settings: { ...settings, ...given }, counters })

export const ticketWith = (n: number, given: Partial<Ticket> = {}): Ticket => ({
  ...newTicket({
    id: idOf(n),
    series: 'A',
    number: n,
    serviceIds: ['passport'],
    people: 1,
    language: 'nl',
    origin: 'kiosk',
    takenAt: given.rankAt ?? nine,
    rankAt: nine,
    priority: 0,
    visitId: idOf(n + 1_000_000),
    appointmentId: null,
    appointmentAt: null,
    said: null,
    otherPointId: null,
  }),
  ...given,
})

/** Puts tickets into a hall, at their counters where they have one. */
export function put(hall: Hall, ...tickets: Ticket[]): Hall {
  const counters = tickets.flatMap((t) => {
    const counter = t.counterId === null ? undefined : hall.counters.get(t.counterId)
    return counter ? [{ ...counter, ticketId: t.id }] : []
  })
  applyToHall(hall, { tickets, counters, series: tickets.map((t) => [t.series, t.number]), state: null, lastActs: [], history: [] })
  return hall
}

/** Applies a decision that has to be one, and gives its answer. */
export function done<Answer>(hall: Hall, decision: HallDecision<Answer>): Answer {
  if (isRefusal(decision)) throw new Error(`refused: ${decision.refused} ${JSON.stringify(decision.details)}`)
  applyToHall(hall, decision)
  return decision.answer
}

/** The code of a refusal that has to be one. */
export function refusedBy(decision: Decision<HallChange, unknown> | Refusal | object): string {
  if (!isRefusal(decision)) throw new Error('not refused')
  return decision.refused
}

export const ticketIn = (hall: Hall, id: string): Ticket => {
  const ticket = hall.tickets.get(id)
  if (!ticket) throw new Error(`no ticket ${id}`)
  return ticket
}

export const appointmentWith = (given: Partial<Appointment> = {}): Appointment => ({
  id: idOf(500),
  visitId: idOf(501),
  reference: 'K7PM2XQ4',
  state: 'booked',
  serviceIds: ['passport'],
  people: 2,
  language: 'ar',
  channel: 'web',
  shiftId: idOf(502),
  day: '2026-11-24',
  quantum: 120,
  quanta: 5,
  startsAt: at(60),
  endsAt: at(85),
  wallTime: '10:00',
  zone: 'Europe/Brussels',
  until: null,
  sequence: 0,
  generation: 0,
  replaces: null,
  ticketId: null,
  createdAt: at(-5000),
  ...given,
})
