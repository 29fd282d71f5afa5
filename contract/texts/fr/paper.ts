import { counted } from '../counted.ts'
import type { PaperTexts } from '../nl/paper.ts'

const persons = counted('fr', { one: '# personne', other: '# personnes' })
const minutes = counted('fr', { one: '# minute', other: '# minutes' })

/** What the paper of a ticket says. */
export const paper: PaperTexts = {
  locale: 'fr-FR',
  dateAndTime: (date, time) => `${date}, ${time}`,
  serviceAndPeople: (service, people) => `${service}, ${people}`,
  people: persons,
  waitHeading: 'Attente probable :',
  about: (until) => `environ ${minutes(until)}`,
  atMost: (until) => `pas plus de ${minutes(until)}`,
  range: (from, until) => `${from} à ${minutes(until)}`,
  ahead: (people) => (people === 0 ? 'Personne n’est avant vous.' : `Avant vous : ${persons(people)}.`),
  appointmentAt: (time) => `Votre rendez-vous est à ${time}.`,
  aroundThen: 'Nous vous appelons vers cette heure.',
  follow: 'Suivez votre tour sur votre téléphone. Vous pouvez sortir un moment.',
  bring: 'Préparez :',
  keep: 'C’est votre numéro. Attendez de le voir ou de l’entendre.',
  copy: 'COPIE',
  test: 'Essai d’impression. Ce numéro n’est pas valable.',
  number: (label) => `Numéro ${label}`,
}
