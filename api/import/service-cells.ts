import type { Cell } from './cells.ts'
import { short } from './table.ts'

const minutesMax = 480

/** Whole minutes of work, at most eight hours. Null where nothing stands there. */
export function minutesIn(cell: string): Cell<number | null> {
  const text = cell.trim().replace(/\s*(min|minutes|minuten|minutos|')\.?$/i, '')
  if (text === '') return { value: null }
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  return minutes >= 0 && minutes <= minutesMax
    ? { value: minutes }
    : { reason: `"${short(cell)}" is no number of minutes: a whole number up to ${minutesMax}` }
}

/** The letter that numbers begin with; I, O, Q and N are never given. Empty stays empty. */
export function seriesIn(cell: string): Cell<string> {
  const letter = cell.trim().toUpperCase()
  if (letter === '' || /^[A-HJ-MPR-Z]$/.test(letter)) return { value: letter }
  return {
    reason: `"${short(cell)}" is no letter of a series: one of A to Z, without I, O and Q, which look like digits, and N, which emergency numbers have`,
  }
}

const yes = new Set('yes y ja j oui o sim s true 1 x نعم'.split(' '))
const no = new Set('no n nee nein non nao não false 0 - لا'.split(' '))

/** Yes or no in any of the languages. Null where nothing stands there. */
export function yesIn(cell: string): Cell<boolean | null> {
  const text = cell.trim().toLowerCase()
  if (text === '') return { value: null }
  if (yes.has(text)) return { value: true }
  return no.has(text) ? { value: false } : { reason: `"${short(cell)}" is neither yes nor no` }
}
