import type { PointSeed } from '../db/seed.ts'
import { onDays, onWorkdays, type Place, type PlaceKind, type Week } from './place-seed.ts'

/** A place of a table: services come from the standard set of its kind. */
export type Bare = Omit<Place, 'services'>

const hours = {
  office: onWorkdays(['09:00', '17:00']),
  evening: [...onDays([1, 3, 5], ['09:00', '16:00']), ...onDays([2, 4], ['09:00', '19:00']), ...onDays([6], ['09:00', '12:00'])],
  morning: [...onDays([1, 2, 4, 5], ['09:00', '12:30']), ...onDays([3], ['09:00', '12:30'], ['13:30', '17:00'])],
  afternoon: onDays([1, 2, 3, 4, 5], ['10:00', '17:30']),
  library: [...onDays([2, 3, 4, 5], ['10:00', '18:30']), ...onDays([6], ['10:00', '16:00'])],
} satisfies Record<string, Week>

type Line = readonly [
  id: string,
  kind: PlaceKind,
  name: string,
  address: string,
  postalCode: string,
  latitude: number,
  longitude: number,
  counters: number,
  week: keyof typeof hours,
]

const placesOf = (
  lines: readonly Line[],
  all: Pick<Place, 'organisationId' | 'district' | 'zone' | 'land' | 'languages'> & { phone: string },
): Bare[] =>
  lines.map(([id, kind, name, address, postalCode, latitude, longitude, counters, week], i) => ({
    ...all,
    id,
    kind,
    name,
    address,
    postalCode,
    at: [latitude, longitude] as const,
    counters,
    week: hours[week],
    phone: `${all.phone}${String(i).padStart(2, '0')}`,
  }))

/** A large Flemish city: a desk in each district, beside those for the young, for newcomers and in libraries. */
const city = placesOf(
  [
    ['antwerpen', 'general', 'Stadsloket Antwerpen Centrum', 'Lange Nieuwstraat 1', '2000', 51.2199, 4.4046, 12, 'evening'],
    ['antwerpen-noord', 'general', 'Stadsloket Antwerpen Noord', 'Sint-Jansplein 5', '2060', 51.2268, 4.4226, 5, 'office'],
    ['antwerpen-kiel', 'general', 'Stadsloket Kiel', 'Abdijstraat 10', '2020', 51.1957, 4.3915, 3, 'morning'],
    ['antwerpen-luchtbal', 'general', 'Stadsloket Luchtbal', 'Columbiastraat 8', '2030', 51.253, 4.424, 2, 'morning'],
    ['antwerpen-linkeroever', 'general', 'Stadsloket Linkeroever', 'Frederik van Eedenplein 3', '2050', 51.2225, 4.38, 2, 'morning'],
    ['berchem', 'general', 'Stadsloket Berchem', 'Grotesteenweg 150', '2600', 51.1949, 4.428, 5, 'evening'],
    ['borgerhout', 'general', 'Stadsloket Borgerhout', 'Moorkensplein 1', '2140', 51.213, 4.442, 5, 'office'],
    ['deurne', 'general', 'Stadsloket Deurne', 'Frank Craeybeckxlaan 20', '2100', 51.2213, 4.466, 6, 'evening'],
    ['ekeren', 'general', 'Stadsloket Ekeren', 'Veltwijcklaan 4', '2180', 51.28, 4.418, 3, 'office'],
    ['hoboken', 'general', 'Stadsloket Hoboken', 'Kioskplaats 12', '2660', 51.1761, 4.3484, 4, 'office'],
    ['merksem', 'general', 'Stadsloket Merksem', 'Bredabaan 300', '2170', 51.245, 4.449, 5, 'evening'],
    ['wilrijk', 'general', 'Stadsloket Wilrijk', 'Bist 1', '2610', 51.168, 4.393, 4, 'office'],
    ['borsbeek', 'general', 'Stadsloket Borsbeek', 'De Robianostraat 2', '2150', 51.1966, 4.4854, 2, 'morning'],
    ['berendrecht', 'general', 'Stadsloket Berendrecht-Zandvliet', 'Dorpsstraat 6', '2040', 51.345, 4.313, 1, 'morning'],
    ['antwerpen-jong', 'youth', 'Jongerenloket Antwerpen', 'Kammenstraat 40', '2000', 51.2169, 4.4005, 3, 'afternoon'],
    ['antwerpen-nieuw', 'migrants', 'Loket Nieuwkomers Antwerpen', 'Carnotstraat 110', '2060', 51.2177, 4.4262, 6, 'office'],
    ['antwerpen-bibliotheek', 'library', 'Bibliotheek De Coninckplein', 'De Coninckplein 25', '2060', 51.2199, 4.4216, 3, 'library'],
    ['merksem-bibliotheek', 'library', 'Bibliotheek Merksem', 'Van Heybeeckstraat 28', '2170', 51.2466, 4.4447, 2, 'library'],
  ],
  {
    organisationId: 'voorbeeldstad',
    district: 'Antwerpen',
    zone: 'Europe/Brussels',
    land: 'BE',
    languages: ['nl', 'en', 'fr', 'de', 'pt', 'ar'],
    phone: '+32300000',
  },
)

