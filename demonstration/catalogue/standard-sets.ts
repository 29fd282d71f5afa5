import { lowCountries } from './seed/low-countries.ts'
import { portugalMatters } from './seed/portugal-matters.ts'
import { portugalPeople } from './seed/portugal-people.ts'

const townHall = ['passport', 'licence', 'moving', 'extract', 'pick-up', 'digital-help', 'birth']
const by = (...prefixes: string[]) =>
  lowCountries.filter((entry) => prefixes.some((prefix) => entry.by === prefix || entry.by.startsWith(`${prefix}-`)))
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

/** What a point of each sort offers, the most asked for first: that is the order of the menu at its kiosk. */
export const standardSets = {
  /** A small Flemish town. */
  'town-hall': [
    ...townHall,
    'marriage',
    'death',
    'kids-id',
    'signature',
    'travel-with-child',
    'money-help',
    'parking-permit',
    ...ids(by('voorbeeld').filter((e) => e.by === 'voorbeeld')),
  ],
  /** A large Flemish city. */
  'city-hall': [
    ...townHall,
    'residence-permit',
    'marriage',
    'death',
    'kids-id',
    'signature',
    'parking-permit',
    'citizenship',
    'disability-card',
    'samenwonen',
    ...ids(by('voorbeeldstad')),
  ],
  /** Partners of the town or city under one roof. */
  'service-house': [
    'money-help',
    'digital-help',
    'language-course',
    'rent-help',
    'social-tariff',
    'legal-help',
    ...ids(
      by(
        'voorbeeld-ocmw',
        'voorbeeld-kind',
        'voorbeeld-senioren',
        'voorbeeld-wonen',
        'voorbeeld-energiehuis',
        'voorbeeld-milieu',
        'voorbeeld-sport',
        'voorbeeld-cultuur',
        'voorbeeld-politie',
        'voorbeeld-ondernemen',
        'voorbeeld-ziekenfonds',
        'voorbeeld-begraafplaats',
      ),
    ),
  ],
  /** A town in the Netherlands where people get help with anything. */
  'dutch-town': ['passport', 'licence', 'moving', 'extract', 'pick-up', 'digital-help', 'birth', 'money-help', ...ids(by('voorbeeldwijk'))],
  /** A counter of the national network in Portugal. */
  'citizen-spot': [
    'passport',
    'licence',
    'extract',
    'pick-up',
    'digital-help',
    'citizen-card',
    'digital-key',
    'tax-number',
    'social-security',
    'criminal-record',
    'health-number',
    'vehicle',
    'land-register',
    'moving',
  ],
  /** A large one, in a city. */
  'citizen-shop': [
    'passport',
    'licence',
    'extract',
    'pick-up',
    'digital-help',
    'citizen-card',
    'digital-key',
    'tax-number',
    'social-security',
    'criminal-record',
    'health-number',
    'vehicle',
    'land-register',
    'moving',
    'birth',
    'marriage',
    'death',
    'child-benefit',
    'unemployment',
    'job-help',
    'pension',
    'tax-help',
    'company-start',
    'residence-permit',
    'citizenship',
    'disability-card',
    'signature',
  ],
  library: ['library-card', 'digital-help', 'pick-up', 'language-course', ...ids(by('voorbeeld-bibliotheek'))],
  youth: ['youth-advice', 'student-grant', 'job-help', 'digital-help', ...ids(by('voorbeeld-jeugd'))],
  /** Young people, in Portugal. */
  'youth-portugal': [
    'youth-advice',
    'student-grant',
    'job-help',
    'digital-key',
    'cartao-jovem',
    'voluntariado-jovem',
    'renda-jovem',
    'estagio',
    'passe-cultura',
    'dia-defesa',
    'candidatura-superior',
  ],
  migrants: [
    'residence-permit',
    'language-course',
    'citizenship',
    'diploma',
    'digital-help',
    'money-help',
    ...ids(by('voorbeeld-taalhuis', 'voorbeeld-onthaal')),
  ],
  /** People who came to Portugal. */
  'migrants-portugal': [
    'residence-permit',
    'language-course',
    'citizenship',
    'tax-number',
    'social-security',
    'health-number',
    'diploma',
    'reagrupamento',
    'titulo-cplp',
    'asilo',
    'equivalencia-escolar',
  ],
  consulate: [
    'consular-registration',
    'passport',
    'citizen-card',
    'passaporte-consular',
    'nascimento-consular',
    'procuracao-consular',
    'legalizar',
    'voto-estrangeiro',
    'viagem-urgente',
  ],
  paris: [
    'extract',
    'digital-help',
    'droits-famille',
    'ecrivain-public',
    'logement-paris',
    'impayes',
    'carte-sante',
    'atelier-francais',
    'aulas-portugues',
  ],
  london: [
    'extract',
    'digital-help',
    'council-tax',
    'settled-status',
    'english-class',
    'housing-register',
    'universal-credit',
    'employment-rights',
    'aulas-portugues',
  ],
  'sao-paulo': ['passport', 'extract', 'birth', 'cpf', 'carteira-trabalho', 'registro-migrante', 'curso-acolhida'],
  /** What two people can do out of a van. */
  van: ['digital-help', 'extract', 'pick-up', 'passport', 'money-help', 'moving', 'tax-help'],
} satisfies Record<string, readonly string[]>

const perSpecialty = 8

/** National services that not every counter in Portugal has room for: a point adds one or two of these groups. Together they hold them all. */
export const specialties: readonly (readonly string[])[] = (() => {
  const all = ids([...portugalPeople, ...portugalMatters])
  return Array.from({ length: Math.ceil(all.length / perSpecialty) }, (_, i) => all.slice(i * perSpecialty, (i + 1) * perSpecialty))
})()
