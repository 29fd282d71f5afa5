import { plural } from '../language.ts'
import type { Texts } from './nl.ts'

export const de: Texts = {
  counter: 'Schalter',
  close: 'Schließen',
  undo: 'Rückgängig',
  optional: 'freiwillig',
  loadingLong: 'Einen Moment. Es dauert etwas länger als sonst.',
  loading: 'Einen Moment',
  wrongFields: 'Etwas stimmt noch nicht',
  language: 'Sprache',
  connected: 'verbunden',
  connecting: 'Verbindung wird hergestellt',
  lostSince: (time) => `keine Verbindung seit ${time}`,
  lastKnown: 'Sie sehen den letzten bekannten Stand.',
  error: 'Fehler:',
  free: 'kostenlos',
  ageFrom: (from) => `ab ${from} Jahren`,
  ageUntil: (last) => `bis ${last} Jahre`,
  ageBetween: (from, last) => `von ${from} bis ${last} Jahren`,
  onlyIn: (names) => `nur auf ${names}`,
  online: 'Sie können das auch online erledigen',
  walk: (minutes) => plural('de', minutes, { one: 'etwa 1 Minute zu Fuß', other: 'etwa {n} Minuten zu Fuß' }),
  ride: (minutes) => plural('de', minutes, { one: 'etwa 1 Minute mit Auto oder Bus', other: 'etwa {n} Minuten mit Auto oder Bus' }),
}
