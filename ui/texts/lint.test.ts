import { expect, test } from 'vitest'
import type { Language } from '../../contract/language.ts'
import { counted } from '../../contract/texts/counted.ts'
import { faultsBetween, hardWordFaults, leavesOf, sentenceFaults } from './lint.ts'

const faults = (language: Exclude<Language, 'nl'>, source: unknown, own: unknown, en: unknown = {}) =>
  faultsBetween(language, source, own, { en })

test('a key that misses, and one too many, is found', () => {
  expect(faults('en', { a: { b: 'hallo', c: 'dag' } }, { a: { b: 'hello' }, d: 'more' })).toEqual([
    'a.c is missing in en',
    'd is in en only',
  ])
})

test('a string left in Dutch or English is found', () => {
  expect(faults('en', { a: 'Sluiten' }, { a: 'Sluiten' })).toHaveLength(1)
  expect(faults('ar', { a: 'Sluiten' }, { a: 'Close' }, { a: 'Close' })).toHaveLength(2)
  expect(faults('de', { a: 'Sluiten' }, { a: 'Close' }, { a: 'Close' })).toEqual(['a is en, not de: "Close"'])
  expect(faultsBetween('pt', { a: 'Sluiten' }, { a: 'Fermer' }, { fr: { a: 'Fermer' } })).toEqual(['a is fr, not pt: "Fermer"'])
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

test('words that two languages share are allowed between those two only', () => {
  expect(faults('de', { a: '103 Personen' }, { a: '103 Personen' })).toEqual([])
  expect(faults('fr', { a: '103 Personen' }, { a: '103 Personen' })).toEqual(['a is nl, not fr: "103 Personen"'])
  expect(faultsBetween('pt', { a: 'grens' }, { a: 'limite' }, { fr: { a: 'limite' } })).toEqual([])
})

test('a word of another language within a sentence is found', () => {
  const foreign = (language: Exclude<Language, 'nl'>, text: string) => faults(language, { a: 'iets' }, { a: text })
  expect(foreign('de', 'Wählen Sie een Termin.')).toHaveLength(1)
  expect(foreign('de', 'Hier können Sie warten.')).toEqual([])
  expect(foreign('fr', 'Choisissez une heure from la liste.')).toHaveLength(1)
  expect(foreign('fr', 'Allez à Paris.')).toEqual([])
  expect(foreign('pt', 'Escolha une hora.')).toHaveLength(1)
  expect(foreign('en', 'Choose the Termin, nicht now.')).toHaveLength(1)
})

test('a familiar word, and a word of Brazil, is found', () => {
  expect(faults('pt', { a: 'iets' }, { a: 'Você pode esperar.' })).toEqual(['a says "Você" in pt: "Você pode esperar."'])
  expect(faults('fr', { a: 'iets' }, { a: 'Tu attends.' })).toHaveLength(1)
  expect(faults('de', { a: 'iets' }, { a: 'Warte, bis du dran bist.' })).toHaveLength(1)
})

test('French has its no-break spaces and its curved apostrophe', () => {
  const signs = (text: string) => faults('fr', { a: 'iets' }, { a: text }).length
  expect(signs('C’est où\u00a0?')).toBe(0)
  expect(signs('Où\u00a0: «\u00a0Liège\u00a0», dès 10:42.')).toBe(0)
  expect([signs('C’est où ?'), signs('C’est où?'), signs('Où : là'), signs('Où: là'), signs("C'est là"), signs('« Liège »')]).toEqual([
    1, 1, 1, 1, 1, 1,
  ])
})

test('Arabic counts in six forms, and Portuguese counts nothing as many', () => {
  const forms = { zero: 'لا أحد', one: 'شخص', two: 'شخصان', few: '# أشخاص', many: '# شخصًا', other: '# شخص' }
  const said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map(counted('ar', forms))
  expect(said).toEqual(['لا أحد', 'شخص', 'شخصان', '3 أشخاص', '10 أشخاص', '11 شخصًا', '99 شخصًا', '100 شخص', '102 شخص', '103 أشخاص'])
  expect([0, 1, 2].map(counted('pt-PT', { one: '# pessoa', other: '# pessoas' }))).toEqual(['0 pessoas', '1 pessoa', '2 pessoas'])
  expect([0, 1, 2].map(counted('fr', { one: '# personne', other: '# personnes' }))).toEqual(['0 personne', '1 personne', '2 personnes'])
})
