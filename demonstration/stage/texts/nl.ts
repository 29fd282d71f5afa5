import { plural } from '../../../ui/language.ts'

const people = (n: number) => plural('nl', n, { one: '{n} persoon', other: '{n} mensen' })
const wait = (n: number) => plural('nl', n, { one: 'wacht', other: 'wachten' })
const go = (n: number) => plural('nl', n, { one: 'ging', other: 'gingen' })

export const nl = {
  title: 'Beurt',
  lead: 'Eén hal, live. Neem een nummer aan de kiosk en volg het: op papier, op het scherm, aan de balie en op de telefoon.',
  simulated: 'De mensen zijn nagebootst.',
  clock: (time: string) => `De klok is van de demonstratie: ${time}`,
  lost: 'De demonstratie antwoordt even niet.',
  acts: {
    title: 'Laat iets gebeuren',
    network: { on: 'Verbreek het netwerk', off: 'Herstel het netwerk' },
    paper: { on: 'Papier op', off: 'Nieuw papier' },
    busy: { on: 'Nog een druk uur', off: 'Weer gewoon druk' },
    divert: { on: 'Stuur ze naar de rustige hal', off: 'Stuur ze niet meer' },
    leap: { on: 'Tien minuten later', off: 'Tien minuten later' },
  },
  failed: 'Dat lukte niet. Probeer het nog eens.',
  now: {
    title: 'Wat er nu gebeurt',
    usual: (n: number, minutes: string) => `${people(n)} ${wait(n)}. Wie nu komt, wacht ongeveer ${minutes}.`,
    cut: 'Het netwerk van de kiosk is weg. De kiosk gaat door en geeft eigen nummers.',
    owed: (labels: string) => `Al gegeven: ${labels}.`,
    back: (labels: string) => `Het netwerk is er weer. De kiosk geeft zijn nummers zo door: ${labels}.`,
    merged: (labels: string) => `Deze nummers staan nu gewoon in de hal: ${labels}.`,
    paperOut: 'Het papier is op. De kiosk toont het nummer op zijn scherm.',
    alerted: 'De regiekamer heeft een melding.',
    busy: (until: string) => `Er komen veel meer mensen, tot ${until}.`,
    notOffered: (place: string) => `De kiosk biedt ${place} aan zodra het daar sneller gaat.`,
    offered: (place: string) => `De kiosk biedt nu ${place} aan.`,
    sent: (n: number) => `${people(n)} ${go(n)} daarheen.`,
  },
  curve: {
    title: 'Wachten, het laatste uur',
    of: (place: string, minutes: string) => `${place}: nu ${minutes}`,
    nobody: (place: string) => `${place}: nu niemand aan het werk`,
    ago: 'een uur geleden',
    now: 'nu',
  },
  scenes: {
    kiosk: { name: 'Kiosk', say: 'Raak aan: neem een nummer' },
    paper: { name: 'Papier', say: 'Komt uit de proefprinter' },
    display: { name: 'Scherm in de hal', say: 'Toont wie geroepen wordt' },
    counter: { name: 'Balie 3', say: 'Open de balie en roep de volgende' },
    phone: { name: 'Telefoon', say: (label: string) => `Volgt nummer ${label}` },
  },
  phoneWaits: 'Hier ziet u straks een nummer dat iemand volgt.',
  full: 'Groot',
  enter: {
    title: 'Kijk zelf, op volle grootte',
    visitor: 'Bezoeker: maak een afspraak',
    clerk: 'Medewerker: de balie',
    manager: 'Manager: de regiekamer',
    admin: 'Beheerder: de toestellen',
    mailbox: 'Postvak: mails aan bezoekers',
    note: 'Eén klik meldt u aan. Elk scherm opent in een nieuw tabblad.',
  },
}
export type Texts = typeof nl
