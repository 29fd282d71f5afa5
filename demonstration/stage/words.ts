import { makeTexts } from '../../ui/texts.tsx'
import { words } from './texts/every-language.ts'

/** The stage's own words, in the language of the page. */
export const useWords = makeTexts(words)
