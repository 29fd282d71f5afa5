import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildScreen } from '../build.ts'
import { ask } from '../contract/ask.ts'
import { languages } from '../contract/language.ts'
import { readPlan, savePlan } from '../contract/plan.ts'
import { problemSentence } from '../contract/texts/problems.ts'
import { counterActs } from '../contract/tickets.ts'
import { bookAtDesk } from '../contract/visits.ts'
import { showReference } from '../domain/reference.ts'
import { openBrowser } from '../proof/setup/browser.ts'
import { key, makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { testPassword } from '../proof/setup/network.ts'
import { serveSite } from '../proof/setup/site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const dist = mkdtempSync(join(tmpdir(), 'plan-'))

let t: TestHouse
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
let page: Page
const faults: string[] = []
const visits: Awaited<ReturnType<typeof book>>[] = []

beforeAll(async () => {
  await buildScreen('control-room', join(dist, 'control-room'))
  t = await makeTestHouse()
  await t.house.connections.sql`update points set latitude = 38.74, longitude = -9.14, revision = revision + 1 where id = 'horta'`
  await t.house.catalogue.load()
  for (const time of ['18:30', '18:45', '19:00']) visits.push(await book(`2026-03-25T${time}:00.000Z`))
  site = await serveSite(t, dist)
  browser = await openBrowser()
  page = await fresh()
  await signIn(page, 'pointManager')
  await page.locator('#hall-lisboa').click()
  await page.getByRole('link', { name: 'Openingstijden en bezetting' }).click()
  await page.getByRole('heading', { level: 1, name: /Openingstijden en bezetting van \u2068Lisboa/ }).waitFor()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await t?.stop()
  rmSync(dist, { recursive: true })
  expect([...faults, ...(t?.faults ?? [])]).toEqual([])
})

const book = (startsAt: string) =>
  ask(
    t.as.clerk,
    bookAtDesk,
    {
      point: 'lisboa',
      serviceIds: ['passport'],
      people: 1,
      language: 'nl',
      startsAt,
      channel: 'desk',
      name: 'Kanarie',
      email: 'kanarie@voorbeeld.example',
    },
    key(),
  )
const plan = () => ask(t.as.pointManager, readPlan, { point: 'lisboa' })
const bar = () => page.locator('.save-bar')
const misfits = () => page.getByRole('region', { name: 'Afspraken die niet meer passen' })
const row = (visit: { reference: string }) =>
  misfits()
    .getByRole('listitem')
    .filter({ hasText: showReference(visit.reference) })

async function fresh(size = { width: 1440, height: 900 }, language = 'nl'): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'nl-NL', bypassCSP: true, reducedMotion: 'reduce' })
  await context.addInitScript((spoken) => localStorage.setItem('beurt.language', spoken), language)
  const made = await context.newPage()
  made.on('pageerror', (error) => faults.push(String(error)))
  return made
}

async function signIn(to: Page, who: string): Promise<void> {
  await to.goto(`${site.address}/control-room/`)
  await to.getByLabel('Naam van uw account').fill(who)
  await to.getByLabel('Wachtwoord').fill(testPassword)
  await to.getByRole('button', { name: 'Aanmelden' }).click()
}

async function axeFaults(on: Page): Promise<string[]> {
  await on.evaluate(axe)
  return on.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}

test('the week reads like a sign on the door, and who is planned stands in bars by counter', async () => {
  expect(await page.getByLabel('woensdag: Van').inputValue()).toBe('08:00')
  expect(await page.locator('.sign-day').nth(6).textContent()).toContain('Gesloten')
  expect(await page.locator('.bar').allInnerTexts()).toEqual([
    expect.stringContaining('08:00–20:00'),
    expect.stringContaining('08:00–20:00'),
  ])
  expect(await page.locator('.desk-name').allInnerTexts()).toEqual(['Balie 1', 'Balie 2'])
  expect(await bar().isVisible()).toBe(false)
  expect(await axeFaults(page)).toEqual([])
})

