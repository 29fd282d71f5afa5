import { allSet, hasBit } from './bits.ts'
import { type Appointment, type Calendar, stands } from './calendar.ts'
import { type Draft, put, withFreed } from './calendar-draft.ts'
import { clockOf, type DayClock, gridOf, instantOfQuantum, quantumAt, wallTimeAt } from './day-clock.ts'
import type { Actor, Channel, PointId, ServiceId, Uuid } from './ids.ts'
import { lanesOf, type Place, place } from './placing.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { nextBest, sittingsOf } from './slots.ts'
import { type Day, type Instant, iso, quantumMs } from './time.ts'
import { earliestStart, lastBookableDay, readWanted, type Want, type Wanted } from './wanted.ts'

/** A time asked for. The end is never asked: it follows from the services and people. */
export type HoldRequest = {
  id: Uuid
  visitId: Uuid
  reference: string
  serviceIds: readonly ServiceId[]
  people: number
  language: string
  channel: Channel
  day: Day
  startsAt: Instant
  actor: Actor
  /** The appointment this one takes the place of, here or at another point: let go once this one is booked. */
  replaces?: { pointId: PointId; id: Uuid } | null
  /** For one replaced at another point: its SEQUENCE plus one, and the generation of its link. Here both are known. */
  sequence?: number
  generation?: number
}

/** The state a taken place gets, and till when it stands. */
export type Outcome = { state: 'held' | 'unconfirmed' | 'booked'; until: Instant | null }

type Timed = Wanted & { day: Day; startsAt: Instant }
type Spot = { want: Want; clock: DayClock; quantum: number }

const alternatives = 3

const readable = (at: Instant): string => (Math.abs(at) < 8.64e15 ? iso(Math.trunc(at)) : String(at))

/** Refuses for want of room, with the next best starts as `next`. */
export const refuseTaken = (calendar: Calendar, code: 'slot-taken' | 'hold-expired', wanted: Timed, now: Instant): Refusal =>
  refuse(code, {
    startsAt: iso(wanted.startsAt),
    next: nextBest(calendar, { ...wanted, now }, alternatives).map((slot) => iso(slot.startsAt)),
  })

/** Finds out whether a time is ever offered; if not: service-not-here, too-many-people, in-the-past, slot-not-offered. */
export function readSpot(calendar: Calendar, wanted: Timed, now: Instant): Spot | Refusal {
  const { settings } = calendar
  const { day, startsAt } = wanted
  const want = readWanted(settings, wanted)
  if (isRefusal(want)) return want
  if (startsAt < now) return refuse('in-the-past', { startsAt: readable(startsAt) })
  const notOffered = () => refuse('slot-not-offered', { day, startsAt: readable(startsAt) })
  if (!calendar.byDay.has(day) || startsAt < earliestStart(settings, now) || day > lastBookableDay(settings, now)) return notOffered()
  const clock = clockOf(day, settings.zone)
  const quantum = quantumAt(startsAt, clock)
  if (instantOfQuantum(quantum, clock) !== startsAt || !(quantum >= 0 && quantum < clock.quanta)) return notOffered()
  const onGrid = hasBit(gridOf(want.gridMinutes, clock), quantum)
  const offered = lanesOf(calendar, want, day).some((lane) =>
    lane.kind === 'seats' ? sittingsOf(lane).some((s) => s.quantum === quantum) : onGrid && allSet(lane.open, quantum, want.quanta),
  )
  return offered ? { want, clock, quantum } : notOffered()
}

/** Appointments of a day that stand in the way only because nobody has let them go yet. */
function overdue(calendar: Calendar, day: Day, now: Instant): Appointment[] {
  const found: Appointment[] = []
  for (const id of calendar.pending) {
    const a = calendar.appointments.get(id)
    if (a && a.day === day && a.until !== null && a.until <= now) found.push(a)
  }
  return found
}

function letGo(draft: Draft, a: Appointment): void {
  if (a.state === 'cancelled') put(draft, a, { ...a, until: null }, 'release')
  else if (a.until !== null && a.until <= draft.now) put(draft, a, { ...a, state: 'expired', until: null }, 'expire')
  else put(draft, a, { ...a, state: 'cancelled', until: null }, 'cancel', { reason: a.state === 'held' ? 'another-slot' : 'moved' })
}

