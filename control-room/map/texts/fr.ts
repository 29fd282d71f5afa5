import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const fr: Texts = {
  title: 'Carte des salles',
  regions: 'Zone',
  nearer: 'Plus près',
  further: 'Plus loin',
  whole: 'Toute la zone',
  how: 'Les flèches vont d’une salle à l’autre, plus et moins changent l’échelle, Entrée ouvre.',
  legend: 'Comment lire la carte',
  size: 'Plus le signe est grand, plus de personnes attendent.',
  ring: 'Un anneau : plusieurs salles proches, et combien d’entre elles dans quel état.',
  nowhere: 'Aucune de ces salles n’a de place sur la carte.',
  list: 'Liste',
  map: 'Carte',
  one: (name, state, waiting) => `${name} : ${state}, ${waiting}`,
  several: (halls, worst, waiting) => `${halls}, ${worst}, ${waiting}`,
  atWorst: (state) => `au pire : ${state}`,
  halls: (n) => plural('fr', n, { one: '{n} salle', other: '{n} salles' }),
  waiting: (n) => plural('fr', n, { zero: 'personne n’attend', one: '{n} personne attend', other: '{n} personnes attendent' }),
  over: (n) => plural('fr', n, { zero: 'nulle part trop long', one: '{n} salle trop longue', other: '{n} salles trop longues' }),
}