test('what an edit would do is told before it is saved, and nothing is saved by telling', async () => {
  const before = await plan()
  await page.getByLabel('woensdag: Tot').fill('18:00')
  await page.getByLabel('woensdag: Tot').press('Tab')
  await bar().getByText('3 afspraken passen niet meer').waitFor()
  // Nine Wednesdays in sixty days, two lanes, four half hours each; on the first three visits of a quarter have taken some.
  const lost = Number(/(\d+) tijden minder/.exec((await bar().textContent())!)![1])
  expect(lost).toBeGreaterThan(60)
  expect(lost).toBeLessThanOrEqual(72)
  const panel = page.getByRole('complementary', { name: 'Dit verandert er' })
  expect(await panel.textContent()).toContain(showReference(visits[0]!.reference))
  expect(await panel.textContent()).not.toContain('Kanarie')
  await panel.getByText('Per dag').click()
  expect(await panel.getByRole('rowheader').count()).toBe(9)
  await panel.getByLabel('Tel afspraken van').selectOption('passport')
  await bar()
    .getByText(`${lost * 2 + 3} tijden minder`)
    .or(bar().getByText(/1\d\d tijden minder/))
    .waitFor()
  expect(await plan()).toEqual(before)
  expect(await axeFaults(page)).toEqual([])
})

test('what could never be is said where it stands, and cannot be saved', async () => {
  await page.getByLabel('maandag: Tot').fill('07:00')
  await page.getByLabel('maandag: Tot').press('Tab')
  await page.locator('.sign-day').first().getByText('Schrijf tijden als 09:30. Het einde moet later zijn dan het begin.').waitFor()
  await bar().getByText('Verbeter eerst wat rood is: 1 plek.').waitFor()
  expect(await page.locator('.effect').textContent()).not.toContain('We tellen opnieuw')
  expect(await page.getByRole('button', { name: 'Opslaan' }).getAttribute('aria-disabled')).toBe('true')
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('maandag: Tot').fill('20:00')
  await page.getByLabel('maandag: Tot').press('Tab')
})

test('a day is copied, a time is added and taken away, by keyboard', async () => {
  await page.getByLabel('woensdag kopiëren naar').selectOption('workdays')
  expect(await page.getByLabel('vrijdag: Tot').inputValue()).toBe('18:00')
  await bar().getByText('De tijden van woensdag zijn gekopieerd.').waitFor()
  await page.getByRole('button', { name: 'Tijd toevoegen: vrijdag' }).press('Enter')
  expect(await page.getByLabel('vrijdag: Van').nth(1).inputValue()).toBe('19:00')
  await page.getByRole('button', { name: 'Weghalen: vrijdag, 19:00 tot 21:00' }).press('Enter')
  expect(await page.getByLabel('vrijdag: Van').count()).toBe(1)
  await page.getByRole('button', { name: 'Wijzigingen weggooien' }).press('Enter')
  expect(await page.getByLabel('vrijdag: Tot').inputValue()).toBe('20:00')
  expect(await bar().getByText('tijden minder').count()).toBe(0)
})

