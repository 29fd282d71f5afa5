import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const de: Texts = {
  title: 'Karte der Hallen',
  regions: 'Bereich',
  nearer: 'Näher',
  further: 'Weiter weg',
  whole: 'Der ganze Bereich',
  how: 'Pfeiltasten gehen von Halle zu Halle, Plus und Minus zoomen, Enter öffnet.',
  legend: 'So lesen Sie die Karte',
  size: 'Je größer, desto mehr Menschen warten.',
  ring: 'Ein Ring: mehrere Hallen nah beieinander, und wie viele davon in welchem Zustand.',
  nowhere: 'Keine dieser Hallen hat einen Platz auf der Karte.',
  list: 'Liste',
  map: 'Karte',
  one: (name, state, waiting) => `${name}: ${state}, ${waiting}`,
  several: (halls, worst, waiting) => `${halls}, ${worst}, ${waiting}`,
  atWorst: (state) => `im schlimmsten Fall: ${state}`,
  halls: (n) => plural('de', n, { one: '{n} Halle', other: '{n} Hallen' }),
  waiting: (n) => plural('de', n, { zero: 'niemand wartet', one: '{n} Person wartet', other: '{n} Menschen warten' }),
  over: (n) => plural('de', n, { zero: 'nirgends zu lang', one: 'in {n} Halle zu lang', other: 'in {n} Hallen zu lang' }),
}
