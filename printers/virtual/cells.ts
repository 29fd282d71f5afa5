import { type Bitmap, blank, ink } from '../bitmap.ts'
import { advance, draw, textElement } from '../drawing.ts'
import type { Fonts } from '../fonts.ts'

const cells = new Map<string, Bitmap>()

/** A letter as this printer's own font shows it: fitted into a cell of `width` by `height` dots, every letter as wide as the next. */
export function letterCell(letter: string, width: number, height: number, bold: boolean, fonts: Fonts): Bitmap {
  const key = `${width}x${height}${bold ? 'b' : ''}${letter}`
  const known = cells.get(key)
  if (known) return known
  const code = letter.codePointAt(0) ?? 0
  const cell = code >= 0x2500 && code < 0x2580 ? ruleCell(letter, width, height) : drawnCell(letter, width, height, bold, fonts)
  cells.set(key, cell)
  return cell
}

// Heights above the baseline, in em, where slim letters get a bar to the left; with a foot they fill their cell as printer letters do.
const bars: Record<string, { at: number; foot: boolean }> = {
  i: { at: 0.536, foot: true },
  l: { at: 0.76, foot: true },
  j: { at: 0.536, foot: false },
}

function drawnCell(letter: string, width: number, height: number, bold: boolean, fonts: Fonts): Bitmap {
  if (letter.trim() === '') return blank(width, height)
  const faces = bold ? fonts.boldText : fonts.text
  const face = faces.find((one) => one.characters.has(letter.codePointAt(0) ?? 0)) ?? faces[0]!
  const size = height * 0.84
  const natural = advance(letter, size, face)
  const fit = Math.min(1.15, (width * 0.99) / natural)
  const baseline = height * 0.79
  const left = (width - natural * fit) / 2
  const stroke = bold ? 0 : size * 0.02
  const drawn = `<g transform="translate(${left} ${baseline}) scale(${fit} 1)">${textElement(letter, 0, 0, size, face)}</g>`
  return draw(`<g stroke="#000" stroke-width="${stroke}">${drawn}${barsOf(letter, width, size, baseline, bold)}</g>`, width, height, face)
}

function barsOf(letter: string, width: number, size: number, baseline: number, bold: boolean): string {
  const bar = bars[letter]
  if (!bar) return ''
  const thick = size * (bold ? 0.11 : 0.075)
  const flag = `<rect x="${width * 0.2}" y="${baseline - bar.at * size}" width="${width * 0.32}" height="${thick}"/>`
  return bar.foot ? `${flag}<rect x="${width * 0.14}" y="${baseline - thick}" width="${width * 0.74}" height="${thick}"/>` : flag
}

// Frames and rules of the old pages, which the text faces lack: light strokes from the middle to the edges.
function ruleCell(letter: string, width: number, height: number): Bitmap {
  const cell = blank(width, height)
  const [middle, centre] = [height >> 1, width >> 1]
  const level = !'│║'.includes(letter)
  const upright = !'─═'.includes(letter)
  for (let x = 0; level && x < width; x++) for (const y of [middle, middle + 1]) ink(cell, x, y)
  for (let y = 0; upright && y < height; y++) for (const x of [centre, centre + 1]) ink(cell, x, y)
  return cell
}
