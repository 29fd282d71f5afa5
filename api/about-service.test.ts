import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../contract/ask.ts'
import { menu, onePoint } from '../contract/points.ts'
import { holdSlot, oneVisit } from '../contract/visits.ts'
import { key, makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { aboutOf } from './about-service.ts'
import type { Service } from './catalogue.ts'

let t: TestHouse
beforeAll(async () => {
  t = await makeTestHouse()
  await t.house.connections.sql`update services set
    explanations = '{"pt": "Pede um passaporte."}', bring = '{"pt": ["uma fotografia"], "nl": []}', names = '{"pt": "Passaporte", "nl": "Paspoort"}',
    links = '{"pt": "https://exemplo.example/pt/passport"}', price_cents = 1250, currency = 'EUR', age_from = 12, age_until = 18 where id = 'passport'`
  await t.house.connections.sql`update services set price_cents = 0, currency = 'EUR' where id = 'advice'`
  await t.house.catalogue.load()
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const passport = {
  languages: ['pt'],
  explanations: { pt: 'Pede um passaporte.' },
  links: { pt: 'https://exemplo.example/pt/passport' },
  price: { cents: 1250, currency: 'EUR' },
  ageFrom: 12,
  ageUntil: 18,
}

test('a service says what it costs, for which age it is, where it is online, whose it is, and in which languages it is whole', async () => {
  const { services } = await ask(t.as.anyone, onePoint, { point: 'lisboa' })
  expect(services[0]).toMatchObject({ ...passport, bring: { pt: ['uma fotografia'] } })
  expect(services[0]?.bring).not.toHaveProperty('nl')
  expect(services[0]?.provider).toEqual({ id: 'gemeente', names: { nl: 'Gemeente', en: 'Municipality', ar: 'البلدية' } })
  expect(services.map(({ price }) => price?.cents ?? null)).toEqual([1250, null, null, 0])
  expect(services[1]).toMatchObject({ languages: ['ar', 'en', 'nl'], links: {}, price: null, ageFrom: null, ageUntil: null })
})

test('the kiosk and whoever holds or has an appointment read the same', async () => {
  const { services } = await ask(t.as.kiosk, menu, { point: 'lisboa' })
  expect(services[0]?.about).toEqual(passport)
  const slot = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const, startsAt: '2026-03-26T09:00:00.000Z' }
  const { visitId, token } = await ask(t.as.anyone, holdSlot, slot, key())
  const visit = await ask(t.as.visitor(token), oneVisit, { visit: visitId })
  expect(visit.services[0]).toMatchObject({ id: 'passport', bring: { pt: ['uma fotografia'] }, about: passport })
})

test('a language that has but a part is not one of its languages', () => {
  const service: Service = {
    ...{ id: 'a', organisationId: 'o', icon: 'document', baseMinutes: 5, extraMinutes: 0, synonyms: {}, links: {} },
    ...{ priceCents: null, currency: null, ageFrom: null, ageUntil: null },
    names: { nl: 'Naam', en: 'Name', fr: 'Nom', de: '' },
    explanations: { nl: 'Uitleg.', en: 'Explanation.', fr: '' },
    bring: { nl: ['kaart'], fr: ['carte'] },
  }
  expect(aboutOf(service).languages).toEqual(['nl'])
  expect(aboutOf({ ...service, bring: {} }).languages).toEqual(['en', 'nl'])
  expect(aboutOf({ ...service, bring: {}, explanations: {} }).languages).toEqual(['en', 'fr', 'nl'])
})
