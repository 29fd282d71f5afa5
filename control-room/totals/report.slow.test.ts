import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildScreen } from '../../build.ts'
import { ask } from '../../contract/ask.ts'
import { languages } from '../../contract/language.ts'
import { takeTicket } from '../../contract/tickets.ts'
import { totals } from '../../contract/totals.ts'
import { addDays } from '../../domain/time.ts'
import { openBrowser } from '../../proof/setup/browser.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { testPassword } from '../../proof/setup/network.ts'
import { serveSite } from '../../proof/setup/site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const dist = mkdtempSync(join(tmpdir(), 'report-'))
const firstDay = '2026-01-05'

let t: TestHouse
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
let page: Page
const faults: string[] = []

/** Eleven weeks of two points: as many tickets as the day of the month, and somewhat fewer called. */
const history = Array.from({ length: 77 }, (_, i) => addDays(firstDay, i)).flatMap((day) =>
  ['lisboa', 'horta'].map((pointId) => {
    const tickets = Number(day.slice(8)) + (pointId === 'lisboa' ? 10 : 0)
    const waitMinutes = Array.from({ length: tickets - 1 }, (_, n) => n * 2)
    return {
      ...{ pointId, day, web: 1, walkIn: tickets - 1, finished: tickets - 1, simulated: pointId === 'horta' },
      ...{ waitMinutes, saidMinutes: waitMinutes.map((wait) => wait + 5) },
    }
  }),
)

beforeAll(async () => {
  await buildScreen('control-room', join(dist, 'control-room'))
  t = await makeTestHouse()
  const { slowSql: sql } = t.house.connections
  for (const day of history)
    await sql`
      insert into day_totals (point_id, day, service_id, web, phone, desk, partner, walk_in, finished, missed, "left", sent, simulated, wait_minutes, said_minutes)
      values (${day.pointId}, ${day.day}, 'passport', ${day.web}, 0, 0, 0, ${day.walkIn}, ${day.finished}, 1, 0, 0, ${day.simulated},
        ${day.waitMinutes}::smallint[], ${day.saidMinutes}::smallint[])`
  for (let n = 0; n < 3; n++)
    await ask(t.as.kiosk, takeTicket, { point: 'lisboa', serviceIds: ['id-card'], people: 1, language: 'nl' }, key())
  site = await serveSite(t, dist)
  browser = await openBrowser()
  page = await fresh()
  await page.goto(`${site.address}/control-room/`)
  await page.getByLabel('Naam van uw account').fill('networkManager')
  await page.getByLabel('Wachtwoord').fill(testPassword)
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await page.getByRole('link', { name: 'Cijfers' }).click()
  await page.getByRole('heading', { level: 1, name: 'Cijfers van de zalen' }).waitFor()
  await page.locator('.figure-card').first().waitFor()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await t?.stop()
  rmSync(dist, { recursive: true })
  expect([...faults, ...(t?.faults ?? [])]).toEqual([])
})

async function fresh(size = { width: 1440, height: 900 }, language = 'nl'): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'nl-NL', bypassCSP: true, reducedMotion: 'reduce' })
  await context.addInitScript((spoken) => localStorage.setItem('beurt.language', spoken), language)
  const made = await context.newPage()
  made.on('pageerror', (error) => faults.push(String(error)))
  return made
}

async function axeFaults(on: Page): Promise<string[]> {
  await on.evaluate(axe)
  return on.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await run.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}

const card = (name: string) => page.locator('.figure-card').filter({ has: page.getByRole('heading', { name, exact: true }) })
const table = () => page.getByRole('table')
const cellsOf = async (row: string) => {
  const all = await table()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row }) })
    .first()
    .getByRole('cell')
    .allInnerTexts()
  return all.map((text) => (text === '–' ? null : Number(text.replaceAll('.', ''))))
}
const settled = () => page.locator('.told-figures:not(.busy)').waitFor()
const pick = (name: string) => page.getByRole('radio', { name, exact: true }).check()
const ofMarch = (day: number) => `2026-03-${String(day).padStart(2, '0')}`
const ticketsOf = (pointId: string, from: string, until: string) =>
  history.filter((row) => row.pointId === pointId && row.day >= from && row.day < until).reduce((n, row) => n + row.web + row.walkIn, 0)

/** The day of each bar of the first curve; of those that only stand beside, in brackets. */
const bars = () =>
  page
    .locator('.curve')
    .first()
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => {
        const day = (item.getAttribute('title') ?? '').split(':')[0]!
        return item.classList.contains('beside') ? `(${day})` : day
      }),
    )

test('today stands as it is now, with the same weekday a week earlier beside it, and what it means below', async () => {
  await card('Nummers').getByText('3', { exact: true }).first().waitFor()
  expect(await card('Nummers').textContent()).toContain(
    `eerder ${ticketsOf('lisboa', ofMarch(17), ofMarch(18)) + ticketsOf('horta', ofMarch(17), ofMarch(18))}`,
  )
  expect(await card('Nummers').textContent()).toContain('Elk nummer telt één keer')
  expect(await card('Niet geholpen').textContent()).toContain('3 nog hier')
  expect(await page.locator('.spans-line').textContent()).toContain('dinsdag 24 maart.')
  await vi.waitFor(async () => expect([(await bars())[0], (await bars()).at(-1)]).toEqual(['(dinsdag 17 maart)', 'dinsdag 24 maart']))
  expect(await axeFaults(page)).toEqual([])
})

