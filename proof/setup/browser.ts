import chromium from '@sparticuz/chromium'
import { type Browser, chromium as launcher } from 'playwright-core'

/** A real Chromium out of its npm package: nothing need be installed. Its own suggested flags are left out: one of them ends it with the first closed page. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', ...more],
  })
}
