import { type Bitmap, blank, ink, lay, rowBytes } from '../bitmap.ts'
import type { Fonts } from '../fonts.ts'
import { letterCell } from './cells.ts'
import { codePage } from './code-pages.ts'
import type { Roll } from './paper.ts'

/** The state that commands change and letters obey. Sizes are factors 1 to 8, spacing is in dots. */
export type Style = {
  font: 'A' | 'B'
  wide: number
  tall: number
  bold: boolean
  underline: number
  align: 0 | 1 | 2
  page: number
  lineSpacing: number
  letterSpacing: number
  leftMargin: number
  /** Dots per unit of ESC 3, ESC J and GS V: half a dot until GS P says otherwise. */
  unit: number
}

/** What a printer with 203 dots per inch does after ESC @. */
export const resetStyle: Style = {
  font: 'A',
  wide: 1,
  tall: 1,
  bold: false,
  underline: 0,
  align: 0,
  page: 0,
  lineSpacing: 34,
  letterSpacing: 0,
  leftMargin: 0,
  unit: 0.5,
}

/** One line being put together: letters and column pictures wait here until the line is fed. */
export type Head = {
  style: Style
  /** Adds bytes of text in the present style; a full line is printed and the next begun. */
  letters(bytes: Uint8Array): void
  /** Adds a picture in the line, as ESC * does. */
  inline(picture: Bitmap): void
  /** Prints a picture of its own, aligned, as GS v 0 does. */
  picture(picture: Bitmap): void
  /** Moves to a dot of the line. */
  moveTo(dot: number): void
  position(): number
  /** Prints the line and feeds it, `extra` dots instead of the line spacing where given. */
  endLine(extra?: number): void
  /** Drops the line that was not printed. */
  drop(): void
}

type Item = { cell: Bitmap; x: number }

/** A print head over `roll`; text lines go to `lines`, what cannot be shown to `unknown`. */
export function createHead(roll: Roll, fonts: Fonts, lines: string[], unknown: string[]): Head {
  let items: Item[] = []
  let x = 0
  let text = ''
  const head: Head = {
    style: { ...resetStyle },
    letters(bytes) {
      for (const letter of lettersOf(bytes, head.style.page, unknown)) {
        const cell = styledCell(letter, head.style, fonts)
        if (x + cell.width > roll.width - head.style.leftMargin) head.endLine()
        items.push({ cell, x })
        x += cell.width + head.style.letterSpacing * head.style.wide
        text += letter
      }
    },
    inline(picture) {
      items.push({ cell: picture, x })
      x += picture.width
    },
    picture(picture) {
      if (items.length > 0) head.endLine()
      roll.stamp(picture, indent(picture.width), roll.fed())
      roll.feed(picture.height)
    },
    moveTo(dot) {
      x = dot
      text += ' '
    },
    position: () => x,
    endLine(extra) {
      const height = items.reduce((most, item) => Math.max(most, item.cell.height), 0)
      const left = indent(x)
      for (const item of items) roll.stamp(item.cell, left + item.x, roll.fed() + height - item.cell.height)
      roll.feed(extra === undefined ? Math.max(height, head.style.lineSpacing) : height + extra)
      if (text.trim() !== '') lines.push(text.trimEnd())
      head.drop()
    },
    drop() {
      items = []
      x = 0
      text = ''
    },
  }
  const indent = (width: number) => {
    const free = roll.width - head.style.leftMargin - width
    return head.style.leftMargin + Math.max(0, head.style.align === 0 ? 0 : head.style.align === 1 ? free >> 1 : free)
  }
  return head
}

function lettersOf(bytes: Uint8Array, page: number, unknown: string[]): string[] {
  const high = codePage(page)
  if (high === undefined) unknown.push(`code page ${page}`)
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (high?.[byte - 128] ?? '\ufffd')))
}

function styledCell(letter: string, style: Style, fonts: Fonts): Bitmap {
  const [width, height] = style.font === 'A' ? [12, 24] : [9, 17]
  const cell = letterCell(letter, width * style.wide, height * style.tall, style.bold, fonts)
  if (style.underline === 0) return cell
  const lined = blank(cell.width, cell.height)
  lay(lined, cell, 0, 0)
  for (let y = cell.height - style.underline; y < cell.height; y++) for (let dot = 0; dot < cell.width; dot++) ink(lined, dot, y)
  return lined
}

/** A picture from raster bytes, `wide` and `tall` times enlarged. */
export function rasterPicture(bytes: Uint8Array, widthBytes: number, height: number, wide = 1, tall = 1): Bitmap {
  if (wide === 1 && tall === 1) return { width: widthBytes * 8, height, bytes }
  const picture = blank(widthBytes * 8 * wide, height * tall)
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const from = Math.floor(x / wide)
      if ((bytes[Math.floor(y / tall) * widthBytes + (from >> 3)] ?? 0) & (0x80 >> (from & 7))) ink(picture, x, y)
    }
  }
  return picture
}

/** A picture from ESC * columns: 8 or 24 dots high as sent, 24 dots on paper; single density is twice as wide. */
export function columnPicture(bytes: Uint8Array, columns: number, mode: number): Bitmap {
  const bytesEach = mode >= 32 ? 3 : 1
  const wide = mode === 0 || mode === 32 ? 2 : 1
  const tall = bytesEach === 1 ? 3 : 1
  const picture = blank(columns * wide, 24)
  for (let x = 0; x < picture.width; x++) {
    const column = Math.floor(x / wide) * bytesEach
    for (let y = 0; y < 24; y++) {
      const bit = Math.floor(y / tall)
      if ((bytes[column + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) ink(picture, x, y)
    }
  }
  return picture
}

/** A square of modules as a picture, each module `dots` wide. */
export function modulePicture(modules: boolean[][], dots: number): Bitmap {
  const side = modules.length * dots
  const picture: Bitmap = { width: side, height: side, bytes: new Uint8Array(rowBytes(side) * side) }
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) if (modules[Math.floor(y / dots)]?.[Math.floor(x / dots)]) ink(picture, x, y)
  }
  return picture
}
