import * as v from 'valibot'
import { get } from './route.ts'
import { day, instantOut, line, perLanguage, serviceIdsIn, shortName, waitRange, wholeIn } from './shapes.ts'

/** What a visitor wants to know of a service before they choose it. */
export const aboutService = v.object({
  /** The languages in which all of it is there; in any other it is shown as what it is. */
  languages: v.array(v.string()),
  explanations: perLanguage,
  /** Where it can be done online. */
  links: perLanguage,
  /** `cents` are hundredths of the currency (ISO 4217), 0 is free; null where nobody told. */
  price: v.nullable(v.object({ cents: v.number(), currency: v.string() })),
  /** The youngest age. */
  ageFrom: v.nullable(v.number()),
  /** The first age that is too old. */
  ageUntil: v.nullable(v.number()),
})

export const serviceOut = v.object({
  id: v.string(),
  names: perLanguage,
  ...aboutService.entries,
  /** Whose it is. */
  provider: v.object({ id: v.string(), names: perLanguage }),
  bring: v.record(v.string(), v.array(v.string())),
  icon: v.string(),
  baseMinutes: v.number(),
  extraMinutes: v.number(),
  walkIn: v.boolean(),
  bookable: v.boolean(),
})

export const pointOut = v.object({
  id: v.string(),
  /** What sort of place it is: general, youth, migrants, library, consulate, van. */
  kind: v.string(),
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

const degrees = (name: 'latitude' | 'longitude', most: number) =>
  v.pipe(v.string(), v.regex(/^-?\d{1,3}(\.\d+)?$/, name), v.transform(Number), v.minValue(-most, name), v.maxValue(most, name))

/** A place on the map, in degrees. */
export const latitudeIn = degrees('latitude', 90)
export const longitudeIn = degrees('longitude', 180)

/** A town, a postal code or a service point, for "near". `region` is the town that a district is named after or, for a postal code, that it lies at. */
export const placeOut = v.object({
  kind: v.picklist(['town', 'postal-code', 'point']),
  name: v.string(),
  region: v.string(),
  /** ISO 3166 in capitals; empty where it is not known. */
  country: v.string(),
  latitude: v.number(),
  longitude: v.number(),
})

export const findPlaces = get('/api/places', {
  summary: 'Towns, postal codes and service points by what somebody typed, slips forgiven',
  query: { q: line(80) },
  result: v.object({ places: v.array(placeOut) }),
})

export const readCoast = get('/api/coast', {
  summary:
    'The land within some sides of a map as the path of an SVG (Natural Earth); `domain/map-frame.ts` says where a position lies in it',
  query: {
    west: longitudeIn,
    south: latitudeIn,
    east: longitudeIn,
    north: latitudeIn,
    width: wholeIn(10, 2000),
    height: wholeIn(10, 2000),
  },
  result: v.object({ path: v.string() }),
})

export const earliestSlots = get('/api/slots/earliest', {
  summary: 'The earliest slots, over all points or near a place; `near` says which place was understood',
  query: {
    services: serviceIdsIn,
    people: wholeIn(1, 99),
    latitude: v.optional(latitudeIn),
    longitude: v.optional(longitudeIn),
    /** In place of a position: what somebody typed. Nothing comes where nobody knows it. */
    place: v.optional(line(80)),
    km: v.optional(wholeIn(1, 1000)),
    from: v.optional(day),
    limit: v.optional(wholeIn(1, 30)),
    /** How many of one point at most. */
    perPoint: v.optional(wholeIn(1, 10)),
  },
  result: v.object({
    near: v.nullable(placeOut),
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

export const findServices = get('/api/services', {
  summary:
    'Services of all providers by what somebody typed: by name, other word or explanation, slips and accents forgiven; or by id; or those mostly come for',
  query: {
    q: v.optional(line(120)),
    services: v.optional(serviceIdsIn),
    latitude: v.optional(latitudeIn),
    longitude: v.optional(longitudeIn),
    limit: v.optional(wholeIn(1, 30)),
  },
  result: v.object({
    services: v.array(
      v.object({
        id: v.string(),
        names: perLanguage,
        explanations: perLanguage,
        icon: v.string(),
        baseMinutes: v.number(),
        extraMinutes: v.number(),
        provider: v.object({ id: v.string(), names: perLanguage }),
        /** The languages in which it has a name: what it is not in is not passed off. */
        languages: v.array(v.string()),
        points: v.number(),
        bookablePoints: v.number(),
        /** Of those at which a time can be booked; without a position, null. */
        nearest: v.nullable(v.object({ id: v.string(), name: v.string(), distanceKm: v.number() })),
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
        /** Left out by an api that does not know it yet. */
        about: v.optional(aboutService),
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
        by: v.picklist(['walk', 'ride']),
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
