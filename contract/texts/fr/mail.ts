import { counted } from '../counted.ts'
import type { MailTexts } from '../nl/mail.ts'

const persons = counted('fr', { one: '# personne', other: '# personnes' })

/** What mails and calendar entries of a visit say. */
export const mail: MailTexts = {
  locale: 'fr-FR',
  list: (words) => words.join(', '),
  persons,
  subject: {
    booked: (date, time) => `Votre rendez-vous du ${date} à ${time}`,
    moved: (date, time) => `Votre rendez-vous est maintenant le ${date} à ${time}`,
    cancelled: (date, time) => `Votre rendez-vous du ${date} à ${time} est annulé`,
    reminder: (date, time) => `Rappel : votre rendez-vous du ${date} à ${time}`,
    sooner: (date, time) => `Votre rendez-vous du ${date} à ${time} : un lieu est plus calme`,
  },
  greeting: (name) => `Bonjour ${name},`,
  opening: {
    booked: 'Votre rendez-vous est confirmé. À bientôt !',
    moved: 'Votre rendez-vous a une nouvelle heure ou un nouveau lieu. L’ancien n’est plus valable.',
    cancelled: 'Votre rendez-vous est annulé. Vous n’avez pas besoin de venir.',
    reminder: 'Vous venez bientôt chez nous. Voici votre rendez-vous.',
    sooner: 'Il y a un lieu plus calme près de chez vous. Vous pouvez y déplacer votre rendez-vous.',
  },
  when: 'Quand',
  where: 'Où',
  what: 'Pour quoi',
  people: 'À combien',
  reference: 'Votre code',
  bring: 'Apportez ceci',
  arriving: 'Tapez votre code sur la borne dans le hall. Vous recevez alors un numéro.',
  manage: 'Vous ne pouvez pas venir ? Choisissez une autre heure ou annulez :',
  manageButton: 'Voir ou changer le rendez-vous',
  quieter: 'Lieu plus calme',
  walk: (km, minutes) => `${km} km, environ ${minutes} min à pied`,
  ride: (km, minutes) => `${km} km, environ ${minutes} min en voiture ou en bus`,
  soonerButton: 'Voir les heures de ce lieu',
  soonerStays: 'Si vous ne faites rien, votre rendez-vous reste le même.',
  secret: 'Ce lien est seulement pour vous. Ne l’envoyez à personne.',
  again: 'Vous voulez quand même venir ? Prenez un nouveau rendez-vous :',
  againButton: 'Prendre un nouveau rendez-vous',
  phone: (phone) => `Une question ? Appelez le ${phone}.`,
  zone: (place) => `C’est l’heure de ${place}.`,
  entry: (services) => `Rendez-vous : ${services}`,
}
