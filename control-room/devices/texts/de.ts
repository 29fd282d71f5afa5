import type { Texts } from './nl.ts'

export const de: Texts = {
  link: 'Geräte',
  title: (name) => `Geräte von ${name}`,
  toHall: 'Zurück zur Halle',
  toStaff: 'Zurück zum Personal',
  places: (zone) => `Alle Zeiten sind die des Ortes selbst (${zone}).`,
  failed: 'Die Liste kommt nicht an. Wir versuchen es weiter.',
  kinds: { kiosk: 'Automaten', display: 'Bildschirme' },
  none: { kiosk: 'Hier gibt es noch keinen Automaten.', display: 'Hier gibt es noch keinen Bildschirm.' },
  add: { kiosk: 'Automaten hinzufügen', display: 'Bildschirm hinzufügen' },
  codeFor: (device) => `Code für ${device}`,
  codeUntil: (time) => `Der Code gilt nur einmal, bis ${time}.`,
  codeOver: 'Der Code gilt nicht mehr. Fügen Sie das Gerät noch einmal hinzu.',
  enter: {
    kiosk: 'Geben Sie diesen Code in den Einstellungen des Automaten ein. Starten Sie dann den Automaten.',
    display: 'Öffnen Sie die Seite für Bildschirme auf dem neuen Bildschirm. Tippen Sie dort diesen Code ein.',
  },
  joined: (device) => `Geschafft: ${device} ist jetzt dabei.`,
  states: { well: 'läuft', announced: 'wartet auf den Code' },
  announced: (time) =>
    `Der Code ist noch nicht eingegeben. Er gilt bis ${time}. Haben Sie ihn verloren? Entfernen Sie dieses Gerät und fügen Sie es neu hinzu.`,
  well: {
    kiosk: { ok: 'Es ist genug Papier da.', unknown: 'Ob Papier da ist, wissen wir nicht.' },
    display: 'Dieser Bildschirm zeigt, wer an der Reihe ist.',
  },
  wrong: {
    'paper-low': 'Legen Sie eine neue Rolle Papier bereit.',
    'paper-out': 'Nummern stehen jetzt nur auf dem Bildschirm des Automaten. Legen Sie eine neue Rolle Papier ein.',
    'stray-numbers':
      'Dieser Automat gab Nummern, die nicht in der Reihe stehen. Fragen Sie in der Halle, wer so eine Nummer hat. Sie beginnt mit N. Nehmen Sie diese Person in die Reihe auf.',
    'not-seen': {
      kiosk: 'Sehen Sie nach: Ist der Automat an, und hat er Netz? Ohne Netz gibt er Nummern mit einem N davor.',
      display: 'Sehen Sie nach: Ist der Bildschirm an, hat er Netz, und ist die Seite noch offen?',
    },
  },
  heard: (time) => `Letzte Nachricht: ${time}`,
  neverHeard: 'Noch keine Nachricht',
  takeOut: 'Entfernen',
  takeOutOne: (device) => `${device} entfernen`,
  confirm: {
    title: (device) => `Möchten Sie ${device} entfernen?`,
    kiosk: [
      'Dieser Automat gibt dann keine Nummern mehr. Nummern, die schon gegeben sind, gelten weiter.',
      'Gab der Automat Nummern ohne Netz? Sie kommen dann nicht in die Reihe.',
      'Möchten Sie den Automaten später zurück? Fügen Sie ihn mit einem neuen Code hinzu. Innerhalb eines Tages bekommt er seine alte Nummer zurück und diese Nummern kommen doch noch in die Reihe.',
    ],
    display: [
      'Dieser Bildschirm zeigt dann nicht mehr, wer an der Reihe ist. Das dauert höchstens eine Minute.',
      'Danach fragt er nach einem neuen Code. Fügen Sie ihn hinzu, wenn Sie ihn zurück möchten.',
    ],
    announced: ['Der Code gilt dann nicht mehr.'],
    keep: 'Behalten',
    yes: 'Entfernen',
  },
  takenOut: (device) => `Entfernt: ${device}.`,
}
