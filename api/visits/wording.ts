import type { Language } from '../../contract/language.ts'
import { mail as ar } from '../../contract/texts/ar/mail.ts'
import { mail as de } from '../../contract/texts/de/mail.ts'
import { mail as en } from '../../contract/texts/en/mail.ts'
import { mail as fr } from '../../contract/texts/fr/mail.ts'
import { textIn, thingsIn } from '../../contract/texts/in-language.ts'
import { type MailTexts, mail as nl } from '../../contract/texts/nl/mail.ts'
import { mail as pt } from '../../contract/texts/pt/mail.ts'
import { managePath } from '../../contract/visits.ts'
import type { Appointment } from '../../domain/calendar.ts'
import type { PointId } from '../../domain/ids.ts'
import { showReference } from '../../domain/reference.ts'
import type { Point } from '../catalogue.ts'
import type { House } from '../house.ts'

const all: Record<Language, MailTexts> = { nl, en, fr, de, pt, ar }

/** What is to be said of a visit, in the visitor's language. */
export type Wording = ReturnType<typeof wordingOf>

/** Puts an appointment into words; the time is that of the point. */
export function wordingOf(house: Pick<House, 'catalogue' | 'secrets' | 'publicUrl'>, pointId: PointId, a: Appointment) {
  const language: Language = a.language in all ? (a.language as Language) : 'nl'
  const texts = all[language]
  const point = house.catalogue.point(pointId)
  const services = a.serviceIds.flatMap((id) => house.catalogue.service(pointId, id)?.service ?? [])
  const inZone = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(texts.locale, { ...options, timeZone: a.zone }).format(new Date(a.startsAt))
  return {
    language,
    texts,
    date: inZone({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: a.wallTime,
    pointName: point?.name ?? '',
    place: placeOf(point),
    phone: point?.phone ?? '',
    services: texts.list(services.map((s) => textIn(s.names, language) ?? s.id)),
    bring: [...new Set(services.flatMap((s) => thingsIn(s.bring, language)))],
    people: a.people > 1 ? texts.persons(a.people) : null,
    reference: showReference(a.reference),
    manageUrl: house.publicUrl + managePath(house.secrets.visitToken(a.visitId, a.generation)),
  }
}

const placeOf = (point: Point | undefined): string =>
  point ? [point.name, point.address, point.postalCode].filter((part) => part !== '').join(', ') : ''
