import { counted } from '../counted.ts'
import type { MailTexts } from '../nl/mail.ts'

const persons = counted('en', { one: '1 person', other: '# people' })

/** What mails and calendar entries of a visit say. */
export const mail: MailTexts = {
  locale: 'en-GB',
  list: (words) => words.join(', '),
  persons,
  subject: {
    booked: (date, time) => `Your appointment on ${date} at ${time}`,
    moved: (date, time) => `Your appointment is now on ${date} at ${time}`,
    cancelled: (date, time) => `Your appointment on ${date} at ${time} is cancelled`,
    reminder: (date, time) => `Remember your appointment on ${date} at ${time}`,
    sooner: (date, time) => `Your appointment on ${date} at ${time}: there is a quieter place`,
  },
  greeting: (name) => `Hello ${name},`,
  opening: {
    booked: 'Your appointment is booked. See you then!',
    moved: 'Your appointment has a new time or place. The old one is no longer valid.',
    cancelled: 'Your appointment is cancelled. You do not have to come.',
    reminder: 'You are coming to see us soon. This is your appointment.',
    sooner: 'There is a quieter place near you. You may move your appointment there.',
  },
  when: 'When',
  where: 'Where',
  what: 'What for',
  people: 'How many people',
  reference: 'Your code',
  bring: 'Bring this with you',
  arriving: 'Type your code at the kiosk in the hall. You will get a number.',
  manage: 'Can you not come? Choose another time or cancel:',
  manageButton: 'See or change your appointment',
  quieter: 'Quieter place',
  walk: (km, minutes) => `${km} km, about ${minutes} min on foot`,
  ride: (km, minutes) => `${km} km, about ${minutes} min by car or bus`,
  soonerButton: 'See the times at that place',
  soonerStays: 'If you do nothing, your appointment stays as it is.',
  secret: 'This link is only for you. Do not pass it on.',
  again: 'Do you want to come after all? Make a new appointment:',
  againButton: 'Make a new appointment',
  phone: (phone) => `A question? Phone ${phone}.`,
  zone: (place) => `This is the time in ${place}.`,
  entry: (services) => `Appointment: ${services}`,
}
