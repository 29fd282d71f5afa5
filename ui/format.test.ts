import { expect, test } from 'vitest'
import { makeFormat } from './format.ts'
import { plural } from './language.ts'

const at = Date.parse('2026-11-24T09:42:00Z')
const nl = makeFormat('nl', 'Europe/Brussels')
const en = makeFormat('en', 'Europe/Brussels')
const ar = makeFormat('ar', 'Europe/Brussels')

test('times are 24-hour, with Western digits in every language', () => {
  expect([nl.time(at), en.time(at), ar.time(at)]).toEqual(['10:42', '10:42', '10:42'])
  expect(en.time('2026-11-24T22:05:00.000Z')).toBe('23:05')
  expect(en.time('2026-11-24T23:05:00.000Z')).toBe('00:05')
})

test('an instant is shown in the zone of the place', () => {
  expect(makeFormat('nl', 'Atlantic/Azores').time(at)).toBe('08:42')
  expect(makeFormat('nl', 'America/Sao_Paulo').date('2026-11-24T02:00:00Z')).toBe('maandag 23 november')
})

test('a date always names its weekday', () => {
  expect(nl.date(at)).toBe('dinsdag 24 november')
  expect(en.date(at)).toBe('Tuesday 24 November')
  expect(ar.date(at)).toBe('الثلاثاء، 24 نوفمبر')
  expect(nl.dateWithYear(at)).toBe('dinsdag 24 november 2026')
  expect(nl.dateTime(at)).toBe('dinsdag 24 november, 10:42')
})

test('a day has no zone: it is the same date everywhere', () => {
  expect(makeFormat('nl', 'Pacific/Auckland').day('2026-11-24')).toBe('dinsdag 24 november')
  expect(nl.weekdayShort('2026-11-24')).toBe('di')
  expect(nl.dayOfMonth('2026-11-04')).toBe('4')
  expect(nl.month('2026-11-04')).toBe('november 2026')
})

test('only today and tomorrow are also called so', () => {
  expect(nl.dayFrom('2026-11-24', '2026-11-24')).toBe('vandaag, dinsdag 24 november')
  expect(nl.dayFrom('2026-11-25', '2026-11-24')).toBe('morgen, woensdag 25 november')
  expect(en.dayFrom('2026-11-25', '2026-11-24')).toBe('tomorrow, Wednesday 25 November')
  expect(nl.dayFrom('2026-11-26', '2026-11-24')).toBe('donderdag 26 november')
})

test.each([
  [10, 20, '10 tot 20 minuten', '10 to 20 minutes', 'من 10 إلى 20 دقيقة'],
  [5, 10, '5 tot 10 minuten', '5 to 10 minutes', 'من 5 إلى 10 دقائق'],
  [0, 2, '0 tot 2 minuten', '0 to 2 minutes', 'من 0 إلى 2 دقيقة'],
  [5, 5, '5 minuten', '5 minutes', '5 دقائق'],
  [1, 1, '1 minuut', '1 minute', 'دقيقة واحدة'],
  [85, 125, '1,5 tot 2 uur', '1.5 to 2 hours', 'من 1.5 إلى 2 ساعة'],
  [120, 125, '2 uur', '2 hours', 'ساعتان'],
])('the wait from %i to %i minutes is said as a range', (from, until, inDutch, inEnglish, inArabic) => {
  expect(nl.minutesRange(from, until)).toBe(inDutch)
  expect(en.minutesRange(from, until)).toBe(inEnglish)
  expect(ar.minutesRange(from, until)).toBe(inArabic)
})

test('a duration is said in hours and minutes', () => {
  expect(nl.duration(25)).toBe('25 minuten')
  expect(nl.duration(70)).toBe('1 uur en 10 minuten')
  expect(en.duration(120)).toBe('2 hours')
  expect(ar.duration(65)).toBe('ساعة واحدة و5 دقائق')
})

