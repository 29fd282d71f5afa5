import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBooking } from '../build.ts'
import { languages } from '../contract/language.ts'
import { makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { makePlainBrowser, type PlainBrowser } from './plain-browser.test-support.ts'

type Answer = typeof import('./answer.tsx')['answer']

let t: TestHouse
let answer: Answer
const folder = mkdtempSync(join(tmpdir(), 'soonest-'))
const faults: unknown[] = []

beforeAll(async () => {
  await buildBooking(folder)
  answer = ((await import(join(folder, 'server', 'answer.js'))) as { answer: Answer }).answer
  t = await makeTestHouse()
})
afterAll(async () => {
  expect([...faults, ...t.faults]).toEqual([])
  rmSync(folder, { recursive: true })
  await t.stop()
})

const plain = (language = 'nl') =>
  makePlainBrowser(
    (request, now) => answer(request, { asker: t.as.anyone, nonce: 'nonce', now, fault: (error) => faults.push(error) }),
    () => t.clock.now(),
    { 'accept-language': language },
  )
const names = (browser: PlainBrowser) => browser.texts('.choice b')

test('who types what they come for, with a slip, and where, gets the soonest time near there and books it at once', async () => {
  const browser = plain()
  await browser.go('/book/')
  expect(names(browser)).toEqual(['Identiteitskaart', 'Paspoort', 'Advies'])
  await browser.press('form .main-act', { what: 'pasport', place: 'Sintra' })
  expect(names(browser)).toEqual(['Paspoort'])
  expect(browser.texts('.choice .soft').join(' ')).toMatch(/Gemeente.*bij 3 plaatsen.*Lisboa.*22.km/s)
  await browser.click('.choice')
  expect([browser.at.searchParams.get('services'), browser.at.searchParams.get('place')]).toEqual(['passport', 'Sintra'])
  expect(browser.texts('.best .tag')).toEqual(['Dichtbij en snel'])
  expect(browser.texts('.best .moment')).toEqual(['vandaag, dinsdag 24 maart om 13:30 uur'])
  expect(browser.texts('.best .numbered').join(' ')).toMatch(/Lisboa\s*·\s*22.km/)
  await browser.press('.best button')
  expect(browser.texts('h1')).toEqual(['Uw gegevens'])
})

test('other places stand in the order of their times, each with its distance and its number on the map', async () => {
  const browser = plain()
  await browser.go('/book/?services=passport&people=2&place=Horta')
  expect([browser.texts('.best .numbered b'), names(browser)]).toEqual([['Horta'], []])
  await browser.go('/book/?services=passport&people=2&place=Madrid')
  expect(browser.texts('.best .numbered b').concat(names(browser))).toEqual(['Lisboa', 'Horta', 'São Paulo'])
  expect(browser.texts('.choice .mark')).toEqual(['2', '3'])
  expect(browser.one('.map svg').getAttribute('aria-label')).toBe('Kaart met 3 plaatsen uit de lijst, met hun nummers.')
  expect(browser.texts('.map text')).toEqual(['1'])
  expect(browser.html.match(/<svg viewBox.*?<\/svg>/s)![0].length).toBeLessThan(30_000)
  expect(browser.one('option[selected]').getAttribute('value')).toBe('2')
  await browser.click('.choice')
  expect([browser.at.pathname, browser.at.searchParams.get('people')]).toEqual(['/book/horta/time', '2'])
})

test('later days, other people and another place go on from there', async () => {
  const browser = plain()
  await browser.go('/book/?services=passport&people=1&place=Lisboa')
  await browser.click('.day[href*="2026-03-27"]')
  expect(browser.texts('.best .moment')[0]).toContain('vrijdag 27 maart')
  expect(browser.texts('.day[aria-current] b')).toEqual(['27'])
  await browser.press('form .search button', { place: 'São Paulo', people: '3' })
  expect(browser.texts('.best .numbered b')).toEqual(['São Paulo'])
  expect(browser.one('option[selected]').getAttribute('value')).toBe('3')
  await browser.go('/book/?services=passport&people=1&place=Santos')
  expect(browser.texts('.either a').join(' ')).toMatch(/Santos|Santo/)
})

test('a position in the address is near, and a place that nobody knows is said to be so', async () => {
  const browser = plain()
  await browser.go('/book/?services=passport&people=1&latitude=38.70&longitude=-9.15')
  expect([browser.texts('.best .numbered b'), browser.texts('.best .tag')]).toEqual([['Lisboa'], ['Dichtbij en snel']])
  expect(browser.one('.choices a, .steps a').getAttribute('href')).toContain('latitude=38.70')
  for (const place of ['qqqqzzzz', '???', '\u0000', 'x'.repeat(300)]) {
    await browser.go(`/book/?services=passport&people=1&place=${encodeURIComponent(place)}`)
    expect([browser.status, browser.all('.best').length, browser.text.includes('Wij kennen deze plaats niet.')]).toEqual([200, 0, true])
  }
  await browser.go('/book/?services=passport&people=1&latitude=x&longitude=900')
  expect([browser.status, browser.texts('.best .tag')]).toEqual([200, ['Het eerst vrij van alle plaatsen']])
})

test('what nothing is like is said to be so, and a town without a point shows the points around it', async () => {
  const browser = plain()
  await browser.go('/book/?what=zzzzqqq')
  expect(browser.text).toContain('Wij vinden niets dat zo heet. Probeer een ander woord.')
  await browser.go('/book/?place=Sintra')
  expect([browser.texts('h1'), names(browser)]).toEqual([['Waar wilt u komen?'], ['Lisboa']])
  await browser.go('/book/?services=nergens&people=1')
  expect([browser.status, browser.all('h1').length]).toEqual([422, 1])
})

test.each(languages)('in %s both pages have their own words', async (language) => {
  const browser = plain(language)
  for (const address of ['/book/', '/book/?services=passport&people=1&place=Sintra']) {
    await browser.go(address)
    expect(browser.html).toContain(`lang="${language}"`)
    expect([browser.status, browser.all('h1').length]).toEqual([200, 1])
    expect(browser.all('[data-near][hidden] button').length).toBe(1)
  }
})
