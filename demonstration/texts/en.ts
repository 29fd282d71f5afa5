import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'Beurt',
  what: 'Book a time, take a number, be called.',
  book: 'Book a visit',
  bookWhat: 'As a visitor at home does: choose a day and a time.',
  display: 'Screen in the hall',
  displayWhat: 'See and hear who is called.',
  counter: 'Counter',
  counterWhat: 'Call the next person, help, and finish.',
  controlRoom: 'Control room',
  controlRoomWhat: 'See every hall, and spread the load.',
}

export const mailbox: MailboxTexts = {
  title: 'Mailbox of the demonstration',
  none: 'There is no mail yet.',
  all: 'All mail',
  file: 'attachment',
}
