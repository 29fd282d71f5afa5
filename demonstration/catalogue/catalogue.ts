import { type OrganisationSeed, type ServiceSeed, serviceOf } from './entry.ts'
import { mostUsed } from './most-used.ts'
import { owners, providers } from './organisations.ts'
import { regional, regionalProviders } from './regional.ts'
import { abroad } from './seed/abroad.ts'
import { lowCountries } from './seed/low-countries.ts'
import { portugalMatters } from './seed/portugal-matters.ts'
import { portugalPeople } from './seed/portugal-people.ts'

export const entries = [...mostUsed, ...portugalPeople, ...portugalMatters, ...lowCountries, ...abroad, ...regional]

/** Who gives what in the demonstration: 234 providers and their services. */
export const catalogue: { organisations: readonly OrganisationSeed[]; services: readonly ServiceSeed[] } = {
  organisations: [...owners, ...providers, ...regionalProviders],
  services: entries.map(serviceOf),
}
