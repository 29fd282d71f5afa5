import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allSet,
  clearRange,
  count,
  freeAfter,
  freeBefore,
  fromWords,
  hasBit,
  isEmpty,
  isFree,
  keepRunStarts,
  newBits,
  nextSet,
  noneSet,
  runLength,
  sameBits,
  setRange,
  toWords,
} from './bits.ts'

const max = 320
const ranges = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -10, max: 330 }), fc.integer({ min: 0, max: 120 })), { maxLength: 12 })

/** The same day as bits and as a plain list of yes and no. */
function both(steps: readonly (readonly [boolean, number, number])[]): { bits: Uint32Array; plain: boolean[] } {
  const bits = newBits()
  const plain = Array.from({ length: max }, () => false)
  for (const [on, from, n] of steps) {
    if (on) setRange(bits, from, n)
    else clearRange(bits, from, n)
    for (let q = Math.max(0, from); q < Math.min(max, from + n); q++) plain[q] = on
  }
  return { bits, plain }
}

test('a range may cross words, fill them, and end with the day', () => {
  const bits = newBits()
  setRange(bits, 30, 4)
  setRange(bits, 64, 32)
  setRange(bits, 310, 50)
  expect(toWords(bits)).toEqual([-1073741824, 3, -1, 0, 0, 0, 0, 0, 0, -4194304])
  clearRange(bits, 31, 2)
  expect([30, 31, 32, 33].map((q) => hasBit(bits, q))).toEqual([true, false, false, true])
})

test('bits say what a plain list says after any ranges', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 0, max: 319 }), fc.integer({ min: 1, max: 100 }), (steps, from, n) => {
      const { bits, plain } = both(steps)
      expect(Array.from(plain, (_, q) => hasBit(bits, q))).toEqual(plain)
      const piece = plain.slice(from, from + n)
      expect(allSet(bits, from, n)).toBe(piece.length === n && piece.every(Boolean))
      expect(noneSet(bits, from, n)).toBe(!piece.some(Boolean))
      expect(count(bits)).toBe(plain.filter(Boolean).length)
      expect(nextSet(bits, from)).toBe(plain.indexOf(true, from))
      expect(isEmpty(bits)).toBe(!plain.includes(true))
      const closed = plain.indexOf(false, from)
      expect(runLength(bits, from)).toBe((closed < 0 ? max : closed) - from)
      expect(sameBits(fromWords(toWords(bits)), bits)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('free is open and not busy, and the free time around is counted to its ends', () => {
  fc.assert(
    fc.property(ranges, ranges, fc.integer({ min: 0, max: 319 }), fc.integer({ min: 1, max: 60 }), (opening, taking, from, n) => {
      const open = both(opening)
      const busy = both(taking)
      const free = open.plain.map((o, q) => o && !busy.plain[q])
      expect(isFree(open.bits, busy.bits, from, n)).toBe(from + n <= max && free.slice(from, from + n).every(Boolean))
      let after = 0
      while (free[from + after]) after++
      let before = 0
      while (free[from - 1 - before]) before++
      expect(freeAfter(open.bits, busy.bits, from)).toBe(after)
      expect(freeBefore(open.bits, busy.bits, from)).toBe(before)
    }),
    { numRuns: 500 },
  )
})

test('runs of any length are found by shift and AND, across words and in part of an array', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 5 }), (steps, n, skip) => {
      const { bits, plain } = both(steps)
      const starts = plain.map((_, q) => q + n <= max && plain.slice(q, q + n).every(Boolean))
      const found = bits.slice()
      keepRunStarts(found, n)
      expect(Array.from(plain, (_, q) => hasBit(found, q))).toEqual(starts)
      const part = bits.slice()
      keepRunStarts(part, n, 3, skip)
      const window = plain.slice(skip * 32, (skip + 3) * 32)
      const expected = plain.map((p, q) => {
        const i = q - skip * 32
        return i < 0 || i >= 96 ? p : i + n <= 96 && window.slice(i, i + n).every(Boolean)
      })
      expect(Array.from(plain, (_, q) => hasBit(part, q))).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
