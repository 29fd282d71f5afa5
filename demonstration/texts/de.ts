import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'Beurt',
  what: 'Einen Termin buchen, eine Nummer ziehen, aufgerufen werden.',
  book: 'Termin buchen',
  bookWhat: 'Wie ein Besucher zu Hause: Wählen Sie einen Tag und eine Uhrzeit.',
  display: 'Bildschirm in der Halle',
  displayWhat: 'Sehen und hören Sie, wer aufgerufen wird.',
  counter: 'Schalter',
  counterWhat: 'Rufen Sie die nächste Person auf, helfen Sie und schließen Sie ab.',
  controlRoom: 'Leitstelle',
  controlRoomWhat: 'Sehen Sie jede Halle und verteilen Sie den Andrang.',
}

export const mailbox: MailboxTexts = {
  title: 'Postfach der Vorführung',
  none: 'Es ist noch keine Post da.',
  all: 'Alle Post',
  file: 'Anhang',
}
