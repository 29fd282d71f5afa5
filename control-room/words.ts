import { makeTexts } from '../ui/texts.tsx'
import { ar } from './texts/ar.ts'
import { en } from './texts/en.ts'
import { nl } from './texts/nl.ts'

/** The words of this screen. */
export const useWords = makeTexts({ nl, en, ar })
