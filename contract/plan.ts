import * as v from 'valibot'
import { channels } from '../domain/ids.ts'
import { isWallTime, quantumMinutes, wallMinutesOf } from '../domain/time.ts'
import { get, post } from './route.ts'
import { day, instantIn, instantOut, line, perLanguage, shortName, uuid } from './shapes.ts'

const whole = (min: number, max: number) =>
  v.pipe(v.number('number'), v.integer('integer'), v.minValue(min, 'too-small'), v.maxValue(max, 'too-large'))

/** `HH:MM` on whole quanta; `24:00` is the end of a day. */
const wallTime = v.pipe(
  v.string(),
  v.check((time) => isWallTime(time) && wallMinutesOf(time) % quantumMinutes === 0, 'wall-time'),
)
const wallSpan = v.strictObject({ from: wallTime, until: wallTime })
const weekday = whole(1, 7)
const once = <T>(list: T[]) => new Set(list).size === list.length

/** When a point is open: the week, days that are different (with a text for visitors), and days on which the week does not count. */
const openings = v.strictObject({
  week: v.pipe(v.array(v.strictObject({ weekday, from: wallTime, until: wallTime })), v.maxLength(70, 'too-many')),
  exceptions: v.pipe(
    v.array(
      v.strictObject({ day, spans: v.pipe(v.array(wallSpan), v.maxLength(10, 'too-many')), note: v.optional(v.nullable(line(200))) }),
    ),
    v.maxLength(400, 'too-many'),
  ),
  holidays: v.pipe(v.array(day), v.maxLength(400, 'too-many'), v.check(once, 'twice')),
})

/** One lane of planned time. */
const shift = v.strictObject({
  id: uuid,
  kind: v.picklist(['counter', 'overbooking', 'seats']),
  weekdays: v.pipe(v.array(weekday), v.minLength(1, 'empty'), v.maxLength(7, 'too-many'), v.check(once, 'twice')),
  from: wallTime,
  until: wallTime,
  firstDay: day,
  lastDay: v.nullable(day),
  services: v.pipe(v.array(shortName), v.minLength(1, 'empty'), v.maxLength(300, 'too-many'), v.check(once, 'twice')),
  channels: v.pipe(v.array(v.picklist(channels)), v.maxLength(channels.length, 'too-many'), v.check(once, 'twice')),
  seats: whole(0, 999),
})

const shifts = v.pipe(v.array(shift), v.maxLength(200, 'too-many'))
export const planIn = v.strictObject({ openings, shifts })
export type PlanGiven = v.InferInput<typeof planIn>

const pointParams = { point: shortName }
const appointmentParams = { point: shortName, appointment: uuid }

export const readPlan = get('/api/points/:point/plan', {
  summary: 'When a point is open and who is planned to be there, with the revision that a change has to name',
  params: pointParams,
  result: v.object({
    revision: v.number(),
    zone: v.string(),
    today: v.string(),
    gridMinutes: v.number(),
    horizonDays: v.number(),
    openings: v.object({
      week: v.array(v.object({ weekday: v.number(), from: v.string(), until: v.string() })),
      exceptions: v.array(
        v.object({
          day: v.string(),
          spans: v.array(v.object({ from: v.string(), until: v.string() })),
          note: v.nullable(v.string()),
        }),
      ),
      holidays: v.array(v.string()),
    }),
    shifts: v.array(
      v.object({
        id: v.string(),
        kind: v.picklist(['counter', 'overbooking', 'seats']),
        weekdays: v.array(v.number()),
        from: v.string(),
        until: v.string(),
        firstDay: v.string(),
        lastDay: v.nullable(v.string()),
        services: v.array(v.string()),
        channels: v.array(v.picklist(channels)),
        seats: v.number(),
      }),
    ),
    services: v.array(v.object({ id: v.string(), names: perLanguage, minutes: v.number(), bookable: v.boolean() })),
  }),
})

/** Somebody who has a time that the plan no longer has. Whether they can be reached, not how. */
export const misfitOut = v.object({
  appointmentId: v.string(),
  reference: v.string(),
  startsAt: instantOut,
  day: v.string(),
  wallTime: v.string(),
  minutes: v.number(),
  people: v.number(),
  serviceIds: v.array(v.string()),
  reachable: v.picklist(['mail', 'phone', 'no']),
})

export const previewPlan = post('/api/points/:point/plan/preview', {
  summary: 'What a plan would do if it were saved: slots gained and lost in the next 60 days, and who would no longer fit. Writes nothing',
  large: true,
  params: pointParams,
  plain: true,
  body: v.strictObject({
    openings,
    shifts,
    /** Counts visits of this service; without it half hours. */
    serviceId: v.optional(v.nullable(shortName)),
  }),
  result: v.object({
    revision: v.number(),
    minutes: v.number(),
    before: v.number(),
    after: v.number(),
    gained: v.number(),
    lost: v.number(),
    /** The days on which something is gained or lost. */
    days: v.array(v.object({ day: v.string(), before: v.number(), after: v.number(), gained: v.number(), lost: v.number() })),
    misfits: v.array(misfitOut),
    /** How many did not fit before and still do not. */
    already: v.number(),
  }),
})

export const savePlan = post('/api/points/:point/plan', {
  summary: 'Save a plan. `revision` is the one it was made from: where somebody else has saved since, it is refused as `plan-changed`',
  large: true,
  params: pointParams,
  body: v.strictObject({ revision: whole(0, 2_000_000_000), openings, shifts }),
  result: v.object({ revision: v.number(), misfits: v.number() }),
})

export const listMisfits = get('/api/points/:point/misfits', {
  summary: 'Appointments to come that the plan no longer has time for: to be worked through by people',
  params: pointParams,
  result: v.object({ zone: v.string(), misfits: v.array(misfitOut), left: v.array(misfitOut) }),
})

export const leaveMisfit = post('/api/points/:point/misfits/:appointment/leave', {
  summary: 'Leave an appointment as it is though it no longer fits; or put it back on the list',
  params: appointmentParams,
  plain: true,
  body: v.strictObject({ leave: v.boolean() }),
  result: v.object({ appointmentId: v.string(), left: v.boolean() }),
})

export const travelOut = v.object({ minutes: v.number(), by: v.picklist(['walk', 'ride']) })

export const otherTimes = get('/api/points/:point/appointments/:appointment/other-times', {
  summary: 'The next best times for an appointment, here and at near points, for staff who move it',
  params: appointmentParams,
  result: v.object({
    times: v.array(
      v.object({
        point: v.object({ id: v.string(), name: v.string(), zone: v.string() }),
        startsAt: instantOut,
        day: v.string(),
        wallTime: v.string(),
        distanceKm: v.nullable(v.number()),
        travel: v.nullable(travelOut),
      }),
    ),
  }),
})

export const moveAtDesk = post('/api/points/:point/appointments/:appointment/move', {
  summary: 'Staff move an appointment to another time, here or at another point; the visitor gets a mail',
  params: appointmentParams,
  body: v.strictObject({ toPoint: shortName, startsAt: instantIn }),
  result: v.object({ appointmentId: v.string(), pointId: v.string(), startsAt: instantOut, wallTime: v.string(), mailed: v.boolean() }),
})

export const cancelAtDesk = post('/api/points/:point/appointments/:appointment/cancel', {
  summary: 'Staff cancel an appointment; the visitor gets a mail that says so',
  params: appointmentParams,
  body: v.strictObject({}),
  result: v.object({ appointmentId: v.string(), state: v.string(), mailed: v.boolean() }),
})
