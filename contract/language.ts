/** The languages offered, the first one being the language texts are written in first. */
export const languages = ['nl', 'en', 'fr', 'de', 'pt', 'ar'] as const

export type Language = (typeof languages)[number]

/** Which way a language is written, as the `dir` attribute wants it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}
