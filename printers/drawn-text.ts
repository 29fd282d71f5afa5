import { visualPieces } from './bidi.ts'
import { type Bitmap, blank } from './bitmap.ts'
import { advance, draw, type Face, textElement } from './drawing.ts'

/** How a paragraph is drawn. `size` is the em in dots: 34 dots are 12 pt at 203 dots per inch. */
export type Drawn = { width: number; size: number; faces: Face[]; direction: 'ltr' | 'rtl'; align: 'left' | 'centre' | 'right' }

type Run = { text: string; face: Face; width: number }

const spaceEm = 0.26
const widths = new Map<string, number>()

/**
 * A paragraph as ink, wrapped at `width` dots. Each run of letters is drawn with the first face that has them, shaped and in
 * its own direction. A character that no face has comes out as an empty box, never as another character.
 */
export function drawParagraph(text: string, drawn: Drawn): Bitmap {
  const lines = wrap(text, drawn)
  const lineHeight = Math.round(drawn.size * 1.45)
  const bitmap = blank(drawn.width, lines.length * lineHeight)
  const elements = new Map<Face, string[]>()
  lines.forEach((line, index) => {
    const baseline = index * lineHeight + Math.round(drawn.size * 1.02)
    for (const { run, x } of place(line, drawn)) {
      const list = elements.get(run.face) ?? []
      list.push(textElement(run.text, x, baseline, drawn.size, run.face))
      elements.set(run.face, list)
    }
  })
  for (const [face, list] of elements) {
    const layer = draw(list.join(''), bitmap.width, bitmap.height, face)
    for (let at = 0; at < bitmap.bytes.length; at++) bitmap.bytes[at] = (bitmap.bytes[at] ?? 0) | (layer.bytes[at] ?? 0)
  }
  return bitmap
}

function place(line: string, drawn: Drawn): { run: Run; x: number }[] {
  const runs = visualPieces(line, drawn.direction).flatMap((piece) => {
    const inside = runsOf(piece.text, drawn)
    return piece.level % 2 === 1 ? inside.reverse() : inside
  })
  const free = drawn.width - runs.reduce((sum, run) => sum + run.width, 0)
  let x = drawn.align === 'left' ? 0 : drawn.align === 'right' ? free : free / 2
  const placed: { run: Run; x: number }[] = []
  for (const run of runs) {
    if (run.text.trim() !== '') placed.push({ run, x })
    x += run.width
  }
  return placed
}

function runsOf(text: string, { faces, size }: Drawn): Run[] {
  const cut: { text: string; face: Face }[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const last = cut.at(-1)
    const face = last?.face.characters.has(code) ? last.face : (faces.find((one) => one.characters.has(code)) ?? last?.face ?? faces[0]!)
    if (last && last.face === face) last.text += letter
    else cut.push({ text: letter, face })
  }
  return cut.map((run) => ({ ...run, width: widthOf(run.text, size, run.face) }))
}

function widthOf(text: string, size: number, face: Face): number {
  if (text.trim() === '') return text.length * spaceEm * size
  const key = `${face.weight}|${size}|${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size > 5000) widths.clear()
  const width = advance(text, size, face)
  widths.set(key, width)
  return width
}

function wordWidth(word: string, drawn: Drawn): number {
  return visualPieces(word, drawn.direction)
    .flatMap((piece) => runsOf(piece.text, drawn))
    .reduce((sum, run) => sum + run.width, 0)
}

function wrap(text: string, drawn: Drawn): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ').flatMap((one) => shorten(one, drawn))) {
    const width = wordWidth(word, drawn)
    const gap = line === '' ? 0 : spaceEm * drawn.size
    if (line !== '' && used + gap + width > drawn.width) {
      lines.push(line)
      line = word
      used = width
    } else {
      line += line === '' ? word : ` ${word}`
      used += gap + width
    }
  }
  return [...lines, line]
}

// A word wider than the paper is cut in parts that fit.
function shorten(word: string, drawn: Drawn): string[] {
  if (wordWidth(word, drawn) <= drawn.width) return [word]
  const letters = [...word]
  const half = Math.ceil(letters.length / 2)
  if (half === letters.length) return [word]
  return [letters.slice(0, half).join(''), letters.slice(half).join('')].flatMap((part) => shorten(part, drawn))
}
