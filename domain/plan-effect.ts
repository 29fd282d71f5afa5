import { andInto, type Bits, clearRange, freeInto, keepRunStarts, newBits, nextSet } from './bits.ts'
import { type Appointment, type Calendar, type CalendarSettings, type ShiftDay, shiftDayKey } from './calendar.ts'
import { clockOf, type DayClock, gridOf } from './day-clock.ts'
import { durationMinutes } from './duration.ts'
import type { ServiceId, Uuid } from './ids.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { checkPlan, lanesOfPlan, type Plan, unfitOf } from './replan.ts'
import { sittingsOf } from './slots.ts'
import { addDays, type Day, daysBetween, type Instant, minuteMs, quantumMinutes, quantumMs } from './time.ts'

/** `serviceId` null counts visits of `plainMinutes` for whatever the lanes are for. `appointments` are all that stand from `fromDay` on. */
export type EffectRequest = {
  serviceId: ServiceId | null
  fromDay: Day
  days: number
  appointments: Iterable<Appointment>
  now: Instant
}

/** Slots of one day: free under the old plan and under the new, and how many of them only one of the two has. */
export type DayEffect = { day: Day; before: number; after: number; gained: number; lost: number }

/** `unfit` fitted the plan before and would not fit the one after; `already` are those that fit neither. */
export type PlanEffect = Omit<DayEffect, 'day'> & { days: DayEffect[]; minutes: number; unfit: Uuid[]; already: Uuid[] }

/** How long a visit is where none of the services is asked for. */
export const plainMinutes = 30

type Counted = { serviceId: ServiceId | null; quanta: number; gridMinutes: number; leadMinutes: number; now: Instant }

/**
 * What another plan would do, before it is saved: the slots gained and lost on each day, and the appointments that would no longer fit. A slot
 * here is room for one visit: as many as fit one after another into the free time of each lane, on the grid, from now and the lead time on;
 * of a sitting its free places. Lost are those that fit into the time before and not into the time that both plans have, gained likewise, so that
 * `after = before - lost + gained` on every day. Refuses plan-invalid for a plan that could never be, service-not-here for a service that cannot be booked.
 */
export function effectOf(before: Plan, after: Plan, calendar: Calendar, request: EffectRequest): Refusal | PlanEffect {
  const { settings } = calendar
  const fault = checkPlan(after) ?? mayFollow(before, after)
  if (fault) return fault
  const counted = countedOf(settings, request)
  if (isRefusal(counted)) return counted
  const appointments = [...request.appointments].filter((a) => a.day >= request.fromDay)
  const span = Math.max(request.days, ...appointments.map((a) => daysBetween(request.fromDay, a.day) + 1))
  const [was, is] = [before, after].map((plan) => lanesByKey(plan, request.fromDay, span, settings.zone)) as [Lanes, Lanes]
  const days = Array.from({ length: request.days }, (_, i) => ({
    day: addDays(request.fromDay, i),
    before: 0,
    after: 0,
    gained: 0,
    lost: 0,
  }))
  const byDay = new Map(days.map((d) => [d.day, d]))
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const day = byDay.get((was.get(key) ?? is.get(key))!.day)
    if (day) addLane(day, { was: was.get(key), is: is.get(key), taken: calendar.shiftDays.get(key) }, counted, settings.zone)
  }
  const already = toWorkThrough(appointments, was, request.now)
  const unfit = toWorkThrough(appointments, is, request.now)
  const all = (name: 'before' | 'after' | 'gained' | 'lost') => days.reduce((sum, d) => sum + d[name], 0)
  return {
    days,
    before: all('before'),
    after: all('after'),
    gained: all('gained'),
    lost: all('lost'),
    minutes: counted.quanta * quantumMinutes,
    unfit: unfit.filter((id) => !already.includes(id)),
    already: unfit.filter((id) => already.includes(id)),
  }
}

/** True for one that is booked and still to come: what people work through. Holds are none: they are over in minutes. */
export const isToWorkThrough = (a: Appointment, now: Instant): boolean =>
  (a.state === 'booked' || a.state === 'unconfirmed') && a.startsAt > now

/** Ids of the appointments to work through that no longer fit lanes (by `shiftDayKey`), oldest booking first. */
export function toWorkThrough(appointments: readonly Appointment[], lanes: ReadonlyMap<string, ShiftDay>, now: Instant): Uuid[] {
  const byId = new Map(appointments.map((a) => [a.id, a]))
  return unfitOf(appointments, lanes).filter((id) => isToWorkThrough(byId.get(id)!, now))
}

