import { languages } from '../../contract/language.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { takeTicket } from '../../contract/tickets.ts'
import { type Counter, type Hall, type HallSettings, labelOf } from '../../domain/hall.ts'
import type { Uuid } from '../../domain/ids.ts'
import { defaultPolicy } from '../../domain/policy.ts'
import { type Instant, instantOf, iso } from '../../domain/time.ts'
import type { Menu } from '../../kiosk/agent/ports.ts'

// The one place of a simulated world, on one day.
export const pointId = 'aalter'
export const day = '2026-11-24'
const zone = 'Europe/Brussels'
export const startAt: Instant = instantOf(day, '06:00', zone)
const untilAt: Instant = instantOf(day, '23:00', zone)
const names = { passport: 'Paspoort', parking: 'Parkeren' }
export const serviceIds = ['passport', 'parking'] as const

export const settings: HallSettings = {
  zone,
  spans: [{ from: startAt, until: untilAt }],
  policy: defaultPolicy,
  services: {
    passport: { baseMinutes: 5, extraMinutes: 1, series: 'A', walkIn: true },
    parking: { baseMinutes: 2, extraMinutes: 0, series: 'B', walkIn: true },
  },
  peopleMax: 6,
}

export const countersOf = (count: number): Counter[] =>
  Array.from({ length: count }, (_, n) => ({
    id: n + 1,
    state: 'open',
    serviceIds: [...serviceIds],
    staffId: `clerk ${n + 1}`,
    ticketId: null,
    sinceAt: startAt,
  }))

/** What a kiosk is told to offer. */
export const menuOf = (hall: Hall, at: Instant): Menu => ({
  version: hall.version,
  at: iso(at),
  point: { id: pointId, name: 'Stadskantoor Aalter', zone, languages: [...languages] },
  state: 'open',
  opensAt: null,
  closesAt: iso(untilAt),
  peopleMax: settings.peopleMax,
  services: serviceIds.map((id) => ({ id, names: { nl: names[id] }, icon: 'document', bring: {}, walkIn: true, wait: null, ahead: 0 })),
  offers: [],
})

/** A ticket as the api tells it to the kiosk that took it. */
export function ticketOutOf(hall: Hall, id: Uuid): ResultOf<typeof takeTicket> {
  const t = hall.tickets.get(id)!
  return {
    id,
    pointId,
    pointName: 'Stadskantoor Aalter',
    pointAddress: 'Markt 1',
    zone,
    label: labelOf(t),
    state: t.state,
    serviceIds: [...t.serviceIds],
    people: t.people,
    language: t.language,
    takenAt: iso(t.takenAt),
    appointmentAt: null,
    counter: t.counterId,
    ahead: null,
    wait: null,
    followUrl: `https://beurt.example/tickets/${id}`,
    otherPointId: null,
  }
}
