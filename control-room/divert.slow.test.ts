import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildScreen } from '../build.ts'
import { ask } from '../contract/ask.ts'
import { endDiversion, startDiversion } from '../contract/network.ts'
import { menu } from '../contract/points.ts'
import { problemSentence } from '../contract/texts/problems.ts'
import { counterActs, takeTicket } from '../contract/tickets.ts'
import { iso, minuteMs } from '../domain/time.ts'
import { openBrowser } from '../proof/setup/browser.ts'
import { key, makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { testPassword } from '../proof/setup/network.ts'
import { serveSite } from '../proof/setup/site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const dist = mkdtempSync(join(tmpdir(), 'control-room-'))
const sizes = { desktop: [1440, 900], wall: [1920, 1080], tablet: [820, 1180], wide: [1180, 820], phone: [390, 844] } as const

let t: TestHouse
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
let page: Page
const faults: string[] = []

beforeAll(async () => {
  await buildScreen('control-room', join(dist, 'control-room'))
  t = await makeTestHouse()
  await t.house.connections.sql`update points set latitude = 38.74, longitude = -9.14, revision = revision + 1 where id = 'horta'`
  await t.house.catalogue.load()
  await ask(t.as.clerk, counterActs.open, { point: 'lisboa', counter: '1' } as never, key())
  await ask(t.as.networkManager, counterActs.open, { point: 'horta', counter: '1' } as never, key())
  for (let i = 0; i < 8; i++) await take('lisboa')
  site = await serveSite(t, dist)
  browser = await openBrowser()
  page = await signedIn('networkManager')
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await t?.stop()
  rmSync(dist, { recursive: true })
  expect([...faults, ...(t?.faults ?? [])]).toEqual([])
})

const take = (point: string, more: object = {}, id = key()) =>
  ask(t.as.kiosk, takeTicket, { point, serviceIds: ['passport'], people: 1, language: 'nl', ...more }, id)
const offers = async () => (await ask(t.as.anyone, menu, { point: 'lisboa' })).offers
const until = (holds: () => Promise<void>) => vi.waitFor(holds, { timeout: 10_000, interval: 50 })
const row = (id: string) => page.locator('tr', { has: page.locator(`#hall-${id}`) })

async function signIn(to: Page, who: string): Promise<void> {
  await to.goto(`${site.address}/control-room/`)
  await to.getByLabel('Naam van uw account').fill(who)
  await to.getByLabel('Wachtwoord').fill(testPassword)
  await to.getByRole('button', { name: 'Aanmelden' }).click()
}

/** A page of its own in Dutch, that notes what no page may do. */
async function fresh(size: readonly [number, number] = sizes.desktop, language = 'nl'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: size[0], height: size[1] }, locale: 'nl-NL', bypassCSP: true })
  await context.addInitScript(
    (spoken) => localStorage.getItem('beurt.language') ?? localStorage.setItem('beurt.language', spoken),
    language,
  )
  const made = await context.newPage()
  made.on('pageerror', (error) => faults.push(String(error)))
  made.on('request', (request) => request.url().startsWith(site.address) || request.url().startsWith('data:') || faults.push(request.url()))
  return made
}

async function signedIn(who: string): Promise<Page> {
  const made = await fresh()
  await signIn(made, who)
  await made.getByRole('table').waitFor()
  return made
}

