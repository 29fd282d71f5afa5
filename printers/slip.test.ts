import { expect, test } from 'vitest'
import { paperTexts, writtenDate, writtenWait } from './slip.ts'

const at = Date.UTC(2026, 10, 24, 9, 42)

test('the date is written in the language and in the zone of the point', () => {
  expect(writtenDate(at, 'Europe/Brussels', 'nl')).toBe('dinsdag 24 november 2026, 10:42')
  expect(writtenDate(at, 'Atlantic/Azores', 'nl')).toBe('dinsdag 24 november 2026, 08:42')
  expect(writtenDate(at, 'America/Sao_Paulo', 'en')).toMatch(/^Tuesday,? 24 November 2026, 06:42$/)
  expect(writtenDate(at, 'Europe/Paris', 'ar')).toMatch(/الثلاثاء.*24 نوفمبر 2026، 10:42/)
})

test('a wait is a range, never a false precision', () => {
  expect(writtenWait({ fromMinutes: 10, untilMinutes: 20 }, 'nl')).toBe('10 tot 20 minuten')
  expect(writtenWait({ fromMinutes: 0, untilMinutes: 5 }, 'nl')).toBe('niet meer dan 5 minuten')
  expect(writtenWait({ fromMinutes: 0, untilMinutes: 0 }, 'en')).toBe('no more than 1 minute')
  expect(writtenWait({ fromMinutes: 15, untilMinutes: 15 }, 'en')).toBe('about 15 minutes')
  expect(writtenWait({ fromMinutes: 3, untilMinutes: 7 }, 'ar')).toBe('من 3 إلى 7 دقائق')
})

test.each([
  [0, 'لا أحد'],
  [1, 'شخص واحد'],
  [2, 'شخصان'],
  [3, '3 أشخاص'],
  [11, '11 شخصًا'],
  [100, '100 شخص'],
])('Arabic says %i people in its own form', (count, words) => {
  expect(paperTexts('ar').people(count)).toBe(words)
})

test('Dutch and English have two forms', () => {
  expect([1, 2].map(paperTexts('nl').people)).toEqual(['1 persoon', '2 personen'])
  expect([1, 2].map(paperTexts('en').people)).toEqual(['1 person', '2 people'])
})
