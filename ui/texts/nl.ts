import { plural } from '../language.ts'

export const nl = {
  counter: 'balie',
  close: 'Sluiten',
  undo: 'Ongedaan maken',
  optional: 'niet verplicht',
  loadingLong: 'Even geduld. Dit duurt iets langer dan anders.',
  loading: 'Even geduld',
  wrongFields: 'Er klopt nog iets niet',
  language: 'Taal',
  connected: 'verbonden',
  connecting: 'verbinding maken',
  lostSince: (time: string) => `geen verbinding sinds ${time}`,
  lastKnown: 'U ziet de laatste stand.',
  error: 'Fout:',
  free: 'gratis',
  ageFrom: (from: number) => `vanaf ${from} jaar`,
  ageUntil: (last: number) => `tot en met ${last} jaar`,
  ageBetween: (from: number, last: number) => `van ${from} tot en met ${last} jaar`,
  onlyIn: (names: string) => `alleen in het ${names}`,
  online: 'Dit kunt u ook online doen',
  /** Somebody of the staff chooses another password. */
  password: {
    act: 'Mijn wachtwoord wijzigen',
    present: 'Wachtwoord van nu',
    next: 'Nieuw wachtwoord',
    nextHint: 'Minstens 12 tekens. Een paar losse woorden achter elkaar mag ook.',
    again: 'Nieuw wachtwoord nog een keer',
    noPresent: 'Vul het wachtwoord van nu in.',
    short: 'Dit is te kort. Kies minstens 12 tekens.',
    differ: 'Deze twee zijn niet gelijk. Typ het nieuwe wachtwoord nog een keer.',
    cancel: 'Niet wijzigen',
    yes: 'Wijzigen',
    done: 'Uw wachtwoord is gewijzigd. Op andere schermen moet u opnieuw inloggen.',
  },
  /** A manager closes the counter that a colleague left. */
  closing: {
    heading: (counter: number) => `Balie ${counter} sluiten?`,
    open: (name: string, time: string) => `${name} heeft deze balie open sinds ${time}.`,
    paused: (name: string, time: string) => `${name} heeft pauze aan deze balie sinds ${time}.`,
    nobody: 'Er is niemand aan de balie.',
    serving: (label: string, time: string) => `${label} is aan de balie sinds ${time}. Dit nummer komt bij Apart gezet.`,
    called: (label: string, time: string) => `${label} is geroepen om ${time}. Dit nummer gaat terug naar zijn plek in de rij.`,
    changed: 'Er is net iets veranderd aan deze balie. Lees het opnieuw en kies dan.',
    no: 'Niet sluiten',
    yes: 'Balie sluiten',
  },
  /** How long the way takes. */
  walk: (minutes: number) => plural('nl', minutes, { one: 'ongeveer 1 minuut lopen', other: 'ongeveer {n} minuten lopen' }),
  ride: (minutes: number) =>
    plural('nl', minutes, { one: 'ongeveer 1 minuut met auto of bus', other: 'ongeveer {n} minuten met auto of bus' }),
}

export type Texts = typeof nl
