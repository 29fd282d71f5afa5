import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, ask } from '../../contract/ask.ts'
import { type Language, languages } from '../../contract/language.ts'
import { counterActs } from '../../contract/tickets.ts'
import { newKey } from '../../contract/uuid.ts'
import { ar as devicesAr } from '../../control-room/devices/texts/ar.ts'
import { de as devicesDe } from '../../control-room/devices/texts/de.ts'
import { en as devicesEn } from '../../control-room/devices/texts/en.ts'
import { fr as devicesFr } from '../../control-room/devices/texts/fr.ts'
import { nl as devicesNl } from '../../control-room/devices/texts/nl.ts'
import { pt as devicesPt } from '../../control-room/devices/texts/pt.ts'
import { ar as staffAr } from '../../control-room/staff/texts/ar.ts'
import { de as staffDe } from '../../control-room/staff/texts/de.ts'
import { en as staffEn } from '../../control-room/staff/texts/en.ts'
import { fr as staffFr } from '../../control-room/staff/texts/fr.ts'
import { nl as staffNl } from '../../control-room/staff/texts/nl.ts'
import { pt as staffPt } from '../../control-room/staff/texts/pt.ts'
import { ar as roomAr } from '../../control-room/texts/ar.ts'
import { de as roomDe } from '../../control-room/texts/de.ts'
import { en as roomEn } from '../../control-room/texts/en.ts'
import { fr as roomFr } from '../../control-room/texts/fr.ts'
import { nl as roomNl } from '../../control-room/texts/nl.ts'
import { pt as roomPt } from '../../control-room/texts/pt.ts'
import { ar as counterAr } from '../../counter/texts/ar.ts'
import { de as counterDe } from '../../counter/texts/de.ts'
import { en as counterEn } from '../../counter/texts/en.ts'
import { fr as counterFr } from '../../counter/texts/fr.ts'
import { nl as counterNl } from '../../counter/texts/nl.ts'
import { pt as counterPt } from '../../counter/texts/pt.ts'
import { catalogue } from '../../demonstration/catalogue/catalogue.ts'
import { frontPage } from '../../demonstration/front-page.ts'
import { ar as displayAr } from '../../display/texts/ar.ts'
import { de as displayDe } from '../../display/texts/de.ts'
import { en as displayEn } from '../../display/texts/en.ts'
import { fr as displayFr } from '../../display/texts/fr.ts'
import { nl as displayNl } from '../../display/texts/nl.ts'
import { pt as displayPt } from '../../display/texts/pt.ts'
import { readReference } from '../../domain/reference.ts'
import { ownNames } from '../../ui/language.ts'
import { kioskStateOf, kioskWords, shownNumber, tap, typeCode } from './at-the-kiosk.ts'
import { axeIn, look } from './look.ts'
import { openDisplay } from './on-the-display.ts'
import { phoneWords } from './on-the-phone.ts'
import { signedIn } from './staff.ts'
import { counterId, mainPoint, openStage, password, type Stage, viewports } from './stage.ts'

const counterWords = { nl: counterNl, en: counterEn, fr: counterFr, de: counterDe, pt: counterPt, ar: counterAr }
const displayWords = { nl: displayNl, en: displayEn, fr: displayFr, de: displayDe, pt: displayPt, ar: displayAr }
const deviceWords = { nl: devicesNl, en: devicesEn, fr: devicesFr, de: devicesDe, pt: devicesPt, ar: devicesAr }
const staffWords = { nl: staffNl, en: staffEn, fr: staffFr, de: staffDe, pt: staffPt, ar: staffAr }
const roomWords = { nl: roomNl, en: roomEn, fr: roomFr, de: roomDe, pt: roomPt, ar: roomAr }
const hall = 'Stadskantoor Aalter'
/** Eight signs that could be a code, or could not. */
const signsThat = (could: boolean): string =>
  ['22222222', '2222222C', '22222229'].filter((signs) => (readReference(signs) !== null) === could)[0]!
const nameOf = (service: string, language: Language) => {
  const { names } = catalogue.services.find(({ id }) => id === service)!
  return names[language] ?? names.nl!
}

let stage: Stage
let clerk: Asker
let found: string[] = []

beforeAll(async () => {
  stage = await openStage()
  clerk = await signedIn(stage.demonstration.site, 'clerk')
})

afterAll(() => stage?.stop())

const atCounter = (act: 'open' | 'callNext' | 'start' | 'finish' | 'close') =>
  ask(clerk, counterActs[act], { point: mainPoint, counter: String(counterId) }, newKey())

