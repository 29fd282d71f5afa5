import { expect, test } from 'vitest'
import { findThings, vocabularyOf } from './search-words.ts'

const names = [
  ['Paspoort', 'Een nieuw paspoort aanvragen of ophalen'],
  ['Paspoort voor een kind', 'Voor wie jonger dan 18 is'],
  ['Rijbewijs', 'Een nieuw rijbewijs aanvragen'],
  ['Huwelijksakte', 'Een afschrift van de akte'],
  ['Geboorteakte', 'Een afschrift van de akte'],
  ['Verhuizing doorgeven', 'U gaat in een ander huis wonen'],
]
const vocabulary = vocabularyOf(
  names.map(([name, said]) => [
    { text: name!, weight: 1 },
    { text: said!, weight: 0.5 },
  ]),
)
const find = (typed: string) => findThings(vocabulary, typed).map((thing) => names[thing]![0])

test.each([
  ['paspoort', 'Paspoort'],
  ['pasport', 'Paspoort'],
  ['paspoort kind', 'Paspoort voor een kind'],
  ['ik wil graag een nieuw paspoort', 'Paspoort'],
  ['rij bewijs', 'Rijbewijs'],
  ['RIJBEWIJSS', 'Rijbewijs'],
  ['akte huwelijk', 'Huwelijksakte'],
  ['geboorte', 'Geboorteakte'],
  ['verhuisd', 'Verhuizing doorgeven'],
])('%s finds %s first', (typed, name) => expect(find(typed)[0]).toBe(name))

test('a word that stands in a name and in what is said finds both, the name first', () => {
  expect(find('akte').slice(0, 2).sort()).toEqual(['Geboorteakte', 'Huwelijksakte'])
  expect(find('paspoort')).toEqual(['Paspoort', 'Paspoort voor een kind'])
})

test('nothing is found for what nothing is like, nor for nothing', () => {
  expect([find('vissen'), find(''), find('???'), findThings(vocabularyOf([]), 'paspoort')]).toEqual([[], [], [], []])
})
