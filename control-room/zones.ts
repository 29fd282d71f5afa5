import type { Language } from '../contract/language.ts'
import { localeOf } from '../ui/language.ts'

/** The zone in which the times of a network are said: the one of most of its places. */
export function mainZone(zones: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  return [...counts].sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1))[0]?.[0] ?? 'UTC'
}

// Long ago many zones had no summer time, and were called otherwise.
const someWinter = Date.UTC(2026, 0, 1)

/** What the time of a zone is called: `Midden-Europese tijd`. */
export function zoneName(zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(someWinter)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}
