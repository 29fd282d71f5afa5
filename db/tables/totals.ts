import { sql } from 'drizzle-orm'
import { boolean, check, date, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'

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
