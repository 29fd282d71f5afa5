import type { Language } from '../language.ts'
import { totals as ar } from './ar/totals.ts'
import { totals as de } from './de/totals.ts'
import { totals as en } from './en/totals.ts'
import { totals as fr } from './fr/totals.ts'
import { totals as nl, type TotalsTexts } from './nl/totals.ts'
import { totals as pt } from './pt/totals.ts'

/** What the figures of totals are called, in each language. */
export const totalsTexts: Record<Language, TotalsTexts> = { nl, en, fr, de, pt, ar }
