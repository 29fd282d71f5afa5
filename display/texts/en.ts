import type { Texts } from './nl.ts'

export const en: Texts = {
  counter: 'counter',
  earlier: 'earlier',
  title: 'Whose turn is it?',
  yourNumber: 'Your number will come on this screen.',
  lost: 'This screen has no connection. Please listen to our staff.',
  connecting: 'This screen is connecting. One moment.',
  soundOn: 'Sound on',
  unknownPoint: 'We do not know this place. Check the address of this screen.',
  enrol: {
    title: 'Set up this screen',
    code: 'Code of this screen',
    codeHint: 'You get the code when you add a screen. The code works once.',
    ready: 'Set up',
    wrong: 'This code does not work. Check the code or ask for a new one.',
    kiosk: 'This code belongs to a kiosk. Ask for a code for a display.',
    without: 'Look without a code',
    place: 'Place',
    choosePlace: 'Choose a place',
    show: 'Show it',
  },
}
