import { inflateRawSync } from 'node:zlib'

const centralSign = 0x02014b50
const endSign = 0x06054b50
const textMax = 200_000_000

/** The texts of those files in a zip whose path fits. Empty where it is no zip, or one that is too new. */
export function zipTexts(bytes: Uint8Array, wanted: RegExp): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts = new Map<string, string>()
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endSign) end--
  if (end < 0) return texts
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === centralSign) {
    const [nameLength, extraLength, commentLength] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ]
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (wanted.test(path)) texts.set(path, textAt(bytes, view, { at: view.getUint32(at + 42, true), size: view.getUint32(at + 20, true) }))
    at += 46 + nameLength + extraLength + commentLength
  }
  return texts
}

function textAt(bytes: Uint8Array, view: DataView, { at, size }: { at: number; size: number }): string {
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(from, from + size)
  return new TextDecoder().decode(view.getUint16(at + 8, true) === 0 ? packed : inflateRawSync(packed, { maxOutputLength: textMax }))
}
