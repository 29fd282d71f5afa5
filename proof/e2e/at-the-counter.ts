import type { Page } from 'playwright-core'
import { nl as t } from '../../counter/texts/nl.ts'
import { signInAs } from './sign-in.ts'
import { counterId, labelled, plain, type Stage, until } from './stage.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })

/** A clerk signs in, goes to the free counter and opens it. */
export async function openCounter(stage: Stage, subject = 'clerk', counter = counterId): Promise<Page> {
  const page = await stage.page('counter', `${stage.demonstration.site}/counter/`)
  const ours = button(page, new RegExp(`^${t.counter(counter)} `))
  await signInAs(page, subject, t.signIn, ours)
  await ours.click()
  await button(page, t.acts.open).click()
  await button(page, new RegExp(`^${t.acts.callNext}`)).waitFor()
  return page
}

/** Calls exactly this number, whoever else waits. */
export async function callThis(page: Page, label: string): Promise<void> {
  await button(page, labelled(t.line.choose(label))).click()
  await button(page, t.ticket.callNow).click()
  await until(async () => {
    const here = plain(await page.locator('.who .number').textContent())
    if (here !== plain(label)) throw new Error(`${here} is at the counter, not ${label}`)
  })
}

/** The visitor has come to the counter. */
export async function begin(page: Page): Promise<void> {
  await button(page, new RegExp(`^${t.acts.start}`)).click()
  await page.getByText(t.here.now).waitFor()
}

/** Done with who is here; nobody is called. */
export async function finish(page: Page): Promise<void> {
  await button(page, t.acts.finish).click()
  await page.getByText(t.here.nobody).waitFor()
}
