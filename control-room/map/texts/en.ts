import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const en: Texts = {
  title: 'Map of the halls',
  regions: 'Area',
  nearer: 'Nearer',
  further: 'Further off',
  whole: 'The whole area',
  how: 'Arrow keys go from hall to hall, plus and minus zoom, Enter opens.',
  legend: 'How to read the map',
  size: 'The larger, the more people wait.',
  ring: 'A ring: several halls close together, and how many of them in which state.',
  nowhere: 'None of these halls has a place on the map.',
  list: 'List',
  map: 'Map',
  one: (name, state, waiting) => `${name}: ${state}, ${waiting}`,
  several: (halls, worst, waiting) => `${halls}, ${worst}, ${waiting}`,
  atWorst: (state) => `the worst: ${state}`,
  halls: (n) => plural('en', n, { one: '1 hall', other: '{n} halls' }),
  waiting: (n) => plural('en', n, { zero: 'nobody waits', one: '1 person waits', other: '{n} people wait' }),
  over: (n) => plural('en', n, { zero: 'nowhere too long', one: '1 hall too long', other: '{n} halls too long' }),
}
