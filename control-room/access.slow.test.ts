import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { buildScreen } from '../build.ts'
import { addDevice, addStaff, enrolDevice, reportDevice } from '../contract/access.ts'
import { ask } from '../contract/ask.ts'
import { problemSentence } from '../contract/texts/problems.ts'
import { minuteMs } from '../domain/time.ts'
import { openBrowser } from '../proof/setup/browser.ts'
import { key, makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { testPassword } from '../proof/setup/network.ts'
import { serveSite } from '../proof/setup/site.ts'
import { ar } from '../ui/texts/ar.ts'
import { de } from '../ui/texts/de.ts'
import { nl } from '../ui/texts/nl.ts'

const shared = { nl, de, ar }
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const dist = mkdtempSync(join(tmpdir(), 'access-'))
const sizes = { desktop: [1440, 900], tablet: [820, 1180], phone: [390, 844] } as const

let t: TestHouse
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
/** Before a manager of all points, and before an admin who sees no hall. */
let manager: Page
let admin: Page
const faults: string[] = []

beforeAll(async () => {
  for (const screen of ['control-room', 'display'] as const) await buildScreen(screen, join(dist, screen))
  t = await makeTestHouse()
  site = await serveSite(t, dist)
  browser = await openBrowser()
  manager = await signedIn('networkManager')
  await manager.getByRole('table').waitFor()
  admin = await signedIn('admin')
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await t?.stop()
  rmSync(dist, { recursive: true })
  expect([...faults, ...(t?.faults ?? [])]).toEqual([])
})
beforeEach(async () => {
  await ask(t.as.kiosk, reportDevice, { paper: 'ok' })
  await ask(t.as.display, reportDevice, {})
})

const until = (holds: () => Promise<void>) => vi.waitFor(holds, { timeout: 10_000, interval: 50 })

async function fresh(size: readonly [number, number] = sizes.desktop, language = 'nl'): Promise<Page> {
  const [width, height] = size
  const context = await browser.newContext({ viewport: { width, height }, locale: 'nl-NL', bypassCSP: true, reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  await context.addInitScript((spoken) => localStorage.setItem('beurt.language', spoken), language)
  const made = await context.newPage()
  made.on('pageerror', (error) => faults.push(String(error)))
  return made
}

async function signedIn(who: string, password = testPassword): Promise<Page> {
  const made = await fresh()
  await made.goto(`${site.address}/control-room/`)
  await made.getByLabel('Naam van uw account').fill(who)
  await made.getByLabel('Wachtwoord').fill(password)
  await made.getByRole('button', { name: 'Aanmelden' }).click()
  return made
}

async function axeFaults(on: Page): Promise<string[]> {
  await on.evaluate(axe)
  return on.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] }
    const { axe: looker } = globalThis as unknown as { axe: { run: () => Promise<Found> } }
    const { violations } = await looker.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}

const device = (name: string) => manager.locator('.each-device > li').filter({ has: manager.getByRole('heading', { name, exact: true }) })
const goTo = (on: Page, hash: string) => on.evaluate((there) => location.assign(there), hash)
const focused = (on: Page) => on.evaluate(() => document.activeElement?.id)

test('a hall that is opened leads to its devices, each with how it is and since when that is known', async () => {
  await manager.locator('#hall-lisboa').press('Enter')
  await manager.getByRole('complementary').getByRole('link', { name: 'Apparaten' }).click()
  await manager.getByRole('heading', { level: 1, name: /Apparaten van .*Lisboa/ }).waitFor()
  expect(await manager.title()).toBe('Apparaten van Lisboa')
  await device('kiosk 1').getByText('werkt', { exact: true }).waitFor()
  await device('kiosk 1').getByText('Er is papier genoeg.').waitFor()
  const at = new Date(t.clock.now()).toISOString().slice(11, 16)
  await device('scherm 1').getByText(`Laatste bericht: ${at}`).waitFor()
  await ask(t.as.kiosk, reportDevice, { paper: 'out' })
  await device('kiosk 1').getByText('papier op', { exact: true }).waitFor()
  await device('kiosk 1').getByText('Leg er een nieuwe rol papier in.').waitFor()
  t.clock.pass(2 * minuteMs + 1)
  t.house.live.ring('lisboa')
  await device('kiosk 1').getByText('geen verbinding', { exact: true }).waitFor()
  expect(await axeFaults(manager)).toEqual([])
})

test('a kiosk is added: the code that is shown makes it one of this hall, once, and the page says that it came', async () => {
  const kiosks = manager.locator('.devices-of').first()
  await kiosks.getByRole('button', { name: 'Kiosk toevoegen' }).press('Enter')
  await kiosks.getByText('Code voor kiosk 2').waitFor()
  const over = new Date(t.clock.now() + 15 * minuteMs).toISOString().slice(11, 16)
  await kiosks.getByText(`De code werkt één keer, tot ${over}.`).waitFor()
  const code = (await kiosks.locator('.code').textContent())!
  expect(code).toMatch(/^\w{4}\u00a0\w{4}$/)
  expect(await kiosks.locator('.code').getAttribute('dir')).toBe('ltr')
  await device('kiosk 2').getByText('wacht op de code').waitFor()
  await until(async () =>
    expect(await kiosks.locator('.added').evaluate((added) => added.getBoundingClientRect().bottom <= innerHeight)).toBe(true),
  )
  expect(await axeFaults(manager)).toEqual([])
  expect(await ask(t.as.anyone, enrolDevice, { code })).toMatchObject({ pointId: 'lisboa', kind: 'kiosk', number: 2 })
  await expect(ask(t.as.anyone, enrolDevice, { code })).rejects.toMatchObject({ code: 'code-not-valid' })
  await kiosks.getByText('Het is gelukt: kiosk 2 doet mee.').waitFor()
  expect(await kiosks.locator('.code').count()).toBe(0)
})

test('before a device is taken out it is said what follows; then its token is worth nothing', async () => {
  await device('kiosk 2').getByRole('button', { name: 'kiosk 2 weghalen' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Wilt u kiosk 2 weghalen?' })
  await dialog.getByText('Nummers die al gegeven zijn, blijven gelden.').waitFor()
  expect(await axeFaults(manager)).toEqual([])
  await dialog.getByRole('button', { name: 'Laten staan' }).click()
  await device('kiosk 2').getByRole('button').click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Weghalen' }).press('Enter')
  await manager.getByRole('status').getByText('Weggehaald: kiosk 2.').waitFor()
  await device('kiosk 2').waitFor({ state: 'detached' })
  expect(await focused(manager)).toBe('devices-kiosk')
  const [row] = await t.house.connections.sql`select token_hash from devices where kind = 'kiosk' and number = 2 and point_id = 'lisboa'`
  expect(row!.token_hash).toBeNull()
})

test('why a device is not added, or not taken out, is said where it was asked', async () => {
  const refused = { status: 403, contentType: 'application/problem+json', body: JSON.stringify({ code: 'not-allowed', status: 403 }) }
  await manager.route(/\/devices(\/|$)/, (route) => (route.request().method() === 'POST' ? route.fulfill(refused) : route.continue()))
  await manager.getByRole('button', { name: 'Scherm toevoegen' }).click()
  await manager.getByRole('alert').getByText(problemSentence('nl', 'not-allowed')).waitFor()
  await device('scherm 1').getByRole('button').click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Weghalen' }).click()
  await manager.getByRole('dialog').getByRole('alert').getByText(problemSentence('nl', 'not-allowed')).waitFor()
  await manager.keyboard.press('Escape')
  await manager.unroute(/\/devices(\/|$)/)
})

test('a display that is taken out asks for a code again', async () => {
  const { code } = await ask(t.as.networkManager, addDevice, { point: 'lisboa', kind: 'display' }, key())
  const hung = await fresh([1920, 1080])
  await hung.clock.install()
  await hung.goto(`${site.address}/display/`)
  await hung.getByLabel('Code van dit scherm').fill(code)
  await hung.getByRole('button', { name: 'Aanmelden' }).click()
  await hung.locator('.hall').waitFor()
  await device('scherm 2').getByText('werkt', { exact: true }).waitFor()
  await device('scherm 2').getByRole('button').click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Weghalen' }).click()
  await device('scherm 2').waitFor({ state: 'detached' })
  await hung.clock.fastForward(60_000)
  await hung.getByLabel('Code van dit scherm').waitFor()
  await hung.context().close()
})

test('back from the devices is the hall', async () => {
  await manager.getByRole('link', { name: 'Terug naar de zaal' }).click()
  await manager.getByRole('complementary').getByRole('heading', { name: 'Lisboa' }).waitFor()
  expect(await manager.getByRole('link', { name: 'Mensen', exact: true }).count()).toBe(0)
})

const person = (subject: string) => admin.locator('.each-person > li').filter({ has: admin.getByText(subject, { exact: true }) })
let password = ''

test('an admin who sees no hall has the people, and comes to the devices of a place from there', async () => {
  await admin.getByRole('heading', { level: 1, name: 'Mensen die hier werken' }).waitFor()
  expect(await person('pointManager').locator('.their-roles').textContent()).toBe('Manager van een plek, Lisboa')
  await person('admin').getByText('dit bent u').waitFor()
  expect(await person('admin').getByRole('button').count()).toBe(1)
  expect(await axeFaults(admin)).toEqual([])
  await admin.getByLabel('Plek', { exact: true }).selectOption('Horta')
  await admin.getByRole('link', { name: 'Apparaten bekijken' }).click()
  await admin.getByText('Hier is nog geen kiosk.').waitFor()
  expect(await axeFaults(admin)).toEqual([])
  await admin.getByRole('link', { name: 'Terug naar de mensen' }).click()
})

test('somebody is added: what misses is said, and the password that is shown once opens the door', async () => {
  await admin.getByRole('button', { name: 'Iemand toevoegen' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Iemand toevoegen' })
  await dialog.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  expect(await dialog.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    'Vul een naam in.',
    'Vul de naam van het account in.',
    'Kies een plek, of het hele netwerk.',
  ])
  expect(await axeFaults(admin)).toEqual([])
  await dialog.getByLabel('Naam', { exact: true }).fill('Zoë van der Meer')
  await dialog.getByLabel('Naam van het account').fill('pointManager')
  await dialog.getByLabel('Waar geldt rol 1?').selectOption('Lisboa')
  await dialog.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  await dialog.getByRole('alert').getByText('Er is al een account met deze naam. Kies een andere naam.').waitFor()
  await dialog.getByLabel('Naam van het account').fill('zoe')
  await dialog.getByRole('button', { name: 'Nog een rol' }).click()
  await dialog.getByLabel('Rol 2', { exact: true }).selectOption('Manager van het netwerk')
  expect(await dialog.getByLabel('Waar geldt rol 2?').inputValue()).toBe('*')
  await dialog.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  const card = admin.getByRole('region', { name: /Wachtwoord van .*Zoë van der Meer/ })
  password = (await card.locator('.code').textContent())!
  expect(await admin.evaluate(() => document.activeElement?.id)).toBe('new-password')
  expect(await axeFaults(admin)).toEqual([])
  await card.getByRole('button', { name: 'Ik heb het opgeschreven' }).click()
  expect(await admin.content()).not.toContain(password)
  await until(async () =>
    expect(await person('zoe').locator('.their-roles li').allTextContents()).toEqual(['Medewerker, Lisboa', 'Manager van het netwerk']),
  )
  const theirs = await signedIn('zoe', password)
  await theirs.getByRole('table').waitFor()
  await theirs.context().close()
  const rows = await t.house.connections.sql`select a::text as row from answers a union all select h::text from history h`
  for (const { row } of rows) expect(row).not.toContain(password)
})

test('roles are changed, and a forgotten password is replaced', async () => {
  await person('zoe').getByRole('button', { name: 'Andere rollen: Zoë van der Meer' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Rol 2 weghalen' }).click()
  await dialog.getByLabel('Waar geldt rol 1?').selectOption('Horta')
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await admin.getByText(/De rollen van .* zijn opgeslagen/).waitFor()
  await until(async () => expect(await person('zoe').locator('.their-roles').textContent()).toBe('Medewerker, Horta'))
  await person('zoe').getByRole('button', { name: 'Nieuw wachtwoord: Zoë van der Meer' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Nieuw wachtwoord maken' }).click()
  const another = (await admin.locator('.new-password .code').textContent())!
  expect(another).not.toBe(password)
  const old = await signedIn('zoe', password)
  await old.getByRole('alert').waitFor()
  await old.context().close()
  await admin.getByRole('button', { name: 'Ik heb het opgeschreven' }).click()
})

test('an account is found, closed after saying what follows, and opened again', async () => {
  await admin.getByLabel('Zoek iemand').fill('ZOE')
  await until(async () => expect(await admin.locator('.each-person > li').count()).toBe(1))
  await person('zoe').getByRole('button', { name: 'Sluiten: Zoë van der Meer' }).click()
  await admin.getByRole('dialog').getByText('Deze persoon kan zich dan niet meer aanmelden.').waitFor()
  expect(await axeFaults(admin)).toEqual([])
  await admin.getByRole('dialog').getByRole('button', { name: 'Account sluiten' }).press('Enter')
  await admin
    .getByRole('status')
    .getByText(/Het account van .* is gesloten/)
    .waitFor()
  await person('zoe').getByText('gesloten', { exact: true }).waitFor()
  const [row] = await t.house.connections.sql`select disabled_at from staff where subject = 'zoe'`
  expect(row!.disabled_at).not.toBeNull()
  await person('zoe').getByRole('button', { name: 'Weer openen: Zoë van der Meer' }).click()
  await admin
    .getByRole('status')
    .getByText(/is weer open/)
    .waitFor()
  await admin.getByLabel('Zoek iemand').fill('niemand heet zo')
  await admin.getByText('Niemand heet zo.').waitFor()
  await admin.getByLabel('Zoek iemand').fill('')
})

test('who watches chooses another password: what is wrong is said at its field, and the new one opens the door', async () => {
  const [old, next] = ['een heel lang wachtwoord', 'vier losse woorden achter elkaar']
  const wim = { subject: 'wim', name: 'Wim Wissel', password: old, roles: [{ role: 'network-manager' as const, scope: '*' }] }
  await ask(t.as.admin, addStaff, wim, key())
  const page = await signedIn('wim', old)
  await page.getByRole('button', { name: /^Wim Wissel: / }).click()
  await page.getByRole('button', { name: 'Mijn wachtwoord wijzigen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mijn wachtwoord wijzigen' })
  const fill = async (present: string, chosen: string, again: string) => {
    await dialog.getByLabel('Wachtwoord van nu').fill(present)
    await dialog.getByLabel('Nieuw wachtwoord', { exact: true }).fill(chosen)
    await dialog.getByLabel('Nieuw wachtwoord nog een keer').fill(again)
    await dialog.getByRole('button', { name: 'Wijzigen', exact: true }).click()
  }
  await fill('', 'kort', 'kort')
  await dialog.getByRole('link', { name: 'Vul het wachtwoord van nu in.' }).waitFor()
  await dialog.getByRole('link', { name: 'Dit is te kort. Kies minstens 12 tekens.' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await fill(old, next, `${next}!`)
  await dialog.getByRole('link', { name: /^Deze twee zijn niet gelijk/ }).waitFor()
  await fill('iets heel anders', next, next)
  await dialog.getByRole('link', { name: 'Dit is niet uw wachtwoord van nu. Probeer het opnieuw.' }).waitFor()
  await fill(old, next, next)
  await dialog.getByText('Uw wachtwoord is gewijzigd.', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Sluiten' }).click()
  await page.getByRole('table').waitFor()
  const after = await signedIn('wim', next)
  await after.getByRole('table').waitFor()
  for (const one of [page, after]) await one.context().close()
})

test('in every size and either direction axe finds nothing, and nothing sticks out, also at twice the text', async () => {
  const long = { name: 'Maria-Antonietta van Hohenzollern-Sigmaringen', subject: 'm.hohenzollern@gemeente-aan-het-water.example' }
  await ask(t.as.admin, addStaff, { ...long, password: 'een heel lang wachtwoord', roles: [{ role: 'clerk', scope: 'lisboa' }] }, key())
  for (const [size, viewport] of Object.entries(sizes))
    for (const language of ['nl', 'de', 'ar'] as const) {
      const one = await fresh(viewport, language)
      await one.context().addCookies(await admin.context().cookies())
      await one.goto(`${site.address}/control-room/`)
      await one.locator('.each-person > li').first().waitFor()
      const look = async (state: string, scale: number) => {
        const beyond = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect({ size, language, scale, state, beyond, axe: scale === 1 ? await axeFaults(one) : [] }).toMatchObject({ beyond: 0, axe: [] })
      }
      for (const scale of [1, 2]) {
        if (scale === 2) await one.addStyleTag({ content: 'html { font-size: 34px !important }' })
        await look('people', scale)
        await one.locator('.staff-find > .button').click()
        await one.getByRole('dialog').waitFor()
        await look('add somebody', scale)
        await one.keyboard.press('Escape')
        await one.getByRole('button', { name: /^Ada Smit/ }).click()
        await one.getByRole('button', { name: shared[language].password.act }).click()
        const dialog = one.getByRole('dialog', { name: shared[language].password.act })
        await dialog.getByRole('button', { name: shared[language].password.yes, exact: true }).click()
        await dialog.getByRole('alert').waitFor()
        await look('own password', scale)
        await one.keyboard.press('Escape')
        await goTo(one, '#/points/lisboa/devices')
        await one.locator('.each-device > li').first().waitFor()
        await one.locator('.devices-of > .button').first().click()
        await one.locator('.code').waitFor()
        await look('devices', scale)
        await one.locator('.each-device .button').first().click()
        await one.getByRole('dialog').waitFor()
        await look('take out', scale)
        await one.keyboard.press('Escape')
        await goTo(one, '#/')
        await one.locator('.each-person > li').first().waitFor()
      }
      await one.context().close()
    }
}, 300_000)