async function axeFaults(on: Page): Promise<string[]> {
  await on.evaluate(axe)
  return on.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`)
  })
}

test('a wrong password is said in a sentence, and who may not see halls is told so', async () => {
  const other = await fresh()
  await signIn(other, 'clerk')
  await other.getByText('U mag de zalen niet naast elkaar zien').waitFor()
  expect(await axeFaults(other)).toEqual([])
  await other.getByRole('button', { name: 'Afmelden' }).click()
  await other.getByLabel('Naam van uw account').fill('networkManager')
  await other.getByLabel('Wachtwoord').fill('verkeerd')
  await other.getByRole('button', { name: 'Aanmelden' }).click()
  await other.getByRole('alert').waitFor()
  expect(await axeFaults(other)).toEqual([])
  await other.context().close()
})

test('the worst hall stands first in a real table, and a ticket taken is seen within seconds', async () => {
  expect(await page.getByRole('rowheader').first().textContent()).toContain('Lisboa')
  expect(await page.getByRole('columnheader', { name: 'Toestand' }).getAttribute('aria-sort')).toBe('descending')
  await until(async () => expect(await row('lisboa').locator('.waiting').textContent()).toBe('8'))
  await take('lisboa')
  await until(async () => expect(await row('lisboa').locator('.waiting').textContent()).toBe('9'))
})

test('only the row that moved is drawn again', async () => {
  await page.evaluate(() => {
    const seen = new Set<string>()
    const watcher = new MutationObserver((records) => {
      for (const { target } of records)
        seen.add((target instanceof Element ? target : target.parentElement!).closest('tr')?.textContent ?? '')
    })
    watcher.observe(document.querySelector('tbody')!, { subtree: true, childList: true, characterData: true, attributes: true })
    Object.assign(globalThis, { moved: seen })
  })
  await take('lisboa')
  await until(async () => expect(await row('lisboa').locator('.waiting').textContent()).toBe('10'))
  const moved = await page.evaluate(() => [...(globalThis as unknown as { moved: Set<string> }).moved])
  expect(moved.length).toBeGreaterThan(0)
  expect(moved.filter((text) => !text.includes('Lisboa'))).toEqual([])
})

test('rows are found by name and turned around by keyboard', async () => {
  await page.getByLabel('Zoek een zaal').fill('paulo')
  await until(async () => expect(await page.locator('tbody tr').count()).toBe(1))
  await page.getByLabel('Zoek een zaal').fill('nergens')
  await page.getByRole('button', { name: 'Alle zalen tonen' }).press('Enter')
  await page.getByRole('button', { name: 'Zaal', exact: true }).press('Enter')
  expect(await page.getByRole('rowheader').allTextContents()).toEqual([
    expect.stringContaining('Horta'),
    expect.stringContaining('Lisboa'),
    expect.stringContaining('São Paulo'),
  ])
})

test('people are sent elsewhere: the kiosk offers it with distance and gain, and who says yes keeps the time of arrival', async () => {
  await row('lisboa').getByRole('button').press('Enter')
  await page.getByRole('heading', { name: 'Lisboa' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('hall-name')
  await page.getByRole('button', { name: 'Stuur mensen naar elders' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('radio', { name: /Horta.*minuten winst.*2 km.*Daar nu: 0 tot 5 minuten wachten/s }).isChecked()).toBe(true)
  await dialog.getByLabel('Alleen deze diensten').check()
  await dialog.getByRole('button', { name: 'Begin met aanbieden' }).click()
  await dialog.getByRole('alert').getByText('Kies minstens één dienst.').waitFor()
  await dialog.getByLabel('Paspoort').check()
  await dialog.getByLabel('2 uur').check()
  await dialog.getByRole('button', { name: 'Begin met aanbieden' }).click()
  await page.getByText(/Mensen in \u2068Lisboa\u2069 kunnen nu naar \u2068Horta\u2069, tot 15:00/).waitFor()
  await until(async () => expect(await row('lisboa').locator('.diversions').textContent()).toBe('naar \u2068Horta\u2069, nog 120 minuten'))

  const [offer] = await offers()
  expect(offer).toMatchObject({ serviceIds: ['passport'], to: { id: 'horta' }, distanceKm: 2, travelMinutes: 16 })
  expect(offer!.gainMinutes).toBeGreaterThanOrEqual(10)
  const id = key()
  const arrivedAt = t.clock.now()
  const ticket = await take('horta', { diversionId: offer!.diversionId }, id)
  expect(ticket).toMatchObject({ pointId: 'horta', otherPointId: 'lisboa' })
  t.clock.pass(3 * minuteMs)
  expect((await t.house.keeper.kept('horta')).hall.tickets.get(id)).toMatchObject({ rankAt: arrivedAt })
  await until(async () => expect(await row('horta').locator('.waiting').textContent()).toBe('1'))
})

test('from a hall that others are sent to, nobody is sent on', async () => {
  await page.locator('#hall-horta').press('Enter')
  await page.getByText('Van \u2068Lisboa\u2069 naar hier').waitFor()
  await page.getByRole('button', { name: 'Stuur mensen naar elders' }).click()
  await page.getByRole('dialog').getByText('Er is nu geen andere open zaal binnen een uur.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('a diversion is ended where it began, and the kiosk no longer offers it', async () => {
  await page.locator('#hall-lisboa').press('Enter')
  await page.getByRole('button', { name: 'De omleiding naar Horta stoppen' }).click()
  await page.getByText('De omleiding naar Horta is gestopt.').waitFor()
  await until(async () => expect(await row('lisboa').locator('.diversions').textContent()).toBe(''))
  expect(await offers()).toEqual([])
  await page.locator('.said').getByRole('button', { name: 'Sluiten' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('hall-name')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('hall-lisboa')
})

test('what the rules refuse is said in the dialog, which stays', async () => {
  await page.locator('#hall-lisboa').press('Enter')
  await page.getByRole('button', { name: 'Stuur mensen naar elders' }).click()
  const dialog = page.getByRole('dialog')
  const other = key()
  await ask(t.as.networkManager, startDiversion, { point: 'horta', toPoint: 'lisboa', until: iso(t.clock.now() + 60 * minuteMs) }, other)
  await dialog.getByRole('button', { name: 'Begin met aanbieden' }).click()
  await dialog.getByRole('alert').getByText(problemSentence('nl', 'no-transfer-target')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await ask(t.as.networkManager, endDiversion, { point: 'horta', diversion: other }, key())
})

test('cut off, it says so, keeps the last, and comes back by itself', async () => {
  const { address } = site
  await site.stop()
  await page.getByText(/geen verbinding sinds \d\d:\d\d\. U ziet de laatste stand\./i).waitFor({ timeout: 15_000 })
  expect(await row('lisboa').locator('.waiting').textContent()).toBe('10')
  expect(await axeFaults(page)).toEqual([])
  await take('lisboa')
  site = await serveSite(t, dist, Number(new URL(address).port))
  await until(async () => expect(await row('lisboa').locator('.waiting').textContent()).toBe('11'))
  await page.getByText('U ziet de laatste stand').waitFor({ state: 'detached' })
})

test('in every size and language axe finds nothing, and nothing sticks out, also at twice the text', async () => {
  const wanted = [
    ...Object.keys(sizes).flatMap((size) => [
      ['nl', size],
      ['ar', size],
    ]),
    ['en', 'desktop'],
  ] as [string, keyof typeof sizes][]
  for (const [language, size] of wanted) {
    const one = await fresh(sizes[size], language)
    await one.context().addCookies(await page.context().cookies())
    await one.goto(`${site.address}/control-room/`)
    await one.getByRole('table').waitFor()
    for (const scale of [1, 2]) {
      if (scale === 2) await one.addStyleTag({ content: 'html { font-size: 34px !important }' })
      const look = async (state: string) => {
        const beyond = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect({ size, language, scale, state, beyond, axe: scale === 1 ? await axeFaults(one) : [] }).toMatchObject({ beyond: 0, axe: [] })
      }
      await look('table')
      await one.locator('#hall-lisboa').press('Enter')
      await one.locator('.desks').waitFor()
      await look('detail')
      await one.locator('.detail > button.button').first().click()
      await one.getByRole('dialog').waitFor()
      await look('divert')
      await one.keyboard.press('Escape')
      await one.locator('#hall-name').press('Escape')
    }
    await one.context().close()
  }
}, 300_000)
