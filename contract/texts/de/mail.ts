import { counted } from '../counted.ts'
import type { MailTexts } from '../nl/mail.ts'

const persons = counted('de', { one: '# Person', other: '# Personen' })

/** What mails and calendar entries of a visit say. */
export const mail: MailTexts = {
  locale: 'de-DE',
  list: (words) => words.join(', '),
  persons,
  subject: {
    booked: (date, time) => `Ihr Termin am ${date} um ${time} Uhr`,
    moved: (date, time) => `Ihr Termin ist jetzt am ${date} um ${time} Uhr`,
    cancelled: (date, time) => `Ihr Termin am ${date} um ${time} Uhr ist abgesagt`,
    reminder: (date, time) => `Bitte denken Sie an Ihren Termin am ${date} um ${time} Uhr`,
    sooner: (date, time) => `Ihr Termin am ${date} um ${time}: An einem anderen Ort ist es ruhiger`,
  },
  greeting: (name) => `Guten Tag ${name},`,
  opening: {
    booked: 'Ihr Termin steht fest. Bis dann!',
    moved: 'Ihr Termin hat eine neue Zeit oder einen neuen Ort. Der alte gilt nicht mehr.',
    cancelled: 'Ihr Termin ist abgesagt. Sie müssen nicht kommen.',
    reminder: 'Sie kommen bald zu uns. Das ist Ihr Termin.',
    sooner: 'In der Nähe gibt es einen ruhigeren Ort. Sie dürfen Ihren Termin dorthin verschieben.',
  },
  when: 'Wann',
  where: 'Wo',
  what: 'Wofür',
  people: 'Wie viele Personen',
  reference: 'Ihr Code',
  bring: 'Bitte bringen Sie mit',
  arriving: 'Geben Sie Ihren Code am Automaten in der Halle ein. Sie bekommen dann eine Nummer.',
  manage: 'Können Sie nicht kommen? Wählen Sie eine andere Zeit oder sagen Sie ab:',
  manageButton: 'Termin ansehen oder ändern',
  quieter: 'Ruhigerer Ort',
  walk: (km, minutes) => `${km} km, etwa ${minutes} Min. zu Fuß`,
  ride: (km, minutes) => `${km} km, etwa ${minutes} Min. mit Auto oder Bus`,
  soonerButton: 'Zeiten an diesem Ort ansehen',
  soonerStays: 'Tun Sie nichts, dann bleibt Ihr Termin, wie er ist.',
  secret: 'Dieser Link ist nur für Sie. Geben Sie ihn nicht weiter.',
  again: 'Möchten Sie doch kommen? Machen Sie einen neuen Termin:',
  againButton: 'Neuen Termin machen',
  phone: (phone) => `Haben Sie eine Frage? Rufen Sie an: ${phone}.`,
  zone: (place) => `Das ist die Uhrzeit in ${place}.`,
  entry: (services) => `Termin: ${services}`,
}
