import type { NetworkSeed, PointSeed } from '../db/seed.ts'
import type { Instant } from '../domain/time.ts'
import { demonstrationServices } from './services.ts'

/** A Tuesday: the day on which the demonstration begins, at 10:42 in its main hall. */
export const demonstrationDay = '2026-11-24'
export const demonstrationTime = '10:42'
export const mainPoint = 'aalter'
/** The hall near it to which people can be sent. */
export const quieterPoint = 'aalter-station'
export const mainZone = 'Europe/Brussels'
export const demonstrationPassword = 'beurt-demonstration'

const workdays = [1, 2, 3, 4, 5]

/** A fixed id: the same in every demonstration. */
const fixedId = (group: number, index: number): string =>
  `019a0000-${String(group).padStart(4, '0')}-7000-8000-${String(index).padStart(12, '0')}`

const series: Record<string, string> = {
  passport: 'A',
  licence: 'A',
  moving: 'R',
  extract: 'A',
  'pick-up': 'C',
  'digital-help': 'D',
  birth: 'A',
  'money-help': 'D',
}

type PointGiven = {
  id: string
  organisationId: string
  name: string
  address: string
  postalCode: string
  district: string
  phone: string
  at: readonly [latitude: number, longitude: number]
  zone: string
  counters: number
  services: readonly string[]
  hours?: readonly (readonly [from: string, until: string])[]
}

const given: readonly PointGiven[] = [
  {
    id: 'aalter',
    organisationId: 'voorbeeld',
    name: 'Stadskantoor Aalter',
    address: 'Europalaan 22',
    postalCode: '9880',
    district: 'Oost-Vlaanderen',
    phone: '+3290000001',
    at: [51.0857, 3.447],
    zone: 'Europe/Brussels',
    counters: 8,
    services: ['passport', 'licence', 'moving', 'extract', 'pick-up', 'digital-help', 'birth'],
  },
  {
    id: 'aalter-station',
    organisationId: 'voorbeeld',
    name: 'Servicepunt Station Aalter',
    address: 'Stationsplein 2',
    postalCode: '9880',
    district: 'Oost-Vlaanderen',
    phone: '+3290000007',
    at: [51.0921, 3.4478],
    zone: 'Europe/Brussels',
    counters: 3,
    services: ['passport', 'licence', 'extract', 'pick-up'],
  },
  {
    id: 'deinze',
    organisationId: 'voorbeeld',
    name: 'Bibliotheek Deinze',
    address: 'Markt 21',
    postalCode: '9800',
    district: 'Oost-Vlaanderen',
    phone: '+3290000002',
    at: [50.9826, 3.5301],
    zone: 'Europe/Brussels',
    counters: 3,
    services: ['passport', 'licence', 'extract', 'pick-up', 'digital-help'],
  },
  {
    id: 'nevele',
    organisationId: 'voorbeeld',
    name: 'Dienstencentrum Nevele',
    address: 'Cyriel Buyssestraat 15',
    postalCode: '9850',
    district: 'Oost-Vlaanderen',
    phone: '+3290000003',
    at: [51.0353, 3.5459],
    zone: 'Europe/Brussels',
    counters: 2,
    services: ['passport', 'moving', 'extract', 'pick-up', 'money-help'],
    hours: [
      ['09:00', '12:30'],
      ['13:30', '17:00'],
    ],
  },
  {
    id: 'lisboa',
    organisationId: 'exemplo',
    name: 'Espaço Cidadão Lisboa',
    address: 'Rua da Alfândega 1',
    postalCode: '1100-016',
    district: 'Lisboa',
    phone: '+351210000004',
    at: [38.7082, -9.1352],
    zone: 'Europe/Lisbon',
    counters: 5,
    services: ['passport', 'licence', 'extract', 'pick-up', 'digital-help'],
  },
  {
    id: 'horta',
    organisationId: 'exemplo',
    name: 'Espaço Cidadão Horta',
    address: 'Rua Vasco da Gama 2',
    postalCode: '9900-017',
    district: 'Açores',
    phone: '+351292000005',
    at: [38.5348, -28.6298],
    zone: 'Atlantic/Azores',
    counters: 2,
    services: ['passport', 'licence', 'extract', 'pick-up'],
  },
  {
    id: 'sao-paulo',
    organisationId: 'exemplo',
    name: 'Ponto de atendimento São Paulo',
    address: 'Rua Canadá 324',
    postalCode: '01436-000',
    district: 'São Paulo',
    phone: '+551100000006',
    at: [-23.5655, -46.6712],
    zone: 'America/Sao_Paulo',
    counters: 2,
    services: ['passport', 'extract', 'birth'],
    hours: [['08:00', '14:00']],
  },
]

