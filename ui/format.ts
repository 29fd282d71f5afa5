import type { Language } from '../contract/language.ts'
import type { Day, Instant } from '../domain/time.ts'
import { localeOf, plural } from './language.ts'

/** An instant as screens get it: epoch milliseconds, or the ISO string from the wire. */
export type At = Instant | string

export type Format = ReturnType<typeof makeFormat>

const minuteForms = {
  nl: { one: '{n} minuut', other: '{n} minuten' },
  en: { one: '{n} minute', other: '{n} minutes' },
  fr: { one: '{n} minute', other: '{n} minutes' },
  de: { one: '{n} Minute', other: '{n} Minuten' },
  pt: { one: '{n} minuto', other: '{n} minutos' },
  ar: { zero: '{n} دقيقة', one: 'دقيقة واحدة', two: 'دقيقتان', few: '{n} دقائق', many: '{n} دقيقة', other: '{n} دقيقة' },
}
const hourForms = {
  nl: { one: '{n} uur', other: '{n} uur' },
  en: { one: '{n} hour', other: '{n} hours' },
  fr: { one: '{n} heure', other: '{n} heures' },
  de: { one: '{n} Stunde', other: '{n} Stunden' },
  pt: { one: '{n} hora', other: '{n} horas' },
  ar: { zero: '{n} ساعة', one: 'ساعة واحدة', two: 'ساعتان', few: '{n} ساعات', many: '{n} ساعة', other: '{n} ساعة' },
}
const between: Record<Language, (from: string, until: string) => string> = {
  nl: (from, until) => `${from} tot ${until}`,
  en: (from, until) => `${from} to ${until}`,
  fr: (from, until) => `${from} à ${until}`,
  de: (from, until) => `${from} bis ${until}`,
  pt: (from, until) => `${from} a ${until}`,
  ar: (from, until) => `من ${from} إلى ${until}`,
}
const and: Record<Language, string> = { nl: ' en ', en: ' and ', fr: ' et ', de: ' und ', pt: ' e ', ar: ' و' }

/** Words for times, dates and amounts in a language, at a place with the IANA zone `zone`. */
export function makeFormat(language: Language, zone: string) {
  const locale = localeOf(language)
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
  const longDate = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const date = new Intl.DateTimeFormat(locale, { ...longDate, timeZone: zone })
  const dateWithYear = new Intl.DateTimeFormat(locale, { ...longDate, year: 'numeric', timeZone: zone })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' })
  const dayNames = makeDayNames(language)

  return {
    language,
    zone,
    /** `10:42` */
    time: (at: At) => time.format(new Date(at)),
    /** `dinsdag 24 november` */
    date: (at: At) => date.format(new Date(at)),
    /** `dinsdag 24 november 2026` */
    dateWithYear: (at: At) => dateWithYear.format(new Date(at)),
    /** `dinsdag 24 november, 10:42` */
    dateTime: (at: At) => `${date.format(new Date(at))}${language === 'ar' ? '،' : ','} ${time.format(new Date(at))}`,
    /** `1.284`, `1,5` */
    number: (amount: number) => number.format(amount),
    /** `€ 7`, `€ 12,50`; `cents` are hundredths of the currency with that ISO 4217 code. */
    price: (cents: number, currency: string) => price(locale, cents, currency),
    /** `Portugees`; a tag that Intl does not know stays as it is. */
    languageName: (tag: string) => languageNames.of(tag) ?? tag,
    /** `25 minuten`, `1 uur en 10 minuten` */
    duration: (minutes: number) => duration(language, minutes),
    /** `10 tot 20 minuten`; from one and a half hour in hours: `1,5 tot 2 uur` */
    minutesRange: (from: number, until: number) => minutesRange(language, number, from, until),
    /** `350 m`, `1,2 km`, `9 km` */
    distance: (metres: number) => distance(locale, metres),
    /** `paspoort, pasfoto en rijbewijs` */
    list: (words: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
    ...dayNames,
  }
}

/** Names of calendar days ('YYYY-MM-DD'), which have no zone. */
function makeDayNames(language: Language) {
  const locale = localeOf(language)
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const full = part({ weekday: 'long', day: 'numeric', month: 'long' })
  const shortWeekday = part({ weekday: 'short' })
  const month = part({ month: 'long', year: 'numeric' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`)

  return {
    /** `dinsdag 24 november` */
    day: (day: Day) => full.format(noon(day)),
    /** `di` */
    weekdayShort: (day: Day) => shortWeekday.format(noon(day)),
    /** `24` */
    dayOfMonth: (day: Day) => String(Number(day.slice(8))),
    /** `november 2026` */
    month: (day: Day) => month.format(noon(day)),
    /** `morgen, woensdag 25 november`; the near name only for today and tomorrow. */
    dayFrom: (day: Day, today: Day) => {
      const ahead = Math.round((noon(day) - noon(today)) / 86_400_000)
      const name = full.format(noon(day))
      return ahead === 0 || ahead === 1 ? `${relative.format(ahead, 'day')}${language === 'ar' ? '،' : ','} ${name}` : name
    },
  }
}

function duration(language: Language, minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  const inMinutes = plural(language, rest, minuteForms[language])
  if (hours === 0) return inMinutes
  const inHours = plural(language, hours, hourForms[language])
  return rest === 0 ? inHours : `${inHours}${and[language]}${inMinutes}`
}

function minutesRange(language: Language, number: Intl.NumberFormat, from: number, until: number): string {
  const long = until > 90
  const step = (minutes: number) => (long ? Math.round(minutes / 30) / 2 : Math.round(minutes))
  const forms = long ? hourForms[language] : minuteForms[language]
  const [low, high] = [step(from), step(until)]
  if (low === high) return plural(language, high, forms)
  // "2 ساعتان" would say two twice: within a range a numeral always stands beside the noun, so one and two borrow the plain form.
  const noun = high <= 2 && language === 'ar' ? `{n} ${long ? 'ساعة' : 'دقيقة'}` : undefined
  const end = noun ? noun.replace('{n}', number.format(high)) : plural(language, high, forms)
  return between[language](number.format(low), end)
}

function price(locale: string, cents: number, currency: string): string {
  const digits = cents % 100 === 0 ? 0 : 2
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  // In a line from right to left `R$` would come apart; isolated, an amount is read as one piece.
  const text = format.format(cents / 100)
  return locale.startsWith('ar') ? `\u2066${text.replaceAll('\u200f', '')}\u2069` : text
}

function distance(locale: string, metres: number): string {
  if (metres < 950) return inUnit(locale, 'meter', Math.max(50, Math.round(metres / 50) * 50), 0)
  const kilometres = metres / 1000
  return inUnit(locale, 'kilometer', kilometres, kilometres < 5 ? 1 : 0)
}

function inUnit(locale: string, unit: 'meter' | 'kilometer', amount: number, digits: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits }).format(amount)
}
