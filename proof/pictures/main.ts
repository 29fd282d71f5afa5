import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../setup/browser.ts'
import { type Demonstration, startDemonstration } from '../setup/demonstration.ts'

// `npm run pictures [-- FOLDER]`: every screen of a running demonstration at the sizes it is used at, in Dutch and Arabic.
const folder = process.argv[2] ?? join('.data', 'pictures')
const languages = ['nl', 'ar'] as const
const shots = (d: Demonstration): { name: string; url: (language: string) => string; sizes: [number, number][]; account?: string }[] => [
  {
    name: 'front',
    url: (l) => `${d.site}/?language=${l}`,
    sizes: [
      [1280, 800],
      [390, 844],
    ],
  },
  {
    name: 'book',
    url: (l) => `${d.site}/book/aalter?language=${l}`,
    sizes: [
      [390, 844],
      [820, 1180],
      [1280, 800],
    ],
  },
  { name: 'kiosk', url: () => d.kiosk, sizes: [[1080, 1920]] },
  {
    name: 'display',
    url: () => `${d.site}/display/?point=aalter`,
    sizes: [
      [1920, 1080],
      [3840, 2160],
      [1080, 1920],
    ],
  },
  {
    name: 'counter',
    url: () => `${d.site}/counter/`,
    sizes: [
      [1440, 900],
      [390, 844],
    ],
    account: 'clerk',
  },
  {
    name: 'control-room',
    url: () => `${d.site}/control-room/`,
    sizes: [
      [1440, 900],
      [1920, 1080],
      [820, 1180],
    ],
    account: 'manager',
  },
  { name: 'paper', url: () => d.paper, sizes: [[900, 900]] },
  { name: 'mailbox', url: () => d.mailbox, sizes: [[900, 700]] },
]

async function take(browser: Browser, d: Demonstration): Promise<void> {
  for (const shot of shots(d))
    for (const language of languages)
      for (const [width, height] of shot.sizes) {
        const context = await browser.newContext({ viewport: { width, height }, locale: language })
        if (shot.account) {
          const body = { subject: shot.account, password: 'beurt-demonstration' }
          await context.request.post(`${d.site}/api/sign-ins`, { data: body })
        }
        const page = await context.newPage()
        await page.goto(shot.url(language))
        await page.waitForTimeout(2000)
        const file = join(folder, `${shot.name}-${language}-${width}x${height}.png`)
        await page.screenshot({ path: file })
        console.log(file)
        await context.close()
      }
}

mkdirSync(folder, { recursive: true })
const demonstration = await startDemonstration()
const browser = await openBrowser()
try {
  await take(browser, demonstration)
} finally {
  await browser.close()
  await demonstration.stop()
}
