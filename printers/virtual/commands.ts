/** One step of the byte stream: printable bytes, or a command by its name (`LF`, `ESC a`, `GS (k`) with the bytes that follow the name. */
export type Command = { name: string; args: Uint8Array; length: number }

type Reader = number | ((bytes: Uint8Array, at: number) => number | undefined)

const ESC = 0x1b
const GS = 0x1d
const FS = 0x1c
const DLE = 0x10

const single: Record<number, string> = { 9: 'HT', 10: 'LF', 12: 'FF', 13: 'CR', 24: 'CAN' }

// The family's second letter, then a length of two bytes.
const pairLength: Reader = (bytes, at) => (at + 2 < bytes.length ? 3 + word(bytes, at + 1) : undefined)

// How many bytes follow each command's letter. Source: Epson ESC/POS command reference.
const escLengths = lengthsOf({
  0: '2@LSimvF<',
  1: ' !%-3=?EGJKMRTUVadert{u4',
  2: '$\\cB',
  3: 'p',
  8: 'W',
})
const gsLengths = lengthsOf({ 0: ':c', 1: '!/BEHITabfhrwx', 2: '$LPW\\l', 3: '^' })
const fsLengths = lengthsOf({ 0: '&.', 1: '!-CW', 2: 'Sp', 74: '2' })

const variable: Record<string, Reader> = {
  'ESC *': (bytes, at) => (at + 2 < bytes.length ? 3 + word(bytes, at + 1) * ((bytes[at] ?? 0) >= 32 ? 3 : 1) : undefined),
  'ESC D': untilNul,
  'ESC &': userCharacters,
  'ESC (': pairLength,
  'GS (': pairLength,
  'FS (': pairLength,
  'GS *': (bytes, at) => (at + 1 < bytes.length ? 2 + (bytes[at] ?? 0) * (bytes[at + 1] ?? 0) * 8 : undefined),
  'GS 8': (bytes, at) => (at + 4 < bytes.length ? 5 + word(bytes, at + 1) + word(bytes, at + 3) * 65536 : undefined),
  'GS V': (bytes, at) => (at < bytes.length ? ((bytes[at] ?? 0) >= 65 && (bytes[at] ?? 0) < 120 ? 2 : 1) : undefined),
  'GS v': (bytes, at) => (at + 5 < bytes.length ? 6 + word(bytes, at + 2) * word(bytes, at + 4) : undefined),
  'GS k': barcode,
  'GS g': (bytes, at) => (at + 3 < bytes.length ? 4 : undefined),
  'GS z': (bytes, at) => (at + 2 < bytes.length ? 3 : undefined),
}

/** The command or the run of printable bytes that begins at `at`; undefined when its end has not come yet. Unknown ones are `unknown`. */
export function takeCommand(bytes: Uint8Array, at: number): Command | undefined {
  const first = bytes[at] ?? 0
  if (first >= 0x20) return takeText(bytes, at)
  if (first === DLE) return takeRealTime(bytes, at)
  if (first === ESC) return takeLettered('ESC', escLengths, bytes, at)
  if (first === GS) return takeLettered('GS', gsLengths, bytes, at)
  if (first === FS) return takeLettered('FS', fsLengths, bytes, at)
  const name = first === 0 ? 'NUL' : single[first]
  return { name: name ?? 'unknown', args: bytes.slice(at, at + 1), length: 1 }
}

function takeText(bytes: Uint8Array, at: number): Command {
  let end = at
  while (end < bytes.length && (bytes[end] ?? 0) >= 0x20) end++
  return { name: 'text', args: bytes.slice(at, end), length: end - at }
}

/** How long the real-time command at `at` is: 0 when it is none, undefined when more bytes must come to tell. */
export function realTimeLength(bytes: Uint8Array, at: number): number | undefined {
  const [kind, number] = [bytes[at + 1], bytes[at + 2]]
  if (kind === undefined) return undefined
  if (kind !== 4 && kind !== 5 && kind !== 20) return 0
  if (number === undefined) return undefined
  const length = kind !== 20 ? 3 : number === 8 ? 10 : 5
  return at + length <= bytes.length ? length : undefined
}

function takeRealTime(bytes: Uint8Array, at: number): Command | undefined {
  const length = realTimeLength(bytes, at)
  if (length === undefined) return undefined
  if (length === 0) return { name: 'unknown', args: bytes.slice(at, at + 1), length: 1 }
  return { name: 'DLE', args: bytes.slice(at + 1, at + length), length }
}

function takeLettered(family: string, lengths: Map<number, number>, bytes: Uint8Array, at: number): Command | undefined {
  const letter = bytes[at + 1]
  if (letter === undefined) return undefined
  const name = `${family} ${String.fromCharCode(letter)}`
  const reader = lengths.get(letter) ?? variable[name]
  if (reader === undefined) return { name: 'unknown', args: bytes.slice(at, at + 2), length: 2 }
  const length = typeof reader === 'number' ? reader : reader(bytes, at + 2)
  if (length === undefined) return undefined
  return takeArguments(name, bytes, at, length)
}

// `GS ( k`: the second letter belongs to the name, the length behind it is not passed on.
function takeArguments(name: string, bytes: Uint8Array, at: number, length: number): Command | undefined {
  const from = at + 2
  const until = from + length
  if (until > bytes.length) return undefined
  if (!name.endsWith('(')) return { name, args: bytes.slice(from, until), length: until - at }
  return { name: name + String.fromCharCode(bytes[from] ?? 0), args: bytes.slice(from + 3, until), length: until - at }
}

function untilNul(bytes: Uint8Array, at: number): number | undefined {
  const end = bytes.indexOf(0, at)
  return end < 0 ? undefined : end + 1 - at
}

function barcode(bytes: Uint8Array, at: number): number | undefined {
  const kind = bytes[at]
  if (kind === undefined) return undefined
  if (kind > 6) return at + 1 < bytes.length ? 2 + (bytes[at + 1] ?? 0) : undefined
  const rest = untilNul(bytes, at + 1)
  return rest === undefined ? undefined : 1 + rest
}

function userCharacters(bytes: Uint8Array, at: number): number | undefined {
  const [height, from, until] = [bytes[at], bytes[at + 1], bytes[at + 2]]
  if (height === undefined || from === undefined || until === undefined) return undefined
  let length = 3
  for (let letter = from; letter <= until; letter++) {
    const columns = bytes[at + length]
    if (columns === undefined) return undefined
    length += 1 + columns * height
  }
  return length
}

/** A 16-bit number, low byte first. */
export function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
}

function lengthsOf(table: Record<number, string>): Map<number, number> {
  return new Map(
    Object.entries(table).flatMap(([length, letters]) => [...letters].map((letter) => [letter.charCodeAt(0), Number(length)] as const)),
  )
}
