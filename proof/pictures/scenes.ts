import type { Page } from 'playwright-core'
import { en as bookingWords } from '../../booking-web/texts/en.ts'
import type { Language } from '../../contract/language.ts'
import { en as roomWords } from '../../control-room/texts/en.ts'
import { en as counterWords } from '../../counter/texts/en.ts'
import type { StageState } from '../../demonstration/stage/routes.ts'
import { words as stageWords } from '../../demonstration/stage/texts/every-language.ts'
import { en as kioskEn } from '../../kiosk/texts/en.ts'
import { ownNames } from '../../ui/language.ts'
import type { Demonstration } from '../setup/demonstration.ts'

/** One picture: its name, the size and language that its screen stands in, and how one comes there. A scene finds what those before it have done. */
export type Scene = { name: string; size: readonly [number, number]; language: Language; show: (page: Page, at: Place) => Promise<void> }

/** Where the screens are; `signIn` gives the page somebody's sign-in. */
export type Place = { demonstration: Demonstration; signIn: (page: Page, subject: string) => Promise<void> }

const phone = [390, 844] as const
const desk = [1440, 900] as const
const standing = [1080, 1920] as const
const lying = [1920, 1080] as const
const point = 'aalter'
const counter = 3
/** The kiosk takes a press that comes sooner after a change for the same one. */
const steadyMs = 500

const site = ({ demonstration }: Place) => demonstration.site
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const stageOf = async (at: Place): Promise<StageState> => (await fetch(`${site(at)}/stage/state`)).json() as Promise<StageState>

async function tap(page: Page, found: ReturnType<Page['locator']>): Promise<void> {
  await found.waitFor()
  await page.waitForTimeout(steadyMs)
  await found.click()
}

/** A number at the real kiosk, which its printer prints. */
async function takeNumber(page: Page, at: Place, language: Language): Promise<void> {
  await page.goto(at.demonstration.kiosk)
  await tap(page, button(page, ownNames[language]))
  await tap(page, page.locator('.tiles .tile').first())
  await tap(page, page.locator('.counts .count').first())
  await page.locator('.turn .number').waitFor()
  await page.waitForTimeout(2500)
}

/** The free counter of the hall, open. */
async function sitDown(page: Page, at: Place): Promise<void> {
  await at.signIn(page, 'clerk')
  await page.goto(`${site(at)}/counter/?point=${point}&counter=${counter}`)
  const next = button(page, new RegExp(`^${counterWords.acts.callNext}`))
  const open = button(page, counterWords.acts.open)
  await next.or(open).first().waitFor()
  if (await open.isVisible()) await open.click()
  await next.waitFor()
}

/** From the first page to the times of the hall. */
async function chooseService(page: Page, at: Place): Promise<void> {
  await page.goto(`${site(at)}/book/${point}?language=en`)
  await page.getByRole('checkbox').first().check()
  await button(page, bookingWords.services.next).click()
  await button(page, bookingWords.times.choose).waitFor()
}

async function controlRoom(page: Page, at: Place): Promise<void> {
  await at.signIn(page, 'manager')
  await page.goto(`${site(at)}/control-room/`)
  await page.getByRole('table').first().waitFor()
  await page.waitForTimeout(steadyMs)
  await page.getByText(roomWords.toCome(2).slice(2)).waitFor({ state: 'detached' })
}

async function openHall(page: Page, at: Place): Promise<void> {
  await at.signIn(page, 'manager')
  await page.goto(`${site(at)}/control-room/#/points/${point}`)
  await button(page, roomWords.detail.send).waitFor()
}

export const scenes: readonly Scene[] = [
  {
    name: 'kiosk',
    size: standing,
    language: 'en',
    async show(page, at) {
      await page.goto(at.demonstration.kiosk)
      await tap(page, button(page, ownNames.en))
      await page.getByRole('heading', { name: kioskEn.welcome }).waitFor()
    },
  },
  { name: 'kiosk-number', size: standing, language: 'ar', show: (page, at) => takeNumber(page, at, 'ar') },
  {
    name: 'paper',
    size: [720, 1180],
    language: 'en',
    async show(page, at) {
      await page.goto(at.demonstration.paper)
      await page.getByRole('img').first().waitFor()
    },
  },
  {
    name: 'follow',
    size: phone,
    language: 'en',
    async show(page, at) {
      const { followed } = await stageOf(at)
      const address = new URL(followed?.path ?? '/book/', site(at))
      address.searchParams.set('language', 'en')
      await page.goto(address.href)
      await page.locator('.number').first().waitFor()
    },
  },
  {
    name: 'counter',
    size: desk,
    language: 'en',
    async show(page, at) {
      await sitDown(page, at)
      await button(page, new RegExp(`^${counterWords.acts.callNext}`)).click()
      await button(page, new RegExp(`^${counterWords.acts.start}`)).click()
      await page.locator('.who .number').waitFor()
    },
  },
  {
    name: 'display',
    size: lying,
    language: 'nl',
    async show(page, at) {
      await page.goto(`${site(at)}/display/?point=${point}`)
      await page.locator('.newest').waitFor()
    },
  },
  {
    name: 'stage',
    size: [1440, 1080],
    language: 'en',
    async show(page, at) {
      await page.goto(`${site(at)}/?language=en`)
      await button(page, stageWords.en.acts.network.on).waitFor()
      for (const frame of await page.locator('iframe').all()) await frame.scrollIntoViewIfNeeded()
      await page.waitForTimeout(6000)
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  {
    name: 'book',
    size: phone,
    language: 'en',
    async show(page, at) {
      await page.goto(`${site(at)}/book/?language=en`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'soonest',
    size: [1280, 900],
    language: 'fr',
    async show(page, at) {
      await page.goto(`${site(at)}/book/?language=fr&what=passeport&place=Lisboa`)
      await page.locator('a.choice').first().click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForTimeout(1500)
    },
  },
  { name: 'times', size: phone, language: 'en', show: chooseService },
  {
    name: 'visit',
    size: phone,
    language: 'en',
    async show(page, at) {
      await chooseService(page, at)
      await button(page, bookingWords.times.choose).click()
      await page.getByLabel(bookingWords.details.name).fill('Ana Silva')
      await page.getByLabel(bookingWords.details.email).fill('ana@beurt.example')
      await button(page, bookingWords.details.book).click()
      await page.getByRole('heading', { name: bookingWords.visit.title }).waitFor()
    },
  },
  {
    name: 'mail',
    size: [900, 700],
    language: 'en',
    async show(page, at) {
      const letter = page.locator('li', { hasText: 'ana@beurt.example' }).getByRole('link').first()
      for (let tries = 0; tries < 20; tries++) {
        await page.goto(at.demonstration.mailbox)
        if (await letter.isVisible()) break
        await page.waitForTimeout(1000)
      }
      await letter.click()
      await page.getByRole('heading').first().waitFor()
    },
  },
  { name: 'control-room', size: desk, language: 'en', show: controlRoom },
  {
    name: 'hall',
    size: lying,
    language: 'en',
    show: openHall,
  },
  {
    name: 'send',
    size: desk,
    language: 'en',
    async show(page, at) {
      await openHall(page, at)
      await button(page, roomWords.detail.send).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'plan',
    size: desk,
    language: 'en',
    async show(page, at) {
      await at.signIn(page, 'manager')
      await page.goto(`${site(at)}/control-room/#/points/${point}/plan`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'figures',
    size: desk,
    language: 'en',
    async show(page, at) {
      await at.signIn(page, 'manager')
      await page.goto(`${site(at)}/control-room/#/totals`)
      await page.getByRole('table').first().waitFor()
    },
  },
]
