import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'Beurt',
  what: 'Einen Termin buchen, eine Nummer ziehen, aufgerufen werden.',
  simulated: 'Vorführung: Die Menschen sind simuliert.',
  clock: 'Die Uhr ist gestellt: Hier ist es jetzt {time}.',
  book: 'Termin buchen',
  bookWhat: 'Wie ein Besucher zu Hause: Wählen Sie einen Tag und eine Uhrzeit.',
  kiosk: 'Automat am Eingang',
  kioskWhat: 'Ziehen Sie eine Nummer oder melden Sie sich mit Ihrem Termin an.',
  display: 'Bildschirm in der Halle',
  displayWhat: 'Sehen und hören Sie, wer aufgerufen wird.',
  counter: 'Schalter',
  counterWhat: 'Rufen Sie die nächste Person auf, helfen Sie und schließen Sie ab.',
  controlRoom: 'Leitstelle',
  controlRoomWhat: 'Sehen Sie jede Halle und verteilen Sie den Andrang.',
  paper: 'Papier aus dem Drucker',
  paperWhat: 'Der simulierte Drucker zeigt jedes Ticket.',
  mailbox: 'Postfach',
  mailboxWhat: 'Jede E-Mail an einen Besucher kommt hier an.',
  signIn: 'Anmelden als',
  password: 'Passwort',
}

export const mailbox: MailboxTexts = {
  title: 'Postfach der Vorführung',
  none: 'Es ist noch keine Post da.',
  all: 'Alle Post',
  file: 'Anhang',
}
