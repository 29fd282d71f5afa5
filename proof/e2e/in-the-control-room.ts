import type { Locator, Page } from 'playwright-core'
import { nl } from '../../control-room/texts/nl.ts'
import { signInAs } from './sign-in.ts'
import { type Stage, sentence } from './stage.ts'

export const roomWords = nl

/** The table of halls, before a network manager. */
export async function openControlRoom(stage: Stage): Promise<Page> {
  const page = await stage.page('counter', `${stage.demonstration.site}/control-room/`)
  await signInAs(page, 'manager', nl.signIn, page.getByRole('table'))
  return page
}

/** One hall in the table. */
export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) })

/** How many this hall has finished with today, as the table says. */
export const finishedIn = async (page: Page, name: string): Promise<number> =>
  Number(await rowOf(page, name).locator('.finished').textContent())

/** Opens one hall beside the others. */
export async function openHall(page: Page, name: string): Promise<Locator> {
  await rowOf(page, name).getByRole('button', { name, exact: true }).click()
  const detail = page.getByRole('complementary')
  await detail.getByRole('heading', { name }).waitFor()
  return detail
}

/** Offers the people of the opened hall another, for as little gain as may be. */
export async function divert(page: Page, from: string, to: string): Promise<void> {
  const detail = await openHall(page, from)
  await detail.getByRole('button', { name: nl.detail.send }).click()
  const dialog = page.getByRole('dialog', { name: sentence(nl.divert.title(from)) })
  await dialog.getByRole('radio', { name: to }).check()
  await dialog.getByLabel(nl.divert.leastGain).selectOption('5')
  await dialog.getByRole('button', { name: nl.divert.start }).click()
  await page
    .getByRole('status')
    .getByText(sentence(nl.divert.started(from, to, '').split(',')[0]!))
    .waitFor()
}
