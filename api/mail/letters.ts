import { directionOf } from '../../contract/language.ts'
import type { Appointment } from '../../domain/calendar.ts'
import type { Travel } from '../../domain/distance.ts'
import type { PointId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { calendarEntry } from '../visits/calendar-entry.ts'
import type { FoundVisit } from '../visits/find.ts'
import { type Wording, wordingOf } from '../visits/wording.ts'
import { type Line, page } from './letter-page.ts'
import type { Mail } from './mailer.ts'

export type Kind = 'booked' | 'moved' | 'cancelled' | 'reminder' | 'sooner'
/** A point to which a visitor may move, as a diversion has it. */
export type Quieter = { pointId: PointId; name: string; address: string; distanceKm: number; travel: Travel }
/** A message that waits; what it says follows from the visit as it is when it is sent. */
export type Message = { id: string; kind: Kind; sequence: number }
export type Recipient = { name: string; email: string }

/**
 * Whether a message still tells the truth: the visit has not changed since in a way that has a message of its own, and its time is not over.
 * What overtook it has its own row in the outbox.
 */
export function isCurrent(message: Pick<Message, 'kind' | 'sequence'>, visit: Appointment, now: Instant): boolean {
  if (visit.sequence !== message.sequence) return false
  if (message.kind === 'cancelled') return visit.state === 'cancelled' && now < visit.endsAt
  return visit.state === 'booked' && now < visit.startsAt
}

/** The mail for a message, in the visitor's language, from the visit as it is now. */
export function letterOf(given: {
  house: Pick<House, 'catalogue' | 'secrets' | 'publicUrl'>
  message: Message
  visit: FoundVisit
  to: Recipient
  sender: { name: string; address: string }
  now: Instant
  /** For a message of kind `sooner`. */
  quieter?: Quieter | null
}): Mail {
  const { house, message, visit, to, sender, now } = given
  const wording = wordingOf(house, visit.pointId, visit.appointment)
  const { texts, language } = wording
  const subject = texts.subject[message.kind](wording.date, wording.time)
  const lines = linesOf(message.kind, wording, to.name, house.publicUrl)
  if (given.quieter) lines.splice(2, 0, ...quieterLines(wording, given.quieter))
  const method = message.kind === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const content = calendarEntry({
    appointment: visit.appointment,
    wording,
    method,
    now,
    organizer: { name: wording.pointName || sender.name, email: sender.address },
    attendee: { name: to.name, email: to.email },
  })
  return {
    id: message.id,
    to: { name: to.name, address: to.email },
    subject,
    ...page({ lines, subject, language, direction: directionOf(language) }),
    calendar: { method, content },
  }
}

function linesOf(kind: Kind, w: Wording, name: string, publicUrl: string): Line[] {
  const { texts } = w
  const lines: Line[] = [
    { kind: 'text', text: texts.greeting(name) },
    { kind: 'text', text: texts.opening[kind] },
    { kind: 'fact', name: texts.when, value: `${w.date}, ${w.time}` },
    { kind: 'fact', name: texts.where, value: w.place },
    { kind: 'fact', name: texts.what, value: w.services },
  ]
  if (w.people) lines.push({ kind: 'fact', name: texts.people, value: w.people })
  if (kind === 'cancelled')
    lines.push({ kind: 'text', text: texts.again }, { kind: 'link', text: texts.againButton, url: `${publicUrl}/book/` })
  else {
    lines.push({ kind: 'fact', name: texts.reference, value: w.reference, strong: true })
    if (w.bring.length) lines.push({ kind: 'list', name: texts.bring, things: w.bring })
    lines.push({ kind: 'text', text: texts.arriving }, { kind: 'text', text: texts.zone(w.pointName) })
    lines.push({ kind: 'text', text: texts.manage }, { kind: 'link', text: texts.manageButton, url: w.manageUrl })
    lines.push({ kind: 'text', text: texts.secret })
  }
  if (w.phone) lines.push({ kind: 'text', text: texts.phone(w.phone) })
  return lines
}

/** Where it is quieter, how far that is, and the link with which the visitor may go there: nothing changes until they say so. */
function quieterLines(w: Wording, { pointId, name, address, distanceKm, travel }: Quieter): Line[] {
  const km = new Intl.NumberFormat(w.texts.locale, { maximumFractionDigits: 1 }).format(distanceKm)
  return [
    { kind: 'fact', name: w.texts.quieter, value: [name, address].filter((part) => part !== '').join(', ') },
    { kind: 'text', text: w.texts[travel.by](km, travel.minutes) },
    { kind: 'link', text: w.texts.soonerButton, url: `${w.manageUrl}/move?point=${pointId}` },
    { kind: 'text', text: w.texts.soonerStays },
  ]
}
