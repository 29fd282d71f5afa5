import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright-core'
import { labelled, until } from './stage.ts'

const jsQr = createRequire(import.meta.url).resolve('jsqr')

/** A paper as the virtual printer describes it. */
export type DecodedPaper = { n: number; lines: string[]; qr: string[]; unknown: string[]; png: string }

/** The papers that have come out, the newest first. */
export const papersOf = async (printer: string): Promise<DecodedPaper[]> =>
  (await fetch(`${printer}/papers`)).json() as Promise<DecodedPaper[]>

/** Waits for the paper with this number on it. */
export const paperWith = (printer: string, label: string): Promise<DecodedPaper> =>
  until(async () => {
    const papers = await papersOf(printer)
    const found = papers.find(({ lines }) => lines.some((line) => labelled(label).test(line)))
    if (!found) throw new Error(`no paper says ${label}; the newest says ${papers[0]?.lines.join(' / ')}`)
    return found
  })

/** Something happens to the printer: `paper-out`, `mend`. */
export async function toPrinter(printer: string, condition: string): Promise<void> {
  const { ok, status } = await fetch(`${printer}/${condition}`, { method: 'POST' })
  if (!ok) throw new Error(`${condition}: ${status}`)
}

/** What a reader that is not ours makes of a picture: one that the printer serves, or what stands on a screen. */
export async function readQr(browser: Browser, picture: string | Locator): Promise<string | null> {
  const bytes = typeof picture === 'string' ? Buffer.from(await (await fetch(picture)).arrayBuffer()) : await picture.screenshot()
  const page = await browser.newPage()
  try {
    await page.addScriptTag({ path: jsQr })
    return await read(page, bytes.toString('base64'))
  } finally {
    await page.close()
  }
}

const read = (page: Page, picture: string): Promise<string | null> =>
  page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(image, 0, 0)
    const pixels = drawing?.getImageData(0, 0, image.width, image.height)
    const { jsQR } = globalThis as unknown as { jsQR: (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null }
    return pixels ? (jsQR(pixels.data, image.width, image.height)?.data ?? null) : null
  }, picture)
