import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '../../domain/time.ts'

/** Reads a `timestamptz` as Postgres writes it (`2026-11-24 10:42:00.5+00`, connection in UTC) as epoch milliseconds. */
export const readInstant = (text: string): Instant => Date.parse(text.replace(' ', 'T').replace(/\+00$/, 'Z'))

let written = { at: 0, text: new Date(0).toISOString() }

/** Writes epoch milliseconds as Postgres reads them. The last one is remembered: the rows of one act bear the same time. */
export function writeInstant(at: Instant): string {
  if (at !== written.at) written = { at, text: new Date(at).toISOString() }
  return written.text
}

/** A `timestamptz` column that code sees as epoch milliseconds. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  fromDriver: readInstant,
  toDriver: writeInstant,
})
