import { abroad } from './abroad.ts'
import { type OrganisationSeed, type ServiceSeed, serviceOf } from './entry.ts'
import { lowCountries } from './low-countries.ts'
import { mostUsed } from './most-used.ts'
import { owners, providers } from './organisations.ts'
import { portugalMatters } from './portugal-matters.ts'
import { portugalPeople } from './portugal-people.ts'
import { regional, regionalProviders } from './regional.ts'

export const entries = [...mostUsed, ...portugalPeople, ...portugalMatters, ...lowCountries, ...abroad, ...regional]

/** Who gives what in the demonstration: 234 providers and their services. */
export const catalogue: { organisations: readonly OrganisationSeed[]; services: readonly ServiceSeed[] } = {
  organisations: [...owners, ...providers, ...regionalProviders],
  services: entries.map(serviceOf),
}
