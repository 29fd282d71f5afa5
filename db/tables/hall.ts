import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { CounterState, Hall, LastAct, Ticket, TicketState } from '../../domain/hall.ts'
import { instant } from './columns.ts'

export const halls = pgTable(
  'halls',
  {
    pointId: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    version: bigint({ mode: 'number' }).notNull().default(0),
    state: text().$type<Hall['state']>().notNull().default('open'),
  },
  (t) => [primaryKey({ name: 'halls_key', columns: [t.pointId, t.day] }), check('halls_state', sql`${t.state} in ('open', 'closed')`)],
)

export const tickets = pgTable(
  'tickets',
  {
    pointId: text().notNull(),
    id: uuid().notNull(),
    day: date({ mode: 'string' }).notNull(),
    series: text().notNull(),
    number: integer().notNull(),
    voided: text(),
    state: text().$type<TicketState>().notNull(),
    serviceIds: text().array().notNull(),
    people: integer().notNull(),
    language: text().notNull(),
    origin: text().$type<Ticket['origin']>().notNull(),
    takenAt: instant().notNull(),
    rankAt: instant().notNull(),
    priority: integer().$type<Ticket['priority']>().notNull(),
    visitId: uuid().notNull(),
    appointmentId: uuid(),
    appointmentAt: instant(),
    counterId: integer(),
    onlyCounterId: integer(),
    calls: integer().notNull(),
    calledAt: instant(),
    startedAt: instant(),
    endedAt: instant(),
    saidFrom: integer(),
    saidUntil: integer(),
    reason: text(),
    otherPointId: text(),
  },
  (t) => [
    primaryKey({ name: 'tickets_key', columns: [t.pointId, t.id] }),
    unique('tickets_label_unique').on(t.pointId, t.day, t.series, t.number),
    uniqueIndex('tickets_one_at_a_counter').on(t.pointId, t.day, t.counterId).where(sql`state in ('called', 'serving')`),
    check('tickets_state', sql`${t.state} in ('waiting', 'called', 'serving', 'parked', 'finished', 'missed', 'left', 'sent')`),
    check('tickets_counter_when_called', sql`(${t.state} in ('called', 'serving')) <= (${t.counterId} is not null)`),
    check('tickets_people', sql`${t.people} between 1 and 99`),
  ],
)

export const hallCounters = pgTable(
  'hall_counters',
  {
    pointId: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    id: integer().notNull(),
    state: text().$type<CounterState>().notNull(),
    serviceIds: text().array().notNull(),
    staffId: uuid(),
    ticketId: uuid(),
    sinceAt: instant(),
    /** What undo takes back: the last act here, with what it found and what it left. */
    lastAct: jsonb().$type<LastAct>(),
  },
  (t) => [
    primaryKey({ name: 'hall_counters_key', columns: [t.pointId, t.day, t.id] }),
    uniqueIndex('hall_counters_one_place_for_a_ticket').on(t.pointId, t.day, t.ticketId).where(sql`ticket_id is not null`),
    check('hall_counters_state', sql`${t.state} in ('closed', 'open', 'paused')`),
  ],
)

export const hallSeries = pgTable(
  'hall_series',
  {
    pointId: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    series: text().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ name: 'hall_series_key', columns: [t.pointId, t.day, t.series] })],
)

/** What happened, append-only; the stream is `hall 2026-11-24` or `calendar`. A job seals it in a hash chain. */
export const history = pgTable(
  'history',
  {
    pointId: text().notNull(),
    stream: text().notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    line: integer().notNull(),
    at: instant().notNull(),
    actorKind: text().notNull(),
    actorId: text().notNull(),
    act: text().notNull(),
    what: jsonb().$type<Record<string, unknown>>().notNull(),
    seal: text(),
  },
  (t) => [
    primaryKey({ name: 'history_key', columns: [t.pointId, t.stream, t.version, t.line] }),
    index('history_unsealed').on(t.pointId, t.at).where(sql`seal is null`),
  ],
)

/** Committed answers by Idempotency-Key, as ids and not bodies. */
export const answers = pgTable(
  'answers',
  {
    pointId: text().notNull(),
    key: uuid().notNull(),
    /** Hash of who asked what: the same key with another body is refused. */
    fingerprint: text().notNull(),
    ids: jsonb().$type<Record<string, unknown>>().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'answers_key', columns: [t.pointId, t.key] }), index('answers_at').on(t.at)],
)

/** What waits to be sent, written in the commit of what it tells; rendered from the state at sending. */
export const outbox = pgTable(
  'outbox',
  {
    pointId: text().notNull(),
    id: uuid().notNull(),
    kind: text().notNull(),
    visitId: uuid().notNull(),
    sequence: integer().notNull(),
    dueAt: instant().notNull(),
    tries: integer().notNull().default(0),
    sentAt: instant(),
    failed: text(),
  },
  (t) => [
    primaryKey({ name: 'outbox_key', columns: [t.pointId, t.id] }),
    unique('outbox_one_message').on(t.pointId, t.visitId, t.kind, t.sequence),
    index('outbox_due').on(t.dueAt).where(sql`sent_at is null`),
  ],
)
