import { plural } from '../../language.ts'
import type { Texts } from './nl.ts'

export const de: Texts = {
  title: 'Wie können wir Ihnen helfen?',
  place: 'Brüssel',
  yourNumber: 'Das ist Ihre Nummer',
  best: 'morgen, Mittwoch, 25. November',
  near: 'Nah und schnell',
  wait: 'Wartezeit jetzt:',
  choose: 'Diese Zeit wählen',
  almostLate: 'Hilfe angefragt',
  noPaper: 'kein Papier mehr',
  people: (count) => plural('de', count, { one: '{n} Person', other: '{n} Personen' }),
  doneAndNext: 'Fertig, und weiter',
  done: 'Fertig',
  back: 'Zurück',
  wasDone: 'Die Frau mit dieser Nummer wurde bedient.',
  sure: 'Sind Sie sicher?',
  name: 'Ihr Name',
  mail: 'Ihre E-Mail-Adresse',
  mailHint: 'Dorthin senden wir die Bestätigung.',
  mailWrong: 'In Ihrer E-Mail-Adresse fehlt ein @.',
  note: 'Was möchten Sie uns sagen?',
}
