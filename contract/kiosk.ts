import * as v from 'valibot'
import { menu } from './points.ts'
import { get, post } from './route.ts'
import { instantOut, language, people, serviceIds, uuid, waitRange } from './shapes.ts'

/** What became of the paper of a ticket. `waiting`: not begun; only `printed` was said by the printer. */
export const printState = v.picklist(['waiting', 'printing', 'printed', 'paper-out', 'cover-open', 'no-printer', 'unknown'])

/** A ticket as the kiosk that gave it shows it. */
export const kioskTicket = v.object({
  id: v.string(),
  label: v.string(),
  kind: v.picklist(['normal', 'emergency']),
  language: v.string(),
  takenAt: instantOut,
  /** The other place, for a ticket that a diversion sent there. */
  elsewhere: v.nullable(v.object({ name: v.string(), address: v.string() })),
  appointmentAt: v.nullable(instantOut),
  ahead: v.nullable(v.number()),
  wait: v.nullable(waitRange),
  /** Null while nobody but this kiosk knows the number. */
  followUrl: v.nullable(v.string()),
  print: printState,
})

/** Everything the screen of a kiosk shows, whole each time. */
export const kioskState = get('/local/state', {
  summary: 'How the kiosk is: menu, connection, printer, and the ticket it gave last',
  live: true,
  result: v.object({
    at: instantOut,
    /** False until the kiosk knows which point it stands in. */
    ready: v.boolean(),
    connected: v.boolean(),
    printer: v.picklist(['ok', 'low', 'paper-out', 'cover-open', 'no-printer']),
    /** The last known menu, also while cut off; waits in it are then not to be shown. */
    menu: v.nullable(menu.result),
    open: v.boolean(),
    ticket: v.nullable(kioskTicket),
    /** After a restart in the middle: did this person get the paper? Without a label there is no number yet. */
    question: v.nullable(v.object({ ticketId: v.string(), label: v.nullable(v.string()), language: v.string() })),
  }),
})

export const kioskTake = post('/local/tickets', {
  summary: 'Take a number at this kiosk. The Idempotency-Key, minted at the tap, is the id of the ticket',
  body: v.strictObject({
    serviceIds,
    people,
    language,
    /** The offer of a quieter place that was accepted. */ diversionId: v.optional(uuid),
  }),
  result: kioskTicket,
})

export const kioskArrive = post('/local/arrivals', {
  summary: 'Arrive with an appointment at this kiosk. The Idempotency-Key is the id of the ticket',
  body: v.strictObject({ code: v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(400, 'too-long')), language }),
  result: kioskTicket,
})

export const kioskPrintAgain = post('/local/tickets/:ticket/print', {
  summary: 'Print the same number once more; it says copy where a paper may be out already',
  params: { ticket: uuid },
  plain: true,
  body: v.strictObject({}),
  result: v.object({}),
})

export const kioskGot = post('/local/tickets/:ticket/got', {
  summary: 'The answer to: did you get your ticket?',
  params: { ticket: uuid },
  plain: true,
  body: v.strictObject({ yes: v.boolean() }),
  result: v.object({}),
})
