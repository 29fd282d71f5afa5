const names = new Map<string, Intl.DisplayNames>()

function nameOf(language: string, said: string): string {
  const display = names.get(said) ?? new Intl.DisplayNames(said, { type: 'language' })
  names.set(said, display)
  return display.of(language) ?? language
}

/**
 * What there is in the language wanted, else in Dutch, else in any; a text in another language is then followed by the name of that
 * language, said in the one wanted: `uma fotografia (Portugees)`. Nothing where there is nothing in any.
 */
export function thingsIn(all: Readonly<Partial<Record<string, readonly string[]>>>, wanted: string): string[] {
  const language = [wanted, 'nl', ...Object.keys(all)].find((one) => all[one]?.length)
  if (language === undefined) return []
  const things = all[language] ?? []
  return things.map((thing) => (language === wanted ? thing : `${thing} (${nameOf(language, wanted)})`))
}

/** The same for a single text; null where there is none. */
export function textIn(all: Readonly<Partial<Record<string, string>>>, wanted: string): string | null {
  const lists = Object.entries(all).map(([language, text]) => [language, text ? [text] : []] as const)
  return thingsIn(Object.fromEntries(lists), wanted)[0] ?? null
}