/** A Dutch town that tries it out. */
const pilot = placesOf(
  [
    ['gouda', 'general', 'Huis van de Stad Gouda', 'Burgemeester Jamesplein 1', '2803 PG', 52.0176, 4.7046, 8, 'evening'],
    ['gouda-bloemendaal', 'general', 'Wijkloket Bloemendaal', 'Bloemendaalseweg 40', '2804 AA', 52.0287, 4.6966, 2, 'morning'],
    ['gouda-jong', 'youth', 'Jongerenpunt Gouda', 'Lange Tiendeweg 20', '2801 KK', 52.0127, 4.7137, 2, 'afternoon'],
    ['gouda-bibliotheek', 'library', 'Bibliotheek Gouda', 'Klein Amerika 20', '2806 CA', 52.0161, 4.7166, 2, 'library'],
  ],
  {
    organisationId: 'voorbeeldwijk',
    district: 'Zuid-Holland',
    zone: 'Europe/Amsterdam',
    land: 'NL',
    languages: ['nl', 'en', 'fr', 'de', 'pt', 'ar'],
    phone: '+31180000',
  },
)

const abroad = { organisationId: 'exemplo-consular', kind: 'consulate' as const, counters: 4, week: onWorkdays(['09:00', '14:00']) }
const consulates: readonly Bare[] = [
  {
    ...abroad,
    id: 'paris',
    name: 'Ponto de atendimento Paris',
    address: 'Rue Georges Berger 6',
    postalCode: '75017',
    district: 'Paris',
    phone: '+33100000001',
    at: [48.8814, 2.3128],
    zone: 'Europe/Paris',
    land: 'FR',
    languages: ['pt', 'fr', 'en'],
  },
  {
    ...abroad,
    id: 'london',
    name: 'Ponto de atendimento Londres',
    address: 'Portland Place 3',
    postalCode: 'W1B 1HR',
    district: 'London',
    phone: '+44200000001',
    at: [51.5187, -0.1441],
    zone: 'Europe/London',
    land: 'GB',
    languages: ['pt', 'en'],
  },
]

/** A van that stands in another town each day. */
export const van: Bare = {
  id: 'balcao-movel',
  organisationId: 'exemplo',
  kind: 'van',
  name: 'Balcão móvel do Baixo Alentejo',
  address: '',
  postalCode: '',
  district: 'Beja',
  phone: '+351284000001',
  at: [37.8776, -8.1631],
  zone: 'Europe/Lisbon',
  land: 'PT',
  languages: ['pt', 'en', 'fr', 'de', 'ar'],
  counters: 1,
  week: onWorkdays(['09:30', '12:30'], ['14:00', '16:00']),
}

/** More of the small Flemish town and its neighbours, where partners sit under one roof. */
const region = placesOf(
  [
    ['deinze-stadhuis', 'general', 'Stadhuis Deinze', 'Brielstraat 2', '9800', 50.9809, 3.5266, 4, 'evening'],
    ['deinze-welzijn', 'general', 'Sociaal Huis Deinze', 'Leon Declercqstraat 1', '9800', 50.9861, 3.5216, 3, 'office'],
    ['knesselare', 'general', 'Dienstencentrum Knesselare', 'Kloosterstraat 4', '9910', 51.1386, 3.4134, 2, 'morning'],
  ],
  { organisationId: 'voorbeeld', district: 'Oost-Vlaanderen', zone: 'Europe/Brussels', land: 'BE', phone: '+32900001' },
)

export const specialPlaces: readonly Bare[] = [...region, ...city, ...pilot, ...consulates, van]

/** Where the van stands from Monday to Friday. */
export const vanStops: NonNullable<PointSeed['stops']> = [
  ['Aljustrel', 'Praça da Resistência', 37.8776, -8.1631],
  ['Castro Verde', 'Praça do Município', 37.6983, -8.0856],
  ['Almodôvar', 'Rua Serpa Pinto', 37.5117, -8.0601],
  ['Mértola', 'Praça Luís de Camões', 37.6383, -7.6612],
  ['Ourique', 'Avenida 25 de Abril', 37.6519, -8.2256],
].map(([name, address, latitude, longitude], i) => ({
  weekday: i + 1,
  name: String(name),
  address: String(address),
  latitude: Number(latitude),
  longitude: Number(longitude),
}))
