import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** No picture of the README is larger, in bytes. */
export const pictureMax = 150_000
/** Nor are all of them together. */
export const picturesMax = 1_500_000

const qualities = [82, 70, 55, 40, 25]

/** Keeps what the page shows as WebP, in the best quality that is small enough. Answers its size in bytes. */
export async function keepPicture(page: Page, folder: string, name: string): Promise<number> {
  const screen = await page.context().newCDPSession(page)
  try {
    for (const quality of qualities) {
      const { data } = await screen.send('Page.captureScreenshot', { format: 'webp', quality })
      const bytes = Buffer.from(data, 'base64')
      if (bytes.length > pictureMax && quality !== qualities.at(-1)) continue
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, `${name}.webp`), bytes)
      return bytes.length
    }
  } finally {
    await screen.detach()
  }
  throw new Error('there is no quality to try')
}
