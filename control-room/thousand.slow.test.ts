import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildScreen } from '../build.ts'
import { openBrowser } from '../proof/setup/browser.ts'
import { makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { testPassword } from '../proof/setup/network.ts'
import { serveSite } from '../proof/setup/site.ts'
import { movedTo, prepare, tell, tilesOf } from './thousand.test-support.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const dist = mkdtempSync(join(tmpdir(), 'control-room-'))
const count = 1000
const at = Date.parse('2026-11-24T10:42:00.000Z')
const tiles = tilesOf(count, at)

let t: TestHouse
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
let page: Page
const faults: string[] = []

beforeAll(async () => {
  await buildScreen('control-room', join(dist, 'control-room'))
  t = await makeTestHouse()
  site = await serveSite(t, dist)
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL', bypassCSP: true })
  await context.addInitScript(() => localStorage.setItem('beurt.language', 'nl'))
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  await prepare(page)
  await page.goto(`${site.address}/control-room/`)
  await page.getByLabel('Naam van uw account').fill('networkManager')
  await page.getByLabel('Wachtwoord').fill(testPassword)
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await page.locator('.connection').waitFor()
  await tell(page, at, tiles, true)
  await page.locator('.mark').first().waitFor()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await t?.stop()
  rmSync(dist, { recursive: true })
  expect([...faults, ...(t?.faults ?? [])]).toEqual([])
})

const until = (holds: () => Promise<void>) => vi.waitFor(holds, { timeout: 10_000, interval: 50 })
const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
const marks = () => page.locator('.map .mark[role=button]')
const region = (name: string) => page.getByRole('group', { name: 'Gebied' }).getByRole('button', { name })
const hallsOnMap = async () => {
  const says = await marks().evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''))
  return says.reduce((sum, one) => sum + Number(/^(\d+) zalen/.exec(one)?.[1] ?? 1), 0)
}

/** What changes on the page while something happens. */
async function changesWhile(act: () => Promise<void>): Promise<{ map: string[]; rows: string[]; added: number }> {
  await page.evaluate(() => {
    const seen = { map: new Set<string>(), rows: new Set<string>(), added: 0 }
    const watcher = new MutationObserver((records) => {
      for (const { target, type, addedNodes } of records) {
        const part = target instanceof Element ? target : target.parentElement!
        const mark = part.closest('.sheet g')
        if (mark) seen.map.add(type)
        const row = part.closest('tr')
        if (row) seen.rows.add(row.dataset.id ?? '')
        if (type === 'childList') seen.added += [...addedNodes].filter((node) => node instanceof Element).length
      }
    })
    watcher.observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true, attributes: true })
    Object.assign(globalThis, { changes: seen, watcher })
  })
  await act()
  await page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))))
  return page.evaluate(() => {
    const { changes, watcher } = globalThis as unknown as {
      changes: { map: Set<string>; rows: Set<string>; added: number }
      watcher: MutationObserver
    }
    watcher.disconnect()
    return { map: [...changes.map], rows: [...changes.rows], added: changes.added }
  })
}

test('of a thousand rows only those that are seen are in the page, and all are counted', async () => {
  await page.getByText('1000 van 1000 zalen').waitFor()
  expect(await page.locator('tbody tr[data-id]').count()).toBeLessThan(60)
  expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('1001')
  await page.locator('.scroll').evaluate((room) => room.scrollTo(0, room.scrollHeight))
  await until(async () => expect(await page.locator('tbody tr[data-id]').last().getAttribute('aria-rowindex')).toBe('1001'))
  expect(await page.locator('tbody tr[data-id]').count()).toBeLessThan(60)
  await page.locator('.scroll').evaluate((room) => room.scrollTo(0, 0))
})

test('when fifty halls move, rows keep their elements, the map changes in attributes and figures only, and nobody else is touched', async () => {
  const moved = tiles.slice(100, 150).map((tile, i) => ({ ...tile, ...movedTo(i + 5000, at) }))
  const ids = new Set(moved.map(({ pointId }) => pointId))
  const changes = await changesWhile(() => tell(page, at + 1000, moved))
  expect(changes.map).toContain('attributes')
  expect(changes.map).not.toContain('childList')
  expect(changes.rows.filter((id) => !ids.has(id))).toEqual([])
  expect(changes.added).toBeLessThan(120)
})

test('a value without news changes nothing', async () => {
  const changes = await changesWhile(() => tell(page, at + 1500, []))
  expect(changes).toEqual({ map: [], rows: [], added: 0 })
})

