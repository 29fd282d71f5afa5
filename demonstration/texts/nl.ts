export const front = {
  title: 'Beurt',
  what: 'Een afspraak maken, een nummer nemen, geroepen worden.',
  simulated: 'Demonstratie: de mensen zijn nagebootst.',
  clock: 'De klok is ingesteld: het is hier nu {time}.',
  book: 'Afspraak maken',
  bookWhat: 'Zoals een bezoeker thuis: kies een dag en een tijd.',
  kiosk: 'Kiosk',
  kioskWhat: 'Neem een nummer of meld u aan met uw afspraak.',
  display: 'Scherm in de hal',
  displayWhat: 'Zie en hoor wie er geroepen wordt.',
  counter: 'Balie',
  counterWhat: 'Roep de volgende, help, en rond af.',
  controlRoom: 'Regiekamer',
  controlRoomWhat: 'Zie elke hal en verdeel de drukte.',
  paper: 'Papier uit de printer',
  paperWhat: 'De nagebootste printer toont elk ticket.',
  mailbox: 'Postvak',
  mailboxWhat: 'Elke mail aan een bezoeker komt hier aan.',
  signIn: 'Aanmelden als',
  password: 'wachtwoord',
}
export type FrontTexts = typeof front

export const mailbox = {
  title: 'Postvak van de demonstratie',
  none: 'Er is nog geen post.',
  all: 'Alle post',
  file: 'bijlage',
}
export type MailboxTexts = typeof mailbox