function pointOf(p: PointGiven, group: number): PointSeed {
  const hours = p.hours ?? [['08:30', '17:30']]
  return {
    id: p.id,
    organisationId: p.organisationId,
    name: p.name,
    address: p.address,
    postalCode: p.postalCode,
    district: p.district,
    phone: p.phone,
    latitude: p.at[0],
    longitude: p.at[1],
    zone: p.zone,
    openings: {
      week: workdays.flatMap((weekday) => hours.map(([from, until]) => ({ weekday, from, until }))),
      exceptions: [],
      holidays: ['2026-12-25', '2027-01-01'],
    },
    services: p.services.map((serviceId) => ({ serviceId, series: series[serviceId]!, walkIn: true, bookable: true })),
    counters: Array.from({ length: p.counters }, (_, i) => ({ id: i + 1, serviceIds: [...p.services] })),
    // Half of the counters can be booked; the others are there for those who walk in.
    shifts: Array.from({ length: Math.max(1, Math.floor(p.counters / 2)) }, (_, i) => ({
      id: fixedId(group, i),
      kind: 'counter' as const,
      weekdays: workdays,
      from: hours[0]![0],
      until: hours.at(-1)![1],
      firstDay: '2026-01-01',
      lastDay: null,
      serviceIds: [...p.services],
      channels: [],
      seats: 0,
    })),
  }
}

export const pointIds = given.map((p) => p.id)
/** The counter of the main hall that nobody simulated sits at. */
export const freeCounter = 3

const person = (
  index: number,
  subject: string,
  name: string,
  role: 'clerk' | 'point-manager' | 'network-manager' | 'admin',
  scope: string,
  passwordHash: string,
) => ({
  id: fixedId(900, index),
  subject,
  name,
  passwordHash,
  language: 'nl',
  roles: [{ role, scope }],
})

/** The network that a first start makes. `tokenHash` gives the hash of the token of each device by its name. */
export function demonstrationNetwork(at: Instant, passwordHash: string, tokenHash: (device: string) => string): NetworkSeed {
  const points = given.map((p, i) => pointOf(p, i + 1))
  return {
    organisations: [
      { id: 'voorbeeld', names: { nl: 'Voorbeeldstreek', en: 'Example region', ar: 'منطقة المثال' } },
      { id: 'exemplo', names: { nl: 'Voorbeeldnetwerk', en: 'Example network', ar: 'شبكة المثال', pt: 'Rede de exemplo' } },
    ],
    services: demonstrationServices,
    points,
    staff: [
      person(1, 'clerk', 'Mieke', 'clerk', mainPoint, passwordHash),
      person(2, 'manager', 'Rui', 'network-manager', '*', passwordHash),
      {
        ...person(3, 'admin', 'Beheer', 'admin', '*', passwordHash),
        roles: [
          { role: 'admin' as const, scope: '*' },
          { role: 'network-manager' as const, scope: '*' },
        ],
      },
      ...given.flatMap((p, g) =>
        Array.from({ length: p.counters }, (_, i) =>
          person(100 + g * 20 + i, `simulated-${p.id}-${i + 1}`, `${p.name} ${i + 1}`, 'clerk', p.id, passwordHash),
        ),
      ),
    ],
    devices: given.flatMap((p, g) => [
      // The kiosk of the main hall is real; every other device is simulated and reports that it is well.
      ...(p.id === mainPoint
        ? [{ id: fixedId(901, g), pointId: p.id, kind: 'kiosk' as const, number: 1, tokenHash: tokenHash(`kiosk-${p.id}`) }]
        : []),
      {
        id: fixedId(902, g),
        pointId: p.id,
        kind: 'kiosk' as const,
        number: p.id === mainPoint ? 2 : 1,
        tokenHash: tokenHash(`simulated-${p.id}`),
      },
      { id: fixedId(903, g), pointId: p.id, kind: 'display' as const, number: 1, tokenHash: tokenHash(`display-${p.id}`) },
    ]),
    plannedFromAt: at,
    plannedDays: 61,
  }
}

/** How many counters of each point work in the simulation, and how many people come each hour. */
export const bustle: Record<string, { counters: readonly number[]; comersPerHour: number }> = Object.fromEntries(
  given.map((p) => [
    p.id,
    {
      counters: Array.from({ length: p.counters }, (_, i) => i + 1).filter((c) => p.id !== mainPoint || c !== freeCounter),
      comersPerHour: p.id === mainPoint ? 62 : p.id === 'aalter-station' ? 6 : p.counters * 6.4,
    },
  ]),
)
