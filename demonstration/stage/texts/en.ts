import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

const people = (n: number) => plural('en', n, { one: '{n} person', other: '{n} people' })
const wait = (n: number) => plural('en', n, { one: 'is waiting', other: 'are waiting' })

export const en: Texts = {
  title: 'Beurt',
  lead: 'One hall, live. Take a number at the kiosk and follow it: on paper, on the screen, at the counter and on the phone.',
  simulated: 'The people are simulated.',
  clock: (time) => `The clock is the demonstration’s own: ${time}`,
  lost: 'The demonstration is not answering at the moment.',
  acts: {
    title: 'Make something happen',
    network: { on: 'Cut the network', off: 'Mend the network' },
    paper: { on: 'Paper out', off: 'Paper back' },
    busy: { on: 'Another busy hour', off: 'As busy as usual' },
    divert: { on: 'Send them to the quieter hall', off: 'Stop sending them' },
    leap: { on: 'Ten minutes later', off: 'Ten minutes later' },
  },
  failed: 'That did not work. Please try again.',
  now: {
    title: 'What is happening now',
    usual: (n, minutes) => `${people(n)} ${wait(n)}. Someone who comes now waits about ${minutes}.`,
    cut: 'The kiosk’s network is gone. The kiosk goes on and gives numbers of its own.',
    owed: (labels) => `Given so far: ${labels}.`,
    back: (labels) => `The network is back. The kiosk is about to hand in its numbers: ${labels}.`,
    merged: (labels) => `These numbers are in the hall now like all others: ${labels}.`,
    paperOut: 'The paper is out. The kiosk shows the number on its screen.',
    alerted: 'The control room has been told.',
    busy: (until) => `Many more people are coming, until ${until}.`,
    notOffered: (place) => `The kiosk offers ${place} as soon as it is faster there.`,
    offered: (place) => `The kiosk is offering ${place} now.`,
    sent: (n) => `${people(n)} went there.`,
  },
  curve: {
    title: 'Waiting, the last hour',
    of: (place, minutes) => `${place}: ${minutes} now`,
    nobody: (place) => `${place}: nobody working now`,
    ago: 'an hour ago',
    now: 'now',
  },
  scenes: {
    kiosk: { name: 'Kiosk', say: 'Touch it: take a number' },
    paper: { name: 'Paper', say: 'From the simulated printer' },
    display: { name: 'Screen in the hall', say: 'Shows who is called' },
    counter: { name: 'Counter 3', say: 'Open the counter and call the next' },
    phone: { name: 'Phone', say: (label) => `Follows number ${label}` },
  },
  phoneWaits: 'A number that somebody follows will appear here.',
  full: 'Full size',
  enter: {
    title: 'See for yourself, at full size',
    visitor: 'Visitor: book a time',
    clerk: 'Clerk: the counter',
    manager: 'Manager: the control room',
    admin: 'Admin: the devices',
    mailbox: 'Mailbox: mails to visitors',
    note: 'One click signs you in. Each screen opens in a new tab.',
  },
}
