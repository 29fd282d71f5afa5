import { plural } from '../../language.ts'
import type { Texts } from './nl.ts'

export const fr: Texts = {
  title: 'Comment pouvons-nous vous aider ?',
  place: 'Bruxelles',
  yourNumber: 'C’est votre numéro',
  best: 'demain, mercredi 25 novembre',
  near: 'Proche et rapide',
  wait: 'Attente maintenant :',
  choose: 'Choisir cette heure',
  almostLate: 'aide demandée',
  noPaper: 'plus de papier',
  people: (count) => plural('fr', count, { one: '{n} personne', other: '{n} personnes' }),
  doneAndNext: 'Terminé, et suivant',
  done: 'Terminé',
  back: 'Retour',
  wasDone: 'La dame avec ce numéro a été reçue.',
  sure: 'Êtes-vous sûr ?',
  name: 'Votre nom',
  mail: 'Votre adresse e-mail',
  mailHint: 'Nous y envoyons la confirmation.',
  mailWrong: 'Il manque un @ dans votre adresse e-mail.',
  note: 'Que voulez-vous nous dire ?',
}
