import { expect, test } from 'vitest'
import { ownDirection, visualPieces } from './bidi.ts'

const seen = (line: string, base: 'ltr' | 'rtl') => visualPieces(line, base).map((piece) => piece.text)

test('Latin text stays as it is', () => {
  expect(seen('Voor u: 6 mensen.', 'ltr').join('')).toBe('Voor u: 6 mensen.')
})

test('an Arabic line runs to the left, its figures to the right', () => {
  expect(seen('من 10 إلى 20', 'rtl')).toEqual(['20', ' ', 'إلى', ' ', '10', ' ', 'من'])
})

test('Latin words keep their order within an Arabic line', () => {
  expect(seen('في Stadskantoor Aalter', 'rtl')).toEqual(['Stadskantoor', ' ', 'Aalter', ' ', 'في'])
})

test('brackets around Arabic are mirrored, and close on the left', () => {
  expect(seen('شخص (مم)', 'rtl').join('')).toBe('(مم) شخص')
})

test('a full stop stands at the end of the line, which is its left', () => {
  expect(seen('قليلًا.', 'rtl')[0]).toBe('.')
})

test('an Arabic name within a Dutch line turns only itself', () => {
  expect(seen('Loket القنصلية المغربية open', 'ltr')).toEqual(['Loket', ' ', 'المغربية', ' ', 'القنصلية', ' ', 'open'])
})

test('a text runs as its first letter does', () => {
  expect(ownDirection('123 القنصلية Aalter')).toBe('rtl')
  expect(ownDirection('Aalter القنصلية')).toBe('ltr')
  expect(ownDirection('12:30')).toBeUndefined()
})