type Size = { width: number; height: number }
const desk = { width: 1280, height: 800 }
const wall = { width: 1920, height: 1080 }

/** Looks at every state as it comes, at other sizes too, and says in the end what was wrong with any of them. What axe looks at is the same in every language that is written this way. */
function looker(page: Page, language: Language, given: { twice?: boolean; sizes?: readonly Size[] }) {
  const { sizes = [], twice } = given
  return async (state: string, more: { axe?: boolean; twice?: boolean } = {}) => {
    found.push(...(await look(page, { language, state, twice, axe: axeIn(language), ...more })))
    const own = page.viewportSize()!
    for (const size of sizes) {
      await page.setViewportSize(size)
      found.push(...(await look(page, { language, state: `${state} at ${size.width} by ${size.height}`, axe: false })))
    }
    if (sizes.length > 0) await page.setViewportSize(own)
  }
}

async function nothingFound(page: Page): Promise<void> {
  const wrong = found
  found = []
  await page.context().close()
  expect(wrong).toEqual([])
  expect(stage.faults).toEqual([])
}

test.each(languages)('the page that shows where to go where nobody is simulated, in %s', async (language) => {
  const page = await stage.page('phone', 'about:blank')
  await page.setContent(frontPage(language))
  const at = looker(page, language, { twice: true })
  await at('where to go on a phone')
  await page.setViewportSize(viewports.counter)
  await at('where to go at a desk', { axe: false })
  await nothingFound(page)
})

