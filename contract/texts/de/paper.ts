import { counted } from '../counted.ts'
import type { PaperTexts } from '../nl/paper.ts'

const persons = counted('de', { one: '# Person', other: '# Personen' })
const minutes = counted('de', { one: '# Minute', other: '# Minuten' })

/** What the paper of a ticket says. */
export const paper: PaperTexts = {
  locale: 'de-DE',
  dateAndTime: (date, time) => `${date}, ${time} Uhr`,
  serviceAndPeople: (service, people) => `${service}, ${people}`,
  people: persons,
  waitHeading: 'Sie warten wahrscheinlich',
  about: (until) => `etwa ${minutes(until)}`,
  atMost: (until) => `höchstens ${minutes(until)}`,
  range: (from, until) => `${from} bis ${minutes(until)}`,
  ahead: (people) => (people === 0 ? 'Niemand ist vor Ihnen dran.' : `Vor Ihnen: ${persons(people)}.`),
  appointmentAt: (time) => `Ihr Termin ist um ${time} Uhr.`,
  aroundThen: 'Wir rufen Sie ungefähr um diese Zeit auf.',
  follow: 'Auf Ihrem Handy sehen Sie, wie weit es ist. Sie können kurz weggehen.',
  bring: 'Bitte bereithalten:',
  keep: 'Das ist Ihre Nummer. Warten Sie, bis Sie sie sehen oder hören.',
  copy: 'KOPIE',
  test: 'Probedruck. Diese Nummer gilt nicht.',
  number: (label) => `Nummer ${label}`,
}
