import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'Beurt',
  what: 'Prendre rendez-vous, prendre un numéro, être appelé.',
  book: 'Prendre rendez-vous',
  bookWhat: 'Comme un visiteur à la maison : choisissez un jour et une heure.',
  display: 'Écran dans la salle',
  displayWhat: 'Voyez et entendez qui est appelé.',
  counter: 'Guichet',
  counterWhat: 'Appelez la personne suivante, aidez-la, puis terminez.',
  controlRoom: 'Salle de pilotage',
  controlRoomWhat: 'Voyez chaque salle et répartissez l’affluence.',
}

export const mailbox: MailboxTexts = {
  title: 'Boîte aux lettres de la démonstration',
  none: 'Il n’y a pas encore de courrier.',
  all: 'Tout le courrier',
  file: 'pièce jointe',
}
