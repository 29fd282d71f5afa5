import type { Town } from './gazetteer.ts'
import { onDays, onWorkdays, type PlaceKind, type Week } from './place-seed.ts'
import { makeRandom, type Random } from './random.ts'
import { slugOf } from './slug.ts'
import type { Bare } from './special-places.ts'

/** Districts and islands of Portugal by their GeoNames code. */
const districts: Record<string, string> = {
  '02': 'Aveiro',
  '03': 'Beja',
  '04': 'Braga',
  '05': 'Bragança',
  '06': 'Castelo Branco',
  '07': 'Coimbra',
  '08': 'Évora',
  '09': 'Faro',
  '10': 'Madeira',
  '11': 'Guarda',
  '13': 'Leiria',
  '14': 'Lisboa',
  '16': 'Portalegre',
  '17': 'Porto',
  '18': 'Santarém',
  '19': 'Setúbal',
  '20': 'Viana do Castelo',
  '21': 'Vila Real',
  '22': 'Viseu',
  '23': 'Açores',
}
const streets = [
  'Praça da República',
  'Rua 5 de Outubro',
  'Largo do Município',
  'Avenida 25 de Abril',
  'Rua da Igreja',
  'Rua Direita',
  'Rua Luís de Camões',
  'Avenida da Liberdade',
  'Largo da Feira',
  'Rua 1.º de Maio',
]

/** More than one general point: quarters of the two large cities, and two other addresses where a town is large. */
const quarters: Record<string, readonly (readonly [name: string, latitude: number, longitude: number])[]> = {
  Lisboa: [
    ['Alvalade', 38.753, -9.144],
    ['Benfica', 38.751, -9.203],
    ['Marvila', 38.745, -9.105],
    ['Lumiar', 38.767, -9.16],
    ['Arroios', 38.733, -9.134],
    ['Belém', 38.6975, -9.206],
    ['Parque das Nações', 38.768, -9.094],
  ],
  Porto: [
    ['Campanhã', 41.15, -8.585],
    ['Boavista', 41.158, -8.632],
    ['Paranhos', 41.1725, -8.605],
    ['Foz do Douro', 41.152, -8.671],
  ],
}
const largeFrom = 45_000

/** A town that is named here as it names itself. */
const ownNames: Record<string, string> = { Lisbon: 'Lisboa' }

const label: Record<
  Exclude<PlaceKind, 'consulate' | 'van'>,
  { slug: string; name: (town: string) => string; counters: (usual: number) => number }
> = {
  general: { slug: '', name: (town) => `Espaço Cidadão ${town}`, counters: (usual) => usual },
  youth: { slug: '-jovem', name: (town) => `Espaço Jovem ${town}`, counters: (usual) => Math.max(1, Math.round(usual / 3)) },
  migrants: { slug: '-migrantes', name: (town) => `Espaço Migrante ${town}`, counters: (usual) => Math.max(2, Math.round(usual / 2)) },
  library: {
    slug: '-biblioteca',
    name: (town) => `Espaço Cidadão Biblioteca de ${town}`,
    counters: (usual) => Math.max(1, Math.round(usual / 4)),
  },
}

/**
 * Points in the towns of Portugal: one in every town that is the seat of a municipality or has 3,000 people, more of them and of more kinds
 * the larger the town. The same from the same seed. `taken` are ids that are in use.
 */
export function townPlaces(towns: readonly Town[], taken: ReadonlySet<string>, seed: number): Bare[] {
  const ids = new Set(taken)
  const places: Bare[] = []
  for (const town of towns) {
    if (!town.isSeat && town.population < 3000) continue
    const random = makeRandom(seed ^ town.id)
    for (const bare of placesIn(town, random)) {
      const id = freeId(bare.id, town, ids)
      if (id === null) continue
      ids.add(id)
      places.push({ ...bare, id, phone: `+3512${String(10_000_000 + places.length)}` })
    }
  }
  return places
}

/** A second town of one name bears its district; a point that is there already is not made twice. */
function freeId(id: string, town: Town, ids: ReadonlySet<string>): string | null {
  if (!ids.has(id)) return id
  if (town.name === 'Lisbon' || town.name === 'Horta') return null
  const far = `${id}-${slugOf(districts[town.region] ?? town.region)}`
  return ids.has(far) ? null : far
}

