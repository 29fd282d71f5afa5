import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPage, openBrowser } from '../ui/gallery/serve-built.ts'
import { play, type Scene, scenes, serveScene } from './scenes.test-support.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
let browser: Browser
let scene: Awaited<ReturnType<typeof serveScene>>

beforeAll(async () => {
  scene = await serveScene(await buildPage(new URL('.', import.meta.url).pathname))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  scene?.close()
})

async function onPage<T>(size: { width: number; height: number }, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: size, hasTouch: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  const result = await act(page)
  await context.close()
  expect(faults).toEqual([])
  return result
}

type Axe = { run(given: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

async function axeFaults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath })
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: Axe }).axe
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run({ runOnly, rules: { 'color-contrast-enhanced': { enabled: true } } })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

/** What runs out of the screen sideways, is cut off within itself, or is too small for a finger. */
const layoutFaults = (page: Page, leastPx: number): Promise<string[]> =>
  page.evaluate((least) => {
    const faults: string[] = []
    const seen = (one: Element) => one.getClientRects().length > 0 && !one.classList.contains('unseen')
    for (const one of document.querySelectorAll('body *')) {
      if (!seen(one) || one.closest('svg, .unseen')) continue
      const box = one.getBoundingClientRect()
      if (box.left < -1 || box.right > innerWidth + 1)
        faults.push(`${one.className || one.tagName} runs out: ${one.textContent?.slice(0, 40)}`)
      if (one.tagName === 'BUTTON' && one.scrollWidth > one.clientWidth + 1) faults.push(`cut off: ${one.textContent}`)
      if (one.tagName === 'BUTTON' && Math.min(box.width, box.height) < least)
        faults.push(`too small: ${one.textContent} ${Math.round(box.width)} × ${Math.round(box.height)}`)
    }
    return faults
  }, leastPx)

const kiosk = { width: 1080, height: 1920 }
// 20 mm on a 21.5-inch screen of 1080 by 1920: 0.248 mm a pixel.
const leastPx = 80

/** Plays scenes one after another on one page and gathers what is wrong with each. */
async function faultsOf(
  played: readonly Scene[],
  size: typeof kiosk,
  given: { language: string; size?: number; least?: number; axe?: boolean },
) {
  const { language, least = leastPx } = given
  return onPage(size, async (page) => {
    const found: Record<string, string[]> = {}
    for (const one of played) {
      scene.set(one)
      await play(page, scene.url, one, given)
      const faults = [...(await layoutFaults(page, least)), ...(given.axe ? await axeFaults(page) : [])]
      const rest = await page.evaluate(() => document.querySelector('main')!.scrollHeight - document.querySelector('main')!.clientHeight)
      if (given.axe && rest > 8) faults.push(`does not fit by ${rest} px`)
      if (faults.length > 0) found[`${language} ${one.name}`] = faults
    }
    return found
  })
}

test.each(['nl', 'ar'])('in %s every page is accessible, is seen whole without moving it, and fits every finger', async (language) => {
  expect(await faultsOf(scenes, kiosk, { language, axe: true })).toEqual({})
})

test('in English every page stays within the screen', async () => {
  expect(await faultsOf(scenes, kiosk, { language: 'en' })).toEqual({})
})

test.each(['nl', 'ar'])('in %s every page with letters twice as large is still whole', async (language) => {
  expect(await faultsOf(scenes, kiosk, { language, size: 2 })).toEqual({})
})

test('every page stands in a smaller frame, and in a lying one', async () => {
  expect(await faultsOf(scenes, { width: 768, height: 1366 }, { language: 'nl', least: 56 })).toEqual({})
  expect(await faultsOf(scenes, { width: 1920, height: 1080 }, { language: 'nl', least: leastPx - 1 })).toEqual({})
})
