import { describe, expect, test } from 'vitest'
import { isPointName } from '../../domain/ids.ts'
import { iconNames } from '../../ui/icons.ts'
import { faultsBetween, hardWordFaults, leavesOf, sentenceFaults } from '../../ui/texts/lint.ts'
import { catalogue } from './catalogue.ts'
import { type ServiceSeed, writtenLanguages } from './entry.ts'
import { mostUsed } from './most-used.ts'
import { regions, servicesOfRegion } from './regional.ts'
import { specialties, standardSets } from './standard-sets.ts'

const { organisations, services } = catalogue
const byId = new Map(services.map((service) => [service.id, service]))
const providers = organisations.filter(({ kinds }) => kinds?.includes('provider'))
const used = mostUsed.map(({ id }) => byId.get(id)!)
const told = <T>(all: Partial<Record<string, T>> | undefined): [string, T][] => Object.entries(all ?? {}) as [string, T][]
const twice = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) !== at)

test('there are 234 providers, each with a service, and at least 180 services, each with its provider', () => {
  expect(providers).toHaveLength(234)
  expect(services.length).toBeGreaterThanOrEqual(180)
  const giving = new Set(services.map(({ organisationId }) => organisationId))
  expect(providers.filter(({ id }) => !giving.has(id))).toEqual([])
  const able = new Set(providers.map(({ id }) => id))
  expect(services.filter(({ organisationId }) => !able.has(organisationId))).toEqual([])
})

test('no id, no provider and no service is there twice', () => {
  expect(twice(services.map(({ id }) => id))).toEqual([])
  expect(twice(organisations.map(({ id }) => id))).toEqual([])
  expect([...services, ...organisations].filter(({ id }) => !isPointName(id))).toEqual([])
  for (const language of writtenLanguages) {
    expect(twice(services.flatMap(({ names }) => names[language]?.toLowerCase() ?? []))).toEqual([])
    expect(twice(organisations.flatMap(({ names }) => names[language]?.toLowerCase() ?? []))).toEqual([])
  }
})

test('a name says that its body is an example', () => {
  const real = (name: string) => !/voorbeeld|exemplo|exemple|example|beispiel|المثال|للمثال/i.test(name)
  expect(organisations.flatMap(({ names }) => told(names).filter(([, name]) => real(name)))).toEqual([])
})

test('the forty most used are whole in six languages: name, explanation, documents, synonyms, and link where there is one', () => {
  expect(used).toHaveLength(40)
  for (const service of used)
    for (const language of writtenLanguages) {
      const where = `${service.id} in ${language}`
      expect(service.names[language], where).toMatch(/\S/)
      expect(service.explanations?.[language], where).toMatch(/[.؟]$/)
      expect(service.bring?.[language]?.length, where).toBe(service.bring?.nl?.length)
      expect(service.bring?.[language]?.length, where).toBeGreaterThan(0)
      expect(service.synonyms?.[language]?.length, where).toBeGreaterThan(1)
      if (told(service.links).length) expect(service.links?.[language], where).toContain(`/${language}/`)
    }
})

test('a service is there in the language of its provider, and in no language by halves', () => {
  const own = new Map(organisations.map(({ id, names }) => [id, Object.keys(names)]))
  for (const service of services) {
    const languages = Object.keys(service.names)
    expect(languages.filter((language) => own.get(service.organisationId)!.includes(language)).length, service.id).toBeGreaterThan(0)
    for (const all of [service.explanations, service.bring, service.synonyms]) expect(Object.keys(all!), service.id).toEqual(languages)
    const whole = told(service.links).length === 0 || Object.keys(service.links!).join() === languages.join()
    expect(whole, service.id).toBe(true)
  }
})

test('some are there in Portuguese only, in Dutch only, in French only and in English only', () => {
  const only = (language: string) => services.filter(({ names }) => Object.keys(names).join() === language).length
  expect(['pt', 'nl', 'fr', 'en'].map((language) => only(language) > 0)).toEqual([true, true, true, true])
})

test('each has words to be found by that are not its name, none of them twice', () => {
  for (const service of services)
    for (const [language, words] of told(service.synonyms)) {
      const where = `${service.id} in ${language}`
      expect(words.length, where).toBeGreaterThan(0)
      expect(twice(words.map((word) => word.toLowerCase())), where).toEqual([])
      expect(
        words.map((word) => word.toLowerCase()),
        where,
      ).not.toContain(service.names[language]!.toLowerCase())
    }
})

test('each has a pictogram that can be drawn', () => {
  expect(services.filter(({ icon }) => !(iconNames as string[]).includes(icon!)).map(({ id, icon }) => [id, icon])).toEqual([])
})

test('prices have a currency, ages stand in order, links lead out of the real world', () => {
  for (const { id, priceCents, currency, ageFrom, ageUntil, links, baseMinutes } of services) {
    expect(priceCents === null ? currency : (currency?.length ?? 0), id).toBe(priceCents === null ? null : 3)
    expect(Number.isInteger(priceCents ?? 0) && (priceCents ?? 0) >= 0, id).toBe(true)
    expect((ageFrom ?? 0) < (ageUntil ?? 120), id).toBe(true)
    expect(baseMinutes >= 4 && baseMinutes <= 60, id).toBe(true)
    for (const [, link] of told(links)) expect(new URL(link).hostname).toMatch(/\.example$/)
  }
  for (const worth of [null, 0]) expect(services.filter(({ priceCents }) => priceCents === worth).length).toBeGreaterThan(10)
})

test('names fit on a ticket and explanations on a page', () => {
  for (const { names, explanations } of services) {
    expect(told(names).filter(([, name]) => name.length > 48)).toEqual([])
    expect(told(explanations).filter(([, say]) => say.length > 130)).toEqual([])
  }
})

describe.each(writtenLanguages)('in %s', (language) => {
  const tree = (all: readonly ServiceSeed[], of: string) =>
    Object.fromEntries(
      all
        .filter(({ names }) => names[of])
        .map(({ id, names, explanations, bring }) => [id, { name: names[of], say: explanations?.[of], bring: bring?.[of] }]),
    )

  test('all is B1', () => {
    const leaves = leavesOf(tree(services, language))
    expect(leaves.size).toBeGreaterThan(100)
    expect(sentenceFaults(leaves)).toEqual([])
    if (language === 'nl') expect(hardWordFaults(leaves)).toEqual([])
  })

  test('the forty are in its own words', () => {
    if (language === 'nl') return
    const english = language === 'en' ? {} : tree(used, 'en')
    expect(faultsBetween(language as 'en', tree(used, 'nl'), tree(used, language), english)).toEqual([])
  })
})

test('what a sort of point offers is in the catalogue, once', () => {
  for (const [sort, ids] of Object.entries(standardSets)) {
    expect(twice(ids), sort).toEqual([])
    expect(
      ids.filter((id) => !byId.has(id)),
      sort,
    ).toEqual([])
  }
  expect(standardSets['town-hall'].slice(0, 4)).toEqual(['passport', 'licence', 'moving', 'extract'])
})

test('every service can be had somewhere', () => {
  const had = new Set([...Object.values(standardSets).flat(), ...specialties.flat(), ...regions.flatMap(([id]) => servicesOfRegion(id))])
  expect(services.map(({ id }) => id).filter((id) => !had.has(id))).toEqual([])
  expect(servicesOfRegion('nergens')).toEqual([])
})
