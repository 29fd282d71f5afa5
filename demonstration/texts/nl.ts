export const front = {
  title: 'Beurt',
  what: 'Een afspraak maken, een nummer nemen, geroepen worden.',
  book: 'Afspraak maken',
  bookWhat: 'Zoals een bezoeker thuis: kies een dag en een tijd.',
  display: 'Scherm in de hal',
  displayWhat: 'Zie en hoor wie er geroepen wordt.',
  counter: 'Balie',
  counterWhat: 'Roep de volgende, help, en rond af.',
  controlRoom: 'Regiekamer',
  controlRoomWhat: 'Zie elke hal en verdeel de drukte.',
}
export type FrontTexts = typeof front

export const mailbox = {
  title: 'Postvak van de demonstratie',
  none: 'Er is nog geen post.',
  all: 'Alle post',
  file: 'bijlage',
}
export type MailboxTexts = typeof mailbox
