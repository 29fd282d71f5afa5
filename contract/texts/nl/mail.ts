import { counted } from '../counted.ts'

const persons = counted('nl', { one: '1 persoon', other: '# personen' })

/** What mails and calendar entries of a visit say. */
export const mail = {
  locale: 'nl-NL',
  list: (words: readonly string[]) => words.join(', '),
  persons,
  subject: {
    booked: (date: string, time: string) => `Uw afspraak op ${date} om ${time}`,
    moved: (date: string, time: string) => `Uw afspraak is nu op ${date} om ${time}`,
    cancelled: (date: string, time: string) => `Uw afspraak op ${date} om ${time} gaat niet door`,
    reminder: (date: string, time: string) => `Denk aan uw afspraak op ${date} om ${time}`,
    sooner: (date: string, time: string) => `Uw afspraak op ${date} om ${time}: u kunt ook naar een rustiger plek`,
  },
  greeting: (name: string) => `Dag ${name},`,
  opening: {
    booked: 'Uw afspraak staat vast. Tot dan!',
    moved: 'Uw afspraak heeft een nieuwe tijd of plaats. De oude geldt niet meer.',
    cancelled: 'Uw afspraak gaat niet door. U hoeft niet te komen.',
    reminder: 'U komt binnenkort bij ons. Dit is uw afspraak.',
    sooner: 'In de buurt is een plek waar het rustiger is. U mag uw afspraak daarheen verzetten.',
  },
  when: 'Wanneer',
  where: 'Waar',
  what: 'Waarvoor',
  people: 'Met hoeveel',
  reference: 'Uw code',
  bring: 'Neem dit mee',
  arriving: 'Typ uw code op de zuil in de hal. U krijgt dan een nummer.',
  manage: 'Kunt u niet? Kies een andere tijd of zeg af:',
  manageButton: 'Afspraak bekijken of veranderen',
  quieter: 'Rustiger plek',
  walk: (km: string, minutes: number) => `${km} km, ongeveer ${minutes} min lopen`,
  ride: (km: string, minutes: number) => `${km} km, ongeveer ${minutes} min met auto of bus`,
  soonerButton: 'Tijden op die plek bekijken',
  soonerStays: 'Doet u niets? Dan blijft uw afspraak zoals hij is.',
  secret: 'Deze link is alleen voor u. Stuur hem niet door.',
  again: 'Wilt u toch komen? Maak dan een nieuwe afspraak:',
  againButton: 'Nieuwe afspraak maken',
  phone: (phone: string) => `Een vraag? Bel ${phone}.`,
  zone: (place: string) => `Dit is de tijd in ${place}.`,
  entry: (services: string) => `Afspraak: ${services}`,
}

export type MailTexts = typeof mail
