import { sql } from 'drizzle-orm'
import { boolean, check, date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'

/**
 * What a hall's day came to, by the first service of each ticket; written from the tickets when the hall is closed, so that reports need no
 * ticket of long ago. `wait_minutes` has one entry for each ticket that was called, sorted; `said_minutes` has at the same place the longest
 * wait that this ticket was told, null where it was told none.
 */
export const dayTotals = pgTable(
  'day_totals',
  {
    pointId: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    serviceId: text().notNull(),
    web: smallint().notNull(),
    phone: smallint().notNull(),
    desk: smallint().notNull(),
    partner: smallint().notNull(),
    walkIn: smallint().notNull(),
    finished: smallint().notNull(),
    missed: smallint().notNull(),
    left: smallint().notNull(),
    sent: smallint().notNull(),
    /** Made up for a demonstration: no ticket stands behind it. */
    simulated: boolean().notNull().default(false),
    waitMinutes: smallint().array().notNull(),
    saidMinutes: smallint().array().notNull(),
  },
  (t) => [
    primaryKey({ name: 'day_totals_key', columns: [t.pointId, t.day, t.serviceId] }),
    check(
      'day_totals_add_up',
      sql`${t.web} + ${t.phone} + ${t.desk} + ${t.partner} + ${t.walkIn} = ${t.finished} + ${t.missed} + ${t.left} + ${t.sent}`,
    ),
    check('day_totals_said_beside_wait', sql`cardinality(${t.waitMinutes}) = cardinality(${t.saidMinutes})`),
  ],
)

/** What a week's totals are rolled up by: a day, a point or a first service of it. */
export const rolledBy = ['day', 'point', 'service'] as const

/**
 * The totals of a whole week (its Monday) over all points, once by day, once by point and once by service, with how many tickets had each
 * wait: a year of a network is read from some thousand of these instead of millions of the rows that they are made of. `id` is a day, a
 * point or a service. Minutes are sorted; `wait_tickets` and `told_tickets` stand at the place of their wait, `said_tickets` of what was said.
 */
export const rolledTotals = pgTable(
  'rolled_totals',
  {
    week: date({ mode: 'string' }).notNull(),
    by: text({ enum: rolledBy }).notNull(),
    id: text().notNull(),
    web: integer().notNull(),
    phone: integer().notNull(),
    desk: integer().notNull(),
    partner: integer().notNull(),
    walkIn: integer().notNull(),
    finished: integer().notNull(),
    missed: integer().notNull(),
    left: integer().notNull(),
    sent: integer().notNull(),
    simulated: boolean().notNull(),
    waitMinutes: smallint().array().notNull(),
    waitTickets: integer().array().notNull(),
    toldTickets: integer().array().notNull(),
    saidMinutes: smallint().array().notNull(),
    saidTickets: integer().array().notNull(),
    /** Called no later than they had been told. */
    kept: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'rolled_totals_key', columns: [t.week, t.by, t.id] }),
    check('rolled_totals_by', sql`${t.by} in ('day', 'point', 'service')`),
    check(
      'rolled_totals_add_up',
      sql`${t.web} + ${t.phone} + ${t.desk} + ${t.partner} + ${t.walkIn} = ${t.finished} + ${t.missed} + ${t.left} + ${t.sent}`,
    ),
    check(
      'rolled_totals_tickets_beside_minutes',
      sql`cardinality(${t.waitMinutes}) = cardinality(${t.waitTickets}) and cardinality(${t.waitMinutes}) = cardinality(${t.toldTickets}) and cardinality(${t.saidMinutes}) = cardinality(${t.saidTickets})`,
    ),
  ],
)

/** Weeks that were rolled up; `stale` where a hall of the week was closed since, so that it has to be done again. */
export const rolledWeeks = pgTable('rolled_weeks', { week: date({ mode: 'string' }).notNull(), stale: boolean().notNull() }, (t) => [
  primaryKey({ name: 'rolled_weeks_key', columns: [t.week] }),
])
