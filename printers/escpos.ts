import { Printer } from '@node-escpos/core'
import { encode as encodeQr } from 'uqr'
import { languages } from '../contract/language.ts'
import { type Bitmap, blank, rowBytes } from './bitmap.ts'
import { drawParagraph } from './drawn-text.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { type Block, layout, type PaperWidth } from './layout.ts'
import { drawNumber } from './number.ts'
import type { Slip } from './slip.ts'

/** Paper and what came before: `cutFirst` lets go of half a ticket that a broken job may have left in the printer. */
export type SlipOptions = { width?: PaperWidth; cutFirst?: boolean }

type LibraryPrinter = Printer<[]>

const bodyDots = 34
const largeDots = 48
const linePitch = 42
const qrDots = 200
const bottomMargin = 32

/**
 * The ESC/POS bytes of a slip, from initialising the printer to the cut. The same slip gives the same bytes.
 * Throws when `followUrl` is too long for a QR code.
 */
export async function slipBytes(slip: Slip, { width = 576, cutFirst = false }: SlipOptions = {}): Promise<Uint8Array> {
  return blockBytes(layout(slip, width), width, { cutFirst })
}

/** The ESC/POS bytes of blocks already laid out for `width`. */
export async function blockBytes(blocks: Block[], width: PaperWidth, { cutFirst = false } = {}): Promise<Uint8Array> {
  const fonts = await loadFonts()
  const parts: Uint8Array[] = []
  const adapter = {
    write(bytes: Uint8Array, done: (error: null) => void) {
      parts.push(Uint8Array.from(bytes))
      done(null)
    },
  }
  // The library only ever calls write() of its adapter; ports/ has the real lines out.
  const printer: LibraryPrinter = new Printer(adapter as unknown as ConstructorParameters<typeof Printer<[]>>[0], { encoding: 'cp858' })
  initialise(printer, cutFirst)
  for (const block of blocks) writeBlock(printer, block, width, fonts)
  await printer.flush()
  return Buffer.concat(parts)
}

/** Reads fonts and draws a slip in every language once, so that the first visitor does not wait for it. */
export async function warmUp(): Promise<void> {
  const slip: Slip = {
    pointName: 'Beurt',
    label: 'A\u2009001',
    language: 'nl',
    serviceNames: ['Beurt'],
    people: 2,
    wait: { fromMinutes: 10, untilMinutes: 20 },
    ahead: 3,
    followUrl: 'https://localhost/',
    takenAt: 0,
    timeZone: 'UTC',
    bring: ['Beurt'],
    emergency: false,
    copy: true,
  }
  for (const language of languages) {
    for (const emergency of [false, true]) await slipBytes({ ...slip, language, emergency })
  }
}

function initialise(printer: LibraryPrinter, cutFirst: boolean): void {
  printer.hardware('init')
  if (cutFirst) printer.raw(Buffer.from([0x0a, 0x1d, 0x56, 0x42, 0x00]))
  // FS . leaves the two-byte Chinese mode that many printers start in; GS P makes every feed below count in dots.
  printer.raw(Buffer.from([0x1c, 0x2e, 0x1d, 0x50, 203, 203]))
  printer.setCharset(0)
  printer.setCharacterCodeTable(19)
  printer.lineSpace(linePitch)
}

function writeBlock(printer: LibraryPrinter, block: Block, width: PaperWidth, fonts: Fonts): void {
  if (block.kind === 'text') writeText(printer, block)
  if (block.kind === 'drawn') writeRaster(printer, drawnBlock(block, width, fonts))
  if (block.kind === 'number') writeRaster(printer, drawNumber(block.label, width, fonts.number))
  if (block.kind === 'rule') writeRaster(printer, filled(width, 3))
  if (block.kind === 'qr') writeQr(printer, block.content, width)
  if (block.kind === 'feed') printer.raw(Buffer.from([0x1b, 0x4a, block.dots]))
  // GS V B feeds the paper to the knife first; the library's cut() guesses three lines.
  if (block.kind === 'cut') printer.raw(Buffer.from([0x1d, 0x56, 0x42, bottomMargin]))
}

function writeText(printer: LibraryPrinter, block: Extract<Block, { kind: 'text' }>): void {
  printer.align(block.align === 'left' ? 'lt' : block.align === 'right' ? 'rt' : 'ct')
  printer.font(block.size === 'large' ? 'a' : 'b').size(2, 2)
  // The library's style() also sends ESC 4, which Epson does not know.
  printer.raw(Buffer.from([0x1b, 0x45, block.bold ? 1 : 0]))
  printer.text(block.text)
}

function drawnBlock(block: Extract<Block, { kind: 'drawn' }>, width: PaperWidth, fonts: Fonts): Bitmap {
  const faces = block.bold ? fonts.boldText : fonts.text
  return drawParagraph(block.text, { ...block, width, faces, size: block.size === 'large' ? largeDots : bodyDots })
}

function writeRaster(printer: LibraryPrinter, bitmap: Bitmap): void {
  printer.raw(Buffer.from(rasterCommand(bitmap)))
}

/**
 * A bitmap as GS v 0. The library's raster() is right but makes four objects per dot, so the bytes are our own. Many printers obey
 * real-time commands (DLE EOT, DLE ENQ, DLE DC4) even inside a picture: where one would stand, a dot of ink is added.
 */
export function rasterCommand(bitmap: Bitmap): Uint8Array {
  const bytes = Uint8Array.from(bitmap.bytes)
  for (let at = 0; at < bytes.length; at++) {
    const next = bytes[at + 1]
    if (bytes[at] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)) bytes[at] = 0x18
  }
  const stride = rowBytes(bitmap.width)
  const header = [0x1d, 0x76, 0x30, 0, stride & 255, stride >> 8, bitmap.height & 255, bitmap.height >> 8]
  return Buffer.concat([Buffer.from(header), bytes])
}

/** GS ( k, functions 165, 167, 169, 180 and 181: model 2, correction M. The library sends another maker's command. */
function writeQr(printer: LibraryPrinter, content: string, width: PaperWidth): void {
  const data = Buffer.from(content, 'utf8')
  const modules = encodeQr(content, { ecc: 'M', boostEcc: false, border: 0 }).size
  const moduleDots = Math.max(1, Math.min(16, Math.ceil(qrDots / modules), Math.floor(width / (modules + 8))))
  const size = data.length + 3
  printer.align('ct')
  printer.raw(Buffer.from([0x1d, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0]))
  printer.raw(Buffer.from([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, moduleDots]))
  printer.raw(Buffer.from([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31]))
  printer.raw(Buffer.from([0x1d, 0x28, 0x6b, size & 255, size >> 8, 0x31, 0x50, 0x30]))
  printer.raw(data)
  printer.raw(Buffer.from([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]))
}

function filled(width: number, height: number): Bitmap {
  const bitmap = blank(width, height)
  bitmap.bytes.fill(0xff)
  return bitmap
}