test('a distance is no more exact than people walk or drive', () => {
  expect(nl.distance(1234)).toBe('1,2 km')
  expect(nl.distance(9400)).toBe('9 km')
  expect(nl.distance(340)).toBe('350 m')
  expect(nl.distance(3)).toBe('50 m')
})

test('amounts and lists are written as the language writes them', () => {
  expect(nl.number(1284)).toBe('1.284')
  expect(en.number(1284.54)).toBe('1,284.5')
  expect(nl.list(['paspoort', 'pasfoto', 'rijbewijs'])).toBe('paspoort, pasfoto en rijbewijs')
})

test('Arabic has six forms for a count and uses each', () => {
  const forms = { zero: 'صفر', one: 'واحد', two: 'اثنان', few: '{n} قليل', many: '{n} كثير', other: '{n} مئة' }
  const said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map((count) => plural('ar', count, forms))
  expect(said).toEqual(['صفر', 'واحد', 'اثنان', '3 قليل', '10 قليل', '11 كثير', '99 كثير', '100 مئة', '102 مئة', '103 قليل'])
})

test('Dutch and English may name zero apart', () => {
  expect(plural('nl', 0, { zero: 'niemand', one: '{n} mens', other: '{n} mensen' })).toBe('niemand')
  expect(plural('nl', 0, { one: '{n} mens', other: '{n} mensen' })).toBe('0 mensen')
  expect(plural('en', 1, { one: '{n} person', other: '{n} people' })).toBe('1 person')
  expect(plural('nl', 1284, { one: '{n} mens', other: '{n} mensen' })).toBe('1.284 mensen')
})

test('a price has its decimals only where it needs them, and the sign of its own currency', () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
  expect([plain(nl.price(1250, 'EUR')), plain(nl.price(700, 'EUR'))]).toEqual(['€ 12,50', '€ 7'])
  expect([en.price(1250, 'EUR'), en.price(700, 'GBP')]).toEqual(['€12.50', '£7'])
  expect(plain(makeFormat('pt', 'Europe/Lisbon').price(450, 'EUR'))).toBe('4,50 €')
  expect(plain(ar.price(1250, 'BRL'))).toBe('\u206612.50 R$\u2069')
})

test('a language has a name in each other', () => {
  expect([nl.languageName('pt'), en.languageName('pt'), ar.languageName('pt')]).toEqual(['Portugees', 'Portuguese', 'البرتغالية'])
})

test.each([
  [
    'fr',
    'mardi 24 novembre',
    'demain, mercredi 25 novembre',
    '10 à 20 minutes',
    '1 heure et 5 minutes',
    '1,5 à 2 heures',
    '1,2 km',
    'a, b et c',
  ],
  [
    'de',
    'Dienstag, 24. November',
    'morgen, Mittwoch, 25. November',
    '10 bis 20 Minuten',
    '1 Stunde und 5 Minuten',
    '1,5 bis 2 Stunden',
    '1,2 km',
    'a, b und c',
  ],
  [
    'pt',
    'terça-feira, 24 de novembro',
    'amanhã, quarta-feira, 25 de novembro',
    '10 a 20 minutos',
    '1 hora e 5 minutos',
    '1,5 a 2 horas',
    '1,2 km',
    'a, b e c',
  ],
] as const)('in %s dates, waits, durations, distances and lists are said as its speakers do', (language, ...said) => {
  const format = makeFormat(language, 'Europe/Brussels')
  const { date, dayFrom, minutesRange, duration, distance, list, time } = format
  expect(time(at)).toBe('10:42')
  expect([
    date(at),
    dayFrom('2026-11-25', '2026-11-24'),
    minutesRange(10, 20),
    duration(65),
    minutesRange(85, 125),
    distance(1234).replace(/\s/g, ' '),
    list(['a', 'b', 'c']),
  ]).toEqual(said)
})

test('nought is one in French and many in German and Portuguese', () => {
  const none = (language: 'fr' | 'de' | 'pt') => makeFormat(language, 'UTC').duration(0)
  expect([none('fr'), none('de'), none('pt')]).toEqual(['0 minute', '0 Minuten', '0 minutos'])
})
