import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cp858, fitsCodePage, plain, printable } from './printable.ts'

test('control characters and printer commands in a name are gone', () => {
  expect(printable("O'Brien\u001b@\u001dV\u0000\r\n")).toBe("O'Brien@V")
  expect(printable('a\tb\u2009c\u00a0d')).toBe('a b c d')
  expect(printable('\u202eevil\u2066')).toBe('evil')
})

test('no text, however odd, keeps a byte a printer would obey', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const letter of printable(text)) {
        const code = letter.codePointAt(0) ?? 0
        expect(code >= 0x20 && !(code >= 0x7f && code <= 0x9f)).toBe(true)
      }
    }),
  )
})

test('names of the neighbourhood print in the printer’s own letters', () => {
  for (const name of ['één café à Liège', 'São João', 'Müller', '€ 12,50', '’s-Hertogenbosch']) expect(fitsCodePage(plain(name))).toBe(true)
  for (const name of ['Łódź', 'Ελλάδα', 'القنصلية', '中文']) expect(fitsCodePage(plain(name))).toBe(false)
})

test('the page has 128 characters above ASCII, the euro among them at 213', () => {
  expect([...cp858]).toHaveLength(128)
  expect([...cp858][213 - 128]).toBe('€')
})
