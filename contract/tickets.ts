import * as v from 'valibot'
import { get, post } from './route.ts'
import { instantOut, language, people, serviceIds, shortName, uuid, waitRange } from './shapes.ts'

/** A ticket as the one who holds it may see it, and as paper shows it. */
export const ticketOut = v.object({
  id: v.string(),
  pointId: v.string(),
  pointName: v.string(),
  pointAddress: v.string(),
  zone: v.string(),
  label: v.string(),
  state: v.picklist(['waiting', 'called', 'serving', 'parked', 'finished', 'missed', 'left', 'sent']),
  serviceIds: v.array(v.string()),
  people: v.number(),
  language: v.string(),
  takenAt: instantOut,
  appointmentAt: v.nullable(instantOut),
  counter: v.nullable(v.number()),
  ahead: v.nullable(v.number()),
  wait: v.nullable(waitRange),
  /** Where to follow it on a phone: carries its own proof. */
  followUrl: v.string(),
  /** Where it went, for a ticket that was sent. */
  otherPointId: v.nullable(v.string()),
})

/** Where a ticket is followed in a phone's browser; the token is the link's proof. */
export const followPath = (pointId: string, ticketId: string, token: string): string => `/book/follow/${pointId}/${ticketId}/${token}`

export const takeTicket = post('/api/points/:point/tickets', {
  summary: 'Take a number. The Idempotency-Key, minted at the tap, is the id of the ticket',
  params: { point: shortName },
  body: v.strictObject({
    serviceIds,
    people,
    language,
    /** Sent here by a diversion that the visitor agreed to at another kiosk. */
    diversionId: v.optional(uuid),
  }),
  result: ticketOut,
})

export const handInEmergency = post('/api/points/:point/emergency-tickets', {
  summary: 'Hand in emergency numbers given while cut off. Twice is harmless',
  params: { point: shortName },
  plain: true,
  body: v.strictObject({
    tickets: v.pipe(
      v.array(
        v.strictObject({
          id: uuid,
          number: v.pipe(v.number('number'), v.integer('integer'), v.minValue(1, 'too-small'), v.maxValue(99999, 'too-large')),
          /** The kiosk on paper, where it is not the one that hands in: a kiosk may have got another number since. */
          kiosk: v.optional(v.pipe(v.number('number'), v.integer('integer'), v.minValue(1, 'too-small'), v.maxValue(99, 'too-large'))),
          serviceIds,
          people,
          language,
          /** How long before this hand-in it was given, on the kiosk's own monotonic clock. */
          agoMs: v.pipe(v.number('number'), v.integer('integer'), v.minValue(0, 'too-small'), v.maxValue(14 * 24 * 3_600_000, 'too-large')),
        }),
      ),
      v.minLength(1, 'empty'),
      v.maxLength(100, 'too-many'),
    ),
  }),
  result: v.object({
    tickets: v.array(
      v.object({
        id: v.string(),
        label: v.string(),
        outcome: v.picklist(['merged', 'kept-paper-label', 'known', 'refused']),
        code: v.nullable(v.string()),
      }),
    ),
  }),
})

export const arriveWithAppointment = post('/api/points/:point/arrivals', {
  summary: 'Arrive with an appointment, by its reference or the link from the mail. The Idempotency-Key is the id of the ticket',
  params: { point: shortName },
  body: v.strictObject({ code: v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(400, 'too-long')), language }),
  result: ticketOut,
})

export const followTicket = get('/api/points/:point/tickets/:ticket', {
  summary: 'Follow a ticket on the phone',
  params: { point: shortName, ticket: uuid },
  query: { token: v.pipe(v.string(), v.maxLength(100, 'too-long')) },
  live: true,
  result: ticketOut,
})

/** What a counter shows: the list in order with the reason for the first, and who is at this counter. */
export const hallTicket = v.object({
  id: v.string(),
  label: v.string(),
  state: v.picklist(['waiting', 'called', 'serving', 'parked', 'finished', 'missed', 'left', 'sent']),
  serviceIds: v.array(v.string()),
  people: v.number(),
  language: v.string(),
  priority: v.number(),
  rankAt: instantOut,
  takenAt: instantOut,
  appointmentAt: v.nullable(instantOut),
  counter: v.nullable(v.number()),
  onlyCounter: v.nullable(v.number()),
  calls: v.number(),
  calledAt: v.nullable(instantOut),
  startedAt: v.nullable(instantOut),
  said: v.nullable(waitRange),
  reason: v.nullable(v.string()),
})
export const why = v.object({ code: v.string(), figures: v.record(v.string(), v.union([v.string(), v.number()])) })

