import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReference, referenceOf, showReference } from './reference.ts'

const drawn = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(referenceOf)

test('ten random bytes make eight signs without look-alikes', () => {
  fc.assert(
    fc.property(drawn, (reference) => {
      expect(reference).toMatch(/^[2-9CDFGHJKMNPQRTV-Y]{8}$/)
    }),
  )
  expect(referenceOf(new Uint8Array(10))).toBe('22222222')
  expect(referenceOf(new Uint8Array(10).fill(255))).not.toBe(referenceOf(new Uint8Array(10).fill(254)))
})

test('every byte counts, and a thousand draws do not meet', () => {
  const seen = new Set<string>()
  for (let i = 0; i < 1000; i++) seen.add(referenceOf(Uint8Array.from({ length: 10 }, (_, b) => (i * 2654435761 * (b + 1)) >>> 13)))
  expect(seen.size).toBe(1000)
})

test('a reference is read back however it was typed', () => {
  fc.assert(
    fc.property(drawn, (reference) => {
      const [a, b] = [reference.slice(0, 4), reference.slice(4)]
      for (const typed of [
        reference,
        showReference(reference),
        `  ${a.toLowerCase()}-${b} `,
        `${a}\u2009${b}`,
        [...reference].join('–'),
        reference.replaceAll('5', 's').replaceAll('8', 'B').replaceAll('2', 'z').replaceAll('V', 'u'),
      ])
        expect(readReference(typed)).toBe(reference)
      const arabic = reference.replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)))
      const wide = [...reference].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
      expect([readReference(arabic), readReference(wide)]).toEqual([reference, reference])
    }),
  )
})

test('one wrong sign, or two neighbours swapped, never reads as a reference', () => {
  const sign = fc.constantFrom(...'23456789CDFGHJKMNPQRTVWXY')
  fc.assert(
    fc.property(drawn, fc.nat({ max: 7 }), sign, (reference, i, other) => {
      if (reference[i] !== other) expect(readReference(reference.slice(0, i) + other + reference.slice(i + 1))).toBeNull()
      const swapped = reference.slice(0, i) + (reference[i + 1] ?? '') + reference[i] + reference.slice(i + 2)
      if (swapped !== reference && i < 7) expect(readReference(swapped)).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

describe('what is no reference matches nothing', () => {
  test.each([
    '',
    ' ',
    '------',
    '--------',
    '%',
    '%%%%%%%%',
    '________',
    '_',
    '2222222',
    '222222222',
    'OOOOOOOO',
    "' OR 1=1",
    '22222222%',
    '😀😀😀😀',
    '\u0000'.repeat(8),
    '2'.repeat(5000),
  ])('%j', (typed) => {
    expect(readReference(typed)).toBeNull()
  })

  test('and nothing makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readReference(typed)))
  })
})
