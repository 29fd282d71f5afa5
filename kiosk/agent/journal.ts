import type { Entry } from './records.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum >>> 0
})

/** The CRC-32 of bytes (IEEE 802.3), as eight hexadecimal digits. */
export function checkSum(bytes: Uint8Array): string {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255]!
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
}

/** Entries as lines of the journal: check sum, space, JSON, line feed. */
export function linesOf(entries: readonly Entry[]): Uint8Array {
  const lines = entries.map((entry) => {
    const json = JSON.stringify(entry)
    return `${checkSum(encoder.encode(json))} ${json}\n`
  })
  return encoder.encode(lines.join(''))
}

/**
 * Reads a journal. Lines that are not whole are passed over and make it `torn`: the end that a power cut left, or damage further up.
 * An empty line is what a failed append leaves and says nothing.
 */
export function readJournal(bytes: Uint8Array): { entries: Entry[]; torn: boolean } {
  const entries: Entry[] = []
  let torn = false
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from)
    const line = bytes.subarray(from, end < 0 ? bytes.length : end)
    const entry = end < 0 ? null : readLine(line)
    if (entry) entries.push(entry)
    else if (line.length > 0) torn = true
    from = end < 0 ? bytes.length : end + 1
  }
  return { entries, torn }
}

function readLine(line: Uint8Array): Entry | null {
  if (line.length < 11 || line[8] !== 32) return null
  const json = line.subarray(9)
  if (decodeOrNull(line.subarray(0, 8)) !== checkSum(json)) return null
  return JSON.parse(decoder.decode(json)) as Entry
}

function decodeOrNull(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