export const hallList = get('/api/points/:point/hall', {
  summary: 'The hall as a counter sees it',
  params: { point: shortName },
  /** Without a counter: who waits and which counters there are, for whoever still has to choose one. */
  query: { counter: v.optional(v.pipe(v.string(), v.regex(/^\d{1,2}$/, 'integer'), v.transform(Number))) },
  live: true,
  result: v.object({
    version: v.number(),
    at: instantOut,
    point: v.object({ id: v.string(), name: v.string(), zone: v.string() }),
    waitLimitMinutes: v.number(),
    counters: v.array(
      v.object({
        id: v.number(),
        state: v.picklist(['closed', 'open', 'paused']),
        serviceIds: v.array(v.string()),
        ticketLabel: v.nullable(v.string()),
        mine: v.boolean(),
        taken: v.boolean(),
        /** Whose it is, for who manages the point and may close it for them: at the counter that was named, or everywhere where none was. */
        takenBy: v.nullable(
          v.object({
            name: v.string(),
            sinceAt: v.nullable(instantOut),
            ticket: v.nullable(
              v.object({ id: v.string(), label: v.string(), state: v.picklist(['called', 'serving']), sinceAt: v.nullable(instantOut) }),
            ),
          }),
        ),
      }),
    ),
    services: v.array(
      v.object({ id: v.string(), names: v.record(v.string(), v.string()), bring: v.record(v.string(), v.array(v.string())) }),
    ),
    current: v.nullable(hallTicket),
    /** Waiting, in the order in which they are likely to be called here; the first with its reason. */
    waiting: v.array(hallTicket),
    /** Waiting tickets that this counter cannot serve. */
    others: v.array(hallTicket),
    next: v.nullable(v.object({ ticketId: v.string(), why })),
    parked: v.array(hallTicket),
    missed: v.array(hallTicket),
    canUndo: v.nullable(v.object({ act: v.string(), until: instantOut })),
    /** Where a ticket may be sent on to: the nearest ones. */
    points: v.array(v.object({ id: v.string(), name: v.string() })),
  }),
})

const counterParams = { point: shortName, counter: v.pipe(v.string(), v.regex(/^\d{1,2}$/, 'integer'), v.transform(Number)) }
/** Every act answers the ticket that is now at the counter, or none. */
const actResult = v.object({ version: v.number(), ticket: v.nullable(hallTicket), why: v.nullable(why) })
const nothing = v.strictObject({})
const oneTicket = v.strictObject({ ticketId: uuid })
/** The ticket that the screen shows at this counter; refused where another is there by now. Without it: whoever is there. */
const shown = { ticketId: v.optional(uuid) }

const act = <B extends v.GenericSchema>(name: string, summary: string, body: B) =>
  post(`/api/points/:point/counters/:counter/${name}`, { summary, params: counterParams, body, result: actResult })

export const counterActs = {
  open: act('open', 'Open a counter', v.strictObject({ serviceIds: v.optional(serviceIds) })),
  pause: act('pause', 'Pause a counter', nothing),
  close: act(
    'close',
    'Close a counter. Who is there has to be named: one who is served is parked, one who was only called waits again. A manager may close that of a colleague',
    v.strictObject({ ticketId: v.optional(uuid) }),
  ),
  callNext: act('call-next', 'Call whoever is next', nothing),
  callOne: act('call', 'Call one ticket', oneTicket),
  recall: act('recall', 'Call the same ticket again', v.strictObject(shown)),
  start: act('start', 'The visitor is here: begin', v.strictObject(shown)),
  finish: act(
    'finish',
    'Done; with andNext the next is called in the same act',
    v.strictObject({ ...shown, andNext: v.optional(v.boolean()) }),
  ),
  miss: act('miss', 'Nobody came', v.strictObject(shown)),
  returnMissed: act('return', 'A missed visitor is here after all', oneTicket),
  leave: act('leave', 'A waiting visitor has gone', oneTicket),
  park: act(
    'park',
    'Set apart for a moment',
    v.strictObject({ ...shown, reason: v.optional(v.picklist(['form', 'photo', 'payment', 'colleague', 'other'])) }),
  ),
  resume: act('resume', 'Go on with a parked ticket', oneTicket),
  transfer: act(
    'transfer',
    'To other services, one counter, or another point',
    v.strictObject({
      ...shown,
      serviceIds: v.optional(serviceIds),
      toCounter: v.optional(v.pipe(v.number('number'), v.integer('integer'), v.minValue(1, 'too-small'), v.maxValue(99, 'too-large'))),
      toPoint: v.optional(shortName),
    }),
  ),
  add: act(
    'add',
    'Add a walk-in without a number',
    v.strictObject({ serviceIds, people, language, priority: v.optional(v.picklist([0, 1, 2])) }),
  ),
  undo: act('undo', 'Undo the last act of this counter', nothing),
} as const

export const deskArrive = post('/api/points/:point/appointments/:appointment/arrive', {
  summary: 'Staff mark that someone with an appointment is here',
  params: { point: shortName, appointment: uuid },
  body: nothing,
  result: ticketOut,
})
