import { plural } from '../../language.ts'
import type { Texts } from './nl.ts'

export const en: Texts = {
  title: 'How can we help you?',
  place: 'Brussels',
  yourNumber: 'This is your number',
  best: 'tomorrow, Wednesday 25 November',
  near: 'Near and soon',
  wait: 'Wait now:',
  choose: 'Choose this time',
  almostLate: 'asked for help',
  noPaper: 'out of paper',
  people: (count) => plural('en', count, { one: '{n} person', other: '{n} people' }),
  doneAndNext: 'Done, and next',
  done: 'Done',
  back: 'Back',
  wasDone: 'The woman with this number was helped.',
  sure: 'Are you sure?',
  name: 'Your name',
  mail: 'Your e-mail address',
  mailHint: 'We send the confirmation there.',
  mailWrong: 'There is no @ in your e-mail address.',
  note: 'What do you want to tell us?',
}
