import type { Language } from '../contract/language.ts'
import { paper as ar } from '../contract/texts/ar/paper.ts'
import { paper as de } from '../contract/texts/de/paper.ts'
import { paper as en } from '../contract/texts/en/paper.ts'
import { paper as fr } from '../contract/texts/fr/paper.ts'
import { paper as nl, type PaperTexts } from '../contract/texts/nl/paper.ts'
import { paper as pt } from '../contract/texts/pt/paper.ts'
import type { Instant } from '../domain/time.ts'

/** What is on the paper of one ticket, as data. Texts are already in `language`; the printer room only lays them out. */
export type Slip = {
  pointName: string
  /** `A 042`, with a thin space (U+2009) between series and number. */
  label: string
  language: Language
  serviceNames: string[]
  /** How many come together, at least 1. */
  people: number
  wait?: { fromMinutes: number; untilMinutes: number }
  /** How many wait before this ticket. */
  ahead?: number
  /** When the visitor is expected, for who came with an appointment. */
  appointmentAt?: Instant
  /** The page that follows this ticket; printed as a QR code and, when short enough, in letters. */
  followUrl?: string
  takenAt: Instant
  /** IANA zone of the service point; the date on the paper is that place's. */
  timeZone: string
  /** What to have ready, one document each. */
  bring: string[]
  /** The number was given without the hall: the paper says nothing about a wait it cannot know. */
  emergency: boolean
  /** A second paper for the same number. */
  copy: boolean
  /** Printed by staff to try the printer. */
  test?: boolean
}

const texts: Record<Language, PaperTexts> = { nl, en, fr, de, pt, ar }

/** The sentences of the paper in a language. */
export function paperTexts(language: Language): PaperTexts {
  return texts[language]
}

/** The date and time at the place, as one writes it in `language`: `dinsdag 24 november 2026, 10:42`. */
export function writtenDate(at: Instant, timeZone: string, language: Language): string {
  const { locale, dateAndTime } = texts[language]
  const date = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return dateAndTime(date.format(at), writtenTime(at, timeZone, language))
}

/** The time at the place, as one writes it in `language`: `11:15`. */
export const writtenTime = (at: Instant, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(texts[language].locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** How long it will take, as a person says it: a range, one rough figure, or an upper bound. */
export function writtenWait(wait: { fromMinutes: number; untilMinutes: number }, language: Language): string {
  const { about, atMost, range } = texts[language]
  if (wait.fromMinutes <= 0) return atMost(Math.max(wait.untilMinutes, 1))
  if (wait.fromMinutes >= wait.untilMinutes) return about(wait.fromMinutes)
  return range(wait.fromMinutes, wait.untilMinutes)
}
