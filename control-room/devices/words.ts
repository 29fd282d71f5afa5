import { makeTexts } from '../../ui/texts.tsx'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { nl } from './texts/nl.ts'
import { pt } from './texts/pt.ts'

/** The words of the devices of a point. */
export const useWords = makeTexts({ nl, en, fr, de, pt, ar })