test.each(languages)('booking, changing and following on a phone, in %s', async (language) => {
  const t = phoneWords[language]
  const { site, kiosk } = stage.demonstration
  const page = await stage.page('phone', `${site}/book/?language=${language}`)
  const at = looker(page, language, { twice: true, sizes: [viewports.tablet, desk] })
  await at('what for, and where')
  await page.goto(`${site}/book/?services=passport&people=1&place=Lisboa&language=${language}`)
  await at('the soonest near a place')
  await page.goto(`${site}/book/?all=1&place=${encodeURIComponent(hall)}&language=${language}`)
  await at('places')
  await page.getByRole('link', { name: hall }).first().click()
  await at('services')
  await page.getByRole('button', { name: t.services.next }).click()
  await page.getByRole('alert').waitFor()
  await at('services, none chosen')
  await page.getByRole('checkbox', { name: nameOf('passport', language) }).check()
  await page.getByRole('checkbox', { name: nameOf('digital-help', language) }).check()
  await page.getByRole('button', { name: t.services.next }).click()
  await page.getByRole('heading', { name: t.times.title }).waitFor()
  await at('times')
  await page.locator('a.day').last().click()
  await page.locator('#times').waitFor()
  await at('times of a day')
  await page.getByRole('button', { name: t.times.choose }).click()
  await page.getByRole('heading', { name: t.details.title }).waitFor()
  await at('details')
  await page.getByLabel(t.details.email).fill('niemand')
  await page.getByRole('button', { name: t.details.book }).click()
  await page.getByRole('alert').waitFor()
  await at('details with faults')
  await page.getByLabel(t.details.name).fill('Maria-Antonietta van Hohenzollern-Sigmaringen de la Cruz')
  await page.getByLabel(t.details.email).fill(`look-${language}@example.org`)
  await page.getByRole('button', { name: t.details.book }).click()
  await page.getByRole('heading', { name: t.visit.title }).waitFor()
  await at('booked')
  await page.getByRole('link', { name: t.visit.move }).click()
  await page.getByRole('heading', { name: t.times.titleMove }).waitFor()
  await at('another time')
  await page.goBack()
  await page.getByRole('link', { name: t.visit.cancel }).click()
  await page.getByRole('heading', { name: t.cancel.title }).waitFor()
  await at('cancel')
  await page.getByRole('button', { name: t.cancel.yes }).click()
  await page.getByRole('heading', { name: t.visit.titleCancelled }).waitFor()
  await at('cancelled')
  const body = JSON.stringify({ serviceIds: ['moving'], people: 1, language })
  await fetch(`${kiosk}/local/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body,
  })
  const { ticket } = await kioskStateOf(kiosk)
  await page.goto(`${ticket!.followUrl}?language=${language}`)
  await page.getByText(t.follow.waiting).waitFor()
  await at('follow')
  await page.goto(`${site}/book/visit/nonsense?language=${language}`)
  await at('a link that does not work')
  await nothingFound(page)
})

// Every state in every language is walked through beside this; here it is the real agent that tells them.
test.each(['de', 'ar'] as const)('the kiosk, in %s', async (language) => {
  const t = kioskWords[language]
  const page = await stage.page('kiosk', stage.demonstration.kiosk)
  const at = looker(page, language, {})
  await tap(page, ownNames[language])
  await at('start')
  for (const size of ['larger', 'twice']) {
    await tap(page, t.larger)
    await at(`start, ${size}`, { axe: false })
  }
  await tap(page, t.smaller)
  await tap(page, t.lower)
  await at('start, buttons lower', { axe: false })
  await tap(page, t.higher)
  await tap(page, t.help)
  await at('help')
  await page.keyboard.press('Escape')
  await tap(page, new RegExp(`^${t.appointment}`))
  await page.getByRole('heading', { name: t.code }).waitFor()
  await typeCode(page, language, signsThat(false))
  await page.getByText(t.codeWrong).waitFor()
  await at('a code that cannot be one')
  await tap(page, t.back)
  await tap(page, new RegExp(`^${t.appointment}`))
  await page.getByRole('heading', { name: t.code }).waitFor()
  await typeCode(page, language, signsThat(true))
  await page.getByRole('button', { name: t.startAgain }).waitFor()
  await at('a code that nobody has')
  await tap(page, t.startAgain)
  await tap(page, new RegExp(`^${nameOf('passport', language)}`))
  await page.getByRole('heading', { name: t.people }).waitFor()
  await at('people')
  await tap(page, '2')
  await shownNumber(page, language)
  await page.getByText(t.printed).waitFor()
  await at('ticket')
  for (const size of ['larger', 'twice']) {
    await tap(page, t.larger)
    await at(`ticket, ${size}`, { axe: false })
  }
  await tap(page, t.done)
  await nothingFound(page)
})

test('the display, lying and standing', async () => {
  const page = await openDisplay(stage)
  const at = looker(page, 'nl', {})
  for (const [state, size] of [
    ['lying', viewports.display],
    ['standing', viewports.kiosk],
    ['small', { width: 1280, height: 720 }],
  ] as const) {
    await page.setViewportSize(size)
    await at(state)
  }
  await nothingFound(page)
})

test.each(languages)('a display that is not enrolled yet, in %s', async (language) => {
  const page = await stage.page('tablet', `${stage.demonstration.site}/display/`, { locale: language })
  await page.getByRole('heading', { name: displayWords[language].enrol.title }).waitFor()
  await looker(page, language, { twice: true })('enrol')
  await nothingFound(page)
})

test.each(languages)('the counter, in %s', async (language) => {
  const t = counterWords[language]
  const { site } = stage.demonstration
  for (const act of ['finish', 'close'] as const) await atCounter(act).catch(() => undefined)
  const page = await stage.page('counter', `${site}/counter/`, { locale: language })
  const at = looker(page, language, { twice: true, sizes: [viewports.tablet] })
  await page.getByRole('heading', { name: t.signIn.title }).waitFor()
  await at('sign in')
  await page.getByRole('button', { name: ownNames[language] }).click()
  await page.context().request.post(`${site}/api/sign-ins`, { data: { subject: 'clerk', password } })
  await page.reload()
  await page.getByRole('heading', { name: t.choose.title }).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${t.counter(counterId)} `) }).waitFor()
  await at('which counter')
  await page.getByRole('button', { name: new RegExp(`^${t.counter(counterId)} `) }).click()
  await page.getByText(t.here.closed).waitFor()
  await at('closed')
  await atCounter('open')
  await page.getByText(t.here.nobody).waitFor()
  await at('open')
  await atCounter('callNext')
  await page.getByText(t.here.calledNow).waitFor()
  await at('called')
  await atCounter('start')
  await page.getByText(t.here.now).waitFor()
  await at('serving')
  for (const [key, state] of [
    ['F6', 'park'],
    ['F7', 'send on'],
  ] as const) {
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog')
    // A key so soon after an act counts as the same press of an unsteady hand.
    await dialog.waitFor({ timeout: 3000 }).catch(() => page.keyboard.press(key))
    await dialog.waitFor()
    await at(state)
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  for (const name of [t.line.add, new RegExp(`^${t.line.missed(0).slice(0, -3)}`), t.acts.more]) {
    await page.getByRole('button', { name, exact: typeof name === 'string' }).click()
    await page.getByRole('dialog').waitFor()
    await at(String(name))
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  await page.setViewportSize({ width: 440, height: 900 })
  await at('on a narrow screen', { twice: false, axe: false })
  await page.setViewportSize({ width: 360, height: 900 })
  await page.locator('.strip').waitFor()
  await at('strip beside another program', { twice: false, axe: false })
  await nothingFound(page)
})

