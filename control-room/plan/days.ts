import type { Language } from '../../contract/language.ts'
import { localeOf } from '../../ui/language.ts'

/** Noon of a Monday. */
const monday = Date.UTC(2024, 0, 1, 12)
const dayMs = 86_400_000

/** What a weekday is called, 1 for Monday to 7 for Sunday. */
export function weekdayName(language: Language, weekday: number, width: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(localeOf(language), { weekday: width, timeZone: 'UTC' }).format(monday + (weekday - 1) * dayMs)
}