function placesIn(town: Town, random: Random): Bare[] {
  const { population } = town
  const name = ownNames[town.name] ?? town.name
  const kinds: (keyof typeof label)[] = ['general']
  if (population >= 20_000) kinds.push('library')
  if (population >= 40_000) kinds.push('youth')
  if (population >= 60_000) kinds.push('migrants')
  return [
    ...kinds.map((kind) => placeOf(town, name, kind, random)),
    ...quartersOf(town, name).map(([quarter, latitude, longitude]) => ({
      ...placeOf(town, name, 'general', random),
      id: slugOf(`${name}-${quarter}`),
      name: `${label.general.name(name)} ${quarter}`,
      at: [latitude, longitude] as const,
      counters: Math.max(2, Math.round(countersFor(population) / 2)),
    })),
  ]
}

function quartersOf(town: Town, name: string): (readonly [name: string, latitude: number, longitude: number])[] {
  if (quarters[name]) return [...quarters[name]]
  return town.population >= largeFrom ? [['Estação', town.latitude + 0.008, town.longitude + 0.007]] : []
}

function placeOf(town: Town, name: string, kind: keyof typeof label, random: Random): Bare {
  const { slug, name: named, counters } = label[kind]
  // Points of one town do not stand upon one another on a map.
  const off = kind === 'general' ? 0 : { youth: 0.004, migrants: -0.005, library: 0.003 }[kind]
  return {
    id: `${slugOf(name)}${slug}`,
    organisationId: 'exemplo',
    kind,
    name: named(name),
    address: `${random.pick(streets)} ${1 + random.below(60)}`,
    postalCode: '',
    district: districts[town.region] ?? '',
    phone: '',
    at: [town.latitude + off, town.longitude - off],
    ...zoneOf(town),
    languages: ['pt', 'en', 'fr', 'de', 'ar'],
    counters: counters(countersFor(town.population)),
    week: weekFor(kind, town.population, random),
  }
}

/** By position: the Azores lie west of 24° W, Madeira south of 34° N. */
function zoneOf({ latitude, longitude }: Town): Pick<Bare, 'zone' | 'land'> {
  if (longitude < -24) return { zone: 'Atlantic/Azores', land: 'PT-20' }
  return latitude < 34 ? { zone: 'Atlantic/Madeira', land: 'PT-30' } : { zone: 'Europe/Lisbon', land: 'PT' }
}

/** How many counters a general point has in a town of so many people: 1 to 12. */
export function countersFor(population: number): number {
  const steps = [4000, 9000, 18_000, 27_000, 36_000, 50_000, 65_000, 85_000, 110_000, 200_000, 400_000]
  return 1 + steps.filter((step) => population >= step).length
}

function weekFor(kind: keyof typeof label, population: number, random: Random): Week {
  if (kind === 'library') return [...onDays([2, 3, 4, 5], ['10:00', '18:00']), ...onDays([6], ['10:00', '13:00'])]
  if (kind === 'youth') return onWorkdays(['10:00', '18:00'])
  if (population >= 30_000) return [...onWorkdays([random.pick(['08:30', '09:00']), '18:30']), ...onDays([6], ['09:00', '13:00'])]
  if (population >= 12_000 && random.chance(0.5)) return onWorkdays(['08:30', '17:00'])
  return lunchWeek(random)
}

/** Closed over noon; one in four closed one afternoon. */
function lunchWeek(random: Random): Week {
  const morning = [random.pick(['08:30', '09:00', '09:00']), '12:30'] as const
  const afternoon = random.pick([
    ['13:30', '16:30'],
    ['14:00', '17:00'],
    ['14:00', '17:30'],
  ] as const)
  if (!random.chance(0.25)) return onWorkdays(morning, afternoon)
  const short = random.pick([3, 5])
  return [
    ...onDays(
      [1, 2, 3, 4, 5].filter((d) => d !== short),
      morning,
      afternoon,
    ),
    ...onDays([short], morning),
  ]
}
