import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Appointment } from '../../domain/calendar.ts'
import type { Instant } from '../../domain/time.ts'
import type { Wording } from './wording.ts'

export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL'
/** Who invites whom, in a mail. A file that was downloaded has neither. */
export type Party = { name: string; email: string }

/**
 * A visit as iCalendar (RFC 5545 and 5546). The UID is the visit's and SEQUENCE goes up with each change, so that a calendar moves the entry
 * that it has. Instants are in UTC: with a zone the library would write the server's wall time.
 */
export function calendarEntry(given: {
  appointment: Appointment
  wording: Wording
  method: Method
  now: Instant
  organizer?: Party
  attendee?: Party
}): string {
  const { appointment: a, wording, method, now, organizer, attendee } = given
  const calendar = ical({
    prodId: { company: 'beurt', product: 'beurt', language: wording.language.toUpperCase() },
    method: methods[method],
  })
  const event = calendar.createEvent({
    id: `${a.visitId}@beurt`,
    sequence: a.sequence,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: new Date(now),
    start: new Date(a.startsAt),
    end: new Date(a.endsAt),
    summary: wording.texts.entry(wording.services),
    location: wording.place,
    description: descriptionOf(wording, method),
    organizer,
  })
  if (method !== 'CANCEL') event.url(wording.manageUrl)
  if (attendee) event.createAttendee({ ...attendee, rsvp: false })
  return calendar.toString()
}

const methods = { PUBLISH: ICalCalendarMethod.PUBLISH, REQUEST: ICalCalendarMethod.REQUEST, CANCEL: ICalCalendarMethod.CANCEL }

function descriptionOf(wording: Wording, method: Method): string {
  const { texts } = wording
  if (method === 'CANCEL') return texts.opening.cancelled
  const lines = [`${texts.reference}: ${wording.reference}`, texts.arriving]
  if (wording.bring.length) lines.push(`${texts.bring}:`, ...wording.bring.map((thing) => `- ${thing}`))
  if (wording.people) lines.push(`${texts.people}: ${wording.people}`)
  lines.push(`${texts.manage} ${wording.manageUrl}`)
  if (wording.phone) lines.push(texts.phone(wording.phone))
  return lines.join('\n')
}
