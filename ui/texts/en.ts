import { plural } from '../language.ts'
import type { Texts } from './nl.ts'

export const en: Texts = {
  counter: 'counter',
  close: 'Close',
  undo: 'Undo',
  optional: 'not required',
  loadingLong: 'One moment. This takes a little longer than usual.',
  loading: 'One moment',
  wrongFields: 'Something is not right yet',
  language: 'Language',
  connected: 'connected',
  connecting: 'connecting',
  lostSince: (time) => `no connection since ${time}`,
  lastKnown: 'You see what we last knew.',
  error: 'Error:',
  free: 'free',
  ageFrom: (from) => `from age ${from}`,
  ageUntil: (last) => `up to age ${last}`,
  ageBetween: (from, last) => `from age ${from} to ${last}`,
  onlyIn: (names) => `only in ${names}`,
  online: 'You can do this online too',
  walk: (minutes) => plural('en', minutes, { one: 'about 1 minute on foot', other: 'about {n} minutes on foot' }),
  ride: (minutes) => plural('en', minutes, { one: 'about 1 minute by car or bus', other: 'about {n} minutes by car or bus' }),
}
