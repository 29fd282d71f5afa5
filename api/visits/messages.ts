import { randomUUID } from 'node:crypto'
import type { Sql } from '../../db/connect.ts'
import type { Contact, Message } from '../../db/rows.ts'
import type { Appointment } from '../../domain/calendar.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { addDays, type Day, type Instant, instantOf, minuteMs } from '../../domain/time.ts'

const keptDays = 30
const reminderTime = '10:00'
const reminderNotWithinMs = 12 * 60 * minuteMs

/** How somebody who comes on a day is reached, and till when that is kept: 30 days after. */
export const contactOf = (visitId: Uuid, day: Day, given: { name: string; email?: string | null; phone?: string | null }): Contact => ({
  visitId,
  name: given.name,
  email: given.email ?? null,
  phone: given.phone ?? null,
  eraseOn: addDays(day, keptDays),
})

/** How the visitor of a visit is reached, or null where nobody knows (any more). */
export async function contactAt(sql: Sql, pointId: PointId, visitId: Uuid): Promise<Omit<Contact, 'visitId' | 'eraseOn'> | null> {
  const [row] = await sql`select name, email, phone from contacts where point_id = ${pointId} and visit_id = ${visitId}`
  return row ? { name: row.name, email: row.email, phone: row.phone } : null
}

/** What goes into the outbox with a place that was booked: a mail now, and a reminder the morning before where that is not soon anyway. */
export function messagesOf(booked: Appointment, kind: 'booked' | 'moved', now: Instant): Message[] {
  const messages = [messageOf(kind, booked, now)]
  const remindAt = instantOf(addDays(booked.day, -1), reminderTime, booked.zone)
  if (remindAt - now >= reminderNotWithinMs) messages.push(messageOf('reminder', booked, remindAt))
  return messages
}

/** One message about an appointment as it now is; its id is the Message-ID of the mail. */
export const messageOf = (kind: Message['kind'], about: Appointment, dueAt: Instant): Message => ({
  id: randomUUID(),
  kind,
  visitId: about.visitId,
  sequence: about.sequence,
  dueAt,
})
