import type { Language } from '../../contract/language.ts'
import { page as ar } from './texts/ar.ts'
import { page as en } from './texts/en.ts'
import { page as nl, type PageTexts } from './texts/nl.ts'

/** The words of the virtual printer's page, by language. */
export const pageTexts: Record<Language, PageTexts> = { nl, en, ar }