test('who leaves with changes that are not saved is asked first, by a link and by the button of the browser', async () => {
  const room = () => page.getByRole('heading', { level: 1, name: /Openingstijden/ }).waitFor({ state: 'detached' })
  await page.getByLabel('vrijdag: Tot').fill('18:00')
  await page.getByLabel('vrijdag: Tot').press('Tab')
  await page.getByRole('link', { name: 'Terug naar alle zalen' }).click()
  await page.getByRole('dialog', { name: 'Nog niet opgeslagen' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Blijven' }).click()
  expect(page.url()).toContain('/plan')
  expect(await page.getByLabel('vrijdag: Tot').inputValue()).toBe('18:00')
  await page.goBack()
  await page.getByRole('button', { name: 'Weggaan zonder opslaan' }).click()
  await room()
  await page.evaluate(() => {
    location.hash = '#/points/lisboa/plan'
  })
  expect(await page.getByLabel('vrijdag: Tot').inputValue()).toBe('20:00')
})

test('a holiday and a shift are changed in plain fields', async () => {
  await page.getByRole('button', { name: 'Dag toevoegen' }).click()
  await page.locator('.special-day input[type=date]').fill('2026-04-03')
  await page.getByLabel('Uitleg').fill('Goede Vrijdag')
  await page.getByLabel('Uitleg').press('Tab')
  await page.getByRole('radio', { name: 'vrijdag' }).check()
  await page.locator('.bar').first().press('Enter')
  const form = page.getByRole('region', { name: /Medewerker van 08:00 tot 20:00/ })
  await form.getByLabel('zondag').check()
  await form.getByLabel('Alleen wie boekt via').check()
  expect(await form.getByLabel('de balie').isChecked()).toBe(true)
  await form.getByLabel('Iedereen').check()
  await bar().getByText('Alle afspraken passen nog.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Wijzigingen weggooien' }).click()
})

test('saved: it holds for everybody at once, who no longer fits is listed, and the plan before can be put back', async () => {
  const before = await plan()
  await page.getByLabel('woensdag: Tot').fill('18:00')
  await page.getByLabel('woensdag: Tot').press('Tab')
  await bar().getByText('3 afspraken passen niet meer').waitFor()
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await bar().getByText('Opgeslagen. 3 afspraken passen niet meer').waitFor()
  expect((await plan()).openings.week.find((w) => w.weekday === 3)).toMatchObject({ until: '18:00' })
  await misfits().getByRole('listitem').nth(2).waitFor()
  await page.getByRole('button', { name: 'Het vorige plan terugzetten' }).click()
  await bar().getByText('Het vorige plan geldt weer.').waitFor()
  expect((await plan()).openings).toEqual(before.openings)
  expect(await page.getByLabel('woensdag: Tot').inputValue()).toBe('20:00')
  await misfits().getByText('Elke afspraak past in het plan.').waitFor()
})

test('somebody else who saved meanwhile is not overwritten: it is said, and their plan is shown', async () => {
  const theirs = await plan()
  await page.getByLabel('woensdag: Tot').fill('18:00')
  await page.getByLabel('woensdag: Tot').press('Tab')
  await bar().getByText('3 afspraken passen niet meer').waitFor()
  const openings = { ...theirs.openings, holidays: ['2026-12-25'] }
  await ask(t.as.networkManager, savePlan, { point: 'lisboa', revision: theirs.revision, openings, shifts: theirs.shifts }, key())
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await bar().getByText(problemSentence('nl', 'plan-changed')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Het nieuwe plan tonen' }).click()
  expect(await page.locator('.special-day input[type=date]').inputValue()).toBe('2026-12-25')
  expect(await page.getByLabel('woensdag: Tot').inputValue()).toBe('20:00')
})

test('the list is worked: one is moved to a near point, one cancelled with a message, one left as it is', async () => {
  await page.getByLabel('woensdag: Tot').fill('18:00')
  await page.getByLabel('woensdag: Tot').press('Tab')
  await bar().getByText('3 afspraken passen niet meer').waitFor()
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await misfits().getByRole('listitem').nth(2).waitFor()
  const [first, second, third] = visits as [(typeof visits)[0], (typeof visits)[0], (typeof visits)[0]]

  await row(first).getByRole('button', { name: 'Verzetten' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Nu: woensdag 25 maart, 18:30').waitFor()
  await dialog.getByRole('radio').nth(7).waitFor()
  expect(await dialog.getByRole('radio').count()).toBe(8)
  await dialog
    .getByRole('radio', { name: /Horta.*2 km, ongeveer 16 minuten met auto of bus/s })
    .first()
    .check()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Deze tijd boeken' }).click()
  await page.getByText(`${showReference(first.reference)} is verzet naar`).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('plan-misfits')

  await row(second).getByRole('button', { name: 'Afzeggen met bericht' }).press('Enter')
  await dialog.getByText('De bezoeker krijgt een mail dat de afspraak niet doorgaat').waitFor()
  await dialog.getByRole('button', { name: 'Afzeggen', exact: true }).click()
  await page.getByText(`${showReference(second.reference)} is afgezegd.`).waitFor()

  await row(third).getByRole('button', { name: 'Zo laten' }).click()
  await misfits().getByText('Elke afspraak past in het plan.').waitFor()
  await misfits().getByRole('heading', { name: 'Zo gelaten' }).waitFor()
  const rows = await t.house.connections.sql`
    select point_id, state from appointments where visit_id in ${t.house.connections.sql(visits.map((v) => v.visitId))} and state in ('booked', 'cancelled') order by 1, 2`
  expect(rows.map((r) => `${r.point_id} ${r.state}`)).toEqual(['horta booked', 'lisboa booked', 'lisboa cancelled', 'lisboa cancelled'])
  const outbox = await t.house.connections.sql`select kind from outbox where kind in ('moved', 'cancelled') order by 1`
  expect(outbox.map((m) => m.kind)).toEqual(['cancelled', 'moved'])
  expect(await axeFaults(page)).toEqual([])
})

test('people who have booked are asked to go to the quieter hall: a diversion for bookings, and one press', async () => {
  for (const point of ['lisboa', 'horta']) await ask(t.as.networkManager, counterActs.open, { point, counter: '1' }, key())
  await book('2026-03-27T10:00:00.000Z')
  const room = await fresh()
  await signIn(room, 'networkManager')
  await room.locator('#hall-lisboa').click()
  await room.getByRole('button', { name: 'Stuur mensen naar elders' }).click()
  const dialog = room.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Horta.*ongeveer 16 minuten met auto of bus/s }).check()
  await dialog.getByLabel('Wie boekt of al een afspraak heeft').check()
  await dialog.getByLabel('7 dagen').check()
  expect(await axeFaults(room)).toEqual([])
  await dialog.getByRole('button', { name: 'Begin met aanbieden' }).click()
  const detail = room.getByRole('complementary')
  await detail.getByText('voor afspraken').waitFor()
  await detail.getByRole('button', { name: /^Vraag \d+ bezoekers? te verzetten$/ }).press('Enter')
  await room.getByText(/Er (gaat|gaan) \d+ mails? uit\./).waitFor()
  const [row] = await t.house.connections.sql`select count(*)::int as n from outbox where kind = 'sooner'`
  expect(row!.n).toBeGreaterThan(0)
  await detail.getByRole('button', { name: /^Vraag/ }).waitFor({ state: 'detached' })
  expect(await axeFaults(room)).toEqual([])
  await room.context().close()
})

test('in every language and size axe finds nothing, and nothing sticks out, also at twice the text', async () => {
  const sizes = { desktop: { width: 1440, height: 900 }, tablet: { width: 820, height: 1180 } }
  for (const language of languages)
    for (const [size, viewport] of Object.entries(sizes)) {
      const one = await fresh(viewport, language)
      await one.context().addCookies(await page.context().cookies())
      await one.goto(`${site.address}/control-room/#/points/lisboa/plan`)
      await one.locator('.bar').first().click()
      await one.locator('.sign-day input').nth(1).fill('17:00')
      await one.locator('.sign-day input').nth(1).press('Tab')
      await one.locator('.told').waitFor()
      for (const scale of [1, 2]) {
        if (scale === 2) await one.addStyleTag({ content: 'html { font-size: 34px !important }' })
        const beyond = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect({ language, size, scale, beyond, axe: scale === 1 ? await axeFaults(one) : [] }).toMatchObject({ beyond: 0, axe: [] })
      }
      await one.context().close()
    }
}, 300_000)
