import type { Texts } from './nl.ts'

export const en: Texts = {
  link: 'Devices',
  title: (name) => `Devices of ${name}`,
  toHall: 'Back to the hall',
  toStaff: 'Back to the people',
  places: (zone) => `All times are those of the place itself (${zone}).`,
  failed: 'The list does not come in. We try again.',
  kinds: { kiosk: 'Kiosks', display: 'Displays' },
  none: { kiosk: 'There is no kiosk here yet.', display: 'There is no display here yet.' },
  add: { kiosk: 'Add a kiosk', display: 'Add a display' },
  codeFor: (device) => `Code for ${device}`,
  codeUntil: (time) => `The code works once, until ${time}.`,
  codeOver: 'The code no longer works. Add the device again.',
  enter: {
    kiosk: 'Fill in this code in the settings of the kiosk, and start the kiosk.',
    display: 'Open the page for displays on the new display, and type this code there.',
  },
  joined: (device) => `Done: ${device} takes part now.`,
  states: { well: 'works', announced: 'waits for its code' },
  announced: (time) => `The code has not been filled in yet. It works until ${time}. Did you lose it? Take this out and add it again.`,
  well: {
    kiosk: { ok: 'There is enough paper.', unknown: 'We do not know whether there is paper.' },
    display: 'This display shows whose turn it is.',
  },
  wrong: {
    'paper-low': 'Put a new roll of paper ready.',
    'paper-out': 'Numbers are only on the screen of the kiosk now. Put in a new roll of paper.',
    'stray-numbers':
      'This kiosk gave numbers that are not in the line. Ask in the hall who has such a number (it begins with N), and put that person in the line.',
    'not-seen': {
      kiosk: 'Look whether the kiosk is on, and whether it has a network. Without one it gives numbers that begin with N.',
      display: 'Look whether the display is on, whether it has a network, and whether the page is still open.',
    },
  },
  heard: (time) => `Last heard: ${time}`,
  neverHeard: 'Nothing heard yet',
  takeOut: 'Take out',
  takeOutOne: (device) => `Take out ${device}`,
  confirm: {
    title: (device) => `Take out ${device}?`,
    kiosk: [
      'This kiosk then gives no more numbers. Numbers that were given stay good.',
      'Did the kiosk give numbers without a network? Those do not come into the line then.',
      'Do you want the kiosk back later? Then add it with a new code. Within a day it gets its old number back, and those numbers come into the line after all.',
    ],
    display: [
      'This display then no longer shows whose turn it is. That takes a minute at most.',
      'After that it asks for a new code. Add the display if you want it back.',
    ],
    announced: ['The code then no longer works.'],
    keep: 'Leave it',
    yes: 'Take out',
  },
  takenOut: (device) => `Taken out: ${device}.`,
}
