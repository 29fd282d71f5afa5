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
}
