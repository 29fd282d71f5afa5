import { plural } from '../language.ts'
import type { Texts } from './nl.ts'

export const fr: Texts = {
  counter: 'guichet',
  close: 'Fermer',
  undo: 'Annuler',
  optional: 'facultatif',
  loadingLong: 'Un instant. Cela dure un peu plus longtemps que d’habitude.',
  loading: 'Un instant',
  wrongFields: 'Il y a encore une erreur',
  language: 'Langue',
  connected: 'connecté',
  connecting: 'connexion en cours',
  lostSince: (time) => `pas de connexion depuis ${time}`,
  lastKnown: 'Vous voyez les dernières données reçues.',
  error: 'Erreur :',
  free: 'gratuit',
  ageFrom: (from) => `à partir de ${from} ans`,
  ageUntil: (last) => `jusqu’à ${last} ans`,
  ageBetween: (from, last) => `de ${from} à ${last} ans`,
  onlyIn: (names) => `seulement en ${names}`,
  online: 'Vous pouvez aussi faire cela en ligne',
  walk: (minutes) => plural('fr', minutes, { one: 'environ 1 minute à pied', other: 'environ {n} minutes à pied' }),
  ride: (minutes) =>
    plural('fr', minutes, { one: 'environ 1 minute en voiture ou en bus', other: 'environ {n} minutes en voiture ou en bus' }),
}