/** Finds a place; where none is free, one that is free without `gone` and the overdue. What must go for it goes in the draft. */
export function placeIn(draft: Draft, spot: Spot, gone: readonly Appointment[]): Place | null {
  const { calendar, now } = draft
  const lanes = lanesOf(calendar, spot.want, spot.clock.day)
  const usual = gone.length === 0 ? place(lanes, spot.want, spot.quantum) : null
  if (usual) return usual
  const leaving = [...gone, ...overdue(calendar, spot.clock.day, now).filter((a) => !gone.includes(a))]
  if (leaving.length === 0) return null
  const freed = lanes.map((lane) => leaving.reduce((l, a) => (a.shiftId === l.shiftId && a.day === l.day ? withFreed(l, a) : l), lane))
  const found = place(freed, spot.want, spot.quantum)
  if (!found) return null
  for (const a of leaving) if (gone.includes(a) || a.shiftId === found.shiftDay.shiftId) letGo(draft, a)
  return found
}

/** What the same visit already has here: holds and what is overdue are let go, but a booked time must be replaced by name (limit-reached). */
export function holdsOfVisit(calendar: Calendar, visitId: Uuid, exceptId: Uuid | undefined, now: Instant): Appointment[] | Refusal {
  const holds: Appointment[] = []
  for (const id of calendar.byVisit.get(visitId) ?? []) {
    const a = calendar.appointments.get(id)
    if (!a || id === exceptId) continue
    if (a.state !== 'held' && (a.until === null || a.until > now)) return refuse('limit-reached', { appointmentId: id })
    holds.push(a)
  }
  return holds
}

/** The appointment of this calendar that a request replaces; one that is only held hands on what it replaced itself. */
function replacedBy(calendar: Calendar, request: HoldRequest): (Pick<Appointment, 'replaces'> & { old: Appointment | null }) | Refusal {
  const replaces = request.replaces ?? null
  if (replaces?.pointId !== calendar.pointId) return { replaces, old: null }
  const old = calendar.appointments.get(replaces.id)
  if (!old || old.visitId !== request.visitId) return refuse('appointment-unknown', { appointmentId: replaces.id })
  if (old.state === 'held') return replacedBy(calendar, { ...request, replaces: old.replaces })
  if (!stands(old) || old.state === 'arrived') return refuse('wrong-appointment-state', { appointmentId: old.id, state: old.state })
  return { replaces, old }
}

/** Takes a place for a new appointment, in the state it is to have, and puts it into the draft. Refuses as `hold` does. What is booked at once may lie where the one lies that it replaces: that one then goes without cooling, for its place is taken. */
export function takePlace(draft: Draft, request: HoldRequest, outcome: Outcome): Appointment | Refusal {
  const { calendar, now } = draft
  if (calendar.appointments.has(request.id)) return refuse('wrong-appointment-state', { appointmentId: request.id })
  const spot = readSpot(calendar, request, now)
  if (isRefusal(spot)) return spot
  const replaced = replacedBy(calendar, request)
  if (isRefusal(replaced)) return replaced
  const holds = holdsOfVisit(calendar, request.visitId, replaced.old?.id, now)
  if (isRefusal(holds)) return holds
  const inItsPlace = () => (replaced.old && outcome.state === 'booked' ? placeIn(draft, spot, [...holds, replaced.old]) : null)
  const found = placeIn(draft, spot, holds) ?? inItsPlace()
  if (!found) return refuseTaken(calendar, 'slot-taken', request, now)
  const appointment: Appointment = {
    id: request.id,
    visitId: request.visitId,
    reference: request.reference,
    state: outcome.state,
    serviceIds: spot.want.serviceIds,
    people: request.people,
    language: request.language,
    channel: request.channel,
    shiftId: found.shiftDay.shiftId,
    day: request.day,
    quantum: spot.quantum,
    quanta: found.quanta,
    startsAt: request.startsAt,
    endsAt: request.startsAt + found.quanta * quantumMs,
    wallTime: wallTimeAt(spot.quantum, spot.clock),
    zone: calendar.settings.zone,
    until: outcome.until,
    sequence: replaced.old ? replaced.old.sequence + 1 : (request.sequence ?? 0),
    generation: replaced.old?.generation ?? request.generation ?? 1,
    replaces: replaced.replaces,
    ticketId: null,
    createdAt: now,
  }
  const act = outcome.state === 'held' ? 'hold' : replaced.replaces ? 'move' : 'book'
  put(draft, null, appointment, act, { shiftId: appointment.shiftId, startsAt: appointment.startsAt })
  return appointment
}
