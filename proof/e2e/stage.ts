import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { vi } from 'vitest'
import { openBrowser } from '../setup/browser.ts'
import { type Demonstration, startDemonstration } from '../setup/demonstration.ts'

export const mainPoint = 'aalter'
export const password = 'beurt-demonstration'
export const counterId = 3
const patienceMs = 30_000

/** Every kind of screen at the size it is used at. */
export const viewports = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  kiosk: { width: 1080, height: 1920 },
  counter: { width: 1440, height: 900 },
  display: { width: 1920, height: 1080 },
} as const

/** A running demonstration and one browser before it; `faults` gathers what no screen may do: fail in its script, break the page's policy, ask another host. */
export type Stage = {
  demonstration: Demonstration
  browser: Browser
  faults: string[]
  context(kind: keyof typeof viewports, more?: BrowserContextOptions): Promise<BrowserContext>
  page(kind: keyof typeof viewports, address: string, more?: BrowserContextOptions): Promise<Page>
  stop(): Promise<void>
}

/** Starts what `npm start` runs, and a browser that lets sound through as a display's does. With a name, all devices are let in and the browser finds this machine by it. */
export async function openStage(name?: string): Promise<Stage> {
  const flags = ['--autoplay-policy=no-user-gesture-required', ...(name ? [`--host-resolver-rules=MAP ${name} 127.0.0.1`] : [])]
  const opened = await Promise.allSettled([startDemonstration(name ? { host: '0.0.0.0' } : {}), openBrowser(flags)])
  const [demonstration, browser] = opened
  if (demonstration.status === 'rejected' || browser.status === 'rejected') {
    if (demonstration.status === 'fulfilled') await demonstration.value.stop()
    if (browser.status === 'fulfilled') await browser.value.close()
    throw opened.find((one) => one.status === 'rejected')?.reason
  }
  return stageOf(demonstration.value, browser.value, ['localhost', '127.0.0.1', ...(name ? [name] : [])])
}

function stageOf(demonstration: Demonstration, browser: Browser, names: readonly string[]): Stage {
  const faults: string[] = []
  const context: Stage['context'] = async (kind, more) => {
    const made = await browser.newContext({ viewport: viewports[kind], locale: 'nl-NL', ...more })
    made.setDefaultTimeout(patienceMs)
    made.on('request', (request) => {
      if (!isOwn(request.url(), names)) faults.push(`asks ${request.url()}`)
    })
    made.on('page', (page) => watchPage(page, faults))
    return made
  }
  return {
    demonstration,
    browser,
    faults,
    context,
    async page(kind, address, more) {
      const page = await (await context(kind, more)).newPage()
      await page.goto(address)
      return page
    },
    async stop() {
      await browser.close()
      await demonstration.stop()
    },
  }
}

const isOwn = (address: string, names: readonly string[]): boolean =>
  /^(data|blob|about):/.test(address) || names.includes(new URL(address).hostname)

function watchPage(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error}`))
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
  })
}

/** Asks again and again until it holds; what it gives then. */
export const until = <T>(holds: () => T | Promise<T>, timeout = patienceMs): Promise<T> => vi.waitFor(holds, { timeout, interval: 100 })

/** A label as one reads it, whatever kind of space stands in it. */
export const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim()

/** Finds a label in a text, whatever kind of space stands in it. */
export const labelled = (label: string): RegExp => new RegExp(plain(label).replaceAll(' ', '\\s'))

/** Finds a sentence, whether or not the names in it are kept apart by signs that nobody sees. */
export const sentence = (text: string): RegExp => {
  const unseen = /[\u2066-\u2069]/g
  const signs = [...text.replaceAll(unseen, '')].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&'))
  return new RegExp(signs.join(`${unseen.source}?`))
}
