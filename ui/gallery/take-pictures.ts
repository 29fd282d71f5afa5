import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildPage, openBrowser, serveFiles } from './serve-built.ts'

/** The gallery as a phone, a tablet, a kiosk and a television show it, and a phone with text twice as large. */
const shots = [
  { name: 'phone', width: 390, height: 844, query: 'language=nl' },
  { name: 'phone-ar', width: 390, height: 844, query: 'language=ar' },
  { name: 'phone-200', width: 390, height: 844, query: 'language=nl&root=200%25' },
  { name: 'tablet-en', width: 820, height: 1180, query: 'language=en' },
  { name: 'kiosk', width: 1080, height: 1920, query: 'language=nl&root=27px' },
  { name: 'kiosk-ar', width: 1080, height: 1920, query: 'language=ar&root=27px' },
  { name: 'tv-night', width: 1920, height: 1080, query: 'language=nl&root=24px&night' },
]

const root = new URL('.', import.meta.url).pathname
const folder = process.argv[2] ?? join(root, '../../dist/gallery')
mkdirSync(folder, { recursive: true })
const server = await serveFiles(await buildPage(root))
const browser = await openBrowser()
for (const { name, width, height, query } of shots) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.goto(`${server.address}?${query}`)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.close()
}
await browser.close()
server.close()
