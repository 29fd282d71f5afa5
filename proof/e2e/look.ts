import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { directionOf, type Language } from '../../contract/language.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Looked = { language: Language; state: string; twice?: boolean; axe?: boolean; leastPx?: number; wholeWords?: boolean }

/** The same parts stand on a page in every language: what axe looks at is looked at once in each direction of writing. */
export const axeIn = (language: Language): boolean => language === 'nl' || language === 'ar'

/**
 * Looks at a page as it stands: what does not fit, what axe finds, which way it is written; with `twice` also with its text twice as large; with
 * `leastPx` also what is smaller than a finger needs; with `wholeWords` also what a line breaks in the midst of a word, or leaves without any words.
 */
export async function look(
  page: Page,
  { language, state, twice = false, axe = true, leastPx = 0, wholeWords = false }: Looked,
): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const written = await page.evaluate(() => ({ dir: document.documentElement.dir || 'ltr', lang: document.documentElement.lang }))
  const found = written.dir === directionOf(language) && written.lang === language ? [] : [`is written ${written.dir} in ${written.lang}`]
  found.push(...(await misfits(page)), ...(await smaller(page, leastPx)))
  if (wholeWords) found.push(...(await broken(page)))
  if (axe) found.push(...(await violations(page)))
  if (twice) found.push(...(await misfitsTwice(page)).map((misfit) => `twice as large: ${misfit}`))
  return found.map((one) => `${language} ${state}: ${one}`)
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    type Found = { violations: { id: string; impact: string; nodes: { html: string }[] }[] }
    const { axe } = globalThis as unknown as { axe: { run: (what: Document, how: object) => Promise<Found> } }
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // Contrast is worked out from the tokens, for every pair there is.
    const found = await axe.run(document, { runOnly, rules: { 'color-contrast': { enabled: false } } })
    return found.violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}

