import type { Page } from 'playwright-core'
import type { kioskState } from '../../contract/kiosk.ts'
import type { Language } from '../../contract/language.ts'
import type { ResultOf } from '../../contract/route.ts'
import { ar } from '../../kiosk/texts/ar.ts'
import { de } from '../../kiosk/texts/de.ts'
import { en } from '../../kiosk/texts/en.ts'
import { fr } from '../../kiosk/texts/fr.ts'
import { nl, type Texts } from '../../kiosk/texts/nl.ts'
import { pt } from '../../kiosk/texts/pt.ts'
import { ownNames } from '../../ui/language.ts'
import { plain } from './stage.ts'

export const kioskWords: Record<Language, Texts> = { nl, en, fr, de, pt, ar }

/** A kiosk in a page of its own, or in a frame of another page. */
type Kiosk = Pick<Page, 'getByRole' | 'locator' | 'waitForTimeout'>

/** Presses as a person does: not so soon after the page changed that the kiosk takes it for the same press. */
export async function tap(page: Kiosk, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' })
  await button.waitFor()
  await page.waitForTimeout(450)
  await button.click()
}

/** A number as the kiosk shows it. */
export async function shownNumber(page: Kiosk, language: Language): Promise<string> {
  await page.getByRole('heading', { name: kioskWords[language].yourNumber }).waitFor()
  return plain(await page.locator('.turn .number').textContent())
}

/** A visitor takes a number: language, service, people. Gives the number on the screen. */
export async function walkIn(page: Kiosk, given: { language: Language; service: string; people: number }): Promise<string> {
  await choose(page, given)
  return shownNumber(page, given.language)
}

/** The same up to the last press: a number may follow, or an offer. */
export async function choose(
  page: Kiosk,
  { language, service, people }: { language: Language; service: string; people: number },
): Promise<void> {
  await tap(page, ownNames[language])
  await page.getByRole('heading', { name: kioskWords[language].welcome }).waitFor()
  await tap(page, new RegExp(`^${service}`))
  await page.getByRole('heading', { name: kioskWords[language].people }).waitFor()
  await tap(page, String(people))
}

/** Types a code on the keys of the screen, and goes on. */
export async function typeCode(page: Page, language: Language, signs: string): Promise<void> {
  await page.waitForTimeout(450)
  for (const sign of signs) await page.getByRole('button', { name: sign, exact: true }).click()
  await page.getByRole('button', { name: kioskWords[language].onward, exact: true }).click()
}

/** A visitor with an appointment types the code. Gives the number on the screen. */
export async function arriveByCode(page: Page, language: Language, code: string): Promise<string> {
  const t = kioskWords[language]
  await tap(page, ownNames[language])
  await page.getByRole('heading', { name: t.welcome }).waitFor()
  await tap(page, new RegExp(`^${t.appointment}`))
  await page.getByRole('heading', { name: t.code }).waitFor()
  await typeCode(page, language, code.replaceAll(/\s/g, ''))
  return shownNumber(page, language)
}

/** Leaves the kiosk to the next one. */
export async function leaveKiosk(page: Kiosk, language: Language): Promise<void> {
  await tap(page, kioskWords[language].done)
  await page.getByRole('heading', { name: nl.welcome }).waitFor()
}

/** What the agent of this kiosk says. */
export const kioskStateOf = async (kiosk: string) => (await fetch(`${kiosk}/local/state`)).json() as Promise<ResultOf<typeof kioskState>>
