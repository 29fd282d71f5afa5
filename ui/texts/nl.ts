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
  /** How long the way takes. */
  walk: (minutes: number) => plural('nl', minutes, { one: 'ongeveer 1 minuut lopen', other: 'ongeveer {n} minuten lopen' }),
  ride: (minutes: number) =>
    plural('nl', minutes, { one: 'ongeveer 1 minuut met auto of bus', other: 'ongeveer {n} minuten met auto of bus' }),
}

export type Texts = typeof nl
