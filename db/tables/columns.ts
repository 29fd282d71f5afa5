import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '../../domain/time.ts'

/** Reads a `timestamptz` as Postgres writes it (`2026-11-24 10:42:00.5+00`, connection in UTC) as epoch milliseconds. */
export const readInstant = (text: string): Instant => Date.parse(text.replace(' ', 'T').replace(/\+00$/, 'Z'))

/** Writes epoch milliseconds as Postgres reads them. */
export const writeInstant = (at: Instant): string => new Date(at).toISOString()

/** A `timestamptz` column that code sees as epoch milliseconds. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  fromDriver: readInstant,
  toDriver: writeInstant,
})
