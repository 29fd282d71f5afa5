import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Paper } from '../../domain/device.ts'
import { instant } from './columns.ts'

/** People who work here. A subject of an issuer, so that sign-in by OIDC is one more issuer; `local` keeps a password hash. */
export const staff = pgTable(
  'staff',
  {
    id: uuid().primaryKey(),
    issuer: text().notNull(),
    subject: text().notNull(),
    /** As colleagues know them; staff are not visitors, yet it stays out of history and logs. */
    name: text().notNull(),
    passwordHash: text(),
    language: text().notNull().default('nl'),
    disabledAt: instant(),
  },
  (t) => [unique('staff_subject_unique').on(t.issuer, t.subject)],
)

export const roles = pgTable(
  'roles',
  {
    staffId: uuid()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    role: text().$type<'clerk' | 'point-manager' | 'network-manager' | 'admin'>().notNull(),
    /** A point's id, or `*` for the whole network. */
    scope: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'roles_key', columns: [t.staffId, t.role, t.scope] }),
    check('roles_role', sql`${t.role} in ('clerk', 'point-manager', 'network-manager', 'admin')`),
  ],
)

export const signIns = pgTable(
  'sign_ins',
  {
    /** SHA-256 of the token in the cookie. */
    tokenHash: text().primaryKey(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    startedAt: instant().notNull(),
    until: instant('until_at').notNull(),
  },
  (t) => [index('sign_ins_staff').on(t.staffId)],
)

/** Kiosks and displays. Enrolled by a one-time code; known by the hash of a token afterwards. */
export const devices = pgTable(
  'devices',
  {
    id: uuid().primaryKey(),
    pointId: text().notNull(),
    kind: text().$type<'kiosk' | 'display'>().notNull(),
    /** Digit of the kiosk's emergency series at its point. */
    number: integer().notNull(),
    tokenHash: text(),
    enrolHash: text(),
    /** Until when the code works; of a device that was taken out, how long nobody else gets its number. */
    enrolUntil: instant(),
    /** What a device that was taken out had for a token: it shows by it that it was this one when it comes back. */
    formerHash: text(),
    paper: text().$type<Paper>().notNull().default('unknown'),
    /** Numbers that it gave today and that no hall knows of, as it said last. */
    stray: integer().notNull().default(0),
    seenAt: instant(),
  },
  (t) => [
    unique('devices_number_unique').on(t.pointId, t.kind, t.number),
    uniqueIndex('devices_token_unique').on(t.tokenHash),
    uniqueIndex('devices_enrol_unique').on(t.enrolHash),
    check('devices_kind', sql`${t.kind} in ('kiosk', 'display')`),
    check('devices_number', sql`${t.number} between 1 and 99`),
  ],
)
