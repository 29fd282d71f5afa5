import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '../../contract/language.ts'
import { enlarge, play, type Scene, scenes, serveScene } from '../../kiosk/scenes.test-support.ts'
import { buildPage } from '../../ui/gallery/serve-built.ts'
import { openBrowser } from '../setup/browser.ts'
import { boardWith, serveBoard } from './boards.ts'
import { axeIn, look } from './look.ts'
import { viewports } from './stage.ts'

// Every state of the two screens that stand in the hall: also those that a demonstration is seldom in. They are told what to show.
const built = (screen: string) => buildPage(fileURLToPath(new URL(`../../${screen}`, import.meta.url)))
/** 20 mm on a 21.5-inch screen of 1080 by 1920: 0.248 mm a pixel. */
const fingerPx = 80

let browser: Browser
let kiosk: Awaited<ReturnType<typeof built>>
let display: Awaited<ReturnType<typeof built>>

beforeAll(async () => {
  kiosk = await built('kiosk')
  display = await built('display')
  browser = await openBrowser()
})
afterAll(() => browser?.close())

type Size = { width: number; height: number }

async function onPage<T>(size: Size, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: size, hasTouch: true, reducedMotion: 'reduce' })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  const result = await act(page)
  await context.close()
  expect(faults).toEqual([])
  return result
}

/** A small tablet; what a finger needs there is smaller in pixels. */
const tablet: [Size, fingerPx: number] = [{ width: 800, height: 1280 }, 59]
/** The longest words are German. */
const moreFrames = (language: Language): [Size, fingerPx: number][] =>
  language === 'de'
    ? [
        [{ width: 768, height: 1366 }, 56],
        [viewports.display, fingerPx - 1],
      ]
    : []

const hiddenPx = (page: Page) => page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)

/** A scene as it stands in both frames, with letters of one size. What is longer than the screen has buttons that show the rest, and room to be read in. */
async function atSize(page: Page, scene: Scene, language: Language, letters: string): Promise<string[]> {
  const found: string[] = []
  for (const [size, leastPx] of [[viewports.kiosk, fingerPx], tablet] as const) {
    await page.setViewportSize(size)
    const state = `${scene.name}, ${letters} letters at ${size.width} by ${size.height}`
    const axe = letters === 'normal' && size === viewports.kiosk && axeIn(language)
    found.push(...(await look(page, { language, state, axe, leastPx, wholeWords: true })))
    const hidden = await hiddenPx(page)
    if (hidden <= 8) continue
    if (letters === 'normal') found.push(`${language} ${state}: does not fit by ${hidden} px`)
    else found.push(...(await endsOf(page)).map((fault) => `${language} ${state}: ${fault}`))
  }
  await page.setViewportSize(viewports.kiosk)
  return found
}

/** Goes down by the buttons until there is no more, and says what was not seen on the way. */
async function endsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const main = document.querySelector('main')!
    const drawn = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
    /** It glides, and the buttons follow: until nothing has moved for a while. */
    const still = async () => {
      for (let n = 0, same = 0, last = -1; n < 120 && same < 4; n++, same = main.scrollTop === last ? same + 1 : 0) {
        last = main.scrollTop
        await drawn()
      }
    }
    const found = main.clientHeight < 0.5 * innerHeight ? [`leaves ${main.clientHeight} px to be read in`] : []
    // Looked up anew each time: what no longer fits for a moment takes them away and brings others.
    const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('.more button')]
    for (let n = 0; n < 100 && buttons().length < 2; n++) await drawn()
    await still()
    for (let n = 0; n < 12 && buttons()[1]?.disabled === false; n++) {
      buttons()[1]?.click()
      await still()
    }
    const left = main.scrollHeight - main.clientHeight - main.scrollTop
    if (left > 8) found.push(buttons().length < 2 ? `has no buttons for its last ${left} px` : `its last ${left} px cannot be reached`)
    main.scrollTop = 0
    return found
  })
}

/** One scene of the kiosk: as it is, seen whole without moving it; in other frames; and with larger letters. */
async function throughScene(
  page: Page,
  served: Awaited<ReturnType<typeof serveScene>>,
  scene: Scene,
  language: Language,
): Promise<string[]> {
  await play(page, served, scene, { language })
  const found = await atSize(page, scene, language, 'normal')
  for (const [size, leastPx] of moreFrames(language)) {
    await page.setViewportSize(size)
    found.push(...(await look(page, { language, state: `${scene.name} at ${size.width} by ${size.height}`, axe: false, leastPx })))
    await page.setViewportSize(viewports.kiosk)
  }
  for (const letters of ['larger', 'largest']) {
    await enlarge(page, scene, language)
    found.push(...(await atSize(page, scene, language, letters)))
  }
  return found
}

/** Plays every scene of the kiosk in one language. */
async function throughScenes(language: Language) {
  const served = await serveScene(kiosk)
  try {
    return await onPage(viewports.kiosk, async (page) => {
      const found: string[] = []
      for (const scene of scenes) found.push(...(await throughScene(page, served, scene, language)))
      return found
    })
  } finally {
    served.close()
  }
}

