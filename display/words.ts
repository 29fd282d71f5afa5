import type { Language } from '../contract/language.ts'
import { languages } from '../contract/language.ts'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { nl, type Texts } from './texts/nl.ts'
import { pt } from './texts/pt.ts'

const all: Record<Language, Texts> = { nl, en, fr, de, pt, ar }

/** The languages of a hall that we speak, in its order; the house's own first language where it has none of them. */
export function languagesOf(hall: readonly string[]): Language[] {
  const ours = hall.filter((each): each is Language => languages.some((language) => language === each))
  return ours.length > 0 ? [...new Set(ours)] : ['nl']
}

export const wordsIn = (language: Language): Texts => all[language]