/**
 * Refuses (plan-invalid, `kind`) a shift that turns from a lane of time into places or back: what was taken is counted in another way, so
 * it has to become a shift of its own.
 */
export function mayFollow(before: Plan, after: Plan): Refusal | null {
  const kinds = new Map(before.shifts.map((s) => [s.id, s.kind]))
  const turned = after.shifts.find((s) => kinds.has(s.id) && (kinds.get(s.id) === 'seats') !== (s.kind === 'seats'))
  return turned ? refuse('plan-invalid', { place: 'kind', shiftId: turned.id }) : null
}

type Lanes = Map<string, ShiftDay>

const lanesByKey = (plan: Plan, fromDay: Day, days: number, zone: string): Lanes =>
  new Map(lanesOfPlan(plan, fromDay, days, zone).map((lane) => [shiftDayKey(lane.shiftId, lane.day), lane]))

function countedOf(settings: CalendarSettings, { serviceId, now }: EffectRequest): Refusal | Counted {
  const { gridMinutes, leadMinutes } = settings
  if (serviceId === null) return { serviceId, quanta: plainMinutes / quantumMinutes, gridMinutes, leadMinutes, now }
  const service = Object.hasOwn(settings.services, serviceId) ? settings.services[serviceId] : undefined
  if (!service?.bookable) return refuse('service-not-here', { serviceId })
  const quanta = durationMinutes([service], 1) / quantumMinutes
  return { serviceId, quanta, gridMinutes: service.gridMinutes ?? gridMinutes, leadMinutes, now }
}

type Lane = { was: ShiftDay | undefined; is: ShiftDay | undefined; taken: ShiftDay | undefined }

function addLane(day: DayEffect, { was, is, taken }: Lane, counted: Counted, zone: string): void {
  const clock = clockOf(day.day, zone)
  const first = Math.max(0, Math.ceil((counted.now + counted.leadMinutes * minuteMs - clock.startAt) / quantumMs))
  const serving = (lane: ShiftDay | undefined) =>
    lane && (counted.serviceId === null || lane.serviceIds.includes(counted.serviceId)) ? lane : undefined
  const [old, next] = [serving(was), serving(is)]
  const rooms = [old, next].map((lane) => (lane ? roomIn(lane, lane.open, { taken, counted, clock, first }) : 0)) as [number, number]
  const shared = old && next ? sharedRoom(old, next, { taken, counted, clock, first }) : 0
  day.before += rooms[0]
  day.after += rooms[1]
  day.lost += rooms[0] - shared
  day.gained += rooms[1] - shared
}

type Place = { taken: ShiftDay | undefined; counted: Counted; clock: DayClock; first: number }

/** How many visits fit into the time that both lanes have. */
function sharedRoom(old: ShiftDay, next: ShiftDay, place: Place): number {
  if (old.kind !== 'seats' && next.kind !== 'seats') {
    const open = old.open.slice()
    andInto(open, next.open)
    return roomIn(next, open, place)
  }
  if (old.kind !== next.kind) return 0
  const [a, b] = [sittingPlaces(old, place), sittingPlaces(next, place)]
  return [...a].reduce((sum, [sitting, places]) => sum + Math.min(places, b.get(sitting) ?? 0), 0)
}

function roomIn(lane: ShiftDay, open: Bits, place: Place): number {
  if (lane.kind === 'seats') return [...sittingPlaces(lane, place).values()].reduce((sum, places) => sum + places, 0)
  const { taken, counted, clock, first } = place
  const starts = newBits()
  freeInto(starts, open, taken?.busy ?? newBits())
  clearRange(starts, 0, Math.max(0, first))
  keepRunStarts(starts, counted.quanta)
  andInto(starts, gridOf(counted.gridMinutes, clock))
  let room = 0
  // The earliest that fits, then the next after it: visits of one length cannot be put in more of any other way.
  for (let q = nextSet(starts, first); q >= 0; q = nextSet(starts, q + counted.quanta)) room += 1
  return room
}

/** Free places by sitting, as start and length. */
function sittingPlaces(lane: ShiftDay, { taken, first }: Place): Map<string, number> {
  const sittings = sittingsOf({ ...lane, taken: taken?.taken ?? {} }).filter((s) => s.quantum >= first)
  return new Map(sittings.map((s) => [`${s.quantum} ${s.quanta}`, s.places]))
}
