import { expect, test } from 'vitest'
import { textIn, thingsIn } from './in-language.ts'

test('a text in the language wanted stands as it is', () => {
  expect(textIn({ nl: 'Paspoort', pt: 'Passaporte' }, 'pt')).toBe('Passaporte')
  expect(thingsIn({ pt: ['fotografia', 'cartão'] }, 'pt')).toEqual(['fotografia', 'cartão'])
})

test('a text in another language says which', () => {
  expect(textIn({ pt: 'Cartão Jovem' }, 'nl')).toBe('Cartão Jovem (Portugees)')
  expect(textIn({ pt: 'Cartão Jovem', nl: 'Jongerenkaart' }, 'fr')).toBe('Jongerenkaart (néerlandais)')
  expect(thingsIn({ nl: [], pt: ['fotografia'] }, 'ar')).toEqual(['fotografia (البرتغالية)'])
})

test('where there is nothing, nothing is said', () => {
  expect(textIn({}, 'nl')).toBeNull()
  expect(textIn({ nl: '' }, 'nl')).toBeNull()
  expect(thingsIn({ nl: [] }, 'en')).toEqual([])
})
