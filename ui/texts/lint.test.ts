import { expect, test } from 'vitest'
import { faultsBetween, hardWordFaults, leavesOf, sentenceFaults } from './lint.ts'

const faults = (language: 'en' | 'ar', source: unknown, own: unknown, other: unknown = {}) => faultsBetween(language, source, own, other)

test('a key that misses, and one too many, is found', () => {
  expect(faults('en', { a: { b: 'hallo', c: 'dag' } }, { a: { b: 'hello' }, d: 'more' })).toEqual([
    'a.c is missing in en',
    'd is in en only',
  ])
})

test('a string left in Dutch or English is found', () => {
  expect(faults('en', { a: 'Sluiten' }, { a: 'Sluiten' })).toHaveLength(1)
  expect(faults('ar', { a: 'Sluiten' }, { a: 'Close' }, { a: 'Close' })).toHaveLength(2)
  expect(faults('ar', { a: 'Sluiten' }, { a: 'Shut' }, { a: 'Close' })).toEqual(['a is not Arabic: "Shut"'])
  expect(faults('ar', { a: 'Sluit nu' }, { a: 'إغلاق now' }, { a: 'Close now' })).toEqual(['a is not Arabic: "إغلاق now"'])
})

test('words that are the same in both, and what has no words, may stay', () => {
  expect(faults('en', { a: 'QR-code', b: '{n} min', c: '10:42' }, { a: 'QR-code', b: '{n} min', c: '10:42' })).toEqual([])
})

test('other values are found, in placeholders and in functions', () => {
  expect(faults('en', { a: 'nog {count} mensen' }, { a: '{number} people left' })).toHaveLength(1)
  expect(faults('en', { a: (count: number) => `nog ${count} mensen` }, { a: () => 'some people left' })).toHaveLength(1)
  expect(
    faults('en', { a: (one: number, two: number) => `${one} of ${two}` }, { a: (one: number, two: number) => `${two} or ${one}` }),
  ).toEqual([])
  expect(faults('en', { a: (x: number, y: number) => `${x} en ${y}` }, { a: (x: number) => `only ${x}` })).toHaveLength(1)
})

test('functions that want strings, records or lists are said too', () => {
  const said = leavesOf({
    a: (name: string) => name.toUpperCase().concat(' komt'),
    b: ({ place }: { place: string }) => `in ${place.trim()}`,
    c: (all: string[]) => `met ${all.join(' en ')}`,
  })
  expect([...said.values()]).toEqual(['103 komt', 'in 103', 'met 103 en 104 en 105 en 106'])
})

test('a long sentence, and a long mean, is found', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'woord').join(' ')
  expect(sentenceFaults(new Map([['a', words(12)]]))).toEqual([])
  expect(sentenceFaults(new Map([['a', words(13)]]))).toEqual(['the mean sentence has 13.0 words'])
  expect(sentenceFaults(new Map([['a', `${words(21)}. Ja. Nee.`]]))).toHaveLength(1)
  expect(sentenceFaults(new Map([['a', `${words(12)}. ${words(12)}! ${words(3)}?`]]))).toEqual([])
})

test('a word of the office is found, also with a capital', () => {
  expect(
    hardWordFaults(
      new Map([
        ['a', 'Indien u wacht, blijf zitten.'],
        ['b', 'Als u wacht, blijf zitten.'],
      ]),
    ),
  ).toEqual(['a says "Indien": "Indien u wacht, blijf zitten."'])
})

test('a locale for Intl is no text', () => {
  expect(faults('ar', { locale: 'nl' }, { locale: 'ar-u-nu-latn' })).toEqual([])
})

test('a word that Dutch and English share is still not Arabic', () => {
  expect(faults('en', { a: 'Help' }, { a: 'Help' })).toEqual([])
  expect(faults('ar', { a: 'Help' }, { a: 'Help' }, { a: 'Help' })).toContain('a is not Arabic: "Help"')
  expect(faults('ar', { a: 'Open de QR-code' }, { a: 'افتح رمز QR' })).toEqual([])
})
