import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'Beurt',
  what: 'Prendre rendez-vous, prendre un numéro, être appelé.',
  simulated: 'Démonstration : les personnes sont simulées.',
  clock: 'L’horloge est réglée : il est ici {time}.',
  book: 'Prendre rendez-vous',
  bookWhat: 'Comme un visiteur à la maison : choisissez un jour et une heure.',
  kiosk: 'Borne à l’entrée',
  kioskWhat: 'Prenez un numéro, ou signalez votre arrivée avec votre rendez-vous.',
  display: 'Écran dans la salle',
  displayWhat: 'Voyez et entendez qui est appelé.',
  counter: 'Guichet',
  counterWhat: 'Appelez la personne suivante, aidez-la, puis terminez.',
  controlRoom: 'Salle de pilotage',
  controlRoomWhat: 'Voyez chaque salle et répartissez l’affluence.',
  paper: 'Papier de l’imprimante',
  paperWhat: 'L’imprimante simulée montre chaque ticket.',
  mailbox: 'Boîte aux lettres',
  mailboxWhat: 'Chaque e-mail envoyé à un visiteur arrive ici.',
  signIn: 'Se connecter comme',
  password: 'mot de passe',
}

export const mailbox: MailboxTexts = {
  title: 'Boîte aux lettres de la démonstration',
  none: 'Il n’y a pas encore de courrier.',
  all: 'Tout le courrier',
  file: 'pièce jointe',
}
