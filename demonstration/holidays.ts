import { addDays, type Day } from '../domain/time.ts'

/** Easter Sunday of a year of the Gregorian calendar (Meeus/Jones/Butcher; J. Meeus, Astronomical Algorithms, 1991, chapter 8). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOfYear(year, Math.floor(n / 31), (n % 31) + 1)
}

/** A country as the demonstration knows it; the islands of Portugal have a day of their own. */
export type Land = 'PT' | 'PT-20' | 'PT-30' | 'BE' | 'NL' | 'FR' | 'GB' | 'BR'

const dayOfYear = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const portuguese = ['01-01', '04-25', '05-01', '06-10', '08-15', '10-05', '11-01', '12-01', '12-08', '12-25']

/**
 * Days of the year on which public offices are closed, without those that hang on Easter. Portugal: Código do Trabalho, art. 234; Belgium: law
 * of 4 January 1974 and royal decree of 18 April 1974; the Netherlands: Algemene termijnenwet, art. 3; France: Code du travail, L3133-1; Brazil:
 * laws 662/1949, 6.802/1980 and 14.759/2023; England and Wales: Banking and Financial Dealings Act 1971.
 */
const fixed: Record<Land, readonly string[]> = {
  PT: portuguese,
  'PT-20': portuguese,
  'PT-30': [...portuguese, '07-01'],
  BE: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
  NL: ['01-01', '12-25', '12-26'],
  FR: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  GB: ['01-01', '12-25', '12-26'],
  BR: ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25'],
}

/** Days after Easter Sunday: Good Friday is −2, Easter Monday 1, Ascension 39, Whit Monday 50, Corpus Christi 60, Carnival −47. */
const movable: Record<Land, readonly number[]> = {
  PT: [-2, 0, 60],
  'PT-20': [-2, 0, 50, 60],
  'PT-30': [-2, 0, 60],
  BE: [0, 1, 39, 50],
  NL: [0, 1, 39, 50],
  FR: [1, 39, 50],
  GB: [-2, 1],
  BR: [-47, -2, 60],
}

/** The public holidays of a land in a year, in order. */
export function holidaysOf(land: Land, year: number): Day[] {
  const sunday = easter(year)
  const days = [
    ...fixed[land].map((day) => `${year}-${day}`),
    ...movable[land].map((after) => addDays(sunday, after)),
    ...moving(land, year),
  ]
  return [...new Set(days)].sort()
}

/** Days that a weekday decides: King's Day, and the bank holidays of England. */
function moving(land: Land, year: number): Day[] {
  if (land === 'NL') return [weekdayIn(year, 4, 27) === 7 ? `${year}-04-26` : `${year}-04-27`]
  if (land !== 'GB') return []
  return [firstMonday(year, 5, 1), firstMonday(year, 5, 25), firstMonday(year, 8, 25), ...substitutes(year)]
}

const weekdayIn = (year: number, month: number, day: number): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7

/** The first Monday on or after a day. */
const firstMonday = (year: number, month: number, day: number): Day =>
  addDays(dayOfYear(year, month, day), (8 - weekdayIn(year, month, day)) % 7)

/** In England a holiday on a weekend has the next weekday that is none. */
function substitutes(year: number): Day[] {
  const christmas = weekdayIn(year, 12, 25)
  const newYear = weekdayIn(year, 1, 1)
  return [
    ...(newYear > 5 ? [firstMonday(year, 1, 1)] : []),
    ...(christmas === 5
      ? [`${year}-12-28`]
      : christmas === 6
        ? [`${year}-12-27`, `${year}-12-28`]
        : christmas === 7
          ? [`${year}-12-27`]
          : []),
  ]
}