async function misfitsTwice(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const root = document.documentElement
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`
  })
  await page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))))
  const found = await misfits(page)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  return found
}

/** What can be pressed and is smaller than so many pixels. */
const smaller = (page: Page, leastPx: number): Promise<string[]> =>
  page.evaluate((least) => {
    const boxes = [...document.querySelectorAll('button, a.button, input, select')].map((part) => ({
      part,
      box: part.getBoundingClientRect(),
    }))
    return boxes
      .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < least)
      .map(({ part, box }) => `too small to press: ${part.textContent?.trim()} is ${Math.round(box.width)} by ${Math.round(box.height)}`)
  }, leastPx)

/** Words that stand on two lines though nothing in them says where they may be parted; and what stands there as a box, or says its part to a reader, without a word in it that is seen. */
const broken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (part: Element) => part.checkVisibility({ visibilityProperty: true }) && !part.closest('.unseen, svg, script, style')
    const walker = document.createTreeWalker(document.querySelector('dialog[open]') ?? document.body, NodeFilter.SHOW_TEXT)
    const parted: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement || !seen(node.parentElement)) continue
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{M}]{2,}/gu)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top)
        if (Math.max(...tops) - Math.min(...tops) > 4) parted.push(`breaks a word: ${word}`)
      }
    }
    const named = [...document.querySelectorAll('[aria-labelledby], .card')].flatMap((part) => {
      const heading = part.querySelector('h2, h3')
      return heading && seen(part) && !heading.checkVisibility({ visibilityProperty: true })
        ? [`does not show what it is: ${part.textContent?.trim().slice(0, 50)}`]
        : []
    })
    return [...parted, ...named]
  })

/** What does not fit where it stands, or is not seen whole. */
export const misfits = async (page: Page): Promise<string[]> => [...(await misplaced(page)), ...(await lost(page))]

/** What hides a part of itself, and what lies below a screen that does not scroll. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const mayBeCut = '.unseen, svg, .earlier ol, .serves'
    const name = (part: Element) => `<${part.localName}> ${part.textContent?.trim().slice(0, 50)}`
    const parts = [...document.querySelectorAll('body *')].filter(
      (part) => !part.closest(`noscript, script, style, input, ${mayBeCut}`) && part.checkVisibility({ visibilityProperty: true }),
    )
    const hides = ({ overflowX, textOverflow }: CSSStyleDeclaration) => /hidden|clip/.test(overflowX) || textOverflow === 'ellipsis'
    const hiding = parts.filter((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && hides(getComputedStyle(part)))
    const still = [document.documentElement, document.body].some((part) => /hidden|clip/.test(getComputedStyle(part).overflowY))
    const scrolls = (part: Element | null): boolean =>
      !!part && part !== document.body && (/auto|scroll/.test(getComputedStyle(part).overflowY) || scrolls(part.parentElement))
    const below = parts.filter((part) => {
      const says = [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      return still && says && part.getBoundingClientRect().bottom > innerHeight + 1 && !scrolls(part)
    })
    return [...hiding.map((part) => `hides a part of itself: ${name(part)}`), ...below.map((part) => `below the screen: ${name(part)}`)]
  })

/** What is wider than the page, cut off by what it stands in, or printed over something else. */
const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // Only as many earlier calls are shown as fit; and the services of a counter are on the page before it, too.
    const mayBeCut = '.unseen, svg, .earlier ol, .serves'
    const root = document.documentElement
    const dialog = document.querySelector('dialog[open]')
    const name = (part: Element) =>
      `<${part.localName} class="${part.getAttribute('class') ?? ''}"> ${part.textContent?.trim().slice(0, 50)}`
    const parts = [...(dialog ?? document.body).querySelectorAll('*')].filter(
      (part) => !part.closest('.unseen, svg, noscript, script, style') && part.checkVisibility({ visibilityProperty: true }),
    )
    const scrolls = (part: Element, side: 'overflowX' | 'overflowY') => /auto|scroll/.test(getComputedStyle(part)[side])
    const inStrip = (part: Element): boolean =>
      !!part.parentElement && (scrolls(part.parentElement, 'overflowX') || inStrip(part.parentElement))
    const wide = root.scrollWidth > root.clientWidth + 1 ? [`the page is ${root.scrollWidth} wide, not ${root.clientWidth}`] : []
    const outside = parts
      .filter((part) => {
        const box = part.getBoundingClientRect()
        return box.width > 0 && (box.left < -1 || box.right > root.clientWidth + 1) && !inStrip(part)
      })
      .map((part) => `outside: ${name(part)}`)
    const tight = parts
      .filter((part) => part.matches('button, a.button, .tag') && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
      .map((part) => `runs out of itself: ${name(part)}`)

    /** What the rooms around it leave of a box: of rooms that scroll, and of rooms that cut off. */
    const left = (box: DOMRect, from: Element, rooms: (style: CSSStyleDeclaration) => boolean): DOMRect => {
      let [x, y, right, bottom] = [box.left, box.top, box.right, box.bottom]
      for (let room: Element | null = from; room && room !== root; room = room.parentElement) {
        if (!rooms(getComputedStyle(room))) continue
        const wall = room.getBoundingClientRect()
        ;[x, y] = [Math.max(x, wall.left), Math.max(y, wall.top)]
        ;[right, bottom] = [Math.min(right, wall.right), Math.min(bottom, wall.bottom)]
      }
      return new DOMRect(x, y, Math.max(0, right - x), Math.max(0, bottom - y))
    }
    const scrolling = ({ overflowX, overflowY }: CSSStyleDeclaration) => /auto|scroll/.test(overflowX + overflowY)
    const cutting = ({ overflowX, overflowY }: CSSStyleDeclaration) => /hidden|clip/.test(overflowX + overflowY)
    // A box of letters is twice as high as the letters are.
    const lettersOf = (box: DOMRect) => new DOMRect(box.left, box.top + box.height / 4, box.width, box.height / 2)
    const texts = parts
      .flatMap((part) =>
        [...part.childNodes].flatMap((node) => {
          if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return []
          const range = document.createRange()
          range.selectNodeContents(node)
          return [...range.getClientRects()].map((box) => {
            const letters = left(lettersOf(box), part, scrolling)
            return { part, box: letters, shown: left(letters, part, cutting) }
          })
        }),
      )
      .filter(({ box }) => box.width > 1 && box.height > 1)
    const cut = texts
      .filter(({ part, box, shown }) => !part.closest(mayBeCut) && (shown.width < box.width - 2 || shown.height < box.height - 1))
      .map(({ part }) => `cut off: ${name(part)}`)
    const over: string[] = []
    texts.forEach((one, n) => {
      for (const other of texts.slice(n + 1)) {
        if (one.part === other.part) continue
        const across = Math.min(one.shown.right, other.shown.right) - Math.max(one.shown.left, other.shown.left)
        const down = Math.min(one.shown.bottom, other.shown.bottom) - Math.max(one.shown.top, other.shown.top)
        if (across > 2 && down > 1) over.push(`${name(one.part)} lies over ${name(other.part)}`)
      }
    })
    return [...new Set([...wide, ...outside, ...cut, ...tight, ...over])].slice(0, 12)
  })
