import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQr from 'jsqr'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBooking } from '../../build.ts'
import { ask } from '../../contract/ask.ts'
import { type Language, languages } from '../../contract/language.ts'
import { counterActs, takeTicket } from '../../contract/tickets.ts'
import { holdSlot } from '../../contract/visits.ts'
import { openBrowser } from '../setup/browser.ts'
import { key, makeTestHouse, type TestHouse } from '../setup/house.ts'
import { serveSite } from '../setup/site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const firstLoadMax = 100_000
const phone = { width: 390, height: 844 }
const dist = mkdtempSync(join(tmpdir(), 'booking-pages-'))

let t: TestHouse
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
const faults: string[] = []

beforeAll(async () => {
  await buildBooking(join(dist, 'booking-web'))
  t = await makeTestHouse()
  site = await serveSite(t, dist)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await t?.stop()
  rmSync(dist, { recursive: true })
  expect([...faults, ...(t?.faults ?? [])]).toEqual([])
})

/** A page that notes what no page may do: fail in its script, break its policy, or ask another host. */
async function open(more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: phone, locale: 'nl-NL', ...more })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error}`))
  page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && faults.push(message.text()))
  page.on('request', (request) => request.url().startsWith(site.address) || request.url().startsWith('data:') || faults.push(request.url()))
  return page
}

const passport = (startsAt: string, language: Language = 'nl') =>
  ask(t.as.anyone, holdSlot, { point: 'lisboa', serviceIds: ['passport'], people: 2, language, startsAt }, key())

/** Every page and state by its address, with what has to be there for it. */
async function addresses(language: Language, day: number): Promise<string[]> {
  const [one, two] = [await passport(`2026-03-${day}T09:00:00.000Z`, language), await passport(`2026-03-${day}T10:00:00.000Z`, language)]
  const ticket = await ask(t.as.kiosk, takeTicket, { point: 'lisboa', serviceIds: ['passport'], people: 1, language }, key())
  const page = await open()
  await page.goto(`${site.address}/book/hold/${two.token}`)
  await page.getByRole('textbox').first().fill('Zoë de Wit')
  await page.locator('main form button').first().click()
  await page.context().close()
  return [
    '/book/?',
    '/book/?what=pasport&place=Sintra&',
    '/book/?all=1&place=lis&',
    '/book/?services=passport&people=2&',
    '/book/?services=passport&people=1&place=Porto&',
    '/book/?services=passport&people=1&place=qqqqzzzz&',
    '/book/lisboa?',
    '/book/lisboa?wrong=services&',
    `/book/lisboa/time?services=passport,id-card&people=2&day=2026-03-${day}&`,
    '/book/lisboa/time?services=passport&people=1&problem=slot-taken&wanted=2026-03-25T09:00:00.000Z&',
    `/book/hold/${one.token}?`,
    `/book/visit/${two.token}?done=booked&`,
    `/book/visit/${two.token}/move?point=horta&`,
    `/book/visit/${two.token}/move?startsAt=2026-03-${day}T11:00:00.000Z&`,
    `/book/visit/${two.token}/cancel?`,
    `${new URL(ticket.followUrl).pathname}?`,
    '/book/nergens?',
  ].map((address) => `${site.address}${address}language=${language}`)
}

/** What is cut off or stands beside the page. */
const outside = (page: Page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth
    return [...document.body.querySelectorAll('*')]
      .filter((part) => !part.closest('.unseen, svg, .skip'))
      .filter((part) => {
        const box = part.getBoundingClientRect()
        return box.width > 0 && (box.left < -1 || box.right > room + 1)
      })
      .map((part) => part.outerHTML.slice(0, 120))
  })

/** What can be pressed and is smaller than 44 by 44. */
const small = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a:not(.skip), button, select, input:not([type=hidden])')]
      .map((part) => ({ part, box: (part.closest('label') ?? part).getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.9 || box.width < 43.9)
      .map(({ part }) => part.outerHTML.slice(0, 120)),
  )

async function axeFaults(page: Page): Promise<string[]> {
  // The policy of the page keeps scripts out that are not its own; the debugger stands outside of it.
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (what: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`)
  })
}

// The 29th is a Sunday.
test.each(languages.map((language, i) => ({ language, day: [25, 26, 27, 28, 30, 31][i]! })))(
  'in $language axe finds nothing, all fits at 320 pixels and with text twice and four times as large, and all can be hit with a thumb',
  async ({ language, day }) => {
    const page = await open()
    for (const address of await addresses(language, day)) {
      await page.setViewportSize(phone)
      await page.goto(address)
      expect([address, await page.getByRole('heading', { level: 1 }).count()]).toEqual([address, 1])
      expect([address, await page.evaluate(() => [document.documentElement.lang, document.querySelectorAll('main').length])]).toEqual([
        address,
        [language, 1],
      ])
      expect([address, await axeFaults(page)]).toEqual([address, []])
      expect([address, await small(page)]).toEqual([address, []])
      await page.setViewportSize({ width: 320, height: 640 })
      expect([address, await outside(page)]).toEqual([address, []])
      for (const root of ['200%', '400%']) {
        await page.setViewportSize(root === '200%' ? phone : { width: 820, height: 1180 })
        await page.addStyleTag({ content: `html { font-size: ${root} !important }` })
        expect([address, root, await outside(page)]).toEqual([address, root, []])
      }
    }
    await page.context().close()
  },
)

