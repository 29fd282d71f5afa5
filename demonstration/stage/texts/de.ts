import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

const people = (n: number) => plural('de', n, { one: '{n} Person', other: '{n} Personen' })
const wait = (n: number) => plural('de', n, { one: 'wartet', other: 'warten' })
const went = (n: number) => plural('de', n, { one: 'ging', other: 'gingen' })

export const de: Texts = {
  title: 'Beurt',
  lead: 'Eine Halle, live. Ziehen Sie am Automaten eine Nummer und folgen Sie ihr: auf Papier, am Bildschirm, am Schalter und am Telefon.',
  simulated: 'Die Menschen sind simuliert.',
  clock: (time) => `Die Uhr gehört zur Vorführung: ${time}`,
  lost: 'Die Vorführung antwortet gerade nicht.',
  acts: {
    title: 'Lassen Sie etwas geschehen',
    network: { on: 'Netz trennen', off: 'Netz wiederherstellen' },
    paper: { on: 'Papier leer', off: 'Neues Papier' },
    busy: { on: 'Noch eine volle Stunde', off: 'Wieder wie sonst' },
    divert: { on: 'In die ruhigere Halle schicken', off: 'Nicht mehr schicken' },
    leap: { on: 'Zehn Minuten später', off: 'Zehn Minuten später' },
  },
  failed: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
  now: {
    title: 'Was gerade geschieht',
    usual: (n, minutes) => `${people(n)} ${wait(n)}. Wer jetzt kommt, wartet etwa ${minutes}.`,
    cut: 'Der Automat hat kein Netz. Er macht weiter und gibt eigene Nummern aus.',
    owed: (labels) => `Schon ausgegeben: ${labels}.`,
    back: (labels) => `Das Netz ist wieder da. Der Automat meldet gleich seine Nummern: ${labels}.`,
    merged: (labels) => `Diese Nummern stehen jetzt wie alle anderen in der Halle: ${labels}.`,
    paperOut: 'Das Papier ist leer. Der Automat zeigt die Nummer auf dem Bildschirm.',
    alerted: 'Die Leitstelle weiß es.',
    busy: (until) => `Es kommen viel mehr Menschen, bis ${until}.`,
    notOffered: (place) => `Der Automat bietet ${place} an, sobald es dort schneller geht.`,
    offered: (place) => `Der Automat bietet jetzt ${place} an.`,
    sent: (n) => `${people(n)} ${went(n)} dorthin.`,
  },
  curve: {
    title: 'Warten, die letzte Stunde',
    of: (place, minutes) => `${place}: jetzt ${minutes}`,
    nobody: (place) => `${place}: jetzt arbeitet niemand`,
    ago: 'vor einer Stunde',
    now: 'jetzt',
  },
  scenes: {
    kiosk: { name: 'Automat', say: 'Berühren: Nummer ziehen' },
    paper: { name: 'Papier', say: 'Aus dem simulierten Drucker' },
    display: { name: 'Bildschirm in der Halle', say: 'Zeigt, wer aufgerufen wird' },
    counter: { name: 'Schalter 3', say: 'Öffnen Sie den Schalter und rufen Sie auf' },
    phone: { name: 'Telefon', say: (label) => `Folgt der Nummer ${label}` },
  },
  phoneWaits: 'Hier erscheint gleich eine Nummer, der jemand folgt.',
  full: 'Groß',
  enter: {
    title: 'Sehen Sie selbst, in voller Größe',
    visitor: 'Besucher: Termin buchen',
    clerk: 'Mitarbeiter: der Schalter',
    manager: 'Leitung: die Leitstelle',
    admin: 'Verwaltung: die Geräte',
    mailbox: 'Postfach: E-Mails an Besucher',
    note: 'Ein Klick meldet Sie an. Jeder Bildschirm öffnet sich in einem neuen Tab.',
  },
}
