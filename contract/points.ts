import * as v from 'valibot'
import { get } from './route.ts'
import { day, instantOut, perLanguage, serviceIdsIn, shortName, waitRange, wholeIn } from './shapes.ts'

export const serviceOut = v.object({
  id: v.string(),
  names: perLanguage,
  explanations: perLanguage,
  bring: v.record(v.string(), v.array(v.string())),
  icon: v.string(),
  baseMinutes: v.number(),
  extraMinutes: v.number(),
  walkIn: v.boolean(),
  bookable: v.boolean(),
})

export const pointOut = v.object({
  id: v.string(),
  name: v.string(),
  address: v.string(),
  postalCode: v.string(),
  district: v.string(),
  phone: v.string(),
  latitude: v.nullable(v.number()),
  longitude: v.nullable(v.number()),
  zone: v.string(),
  /** False where nobody has said yet when it is open: it is listed, and nothing can be booked or taken there. */
  openingsKnown: v.boolean(),
  bookable: v.boolean(),
})

export const listPoints = get('/api/points', { summary: 'All points of the network', result: v.object({ points: v.array(pointOut) }) })

export const onePoint = get('/api/points/:point', {
  summary: 'A point with its services, openings and languages',
  params: { point: shortName },
  result: v.object({
    point: pointOut,
    languages: v.array(v.string()),
    peopleMax: v.number(),
    services: v.array(serviceOut),
    /** The spans of the next seven days, by local date. */
    openings: v.array(v.object({ day: v.string(), spans: v.array(v.object({ from: v.string(), until: v.string() })) })),
  }),
})

export const daysOfPoint = get('/api/points/:point/days', {
  summary: 'How many slots each day has, from a day on',
  params: { point: shortName },
  query: { services: serviceIdsIn, people: wholeIn(1, 99), from: v.optional(day), days: v.optional(wholeIn(1, 62)) },
  result: v.object({ zone: v.string(), days: v.array(v.object({ day: v.string(), open: v.boolean(), slots: v.number() })) }),
})

export const slotOut = v.object({ startsAt: instantOut, endsAt: instantOut, wallTime: v.string(), day: v.string() })

export const slotsOfDay = get('/api/points/:point/slots', {
  summary: 'The slots of one day',
  params: { point: shortName },
  query: { services: serviceIdsIn, people: wholeIn(1, 99), day },
  result: v.object({ zone: v.string(), minutes: v.number(), slots: v.array(slotOut) }),
})

export const earliestSlots = get('/api/slots/earliest', {
  summary: 'The earliest slots, over all points or near a place',
  query: {
    services: serviceIdsIn,
    people: wholeIn(1, 99),
    latitude: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^-?\d{1,2}(\.\d+)?$/, 'latitude'),
        v.transform(Number),
        v.minValue(-90, 'latitude'),
        v.maxValue(90, 'latitude'),
      ),
    ),
    longitude: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^-?\d{1,3}(\.\d+)?$/, 'longitude'),
        v.transform(Number),
        v.minValue(-180, 'longitude'),
        v.maxValue(180, 'longitude'),
      ),
    ),
    km: v.optional(wholeIn(1, 1000)),
    limit: v.optional(wholeIn(1, 20)),
  },
  result: v.object({
    slots: v.array(
      v.object({
        point: pointOut,
        startsAt: instantOut,
        endsAt: instantOut,
        wallTime: v.string(),
        day: v.string(),
        distanceKm: v.nullable(v.number()),
      }),
    ),
  }),
})

/** What a kiosk shows: language-neutral, so that one value serves all. */
export const menu = get('/api/points/:point/menu', {
  summary: 'What a kiosk offers: services with their waits, whether the hall is open, and where it is quieter',
  params: { point: shortName },
  live: true,
  result: v.object({
    version: v.number(),
    at: instantOut,
    point: v.object({ id: v.string(), name: v.string(), zone: v.string(), languages: v.array(v.string()) }),
    state: v.picklist(['open', 'closed']),
    opensAt: v.nullable(instantOut),
    closesAt: v.nullable(instantOut),
    peopleMax: v.number(),
    services: v.array(
      v.object({
        id: v.string(),
        names: perLanguage,
        icon: v.string(),
        bring: v.record(v.string(), v.array(v.string())),
        walkIn: v.boolean(),
        wait: v.nullable(waitRange),
        ahead: v.number(),
      }),
    ),
    offers: v.array(
      v.object({
        diversionId: v.string(),
        serviceIds: v.array(v.string()),
        to: v.object({ id: v.string(), name: v.string(), address: v.string() }),
        distanceKm: v.number(),
        travelMinutes: v.number(),
        waitHere: waitRange,
        waitThere: waitRange,
        gainMinutes: v.number(),
      }),
    ),
  }),
})

/** What hangs in the hall: no name, no service, only labels, counters and the language to call in. */
export const board = get('/api/points/:point/board', {
  summary: 'What a display shows',
  params: { point: shortName },
  live: true,
  result: v.object({
    version: v.number(),
    at: instantOut,
    point: v.object({ id: v.string(), name: v.string(), zone: v.string(), languages: v.array(v.string()) }),
    /** Newest first; `calls` moves up with each recall, so that it chimes once for each. */
    called: v.array(
      v.object({
        ticketId: v.string(),
        label: v.string(),
        counter: v.number(),
        calls: v.number(),
        calledAt: instantOut,
        serving: v.boolean(),
        /** Of the visitor, so that the hall hears it too. */
        language: v.string(),
      }),
    ),
    waiting: v.number(),
  }),
})
