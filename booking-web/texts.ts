import { makeTexts } from '../ui/texts.tsx'
import { ar } from './texts/ar.ts'
import { en } from './texts/en.ts'
import { nl } from './texts/nl.ts'

export const allTexts = { nl, en, ar }

/** The words of these pages, in the language of the visitor. */
export const useWords = makeTexts(allTexts)
