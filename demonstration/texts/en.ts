import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'Beurt',
  what: 'Book a time, take a number, be called.',
  simulated: 'Demonstration: simulated people.',
  clock: 'The clock is set: the time here is now {time}.',
  book: 'Book a visit',
  bookWhat: 'As a visitor at home does: choose a day and a time.',
  kiosk: 'Touch screen at the door',
  kioskWhat: 'Take a number, or check in with your appointment.',
  display: 'Screen in the hall',
  displayWhat: 'See and hear who is called.',
  counter: 'Counter',
  counterWhat: 'Call the next person, help, and finish.',
  controlRoom: 'Control room',
  controlRoomWhat: 'See every hall, and spread the load.',
  paper: 'Paper from the printer',
  paperWhat: 'The simulated printer shows each ticket.',
  mailbox: 'Mailbox',
  mailboxWhat: 'Each mail to a visitor arrives here.',
  signIn: 'Sign in as',
  password: 'password',
}

export const mailbox: MailboxTexts = {
  title: 'Mailbox of the demonstration',
  none: 'There is no mail yet.',
  all: 'All mail',
  file: 'attachment',
}
