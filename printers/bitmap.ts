/** One bit per dot, packed eight to a byte, leftmost dot in the highest bit, each row padded to whole bytes. 1 is ink. */
export type Bitmap = { width: number; height: number; bytes: Uint8Array }

/** White paper of so many dots. */
export function blank(width: number, height: number): Bitmap {
  return { width, height, bytes: new Uint8Array(Math.ceil(width / 8) * height) }
}

/** Bytes of one row. */
export function rowBytes(width: number): number {
  return (width + 7) >> 3
}

/** Whether there is ink; false outside the bitmap. */
export function inkAt(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return false
  return ((bitmap.bytes[y * rowBytes(bitmap.width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
}

/** Puts ink on one dot; outside the bitmap nothing happens. */
export function ink(bitmap: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return
  const at = y * rowBytes(bitmap.width) + (x >> 3)
  bitmap.bytes[at] = (bitmap.bytes[at] ?? 0) | (0x80 >> (x & 7))
}

/** Lays `source` over `target` with its upper left corner at x, y; ink is only added. */
export function lay(target: Bitmap, source: Bitmap, left: number, top: number): void {
  for (let y = 0; y < source.height; y++) {
    for (let x = 0; x < source.width; x++) if (inkAt(source, x, y)) ink(target, left + x, top + y)
  }
}

/** The rows from `from` (in) to `until` (out) as a bitmap of their own. */
export function rows(bitmap: Bitmap, from: number, until: number): Bitmap {
  const stride = rowBytes(bitmap.width)
  return { width: bitmap.width, height: until - from, bytes: bitmap.bytes.slice(from * stride, until * stride) }
}

/** The smallest box that holds all ink, in dots, right and bottom exclusive; undefined on white paper. */
export function inkBox(bitmap: Bitmap): { left: number; top: number; right: number; bottom: number } | undefined {
  let [left, top, right, bottom] = [bitmap.width, bitmap.height, 0, 0]
  for (let y = 0; y < bitmap.height; y++) {
    for (let x = 0; x < bitmap.width; x++) {
      if (!inkAt(bitmap, x, y)) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  return right > 0 ? { left, top, right, bottom } : undefined
}
