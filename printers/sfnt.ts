import { inflateSync } from 'node:zlib'

/**
 * Unpacks a WOFF 1.0 font into the plain sfnt (TrueType/OpenType) that resvg reads.
 * Throws when the bytes are not WOFF 1.0. Source of the layout: W3C "WOFF File Format 1.0", sections 3 to 5.
 */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (view.getUint32(0) !== 0x774f4646) throw new Error('not a WOFF 1.0 font')
  const count = view.getUint16(12)
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, view, 44 + index * 20))
  const size = tables.reduce((sum, table) => sum + padded(table.bytes.length), 12 + count * 16)
  const font = new Uint8Array(size)
  const out = new DataView(font.buffer)
  const log = Math.floor(Math.log2(count))
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, count)
  out.setUint16(6, 16 << log)
  out.setUint16(8, log)
  out.setUint16(10, count * 16 - (16 << log))
  let at = 12 + count * 16
  tables.forEach((table, index) => {
    const entry = 12 + index * 16
    out.setUint32(entry, table.tag)
    out.setUint32(entry + 4, table.checksum)
    out.setUint32(entry + 8, at)
    out.setUint32(entry + 12, table.bytes.length)
    font.set(table.bytes, at)
    at += padded(table.bytes.length)
  })
  return font
}

function readTable(woff: Uint8Array, view: DataView, entry: number) {
  const offset = view.getUint32(entry + 4)
  const packed = woff.subarray(offset, offset + view.getUint32(entry + 8))
  const length = view.getUint32(entry + 12)
  const bytes = packed.length < length ? new Uint8Array(inflateSync(packed)) : packed
  return { tag: view.getUint32(entry), checksum: view.getUint32(entry + 16), bytes }
}

function padded(length: number): number {
  return (length + 3) & ~3
}

/**
 * The characters an sfnt font has glyphs for, read from its `cmap` (formats 4 and 12).
 * Throws when the font has no such table. Source: OpenType specification, "cmap".
 */
export function charactersOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 0x636d6170)
  const found = new Set<number>()
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 8 + index * 8)
    const format = view.getUint16(at)
    if (format === 4) readSegments(view, at, found)
    if (format === 12) readGroups(view, at, found)
  }
  return found
}

function tableOffset(view: DataView, tag: number): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    if (view.getUint32(12 + index * 16) === tag) return view.getUint32(20 + index * 16)
  }
  throw new Error('font without a character table')
}

function readSegments(view: DataView, at: number, found: Set<number>): void {
  const double = view.getUint16(at + 6)
  for (let segment = 0; segment < double; segment += 2) {
    const end = view.getUint16(at + 14 + segment)
    const start = view.getUint16(at + 16 + double + segment)
    for (let code = start; code <= end && code !== 0xffff; code++) found.add(code)
  }
}

function readGroups(view: DataView, at: number, found: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group++) {
    const start = view.getUint32(at + 16 + group * 12)
    const end = view.getUint32(at + 20 + group * 12)
    for (let code = start; code <= end; code++) found.add(code)
  }
}
