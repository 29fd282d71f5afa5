import type { Instant } from '../../domain/time.ts'
import { type Bitmap, inkAt, rowBytes } from '../bitmap.ts'

/** One piece of paper as it came out. */
export type Paper = {
  /** 1 for the first paper of this printer. */
  n: number
  /** When it was cut off. */
  cutAt: Instant
  cut: 'full' | 'partial'
  /** Every dot, 203 to the inch. */
  bitmap: Bitmap
  /** What the printer's own letters say, a line each, without the empty ones. */
  lines: string[]
  /** What the QR codes say. */
  qr: string[]
  /** Bytes and commands this printer does not know or does not draw, in words. */
  unknown: string[]
}

/** Paper being printed: it grows as it is fed. */
export type Roll = {
  readonly width: number
  /** Dots fed since the last cut. */
  fed(): number
  feed(dots: number): void
  /** Lays ink with its upper left corner at `left`, `top`; what is above the paper or beside it is lost. */
  stamp(ink: Bitmap, left: number, top: number): void
  /** The paper so far. */
  picture(): Bitmap
}

/** A fresh roll of so many dots across. */
export function createRoll(width: number): Roll {
  const stride = rowBytes(width)
  const rows: Uint8Array[] = []
  let fed = 0
  const row = (y: number) => {
    while (rows.length <= y) rows.push(new Uint8Array(stride))
    return rows[y]!
  }
  return {
    width,
    fed: () => fed,
    feed: (dots) => {
      fed += dots
    },
    stamp(ink, left, top) {
      for (let y = 0; y < ink.height; y++) {
        for (let x = 0; x < ink.width; x++) {
          const at = left + x
          if (at < 0 || at >= width || top + y < 0 || !inkAt(ink, x, y)) continue
          const bytes = row(top + y)
          bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7))
        }
      }
    },
    picture() {
      const height = Math.max(fed, rows.length)
      const bytes = new Uint8Array(stride * height)
      rows.forEach((bits, y) => {
        bytes.set(bits, y * stride)
      })
      return { width, height, bytes }
    },
  }
}
