import type { Language } from '../../contract/language.ts'
import { page as ar } from './texts/ar.ts'
import { page as de } from './texts/de.ts'
import { page as en } from './texts/en.ts'
import { page as fr } from './texts/fr.ts'
import { page as nl, type PageTexts } from './texts/nl.ts'
import { page as pt } from './texts/pt.ts'

/** The words of the virtual printer's page, by language. */
export const pageTexts: Record<Language, PageTexts> = { nl, en, fr, de, pt, ar }
