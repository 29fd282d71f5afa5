import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import solid from 'vite-plugin-solid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../../contract/language.ts'
import { buildPage, openBrowser, serveFiles } from './serve-built.ts'

const here = new URL('.', import.meta.url).pathname
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const sizes = [
  { size: 'narrow phone', width: 320, height: 640, root: '100%' },
  { size: 'phone with text twice as large', width: 390, height: 844, root: '200%' },
  { size: 'kiosk', width: 1080, height: 1920, root: '27px' },
]
const cases = languages.flatMap((language) => sizes.map((size) => ({ language, ...size })))

let files: Awaited<ReturnType<typeof buildPage>>
let server: Awaited<ReturnType<typeof serveFiles>>
let browser: Browser

beforeAll(async () => {
  files = await buildPage(here)
  server = await serveFiles(files)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function open(query: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.goto(`${server.address}?${query}`)
  await page.evaluate(() => document.fonts.ready)
  return page
}

test.each(cases)('in $language on a $size nothing is cut off or wider than the page', async ({ language, width, height, root }) => {
  const page = await open(`language=${language}&root=${encodeURIComponent(root)}`, width, height)
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    const shown = [...document.body.querySelectorAll('*')].filter((part) => !part.closest('.unseen, svg'))
    const outside = (part: Element) => {
      const box = part.getBoundingClientRect()
      return box.width > 0 && (box.left < -1 || box.right > room + 1)
    }
    return shown
      .filter((part) => outside(part) || (part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 2))
      .map((part) => part.outerHTML.slice(0, 120))
  })
  expect(wide).toEqual([])
  await page.close()
})

test.each(languages)('axe finds nothing wrong in %s, by day and by night', async (language) => {
  for (const paint of ['', '&night']) {
    const page = await open(`language=${language}${paint}`, 820, 1180)
    await page.addScriptTag({ content: axe })
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: (what: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`)
    })
    expect(found).toEqual([])
    await page.close()
  }
})

test('everything that can be pressed is at least 44 pixels high and wide', async () => {
  const page = await open('language=nl', 390, 844)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a.button, input, textarea')]
      .map((part) => ({ box: part.getBoundingClientRect(), html: part.outerHTML.slice(0, 80) }))
      .filter(({ box }) => box.height > 0 && (box.height < 44 || box.width < 44))
      .map(({ html }) => html),
  )
  expect(small).toEqual([])
  await page.close()
})

test('the letters are our own, in every script, and no request leaves the house', async () => {
  const page = await browser.newPage()
  const elsewhere: string[] = []
  page.on(
    'request',
    (request) => void (request.url().startsWith(server.address) || request.url().startsWith('data:') || elsewhere.push(request.url())),
  )
  await page.goto(`${server.address}?language=ar`)
  await page.evaluate(() => document.fonts.ready)
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
  )
  expect(new Set(loaded)).toEqual(new Set(['Noto Sans Variable', 'Noto Sans Arabic Variable', 'Atkinson Hyperlegible Next Variable']))
  expect(elsewhere).toEqual([])
  expect([...files.keys()].filter((path) => path.endsWith('.woff2'))).toHaveLength(4)
  await page.close()
})

test('the browser dialog takes the focus, gives it back, and closes on Escape', async () => {
  const page = await open('language=nl', 820, 1180)
  const opener = page.getByRole('button', { name: 'Klaar', exact: true }).first()
  await opener.click()
  expect(await page.getByRole('dialog', { name: 'Weet u het zeker?' }).isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.close()
})

test('every part is also made on the server', async () => {
  const folder = mkdtempSync(join(here, '.server-'))
  try {
    await build({
      root: here,
      configFile: false,
      logLevel: 'error',
      plugins: [solid({ ssr: true })],
      build: { ssr: join(here, 'gallery-server.tsx'), outDir: folder, emptyOutDir: true },
    })
    const { page } = (await import(pathToFileURL(join(folder, 'gallery-server.js')).href)) as typeof import('./gallery-server.tsx')
    const html = page('ar')
    for (const word of ['هذا رقمك', 'A\u00a0042', '10:42', 'من 10 إلى 20 دقيقة', 'العربية', 'role="alert"', 'field-mail-error'])
      expect(html).toContain(word)
    expect(page('nl')).toContain('dinsdag 24 november')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
