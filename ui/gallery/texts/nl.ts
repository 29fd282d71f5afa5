import { plural } from '../../language.ts'

export const nl = {
  title: 'Waarmee kunnen we u helpen?',
  place: 'Brussel',
  yourNumber: 'Dit is uw nummer',
  best: 'morgen, woensdag 25 november',
  near: 'Dichtbij en snel',
  wait: 'Nu wachten:',
  choose: 'Kies deze tijd',
  almostLate: 'hulp gevraagd',
  noPaper: 'papier op',
  people: (count: number) => plural('nl', count, { one: '{n} persoon', other: '{n} personen' }),
  doneAndNext: 'Klaar, en volgende',
  done: 'Klaar',
  back: 'Terug',
  wasDone: 'De vrouw met dit nummer is geholpen.',
  sure: 'Weet u het zeker?',
  name: 'Uw naam',
  mail: 'Uw e-mailadres',
  mailHint: 'Daar sturen we de bevestiging heen.',
  mailWrong: 'Er mist een @ in uw e-mailadres.',
  note: 'Wat wilt u ons zeggen?',
}

export type Texts = typeof nl
