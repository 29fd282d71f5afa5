import type { InferOutput } from 'valibot'
import type { aboutService } from '../contract/points.ts'
import type { Service } from './catalogue.ts'

/** What a visitor wants to know of a service before they choose it. */
export function aboutOf(service: Service): InferOutput<typeof aboutService> {
  const { names, explanations, bring, links, priceCents, currency, ageFrom, ageUntil } = service
  const whole = (language: string) => [explanations, bring].every((all) => isEmpty(all) || !isEmpty(all[language]))
  return {
    languages: Object.keys(told(names)).filter(whole).sort(),
    explanations: told(explanations),
    links: told(links),
    price: priceCents === null || currency === null ? null : { cents: priceCents, currency },
    ageFrom,
    ageUntil,
  }
}

/** What each language has; those that have nothing are left out. */
export const told = <T>(perLanguage: Partial<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(perLanguage).filter((e): e is [string, T] => !isEmpty(e[1])))

const isEmpty = (given: unknown): boolean =>
  given === undefined || given === '' || (typeof given === 'object' && given !== null && Object.values(given).every(isEmpty))