test('map and table show the same halls, whatever narrows them', async () => {
  expect(await hallsOnMap()).toBe(900)
  await region('Açores').click()
  await until(async () => expect(await hallsOnMap()).toBe(100))
  await region('Portugal').click()
  await page.getByLabel('Streek').selectOption('Faro')
  const shown = async () => Number(/^\d+/.exec((await page.locator('.list-head .soft').textContent()) ?? '')?.[0])
  const faro = await shown()
  expect(faro).toBeGreaterThan(50)
  await until(async () => expect(await hallsOnMap()).toBe(faro))
  await page.getByLabel('Organisatie').selectOption('voorbeeld')
  expect(await page.getByLabel('Streek').inputValue()).toBe('')
  await page.getByLabel('Zoek een zaal').fill('vila 33')
  await until(async () => expect(await shown()).toBeLessThan(20))
  expect(await shown()).toBeGreaterThan(1)
  await page.getByLabel('Zoek een zaal').fill('')
  await page.getByLabel('Organisatie').selectOption('')
  await until(async () => expect(await hallsOnMap()).toBe(900))
})

test('rows are gone through by keyboard, to the last one and back', async () => {
  await page.locator('.hall').first().focus()
  const first = await focused()
  await page.keyboard.press('ArrowDown')
  expect(await focused()).not.toBe(first)
  await page.keyboard.press('End')
  expect(await page.locator(`tr:has(#${await focused()})`).getAttribute('aria-rowindex')).toBe('1001')
  await page.keyboard.press('PageUp')
  expect(await page.locator(`tr:has(#${await focused()})`).getAttribute('aria-rowindex')).toBe('991')
  await page.keyboard.press('Home')
  expect(await focused()).toBe(first)
})

test('the map is one stop of Tab; arrows go from hall to hall, plus comes nearer, and Enter opens', async () => {
  const stops = await marks().evaluateAll((all) => all.filter((mark) => mark.getAttribute('tabindex') === '0').length)
  expect(stops).toBe(1)
  await page.locator('.mark[tabindex="0"]').focus()
  const before = await focused()
  const way = async () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft']) {
      await page.keyboard.press(key)
      if ((await focused()) !== before) return key
    }
  }
  expect(await way()).toBeDefined()
  expect(await focused()).toMatch(/^mark-/)
  const some = await marks().count()
  for (let i = 0; i < 4; i++) await page.keyboard.press('+')
  await until(async () => expect(await marks().count()).toBeGreaterThan(some * 2))
  for (let i = 0; i < 8 && !(await page.locator('.detail').isVisible()); i++) await page.keyboard.press('Enter')
  await page.locator('.detail').waitFor()
  expect(page.url()).toMatch(/#\/points\/hall-\d+$/)
  await page.keyboard.press('Escape')
  expect(await focused()).toMatch(/^mark-/)
  expect(page.url()).toMatch(/#\/$/)
})

test('a hall opens by its address, is marked on the map, and the way back closes it', async () => {
  await page.evaluate(() => {
    location.hash = '#/points/hall-19'
  })
  await page.getByRole('heading', { name: 'Espaço Cidadão 19' }).waitFor()
  expect(await region('Açores').getAttribute('aria-pressed')).toBe('true')
  await until(async () => expect(await page.locator('.mark.opened').count()).toBe(1))
  await page.goBack()
  await page.locator('.detail').waitFor({ state: 'detached' })
  await region('Portugal').click()
})

test('a drag moves the map and presses nothing, and the wheel comes nearer', async () => {
  const box = (await page.locator('.sheet').boundingBox())!
  const sheet = page.locator('.sheet > svg > g').first()
  const lies = () => sheet.getAttribute('transform')
  await page.getByRole('button', { name: 'Het hele gebied' }).click()
  const before = await lies()
  const marked = await marks().first().boundingBox()
  await page.mouse.move(marked!.x + marked!.width / 2, marked!.y + marked!.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  expect(await lies()).not.toBe(before)
  expect(await page.locator('.detail').count()).toBe(0)
  const some = await marks().count()
  await page.mouse.wheel(0, -900)
  await until(async () => expect(await marks().count()).not.toBe(some))
  await page.getByRole('button', { name: 'Het hele gebied' }).click()
  await until(async () => expect(await lies()).toBe(before))
})

test('axe finds nothing on the map and the table of a thousand', async () => {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (what: Document, how: object) => Promise<{ violations: { id: string }[] }> } }
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return (await axe.run(document, { runOnly })).violations.map(({ id }) => id)
  })
  expect(found).toEqual([])
})
