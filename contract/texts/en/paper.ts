import { counted } from '../counted.ts'
import type { PaperTexts } from '../nl/paper.ts'

const persons = counted('en', { one: '1 person', other: '# people' })
const minutes = counted('en', { one: '1 minute', other: '# minutes' })

/** What the paper of a ticket says. */
export const paper: PaperTexts = {
  locale: 'en-GB',
  dateAndTime: (date, time) => `${date}, ${time}`,
  serviceAndPeople: (service, people) => `${service}, ${people}`,
  people: persons,
  waitHeading: 'You will probably wait',
  about: (until) => `about ${minutes(until)}`,
  atMost: (until) => `no more than ${minutes(until)}`,
  range: (from, until) => `${from} to ${minutes(until)}`,
  ahead: (people) => (people === 0 ? 'Nobody is before you.' : `Before you: ${persons(people)}.`),
  appointmentAt: (time) => `Your appointment is at ${time}.`,
  aroundThen: 'We call you around that time.',
  follow: 'See on your phone how far it is. You can go out for a while.',
  bring: 'Have ready:',
  keep: 'This is your number. Wait until you see or hear it.',
  copy: 'COPY',
  test: 'Test print. This is not a valid number.',
  number: (label) => `Number ${label}`,
}