test.each(languages)('the control room, in %s', async (language) => {
  const t = roomWords[language]
  const { site } = stage.demonstration
  const page = await stage.page('counter', `${site}/control-room/`, { locale: language })
  const at = looker(page, language, { twice: true, sizes: [wall] })
  await page.getByRole('heading', { name: t.signIn.title }).waitFor()
  await at('sign in')
  await page.getByRole('button', { name: ownNames[language] }).click()
  await page.context().request.post(`${site}/api/sign-ins`, { data: { subject: 'manager', password } })
  await page.reload()
  await page.getByRole('row').getByRole('button', { name: hall, exact: true }).click()
  await page.getByRole('complementary').getByRole('button', { name: t.detail.send }).waitFor()
  await at('one hall')
  await page.setViewportSize(viewports.tablet)
  await at('one hall on a tablet', { axe: false })
  await page.setViewportSize(viewports.counter)
  await page.getByRole('button', { name: t.detail.send }).click()
  await page.getByRole('dialog').waitFor()
  await at('send elsewhere')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t.detail.close }).click()
  await at('all halls')
  await page.setViewportSize(viewports.tablet)
  await at('all halls on a tablet', { axe: false })
  await nothingFound(page)
})

/** The control room at this address before an admin, who may do everything there. */
async function asAdmin(language: Language, hash: string) {
  const page = await stage.page('counter', 'about:blank', { locale: language })
  await page.context().addInitScript((spoken) => localStorage.setItem('beurt.language', spoken), language)
  await page.context().request.post(`${stage.demonstration.site}/api/sign-ins`, { data: { subject: 'admin', password } })
  await page.goto(`${stage.demonstration.site}/control-room/${hash}`)
  return { page, at: looker(page, language, { twice: true, sizes: [wall, viewports.tablet, viewports.phone] }) }
}

test.each(languages)('the devices of a point, in %s', async (language) => {
  const t = deviceWords[language]
  const { page, at } = await asAdmin(language, `#/points/${mainPoint}`)
  await page.getByRole('complementary').getByRole('link', { name: t.link, exact: true }).click()
  await page.locator('.each-device > li').first().waitFor()
  await at('devices')
  await page.getByRole('button', { name: t.add.display }).click()
  await page.locator('.code').waitFor()
  await at('the code of a device')
  await page.locator('.each-device > li').filter({ hasText: t.states.announced }).first().getByRole('button').click()
  await page.getByRole('dialog').waitFor()
  await at('taking out a device')
  await page.getByRole('dialog').getByRole('button', { name: t.confirm.yes, exact: true }).click()
  await page.locator('.code').waitFor({ state: 'detached' })
  await at('a device taken out')
  await nothingFound(page)
})

test.each(languages)('the people who work here, in %s', async (language) => {
  const t = staffWords[language]
  const { page, at } = await asAdmin(language, '#/staff')
  const people = page.locator('.each-person > li')
  await page.getByLabel(t.find).fill('manager')
  await expect.poll(() => people.count(), { timeout: 10_000 }).toBe(1)
  await at('people')
  await page.getByRole('button', { name: t.add.act }).click()
  await page.getByRole('dialog').getByRole('button', { name: t.oneMore }).click()
  await page.getByRole('dialog').getByRole('button', { name: t.add.yes, exact: true }).click()
  await page.getByRole('alert').waitFor()
  await at('adding somebody, with faults')
  await page.keyboard.press('Escape')
  for (const act of ['change', 'close', 'password'] as const) {
    await people.getByRole('button', { name: t[act].act }).click()
    await page.getByRole('dialog').waitFor()
    await at(act)
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  }
  await nothingFound(page)
})

test.each(languages)('the pages of the virtual printer and the mailbox, in %s', async (language) => {
  const page = await stage.page('tablet', `${stage.demonstration.paper}/?language=${language}`)
  await looker(page, language, { twice: true })('printer')
  await page.goto(stage.demonstration.mailbox)
  await looker(page, 'nl', { twice: true })('mailbox')
  await page.getByRole('listitem').first().getByRole('link').click()
  await looker(page, 'nl', { twice: true })('a letter')
  await nothingFound(page)
})