test('without JavaScript a visitor books, moves and cancels in a real browser', async () => {
  const page = await open({ javaScriptEnabled: false })
  const first = await page.goto(`${site.address}/book/`)
  const headers = first!.headers()
  expect([headers['referrer-policy'], headers['cache-control'], headers['x-content-type-options']]).toEqual([
    'same-origin',
    'no-store',
    'nosniff',
  ])
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w-]{22}'; .*form-action 'self'/)
  await page.getByLabel('Typ wat u komt doen').fill('pasport')
  await page.getByLabel('Waar?').fill('Sintra')
  await page.getByRole('button', { name: 'Zoek' }).click()
  await page.getByRole('link', { name: /Paspoort/ }).click()
  await page.getByLabel('Met hoeveel mensen komt u?').selectOption('2')
  await page.getByRole('button', { name: 'Zoek' }).click()
  await page.waitForURL(/people=2/)
  await page.getByRole('link', { name: 'Andere tijden hier' }).waitFor()
  expect(await page.getByRole('button', { name: 'Dicht bij mij' }).isVisible()).toBe(false)
  await page.getByRole('link', { name: 'Andere tijden hier' }).click()
  await page.getByRole('link', { name: /zaterdag 28 maart/ }).click()
  await page.getByRole('button', { name: '09:30', exact: true }).click()
  await page.getByRole('button', { name: 'Afspraak maken' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Vul uw naam in.')
  await page.getByLabel('Uw naam').fill('Zoë de Wit')
  await page.getByLabel('E-mailadres').fill('zoe@voorbeeld.test')
  await page.getByRole('button', { name: 'Afspraak maken' }).click()
  await page.getByRole('heading', { level: 1, name: 'Uw afspraak staat vast', exact: true }).waitFor()
  const link = page.url().split('?')[0]
  await page.reload()
  await page.getByText('zaterdag 28 maart 2026').waitFor()
  await page.getByRole('link', { name: 'Andere tijd of plaats' }).click()
  await page.getByRole('link', { name: /maandag 30 maart/ }).click()
  await page.getByRole('button', { name: '10:15', exact: true }).click()
  await page.getByRole('button', { name: 'Ja, verzet de afspraak' }).click()
  await page.waitForURL((url) => url.href.split('?')[0] === link)
  await page.getByText('maandag 30 maart 2026').waitFor()
  await page.getByRole('link', { name: 'Afzeggen' }).click()
  await page.getByRole('button', { name: 'Ja, zeg de afspraak af' }).click()
  await page.getByRole('heading', { level: 1, name: 'Uw afspraak is afgezegd', exact: true }).waitFor()
  await page.context().close()
})

test('what has to be mended takes the focus, and the way back from the visit asks for no second sending', async () => {
  for (const scripts of [true, false]) {
    const { token } = await passport(`2026-04-0${scripts ? 1 : 2}T09:00:00.000Z`)
    const page = await open({ javaScriptEnabled: scripts })
    await page.goto(`${site.address}/book/hold/${token}`)
    const form = page.locator('main form').first()
    await form.getByRole('button').click()
    await page.locator('.error-summary').waitFor()
    expect(await page.locator('.error-summary:focus').count()).toBe(1)
    await form.getByRole('textbox').first().fill('Zoë de Wit')
    await form.getByRole('button').click()
    await page.locator('.reference').waitFor()
    if (scripts) {
      await page.goBack()
      await page.locator('.reference').waitFor()
    }
    await page.context().close()
  }
})

test('an address where there is nothing says so in the language of the visitor; a script that asks gets two words', async () => {
  const page = await open({ locale: 'fr-BE' })
  const response = await page.goto(`${site.address}/nulle-part`)
  expect(response!.status()).toBe(404)
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  expect(await page.getByRole('link', { name: 'Vers le début' }).getAttribute('href')).toBe('/book/')
  await page.context().close()
  expect(await (await fetch(`${site.address}/nulle-part.js`)).text()).toBe('404 Not Found')
})

test('near me is asked of the browser only when it is pressed, and what is near is shown', async () => {
  const lisbon = { latitude: 38.7169, longitude: -9.1399 }
  const page = await open({ geolocation: lisbon, permissions: ['geolocation'] })
  await page.goto(`${site.address}/book/`)
  await page.getByRole('link', { name: /Paspoort/ }).click()
  await page.waitForURL(/services=passport/)
  expect(new URL(page.url()).searchParams.has('latitude')).toBe(false)
  await page.getByRole('button', { name: 'Dicht bij mij' }).click()
  await page.getByText('Dichtbij en snel').waitFor()
  const query = new URL(page.url()).searchParams
  expect([query.get('latitude'), query.get('longitude'), query.get('services')]).toEqual(['38.72', '-9.14', 'passport'])
  await page.context().close()
  const refused = await open()
  await refused.goto(`${site.address}/book/`)
  await refused.getByRole('button', { name: 'Dicht bij mij' }).click()
  await refused.getByText('Wij kunnen niet zien waar u bent. Typ uw woonplaats of postcode.').waitFor({ timeout: 15_000 })
  await refused.context().close()
})

test('by keyboard alone: the first stop leads to the content, and focus is seen', async () => {
  const page = await open()
  await page.goto(`${site.address}/book/lisboa`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Naar de inhoud')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  const seen = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth)
  expect(Number.parseFloat(seen)).toBeGreaterThanOrEqual(2)
  await page.context().close()
})

test.each(languages)('the first page in %s is at most 100 kB, fonts and all', async (language) => {
  for (const address of ['/book/', '/book/?services=passport&people=1&place=Sintra', '/book/lisboa/time?services=passport&people=1']) {
    const page = await open()
    const coming: Promise<[string, number]>[] = []
    page.on('response', (response) => coming.push(response.body().then(({ byteLength }) => [response.url(), byteLength])))
    await page.goto(`${site.address}${address}${address.includes('?') ? '&' : '?'}language=${language}`)
    await page.evaluate(() => document.fonts.ready)
    await page.waitForLoadState('networkidle')
    const sizes = await Promise.all(coming)
    const total = sizes.reduce((sum, [, size]) => sum + size, 0)
    expect(sizes.length).toBeGreaterThan(2)
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(firstLoadMax)
    await page.context().close()
  }
})

test('the QR code on the page of the visit holds the code that stands above it', async () => {
  const held = await passport('2026-03-31T09:00:00.000Z')
  const page = await open()
  await page.goto(`${site.address}/book/hold/${held.token}`)
  await page.getByLabel('Uw naam').fill('Zoë')
  await page.getByRole('button', { name: 'Afspraak maken' }).click()
  const { width, pixels } = await page.locator('.qr').evaluate(async (svg) => {
    const copy = svg.cloneNode(true) as SVGElement
    for (const side of ['width', 'height']) copy.setAttribute(side, '320')
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 320
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 320, 320)
    pen.drawImage(image, 0, 0)
    return { width: 320, pixels: [...pen.getImageData(0, 0, 320, 320).data] }
  })
  expect(jsQr(new Uint8ClampedArray(pixels), width, width)?.data).toBe(held.reference)
  expect(await page.locator('.reference').textContent()).toBe(`${held.reference.slice(0, 4)}\u00a0${held.reference.slice(4)}`)
  await page.context().close()
})

test('the ticket on the phone turns amber when it is called, without a reload; and without JavaScript it comes again by itself', async () => {
  const clerk = { point: 'lisboa', counter: '2' }
  await ask(t.as.clerk, counterActs.open, clerk, key())
  const ticket = await ask(t.as.kiosk, takeTicket, { point: 'lisboa', serviceIds: ['id-card'], people: 1, language: 'nl' }, key())
  const [live, plain] = [await open(), await open({ javaScriptEnabled: false })]
  const address = site.address + new URL(ticket.followUrl).pathname
  await Promise.all([live.goto(address), plain.goto(address)])
  await live.evaluate(() => Object.assign(window, { sameDocument: true }))
  expect(await plain.locator('.turn.waiting').count()).toBe(1)
  const again = plain.waitForEvent('framenavigated', { timeout: 40_000 })
  for (let state = 'waiting'; state !== 'called'; ) {
    const { ticket: next } = await ask(t.as.clerk, counterActs.callNext, clerk, key())
    state = next?.id === ticket.id ? 'called' : 'waiting'
    if (state === 'waiting') await ask(t.as.clerk, counterActs.miss, clerk, key())
  }
  await live.locator('.turn.called').waitFor({ timeout: 10_000 })
  expect(await live.locator('[data-say]').textContent()).toMatch(/U bent aan de beurt\s*Ga nu naar\s+balie\s2/)
  expect(await live.evaluate(() => 'sameDocument' in window)).toBe(true)
  expect(await live.locator('.turn').evaluate((turn) => getComputedStyle(turn).backgroundColor)).toBe('rgb(255, 197, 61)')
  expect(await live.getByRole('status').filter({ hasText: 'U bent aan de beurt' }).count()).toBe(1)
  await again
  await plain.locator('.turn.called').waitFor({ timeout: 40_000 })
  for (const page of [live, plain]) await page.context().close()
})
