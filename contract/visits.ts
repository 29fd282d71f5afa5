import * as v from 'valibot'
import { aboutService, pointOut } from './points.ts'
import { get, post } from './route.ts'
import { day, instantIn, instantOut, language, line, people, serviceIds, shortName, uuid } from './shapes.ts'

export const email = v.pipe(
  v.string(),
  v.transform((s) => s.trim()),
  v.maxLength(254, 'too-long'),
  v.regex(
    /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u,
    'email',
  ),
)
export const phone = v.pipe(
  v.string(),
  v.transform((s) => s.replace(/[\s().-]/g, '')),
  v.regex(/^\+?\d{6,15}$/, 'phone'),
)

/** An appointment as the visitor who holds its link sees it. */
export const visitOut = v.object({
  visitId: v.string(),
  appointmentId: v.string(),
  reference: v.string(),
  state: v.picklist(['held', 'unconfirmed', 'booked', 'arrived', 'cancelled', 'missed', 'expired']),
  point: pointOut,
  serviceIds: v.array(v.string()),
  services: v.array(
    v.object({
      id: v.string(),
      names: v.record(v.string(), v.string()),
      bring: v.record(v.string(), v.array(v.string())),
      /** Left out where the service is given no more. */
      about: v.optional(aboutService),
    }),
  ),
  people: v.number(),
  language: v.string(),
  startsAt: instantOut,
  endsAt: instantOut,
  day: v.string(),
  wallTime: v.string(),
  zone: v.string(),
  /** Till when a hold stands. */
  until: v.nullable(instantOut),
  /** Proof for this visit, to be sent as `Authorization: Visit <token>`; also in the link. */
  token: v.string(),
  manageUrl: v.string(),
  ticket: v.nullable(v.object({ id: v.string(), label: v.string() })),
})

export const holdSlot = post('/api/points/:point/appointments', {
  summary: 'Hold a slot while details are typed. There is no end time to send',
  params: { point: shortName },
  body: v.strictObject({
    serviceIds,
    people,
    language,
    startsAt: instantIn,
    /** A visit that is moved here: its link's token. The old place is let go once this one is booked. */
    moves: v.optional(v.strictObject({ visitId: uuid, token: v.pipe(v.string(), v.maxLength(100, 'too-long')) })),
  }),
  result: visitOut,
})

export const bookHold = post('/api/points/:point/appointments/:appointment/book', {
  summary: 'Book a held slot: name, and how to reach the visitor',
  params: { point: shortName, appointment: uuid },
  body: v.strictObject({ name: line(80), email: v.optional(v.nullable(email)), phone: v.optional(v.nullable(phone)) }),
  result: visitOut,
})

/** By staff on behalf of someone on the phone or at the desk: in one act. */
export const bookAtDesk = post('/api/points/:point/desk-appointments', {
  summary: 'Staff book for someone on the phone or at the desk',
  params: { point: shortName },
  body: v.strictObject({
    serviceIds,
    people,
    language,
    startsAt: instantIn,
    channel: v.picklist(['phone', 'desk']),
    name: line(80),
    email: v.optional(v.nullable(email)),
    phone: v.optional(v.nullable(phone)),
  }),
  result: visitOut,
})

const visitParams = { visit: uuid }
export const oneVisit = get('/api/visits/:visit', { summary: 'A visit, for whoever holds its link', params: visitParams, result: visitOut })
export const cancelVisit = post('/api/visits/:visit/cancel', {
  summary: 'Cancel. Twice gives the same answer',
  params: visitParams,
  body: v.strictObject({}),
  result: visitOut,
})
/** Hold, book and let go in one: the details are known already. */
export const moveVisit = post('/api/visits/:visit/move', {
  summary: 'Move to another slot, here or at another point. The old slot is let go only when the new one stands',
  params: visitParams,
  body: v.strictObject({ point: shortName, startsAt: instantIn }),
  result: visitOut,
})
/** Where a visitor manages a visit in the browser; the token is the link's proof. */
export const managePath = (token: string): string => `/book/visit/${token}`
/** Answers `text/calendar`, not JSON. Takes the token as `Authorization: Visit` or as `?token=`. */
export const visitCalendarPath = '/api/visits/:visit/calendar.ics'

/** The appointments of a day, for staff of the point: with names, since they have to greet people. */
export const appointmentsOfDay = get('/api/points/:point/appointments', {
  summary: 'The appointments of a day, for staff',
  params: { point: shortName },
  query: { day: v.optional(day) },
  result: v.object({
    day: v.string(),
    appointments: v.array(
      v.object({
        id: v.string(),
        reference: v.string(),
        state: v.string(),
        serviceIds: v.array(v.string()),
        people: v.number(),
        startsAt: instantOut,
        /** From then on the visitor can be said to be here. */
        arrivesFrom: instantOut,
        wallTime: v.string(),
        name: v.nullable(v.string()),
        ticketLabel: v.nullable(v.string()),
        /** The mail about the visit as it is now could not be delivered: the visitor has to be told in another way. */
        mailFailed: v.boolean(),
      }),
    ),
  }),
})
