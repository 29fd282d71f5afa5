import { crc32, deflateSync } from 'node:zlib'
import { type Bitmap, inkAt, rowBytes } from '../bitmap.ts'

/** A bitmap as a PNG picture, one bit a dot, ink black. Source: W3C "PNG", sections 5 and 11. */
export function pngOf(bitmap: Bitmap): Uint8Array {
  const stride = rowBytes(bitmap.width)
  const raw = new Uint8Array((stride + 1) * bitmap.height)
  for (let y = 0; y < bitmap.height; y++) {
    for (let x = 0; x < stride; x++) raw[y * (stride + 1) + 1 + x] = ~(bitmap.bytes[y * stride + x] ?? 0) & 255
  }
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, bitmap.width)
  header.setUint32(4, bitmap.height)
  header.setUint8(8, 1)
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return Buffer.concat([
    signature,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const bytes = Buffer.alloc(named.length + 8)
  bytes.writeUInt32BE(content.length, 0)
  bytes.set(named, 4)
  bytes.writeUInt32BE(crc32(named), named.length + 4)
  return bytes
}

/** The same as SVG: each run of ink in a row is a bar, so it stays sharp at any size. */
export function svgOf(bitmap: Bitmap): string {
  const bars: string[] = []
  for (let y = 0; y < bitmap.height; y++) {
    for (let x = 0; x < bitmap.width; x++) {
      if (!inkAt(bitmap, x, y)) continue
      const from = x
      while (inkAt(bitmap, x, y)) x++
      bars.push(`M${from} ${y}h${x - from}v1H${from}z`)
    }
  }
  const size = `width="${bitmap.width}" height="${bitmap.height}" viewBox="0 0 ${bitmap.width} ${bitmap.height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="${bars.join('')}"/></svg>`
}
