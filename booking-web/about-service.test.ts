import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBooking } from '../build.ts'
import { makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { makePlainBrowser } from './plain-browser.test-support.ts'

type Answer = typeof import('./answer.tsx')['answer']

let t: TestHouse
let answer: Answer
const folder = mkdtempSync(join(tmpdir(), 'booking-'))
const faults: unknown[] = []

beforeAll(async () => {
  await buildBooking(folder)
  answer = ((await import(join(folder, 'server', 'answer.js'))) as { answer: Answer }).answer
  t = await makeTestHouse()
  await t.house.connections.sql`update services set price_cents = 750, currency = 'EUR', age_until = 12,
    explanations = '{"nl": "Uw kind krijgt een kaart.", "en": "Your child gets a card."}', bring = '{"nl": ["pasfoto"], "en": ["a photo"]}',
    links = '{"nl": "https://kaart.example/nl", "en": "https://kaart.example/en"}' where id = 'id-card'`
  await t.house.connections.sql`update services set names = '{"pt": "Cartão Jovem"}', explanations = '{"pt": "Pagas menos."}',
    bring = '{"pt": ["uma fotografia"]}', price_cents = 0, currency = 'EUR', age_from = 12, age_until = 30 where id = 'advice'`
  await t.house.catalogue.load()
})
afterAll(async () => {
  expect([...faults, ...t.faults]).toEqual([])
  rmSync(folder, { recursive: true })
  await t.stop()
})

const plain = (language: string) =>
  makePlainBrowser(
    (request, now) => answer(request, { asker: t.as.anyone, nonce: 'nonce', now, fault: (error) => faults.push(error) }),
    () => t.clock.now(),
    { 'accept-language': language },
  )
const spaces = (texts: string[]) => texts.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '))

test('each service says how long, what it costs and for whom; more is told to whoever opens it', async () => {
  const browser = plain('nl')
  await browser.go('/book/lisboa')
  expect(spaces(browser.texts('.tick .soft'))).toEqual([
    'vanaf 15 minuten',
    'vanaf 10 minuten · € 7,50 · tot en met 11 jaar',
    '30 minuten · gratis · van 12 tot en met 29 jaar · alleen in het Portugees',
  ])
  expect(browser.texts('.more-of summary')[1]).toBe('Meer hierover: Identiteitskaart')
  expect(browser.texts('.more-of')[1]).toContain('pasfoto')
  expect(browser.texts('.more-of')[1]).toContain('Van Gemeente')
  const link = browser.one('.more-of a')
  expect([link.getAttribute('href'), link.getAttribute('hreflang'), link.textContent]).toEqual([
    'https://kaart.example/nl',
    'nl',
    'Dit kunt u ook online doen',
  ])
})

test('a text that is there in Portuguese only is shown as Portuguese, and said to be so', async () => {
  const browser = plain('ar')
  await browser.go('/book/lisboa')
  const foreign = browser.all('li:nth-child(3) [lang="pt"]').map((part) => [part.textContent, part.getAttribute('dir')])
  expect(foreign).toEqual([
    ['Cartão Jovem', 'ltr'],
    ['Pagas menos.', 'ltr'],
    ['Cartão Jovem', 'ltr'],
    ['uma fotografia', 'auto'],
  ])
  expect(browser.texts('.tick .soft')[2]).toContain('البرتغالية')
  const own = plain('pt')
  await own.go('/book/lisboa')
  expect(own.texts('.tick .soft')[2]).toBe('30 minutos · grátis · dos 12 aos 29 anos')
  expect(own.texts('li:nth-child(3) [lang]')).toEqual(['Gemeente'])
})

test('before somebody books they read for whom it is, what it costs for each, and what to bring', async () => {
  const browser = plain('en')
  await browser.go('/book/lisboa/time?services=id-card&people=2')
  await browser.press('.best button')
  expect(browser.texts('h1')).toEqual(['Your details'])
  expect(browser.texts('.facts dd').at(-1)).toBe('€7.50 per person')
  expect(browser.texts('[aria-labelledby="for-whom"] p')).toEqual([
    'ID card: up to age 11.',
    'Does that not fit you? Choose something else, or call us.',
  ])
  expect(browser.texts('.bring li')).toEqual(['a photo'])
  expect(browser.texts('.bring .soft')).toEqual([])
  await browser.go('/book/lisboa/time?services=id-card&people=1&language=ar')
  await browser.press('.best button')
  expect(browser.all('.bring li').map((one) => one.getAttribute('lang'))).toEqual(['nl'])
  expect(browser.texts('.bring .soft')[0]).toContain('الهولندية')
})
