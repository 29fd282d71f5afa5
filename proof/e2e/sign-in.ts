import type { Locator, Page } from 'playwright-core'
import { password, until } from './stage.ts'

type Words = { subject: string; password: string; ready: string }

/** Signs in on a screen of the staff and waits for what comes after. On a busy machine the answer may come too late for the screen; one then presses again. */
export async function signInAs(page: Page, subject: string, words: Words, after: Locator): Promise<void> {
  await page.getByLabel(words.subject, { exact: true }).fill(subject)
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await until(async () => {
    const ready = page.getByRole('button', { name: words.ready, exact: true })
    if (await ready.isVisible()) await ready.click()
    await after.waitFor({ timeout: 8000 })
  }, 40_000)
}