/** Two languages side by side: more would wait for each other. */
async function inAll(walk: (language: Language) => Promise<string[]>): Promise<string[]> {
  const waiting = [...languages]
  const found: string[] = []
  const one = async () => {
    for (let language = waiting.shift(); language; language = waiting.shift()) found.push(...(await walk(language)))
  }
  await Promise.all([one(), one()])
  return found
}

test('every page of the kiosk is seen whole, is accessible, fits every finger and holds larger letters up to twice the size, in every language', {
  timeout: 600_000,
}, async () => {
  expect(await inAll(throughScenes)).toEqual([])
})

const frames = {
  lying: viewports.display,
  '4K': { width: 3840, height: 2160 },
  standing: viewports.kiosk,
  small: { width: 1280, height: 720 },
}
const calls = ['A 042 3', 'C 117 7', 'A 041 1', 'R 006 5', 'A 040 12', 'C 116 2']
const boards = {
  called: calls,
  'widest numbers': ['W 1000 12', 'N2 014 10', ...calls],
  'one called': calls.slice(0, 1),
  'nobody called': [],
}

async function inFrames(page: Page, language: Language, state: string): Promise<string[]> {
  const found: string[] = []
  for (const [frame, size] of Object.entries(frames)) {
    await page.setViewportSize(size)
    found.push(...(await look(page, { language, state: `${state}, ${frame}`, axe: frame === 'lying' && axeIn(language) })))
  }
  return found
}

/** The display with each board at each size; with this language first in its hall. */
async function throughBoards(language: Language): Promise<string[]> {
  const served = await serveBoard(display)
  const spoken = [language, ...languages.filter((other) => other !== language)]
  try {
    return await onPage(frames.lying, async (page) => {
      await page.clock.install()
      const found: string[] = []
      for (const [name, called] of Object.entries(boards)) {
        served.tell(boardWith(spoken, called))
        await page.goto(served.url)
        await page.locator('.hall main').waitFor()
        found.push(...(await inFrames(page, language, name)))
        await page.clock.fastForward(21_000)
        await page.locator('.cut').waitFor()
        found.push(...(await inFrames(page, language, `${name}, cut off`)))
      }
      return found
    })
  } finally {
    served.stop()
  }
}

test('the display holds all languages of its hall, called or not, connected or cut off, whichever comes first', async () => {
  expect(await inAll(throughBoards)).toEqual([])
})

test('a display that has never been told anything says so in the first language', async () => {
  const served = await serveBoard(display)
  const found = await onPage(frames.lying, async (page) => {
    await page.goto(served.url)
    await page.locator('main.still p').waitFor()
    return look(page, { language: 'nl', state: 'connecting' })
  })
  served.stop()
  expect(found).toEqual([])
})

const planted: Record<string, [html: string, fault: RegExp]> = {
  'a word that an ellipsis ends': [
    '<h1 style="inline-size:4em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">Anmeldung</h1>',
    /hides a part/,
  ],
  'a button too narrow for its word': ['<button style="inline-size:3em;white-space:nowrap">Zurückstellen</button>', /runs out of itself/],
  'a word wider than the page': ['<p style="font-size:9rem">Geschwindigkeitsbegrenzung</p>', /the page is \d+ wide/],
  'a line cut off in its height': ['<div style="block-size:1.2em;overflow:hidden">een<br>twee</div>', /cut off/],
  'a text over another': [
    '<p style="margin:0">onder</p><p style="margin:0;position:relative;inset-block-start:-1em">boven</p>',
    /lies over/,
  ],
  'words below a screen that does not scroll': [
    '<style>html{overflow:hidden}</style><p style="margin-block-start:200vh">weg</p>',
    /below the screen/,
  ],
  'a button too small for a finger': ['<button>ok</button>', /too small to press/],
  'a word parted between two lines': ['<p style="inline-size:3em;overflow-wrap:anywhere">Geschwindigkeit</p>', /breaks a word/],
  'a box whose name is hidden': ['<div class="card"><h2 style="display:none">Hier</h2><p>10 minuten</p></div>', /does not show what it is/],
  'a picture without words': ['<img src="data:," width="90" height="90">', /image-alt/],
  'the wrong language': ['<script>document.documentElement.lang = "fr"</script>', /written ltr in fr/],
}

test.each(Object.entries(planted))('looking finds %s', async (_, [html, fault]) => {
  const frame = (body: string) => `<!doctype html><html lang="nl"><title>t</title><main><h1>t</h1>${body}</main></html>`
  await onPage({ width: 390, height: 844 }, async (page) => {
    const seen = (leastPx: number) => look(page, { language: 'nl', state: 'planted', leastPx, wholeWords: true })
    await page.setContent(frame('<p>Alles past.</p>'))
    expect(await seen(44)).toEqual([])
    await page.setContent(frame(html))
    expect((await seen(44)).join('\n')).toMatch(fault)
  })
})
