import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { type Bitmap, blank, rowBytes } from './bitmap.ts'
import { charactersOf, unpackWoff } from './sfnt.ts'

/** One font file in memory, with the characters it can draw. */
export type Face = { family: string; weight: number; font: Uint8Array; characters: Set<number> }

const require = createRequire(import.meta.url)
let started: Promise<void> | undefined

/** Loads the drawing program once (some 40 ms); drawing before that throws. */
export function startDrawing(): Promise<void> {
  started ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))).catch((error: unknown) => {
    // The program refuses a second start in one process; then another copy of this module has started it.
    if (!String(error).includes('Already initialized')) throw error
  })
  return started
}

/** Reads one WOFF 1.0 file of a font package, e.g. `@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff`. */
export function readFace(file: string, family: string, weight: number): Face {
  const font = unpackWoff(readFileSync(require.resolve(file)))
  return { family, weight, font, characters: charactersOf(font) }
}

/** Draws SVG elements in black, with this one face, into a bitmap of so many dots; half covered dots are ink. */
export function draw(elements: string, width: number, height: number, face?: Face): Bitmap {
  const picture = open(elements, width, height, face)
  const image = picture.render()
  const pixels = image.pixels
  const bitmap = blank(width, height)
  const stride = rowBytes(width)
  for (let dot = 0; dot < width * height; dot++) {
    if ((pixels[dot * 4 + 3] ?? 0) < 128) continue
    const x = dot % width
    const at = ((dot - x) / width) * stride + (x >> 3)
    bitmap.bytes[at] = (bitmap.bytes[at] ?? 0) | (0x80 >> (x & 7))
  }
  image.free()
  picture.free()
  return bitmap
}

// One letter that each script's face is sure to have, tried in this order.
const posts = [...'H،НΗहĦạѠἨ']

/**
 * How wide a piece of text runs in a face, in dots: its advance, not its ink. Only ink can be measured, so the text is measured
 * between two posts and the posts are taken off again.
 */
export function advance(text: string, size: number, face: Face): number {
  const post = posts.find((one) => face.characters.has(one.codePointAt(0) ?? 0))
  if (post === undefined) return inkExtent(text, size, face).width
  return inkExtent(post + text + post, size, face).width - inkExtent(post + post, size, face).width
}

/** The ink of a piece of text whose left end stands at 0, in dots: where it begins and how wide it is. */
export function inkExtent(text: string, size: number, face: Face): { left: number; width: number } {
  const picture = open(textElement(text, 0, 0, size, face), 8, 8, face)
  const box = picture.getBBox()
  picture.free()
  return { left: box?.x ?? 0, width: box?.width ?? 0 }
}

/** An SVG text element with its left end at x on the baseline y. */
export function textElement(text: string, x: number, y: number, size: number, face: Face): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<text x="${x}" y="${y}" font-family="${face.family}" font-weight="${face.weight}" font-size="${size}">${safe}</text>`
}

function open(elements: string, width: number, height: number, face: Face | undefined) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${elements}</svg>`
  return new Resvg(svg, face ? { font: { fontBuffers: [face.font] } } : {})
}
