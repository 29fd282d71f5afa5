import { dayWords } from './time.ts'

/**
 * A day of 5-minute quanta as ten words of 32 bits; quantum 0 is the lowest bit of word 0. What lies outside 0 to 319 is never set
 * and never free. Nothing here allocates but `newBits`, `toWords` and `fromWords`.
 */
export type Bits = Uint32Array

const bitsMax = dayWords * 32

/** No bit set. */
export const newBits = (): Bits => new Uint32Array(dayWords)

/** Bits `from` to `until` (not in) of one word. */
const mask = (from: number, until: number): number => (until - from >= 32 ? 0xffffffff : (((1 << (until - from)) - 1) << from) >>> 0)

/** Sets `n` bits from `from` on, in place. */
export function setRange(bits: Bits, from: number, n: number): void {
  const until = Math.min(bitsMax, from + n)
  for (let q = Math.max(0, from); q < until; q = (q | 31) + 1) {
    const w = q >> 5
    bits[w] = (bits[w] as number) | mask(q & 31, Math.min(32, until - (w << 5)))
  }
}

/** Clears `n` bits from `from` on, in place. */
export function clearRange(bits: Bits, from: number, n: number): void {
  const until = Math.min(bitsMax, from + n)
  for (let q = Math.max(0, from); q < until; q = (q | 31) + 1) {
    const w = q >> 5
    bits[w] = (bits[w] as number) & ~mask(q & 31, Math.min(32, until - (w << 5)))
  }
}

/** True if the bit is set. */
export const hasBit = (bits: Bits, q: number): boolean => q >= 0 && q < bitsMax && (((bits[q >> 5] as number) >>> (q & 31)) & 1) === 1

/** True if all `n` bits from `from` on are set; never for `n` under 1 or beyond the day. */
export function allSet(bits: Bits, from: number, n: number): boolean {
  const until = from + n
  if (n < 1 || from < 0 || until > bitsMax) return false
  for (let q = from; q < until; q = (q | 31) + 1) {
    const w = q >> 5
    const wanted = mask(q & 31, Math.min(32, until - (w << 5)))
    if (((bits[w] as number) & wanted) >>> 0 !== wanted) return false
  }
  return true
}

/** True if none of the `n` bits from `from` on is set. */
export function noneSet(bits: Bits, from: number, n: number): boolean {
  const until = Math.min(bitsMax, from + n)
  for (let q = Math.max(0, from); q < until; q = (q | 31) + 1) {
    const w = q >> 5
    if (((bits[w] as number) & mask(q & 31, Math.min(32, until - (w << 5)))) !== 0) return false
  }
  return true
}

/** True if `n` quanta from `from` on are open and not busy. */
export const isFree = (open: Bits, busy: Bits, from: number, n: number): boolean => allSet(open, from, n) && noneSet(busy, from, n)

/** `out` becomes `open & ~busy`. */
export function freeInto(out: Bits, open: Bits, busy: Bits): void {
  for (let w = 0; w < dayWords; w++) out[w] = (open[w] as number) & ~(busy[w] as number)
}

/** `bits` keeps only what `other` has too. */
export function andInto(bits: Bits, other: Bits): void {
  for (let w = 0; w < dayWords; w++) bits[w] = (bits[w] as number) & (other[w] as number)
}

/**
 * Keeps the bits at which a run of at least `n` set bits begins, in place: shift and AND, doubling the length found each time
 * (after runs of 1, 2, 4 the last step adds what is missing), with the carry across words. Works on any number of words.
 */
export function keepRunStarts(bits: Uint32Array, n: number, words = bits.length, offset = 0): void {
  for (let have = 1; have < n; ) {
    const by = Math.min(have, n - have)
    const skip = by >> 5
    const shift = by & 31
    for (let w = 0; w < words; w++) {
      const low = w + skip < words ? (bits[offset + w + skip] as number) : 0
      const high = shift !== 0 && w + skip + 1 < words ? (bits[offset + w + skip + 1] as number) << (32 - shift) : 0
      bits[offset + w] = (bits[offset + w] as number) & ((low >>> shift) | high)
    }
    have += by
  }
}

/** The first set bit at or after `from`, or -1. */
export function nextSet(bits: Bits, from: number): number {
  let q = Math.max(0, from)
  while (q < bitsMax) {
    const word = (bits[q >> 5] as number) >>> (q & 31)
    if (word !== 0) return q + 31 - Math.clz32(word & -word)
    q = (q | 31) + 1
  }
  return -1
}

/** How many free quanta follow `from` (itself the first) until the first that is closed or busy. */
export function freeAfter(open: Bits, busy: Bits, from: number): number {
  let q = from
  while (q < bitsMax) {
    const taken = ~((open[q >> 5] as number) & ~(busy[q >> 5] as number)) >>> (q & 31)
    if (taken !== 0) return q + 31 - Math.clz32(taken & -taken) - from
    q = (q | 31) + 1
  }
  return bitsMax - from
}

/** How many free quanta lie right before `from`. */
export function freeBefore(open: Bits, busy: Bits, from: number): number {
  let q = from - 1
  while (q >= 0) {
    const taken = ~((open[q >> 5] as number) & ~(busy[q >> 5] as number)) << (31 - (q & 31))
    if (taken !== 0) return from - 1 - q + Math.clz32(taken)
    q = (q & ~31) - 1
  }
  return from
}

/** How many bits of one word are set. */
export function countWord(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many bits are set. */
export function count(bits: Bits): number {
  let total = 0
  for (let w = 0; w < bits.length; w++) total += countWord(bits[w] as number)
  return total
}

/** True if no bit is set. */
export const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0)

/** True if the same bits are set. */
export const sameBits = (a: Bits, b: Bits): boolean => a.length === b.length && a.every((word, w) => word === b[w])

/** Ten signed 32-bit numbers, as a column of integers keeps them. */
export const toWords = (bits: Bits): number[] => Array.from(bits, (word) => word | 0)

/** Bits from ten numbers, signed or not; missing ones are zero. */
export function fromWords(words: readonly number[]): Bits {
  const bits = newBits()
  for (let w = 0; w < dayWords; w++) bits[w] = words[w] ?? 0
  return bits
}

const none = newBits()

/** How many set bits follow one another from `from` on. */
export const runLength = (bits: Bits, from: number): number => freeAfter(bits, none, from)
