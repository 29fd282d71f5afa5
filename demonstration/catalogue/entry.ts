import type { NetworkSeed } from '../../db/seed.ts'
import type { IconName } from '../../ui/icons.ts'

export type OrganisationSeed = NetworkSeed['organisations'][number]
export type ServiceSeed = NetworkSeed['services'][number]

export const writtenLanguages = ['nl', 'en', 'fr', 'de', 'pt', 'ar'] as const
export type WrittenLanguage = (typeof writtenLanguages)[number]

/** What is written of a service in one language: its name, what it is, what to bring, and other words people look for. */
export type Written = readonly [name: string, say: string, bring: readonly string[], also: readonly string[]]

/** A line of the tables. */
export type Entry = {
  id: string
  /** The id of the provider. */
  by: string
  icon: IconName
  minutes: readonly [base: number, extra: number]
  /** In whole units of the currency; 0 is free; left out where nobody told. */
  price?: number
  /** The euro unless it is told. */
  currency?: string
  /** The youngest age, and the first age that is too old. */
  ages?: readonly [from: number | null, until: number | null]
  online?: true
  texts: Partial<Record<WrittenLanguage, Written>>
}

/** The same in every language that the table has. */
export const complete = (
  id: string,
  by: string,
  icon: IconName,
  minutes: Entry['minutes'],
  more: Pick<Entry, 'price' | 'currency' | 'ages' | 'online'>,
  texts: Record<WrittenLanguage, Written>,
): Entry => ({ id, by, icon, minutes, ...more, texts })

/** A service that is there in one language only. */
export type Line = readonly [
  id: string,
  by: string,
  icon: IconName,
  minutes: number,
  more: Pick<Entry, 'price' | 'currency' | 'ages' | 'online'>,
  ...written: Written,
]

/** Lines that are all in one language. */
export const linesIn = (language: WrittenLanguage, lines: readonly Line[]): Entry[] =>
  lines.map(([id, by, icon, minutes, more, ...written]) => ({
    ...{ id, by, icon, minutes: [minutes, 5] as const, ...more },
    texts: { [language]: written },
  }))

/** The row that the database keeps. A link that can be followed nowhere stands under `.example`. */
export function serviceOf(entry: Entry): ServiceSeed {
  const languages = writtenLanguages.filter((language) => entry.texts[language])
  const each = <T>(part: (written: Written, language: WrittenLanguage) => T) =>
    Object.fromEntries(languages.map((language) => [language, part(entry.texts[language]!, language)]))
  const told = entry.price !== undefined
  return {
    id: entry.id,
    organisationId: entry.by,
    icon: entry.icon,
    baseMinutes: entry.minutes[0],
    extraMinutes: entry.minutes[1],
    priceCents: told ? Math.round(entry.price! * 100) : null,
    currency: told ? (entry.currency ?? 'EUR') : null,
    ageFrom: entry.ages?.[0] ?? null,
    ageUntil: entry.ages?.[1] ?? null,
    names: each(([name]) => name),
    explanations: each(([, say]) => say),
    bring: each(([, , bring]) => [...bring]),
    synonyms: each(([, , , also]) => [...also]),
    links: entry.online ? each((_, language) => `https://${entry.by}.example/${language}/${entry.id}`) : {},
  }
}
