import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../setup/browser.ts'
import { startDemonstration } from '../setup/demonstration.ts'
import { keepPicture, picturesMax } from './picture.ts'
import { type Place, type Scene, scenes } from './scenes.ts'

// `npm run pictures [-- [--small] [FOLDER [NAME …]]]`: every screen, or those named, as the running demonstration shows it; into docs/pictures where no folder is named.
const words = process.argv.slice(2).filter((word) => word !== '--small')
const [folder = join(fileURLToPath(new URL('../..', import.meta.url)), 'docs', 'pictures'), ...names] = words
const network = process.argv.includes('--small') ? 'small' : 'national'
const password = 'beurt-demonstration'
/** What is simulated needs a while before a hall looks like one. */
const settledMs = 20_000
const patienceMs = 60_000

async function take(browser: Browser, place: Place, { name, size, language, show }: Scene): Promise<number> {
  const [width, height] = size
  const context = await browser.newContext({ viewport: { width, height }, locale: language, reducedMotion: 'reduce' })
  try {
    context.setDefaultTimeout(patienceMs)
    await context.addInitScript((spoken) => localStorage.setItem('beurt.language', spoken), language)
    const page = await context.newPage()
    await show(page, place)
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(1500)
    const bytes = await keepPicture(page, folder, name)
    console.log(`${name.padEnd(14)} ${width} × ${height}  ${Math.round(bytes / 1000)} kB`)
    return bytes
  } finally {
    await context.close()
  }
}

const demonstration = await startDemonstration({ network, patienceMs: 600_000 })
const browser = await openBrowser()
const place: Place = {
  demonstration,
  async signIn(page, subject) {
    await page.context().request.post(`${demonstration.site}/api/sign-ins`, { data: { subject, password } })
  },
}
let all = 0
try {
  await new Promise((settled) => setTimeout(settled, settledMs))
  for (const scene of scenes.filter(({ name }) => names.length === 0 || names.includes(name)))
    all += await take(browser, place, scene).catch((error: Error) => {
      console.error(`${scene.name}: ${error.message}`)
      process.exitCode = 1
      return 0
    })
  console.log(`${Math.round(all / 1000)} kB in ${folder}`)
  if (all > picturesMax) throw new Error(`together they may be ${picturesMax / 1000} kB`)
} finally {
  await browser.close()
  await demonstration.stop()
}