test('last week by place adds up to its sum, says what is made up, and equals what the api tells', async () => {
  await pick('Vorige week')
  await page.locator('.spans-line').getByText('maandag 16 maart tot en met zondag 22 maart').waitFor()
  const [lisboa, horta, sum] = [await cellsOf('Lisboa'), await cellsOf('Horta'), await cellsOf('Samen')]
  expect(lisboa[0]).toBe(ticketsOf('lisboa', ofMarch(16), ofMarch(23)))
  for (const at of [0, 1, 2, 3, 7, 11]) expect(sum[at], `column ${at}`).toBe(lisboa[at]! + horta[at]!)
  const told = await ask(t.as.networkManager, totals, { from: ofMarch(16), until: ofMarch(23), by: 'point' })
  expect(sum.slice(9, 12)).toEqual([told.sum.waits.medianMinutes, told.sum.waits.p90Minutes, told.sum.waits.over30])
  expect(await page.locator('.made-up').textContent()).toContain('Nagebootst')
  await vi.waitFor(async () =>
    expect(await bars()).toEqual([
      '(zondag 15 maart)',
      'maandag 16 maart',
      'dinsdag 17 maart',
      'woensdag 18 maart',
      'donderdag 19 maart',
      'vrijdag 20 maart',
      'zaterdag 21 maart',
      'zondag 22 maart',
    ]),
  )
  expect(await axeFaults(page)).toEqual([])
})

test('a place is looked into from its row, by service and by day, and let go of again', async () => {
  await table().getByRole('link', { name: 'Lisboa' }).click()
  await page.getByRole('heading', { name: 'Bekijk per dienst' }).waitFor()
  expect((await cellsOf('Paspoort'))[0]).toBe(ticketsOf('lisboa', ofMarch(16), ofMarch(23)))
  expect(await page.locator('.made-up').count()).toBe(0)
  await pick('dag')
  await page.getByRole('heading', { name: 'Bekijk per dag' }).waitFor()
  expect((await cellsOf('maandag 16 maart'))[0]).toBe(26)
  expect(page.url()).toContain('point=lisboa')
  await page.getByRole('button', { name: /Niet alleen .*Lisboa/ }).press('Enter')
  await page.getByRole('heading', { name: 'Alle zalen' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Lisboa' }).waitFor()
})

test('days of one’s own are chosen by keyboard, and wrong ones are said', async () => {
  await pick('Andere dagen')
  await page.getByLabel('Vanaf').fill('2026-02-10')
  await page.getByLabel('Tot en met').fill('2026-02-09')
  await page.getByRole('button', { name: 'Tonen' }).press('Enter')
  await page.getByText('Kies een eerste en een laatste dag. Er mogen hoogstens 400 dagen tussen zitten.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('Tot en met').fill('2026-02-12')
  await page.getByRole('button', { name: 'Tonen' }).press('Enter')
  await page.locator('.spans-line').getByText('dinsdag 10 februari tot en met donderdag 12 februari').waitFor()
  await settled()
  expect((await cellsOf('Samen'))[0]).toBe(ticketsOf('lisboa', '2026-02-10', '2026-02-13'))
})

test('the table is ordered by any column, and the file that is downloaded says the same', async () => {
  const days = async () => (await table().getByRole('rowheader').allInnerTexts()).slice(0, 3).map((text) => /\d+/.exec(text)![0])
  await page.getByTitle('Sorteer op Nummers', { exact: true }).click()
  expect(await days()).toEqual(['12', '11', '10'])
  await page.getByTitle('Sorteer op Nummers', { exact: true }).press('Enter')
  expect(await days()).toEqual(['10', '11', '12'])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Downloaden als tabel (CSV)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('beurt-lisboa-day-2026-02-10-2026-02-13.csv')
  const { data } = Papa.parse<string[]>(readFileSync(await download.path(), 'utf8').trimEnd(), { delimiter: ';' })
  expect(data[0]!.slice(0, 3)).toEqual(['Kenmerk [id]', 'Dag [day]', 'Nummers [tickets]'])
  expect(data.map((cells) => [cells[0], cells[2]]).slice(1)).toEqual([
    ['2026-02-10', '20'],
    ['2026-02-11', '21'],
    ['2026-02-12', '22'],
    ['sum', '63'],
  ])
})

test('a hall that is opened leads to its own figures', async () => {
  await page.getByRole('link', { name: 'Terug naar alle zalen' }).click()
  await page.locator('#hall-lisboa').click()
  await page.locator('.detail').getByRole('link', { name: 'Cijfers' }).click()
  await page.getByRole('heading', { level: 2, name: 'Lisboa' }).waitFor()
  expect(page.url()).toContain('#/totals?point=lisboa')
})

test('in every language and size axe finds nothing, and nothing sticks out, also at twice the text', async () => {
  const sizes = { desktop: { width: 1440, height: 900 }, tablet: { width: 820, height: 1180 } }
  for (const language of languages)
    for (const [size, viewport] of Object.entries(sizes)) {
      const one = await fresh(viewport, language)
      await one.context().addCookies(await page.context().cookies())
      await one.goto(`${site.address}/control-room/#/totals?period=last-week&by=${size === 'tablet' ? 'week' : 'service'}`)
      await one.locator('.curve').first().waitFor()
      await one.locator('.meaning summary').click()
      for (const scale of [1, 2]) {
        if (scale === 2) await one.addStyleTag({ content: 'html { font-size: 34px !important }' })
        const beyond = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect({ language, size, scale, beyond, axe: scale === 1 ? await axeFaults(one) : [] }).toMatchObject({ beyond: 0, axe: [] })
      }
      await one.context().close()
    }
}, 300_000)
