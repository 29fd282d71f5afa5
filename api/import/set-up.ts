import { noOpenings } from '../../domain/openings.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import type { Like } from './like.ts'
import type { ServiceRow } from './services.ts'

const horizonDays = 60
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/**
 * What a new point gets that is like no other: all services, as many counters as asked, each for all services, and shifts for half of the
 * counters, one at least; the others are for those who walk in. A shift lasts the whole week: it counts only while the point is open.
 */
export function setUpOf(services: readonly ServiceRow[], given: { counters: number; languages: string[] | null; at: Instant }): Like {
  const serviceIds = services.map(({ id }) => id)
  const spoken = Object.keys(services[0]?.names ?? {}).filter((language) => services.every(({ names }) => names[language]))
  const languages = given.languages ?? spoken
  return {
    organisationId: null,
    openings: noOpenings,
    rules: languages.length ? { languages } : {},
    services: services.map(({ id, series, walkIn, bookable }) => ({ serviceId: id, series, walkIn, bookable })),
    counters: Array.from({ length: given.counters }, (_, i) => ({ id: i + 1, serviceIds })),
    shifts: Array.from({ length: Math.max(1, Math.floor(given.counters / 2)) }, () => ({
      kind: 'counter' as const,
      weekdays: everyDay,
      from: '00:00',
      until: '24:00',
      firstDay: dayOf(given.at, 'UTC'),
      lastDay: null,
      serviceIds: bookableOf(services),
      channels: [],
      seats: 0,
    })).filter(({ serviceIds }) => serviceIds.length > 0),
    planned: { fromDay: dayOf(given.at, 'UTC'), days: horizonDays + 1 },
  }
}

const bookableOf = (services: readonly ServiceRow[]): string[] => services.filter(({ bookable }) => bookable).map(({ id }) => id)
