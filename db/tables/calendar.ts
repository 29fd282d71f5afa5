import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Appointment, AppointmentState, ShiftKind } from '../../domain/calendar.ts'
import type { Channel } from '../../domain/ids.ts'
import { instant } from './columns.ts'

export const calendars = pgTable('calendars', {
  pointId: text().primaryKey(),
  version: bigint({ mode: 'number' }).notNull().default(0),
  /** The last day that shift-days have been made for. */
  plannedUntil: date({ mode: 'string' }),
})

/** Bits of 5-minute quanta since the start of the local day as ten signed 32-bit words. */
export const shiftDays = pgTable(
  'shift_days',
  {
    pointId: text().notNull(),
    shiftId: uuid().notNull(),
    day: date({ mode: 'string' }).notNull(),
    kind: text().$type<ShiftKind>().notNull(),
    serviceIds: text().array().notNull(),
    channels: text().$type<Channel>().array().notNull(),
    open: integer().array().notNull(),
    busy: integer().array().notNull(),
    seats: integer().notNull(),
    taken: jsonb().$type<Record<number, number>>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'shift_days_key', columns: [t.pointId, t.shiftId, t.day] }),
    check('shift_days_words', sql`cardinality(${t.open}) = 10 and cardinality(${t.busy}) = 10`),
    index('shift_days_by_day').on(t.pointId, t.day),
  ],
)

export const appointments = pgTable(
  'appointments',
  {
    pointId: text().notNull(),
    id: uuid().notNull(),
    visitId: uuid().notNull(),
    reference: text().notNull(),
    state: text().$type<AppointmentState>().notNull(),
    serviceIds: text().array().notNull(),
    people: integer().notNull(),
    language: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    shiftId: uuid().notNull(),
    day: date({ mode: 'string' }).notNull(),
    quantum: integer().notNull(),
    quanta: integer().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    wallTime: text().notNull(),
    zone: text().notNull(),
    until: instant('until_at'),
    sequence: integer().notNull(),
    generation: integer().notNull(),
    replaces: jsonb().$type<Appointment['replaces']>(),
    ticketId: uuid(),
    createdAt: instant().notNull(),
    /** Copied from the shift, so that the index below speaks of lanes only. */
    seats: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'appointments_key', columns: [t.pointId, t.id] }),
    uniqueIndex('appointments_one_at_a_start')
      .on(t.pointId, t.shiftId, t.day, t.quantum)
      .where(sql`seats = 0 and state in ('held', 'unconfirmed', 'booked', 'arrived')`),
    index('appointments_visit').on(t.visitId),
    index('appointments_reference').on(t.pointId, t.reference),
    index('appointments_day').on(t.pointId, t.day),
    index('appointments_until').on(t.until).where(sql`until_at is not null`),
    index('appointments_moved').on(t.pointId, t.id).where(sql`replaces is not null and state = 'booked'`),
    check('appointments_state', sql`${t.state} in ('held', 'unconfirmed', 'booked', 'arrived', 'cancelled', 'missed', 'expired')`),
    check('appointments_length', sql`${t.quanta} between 1 and 300 and ${t.endsAt} > ${t.startsAt}`),
  ],
)

/** Appointments that no longer fit the plan and that somebody has decided to leave as they are. */
export const leftAsIs = pgTable(
  'left_as_is',
  {
    pointId: text().notNull(),
    appointmentId: uuid().notNull(),
    at: instant().notNull(),
    staffId: uuid().notNull(),
  },
  (t) => [primaryKey({ name: 'left_as_is_key', columns: [t.pointId, t.appointmentId] })],
)

/** The one table with personal data. A job erases a row when its date has come. */
export const contacts = pgTable(
  'contacts',
  {
    pointId: text().notNull(),
    visitId: uuid().notNull(),
    name: text().notNull(),
    email: text(),
    phone: text(),
    eraseOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ name: 'contacts_key', columns: [t.pointId, t.visitId] }), index('contacts_erase_on').on(t.eraseOn)],
)
