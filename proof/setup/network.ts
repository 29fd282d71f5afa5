import type { NetworkSeed, PointSeed } from '../../db/seed.ts'
import type { Openings } from '../../domain/openings.ts'
import { dayOf, type Instant } from '../../domain/time.ts'

/** Noon in the Azores on a Tuesday, five days before they have no midnight. All three points are open. */
export const testAt: Instant = Date.parse('2026-03-24T13:00:00.000Z')

export const testPassword = 'een lang wachtwoord'

const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const testIds = {
  clerk: id(1),
  foreignClerk: id(2),
  pointManager: id(3),
  networkManager: id(4),
  admin: id(5),
  kiosk: id(11),
  foreignKiosk: id(12),
  display: id(13),
} as const

const weekdays = [1, 2, 3, 4, 5, 6]
const openings: Openings = { week: weekdays.map((weekday) => ({ weekday, from: '08:00', until: '20:00' })), exceptions: [], holidays: [] }
const names = (nl: string, en: string, ar: string) => ({ nl, en, ar })

const everywhere = [
  { serviceId: 'passport', series: 'A', walkIn: true, bookable: true },
  { serviceId: 'id-card', series: 'A', walkIn: true, bookable: true },
  { serviceId: 'moving', series: 'B', walkIn: true, bookable: false },
]
const advice = { serviceId: 'advice', series: 'C', walkIn: false, bookable: true }

function point(given: {
  id: string
  n: number
  name: string
  zone: string
  latitude: number
  longitude: number
  at: Instant
  all: boolean
}): PointSeed {
  const services = given.all ? [...everywhere, advice] : everywhere
  const serviceIds = services.map((s) => s.serviceId)
  const shift = (k: number) => ({
    id: id(given.n * 100 + k),
    kind: 'counter' as const,
    weekdays,
    from: '08:00',
    until: '20:00',
    firstDay: dayOf(given.at, given.zone),
    lastDay: null,
    serviceIds,
    channels: [],
    seats: 0,
  })
  return {
    id: given.id,
    organisationId: 'gemeente',
    name: given.name,
    address: 'Rua Direita 1',
    postalCode: '1000',
    district: 'midden',
    phone: '+351 210 000 000',
    latitude: given.latitude,
    longitude: given.longitude,
    zone: given.zone,
    openings,
    services,
    counters: [
      { id: 1, serviceIds },
      { id: 2, serviceIds },
      { id: 3, serviceIds: ['moving'] },
    ],
    shifts: [shift(1), shift(2)],
  }
}

/** Which rows the test network has; `passwordHash` and the hashes of device tokens come from the set-up. */
export function testNetwork(given: {
  at: Instant
  passwordHash: string
  tokenHashes: { kiosk: string; foreignKiosk: string; display: string }
}): NetworkSeed {
  const { at, passwordHash, tokenHashes } = given
  const person = (
    who: 'clerk' | 'foreignClerk' | 'pointManager' | 'networkManager' | 'admin',
    name: string,
    role: Role,
    scope: string,
  ) => ({
    id: testIds[who],
    subject: who,
    name,
    passwordHash,
    roles: [{ role, scope }],
  })
  return {
    organisations: [{ id: 'gemeente', names: names('Gemeente', 'Municipality', 'البلدية') }],
    services: [
      { id: 'passport', organisationId: 'gemeente', names: names('Paspoort', 'Passport', 'جواز سفر'), baseMinutes: 15, extraMinutes: 10 },
      {
        id: 'id-card',
        organisationId: 'gemeente',
        names: names('Identiteitskaart', 'ID card', 'بطاقة هوية'),
        baseMinutes: 10,
        extraMinutes: 5,
      },
      {
        id: 'moving',
        organisationId: 'gemeente',
        names: names('Verhuizing', 'Moving house', 'تغيير العنوان'),
        baseMinutes: 10,
        extraMinutes: 0,
      },
      { id: 'advice', organisationId: 'gemeente', names: names('Advies', 'Advice', 'استشارة'), baseMinutes: 30, extraMinutes: 0 },
    ],
    points: [
      point({ id: 'lisboa', n: 1, name: 'Lisboa', zone: 'Europe/Lisbon', latitude: 38.7223, longitude: -9.1393, at, all: true }),
      point({ id: 'horta', n: 2, name: 'Horta', zone: 'Atlantic/Azores', latitude: 38.5347, longitude: -28.63, at, all: true }),
      point({
        id: 'sao-paulo',
        n: 3,
        name: 'São Paulo',
        zone: 'America/Sao_Paulo',
        latitude: -23.5505,
        longitude: -46.6333,
        at,
        all: false,
      }),
    ],
    staff: [
      person('clerk', 'Els de Wit', 'clerk', 'lisboa'),
      person('foreignClerk', 'Joana Alves', 'clerk', 'sao-paulo'),
      person('pointManager', 'Rui Costa', 'point-manager', 'lisboa'),
      person('networkManager', 'Nour Haddad', 'network-manager', '*'),
      person('admin', 'Ada Smit', 'admin', '*'),
    ],
    devices: [
      { id: testIds.kiosk, pointId: 'lisboa', kind: 'kiosk', number: 1, tokenHash: tokenHashes.kiosk },
      { id: testIds.foreignKiosk, pointId: 'sao-paulo', kind: 'kiosk', number: 1, tokenHash: tokenHashes.foreignKiosk },
      { id: testIds.display, pointId: 'lisboa', kind: 'display', number: 1, tokenHash: tokenHashes.display },
    ],
    plannedFromAt: at,
    plannedDays: 30,
  }
}

type Role = 'clerk' | 'point-manager' | 'network-manager' | 'admin'
