import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, likeness, slipsBetween, slipsIn, wordsOf } from './search-text.ts'

test.each([
  ['Évora', 'evora'],
  ['São João da Pesqueira', 'sao joao da pesqueira'],
  ["L'Haÿ-les-Roses", 'lhay les roses'],
  ['Großstraße', 'grossstrasse'],
  ['Tromsø', 'tromso'],
  ['  1100–016 ', '1100 016'],
  ['أُولى', 'اولي'],
  ['بِطاقَةٌ', 'بطاقه'],
  ['٩٨٨٠', '9880'],
  ['۹۸۸۰', '9880'],
])('%s is compared as %s', (text, compared) => expect(folded(text)).toBe(compared))

test('an Arabic word is the same with its article and without', () => {
  expect(wordsOf('جواز السفر')).toEqual(wordsOf('الجواز سفر'))
  expect(wordsOf('الى')).toEqual(['الي'])
})

test.each([
  ['paspoort', 'paspoort', 0],
  ['pasport', 'paspoort', 1],
  ['paspooort', 'paspoort', 1],
  ['papsoort', 'paspoort', 1],
  ['pasport', 'passaporte', 3],
  ['', 'abc', 3],
])('between %s and %s lie %i slips', (a, b, slips) => {
  expect(slipsBetween(a, b, 3)).toBe(slips)
  expect(slipsBetween(b, a, 3)).toBe(slips)
})

test('what was begun with a slip is found too', () => {
  expect(slipsBetween('lisbno', 'lisbon north', 1, true)).toBe(1)
  expect(slipsBetween('lisbno', 'lisbon north', 1)).toBe(2)
})

test('short words forgive nothing, long ones two slips', () => {
  expect([3, 4, 7, 8].map(slipsIn)).toEqual([0, 1, 1, 2])
  expect([likeness('pas', 'was'), likeness('wes', 'was')]).toEqual([0, 0])
  expect(likeness('paspoort', 'paspoort')).toBeGreaterThan(likeness('paspo', 'paspoort'))
  expect(likeness('paspo', 'paspoort')).toBeGreaterThan(likeness('pasport', 'paspoort'))
  expect(likeness('akte', 'huwelijksakte')).toBeGreaterThan(0.5)
})

/** The same distance by its definition. */
function slowly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [restA, restB] = [a.slice(1), b.slice(1)]
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0] ? 1 + slowly(a.slice(2), b.slice(2)) : 99
  return Math.min(slowly(restA, restB) + (a[0] === b[0] ? 0 : 1), slowly(restA, b) + 1, slowly(a, restB) + 1, swapped)
}

test('slips are counted as their definition counts them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      expect(slipsBetween(a, b, most)).toBe(Math.min(most + 1, slowly(a, b)))
      const begun = Math.min(...Array.from({ length: b.length + 1 }, (_, i) => slowly(a, b.slice(0, i))))
      expect(slipsBetween(a, b, most, true)).toBe(Math.min(most + 1, begun))
    }),
  )
})
