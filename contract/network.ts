import * as v from 'valibot'
import { deviceAlerts } from '../domain/device.ts'
import { concerned } from '../domain/diversion.ts'
import { travelOut } from './plan.ts'
import { pointOut } from './points.ts'
import { get, post } from './route.ts'
import { instantIn, instantOut, perLanguage, serviceIds, serviceIdsIn, shortName, uuid, waitRange, wholeIn } from './shapes.ts'

/** One point as the control room sees it. */
export const tile = v.object({
  pointId: v.string(),
  name: v.string(),
  organisationId: v.string(),
  district: v.string(),
  /** The town it lies at, by each of its names, and the ISO code of its country; none and empty where that is not known. */
  towns: v.array(v.string()),
  country: v.string(),
  zone: v.string(),
  latitude: v.nullable(v.number()),
  longitude: v.nullable(v.number()),
  version: v.number(),
  open: v.boolean(),
  waiting: v.number(),
  longestSince: v.nullable(instantOut),
  wait: v.nullable(waitRange),
  waitLimitMinutes: v.number(),
  countersOpen: v.number(),
  countersPlanned: v.number(),
  serving: v.number(),
  finishedToday: v.number(),
  alerts: v.array(v.object({ device: v.string(), code: v.picklist(deviceAlerts) })),
  diversions: v.array(
    v.object({
      id: v.string(),
      toPointId: v.string(),
      toName: v.string(),
      until: instantOut,
      minGainMinutes: v.number(),
      concerns: v.picklist(concerned),
      serviceIds: v.array(v.string()),
      /** How many have taken a number there through it. */
      went: v.number(),
    }),
  ),
})

/**
 * Each value of the stream carries the tiles that moved since the last one, each whole, and the names of organisations not told yet; the first
 * carries all. A process that has just started tells at once what it has read, and how many halls are still to come.
 */
export const network = get('/api/network', {
  summary: 'Every hall, live',
  live: true,
  result: v.object({
    at: instantOut,
    tiles: v.array(tile),
    organisations: v.array(v.object({ id: v.string(), names: perLanguage })),
    toCome: v.number(),
  }),
})

export const startDiversion = post('/api/points/:point/diversions', {
  summary: 'Offer visitors of this point a quieter one, for a while. The Idempotency-Key is its id',
  params: { point: shortName },
  body: v.strictObject({
    toPoint: shortName,
    serviceIds: v.optional(serviceIds),
    until: instantIn,
    minGainMinutes: v.optional(v.pipe(v.number('number'), v.integer('integer'), v.minValue(1, 'too-small'), v.maxValue(240, 'too-large'))),
    /** Who takes a number here (as where it is left out), who books or has booked, or both. */
    concerns: v.optional(v.picklist(concerned)),
  }),
  result: v.object({ id: v.string(), pointId: v.string(), toPointId: v.string(), until: instantOut }),
})

export const endDiversion = post('/api/points/:point/diversions/:diversion/end', {
  summary: 'End a diversion',
  params: { point: shortName, diversion: uuid },
  plain: true,
  body: v.strictObject({}),
  result: v.object({ id: v.string(), endedAt: instantOut }),
})

export const quieterPlaces = get('/api/points/:point/quieter', {
  summary: 'Where somebody who books here could come sooner, while a diversion for bookings stands',
  params: { point: shortName },
  query: { services: serviceIdsIn, people: wholeIn(1, 99) },
  result: v.object({
    places: v.array(
      v.object({
        point: pointOut,
        distanceKm: v.number(),
        travel: travelOut,
        first: v.object({ startsAt: instantOut, day: v.string(), wallTime: v.string() }),
      }),
    ),
  }),
})

const ofDiversion = { point: shortName, diversion: uuid }

export const divertedBookings = get('/api/points/:point/diversions/:diversion/bookings', {
  summary: 'How many have booked within a diversion, how many of them a mail can reach, and how many were asked already',
  params: ofDiversion,
  result: v.object({ bookings: v.number(), reachable: v.number(), asked: v.number() }),
})

export const askBookings = post('/api/points/:point/diversions/:diversion/bookings/ask', {
  summary: 'Send those who have booked a mail with a link to move. Nobody is moved without saying yes, or asked twice',
  params: ofDiversion,
  body: v.strictObject({}),
  result: v.object({ asked: v.number() }),
})
