import { countWord, isEmpty, newBits, runLength, sameBits, setRange } from './bits.ts'
import { type Appointment, type Calendar, type CalendarChange, ownsBits, type ShiftDay, shiftDayKey, stands } from './calendar.ts'
import type { Decided } from './decided.ts'
import type { Actor, Uuid } from './ids.ts'
import { checkOpenings, type Openings } from './openings.ts'
import { type Refusal, refuse } from './refusal.ts'
import { checkShift, openingBits, type Shift, shiftDayOf } from './shifts.ts'
import { addDays, type Day, dayWords, type Instant, isDay } from './time.ts'

/** When a point is open and who is planned to be there. */
export type Plan = { openings: Openings; shifts: readonly Shift[] }

/** A plan for some days; `appointments` are all of those days, where not all are in memory. */
export type ReplanRequest = { plan: Plan; fromDay: Day; days: number; appointments?: Iterable<Appointment>; actor: Actor }

/** Quanta of open time gained and lost, and the appointments that no longer fit: to be worked through by people, never dropped. */
export type ReplanAnswer = { gainedQuanta: number; lostQuanta: number; unfit: Uuid[] }

const daysMax = 800

/** Refuses (plan-invalid) openings or a shift that could never be true, or two shifts with one id. */
export function checkPlan(plan: Plan): Refusal | null {
  const ids = new Set(plan.shifts.map((s) => s.id))
  if (ids.size !== plan.shifts.length) return refuse('plan-invalid', { place: 'shifts' })
  const [fault] = plan.shifts.flatMap((shift) => checkShift(shift) ?? [])
  return checkOpenings(plan.openings) ?? fault ?? null
}

/** The lanes that a plan makes on some days, nothing taken. */
export function lanesOfPlan(plan: Plan, fromDay: Day, days: number, zone: string): ShiftDay[] {
  return Array.from({ length: days }, (_, i) => addDays(fromDay, i)).flatMap((day) => {
    const opening = openingBits(plan.openings, day, zone)
    return isEmpty(opening) ? [] : plan.shifts.flatMap((shift) => shiftDayOf(shift, opening, day, zone) ?? [])
  })
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((x, i) => x === b[i])

const samePlan = (a: ShiftDay, b: ShiftDay): boolean =>
  a.kind === b.kind &&
  a.seats === b.seats &&
  sameBits(a.open, b.open) &&
  sameList(a.serviceIds, b.serviceIds) &&
  sameList(a.channels, b.channels)

const isUntaken = (shiftDay: ShiftDay): boolean => isEmpty(shiftDay.busy) && Object.keys(shiftDay.taken).length === 0

/** True while a lane, as planned, has the time and all services of an appointment; places of a sitting are counted apart. */
export function fits(a: Appointment, lane: ShiftDay | undefined): boolean {
  if (!lane || a.serviceIds.some((id) => !lane.serviceIds.includes(id))) return false
  return runLength(lane.open, a.quantum) >= a.quanta
}

/** The lane with a new plan and what was taken on it. Where a shift turns from bits to seats or back, it is worked out anew. */
function replanned(lane: ShiftDay | undefined, planned: ShiftDay, appointments: readonly Appointment[]): ShiftDay {
  if (!lane) return planned
  if ((lane.kind === 'seats') === (planned.kind === 'seats')) return { ...planned, busy: lane.busy, taken: lane.taken }
  const owners = appointments.filter((a) => a.shiftId === planned.shiftId && a.day === planned.day)
  return { ...planned, ...takenBy(owners, planned.kind === 'seats') }
}

function takenBy(owners: readonly Appointment[], seats: boolean): Pick<ShiftDay, 'busy' | 'taken'> {
  const busy = newBits()
  const taken: Record<number, number> = {}
  for (const a of owners) {
    if (seats) taken[a.quantum] = (taken[a.quantum] ?? 0) + a.people
    else setRange(busy, a.quantum, a.quanta)
  }
  return { busy, taken }
}

function tally(answer: ReplanAnswer, before: ShiftDay | undefined, after: ShiftDay | undefined): void {
  for (let w = 0; w < dayWords; w++) {
    const was = before?.open[w] ?? 0
    const is = after?.open[w] ?? 0
    answer.gainedQuanta += countWord(is & ~was)
    answer.lostQuanta += countWord(was & ~is)
  }
}

/**
 * Applies a plan to some days of a calendar: new open bits, what is taken stays taken. A lane that the plan no longer has goes when nothing
 * is taken on it; else it stays, closed. Lanes that are as planned are not in the change, so the same plan twice changes nothing; a job
 * that asks daily adds the day that came into the horizon. Refuses plan-invalid.
 */
export function replan(calendar: Calendar, request: ReplanRequest, now: Instant): Refusal | Decided<CalendarChange, ReplanAnswer> {
  const { plan, fromDay, days, actor } = request
  if (!isDay(fromDay) || !Number.isInteger(days) || days < 1 || days > daysMax) return refuse('plan-invalid', { place: 'days' })
  const fault = checkPlan(plan)
  if (fault) return fault
  const untilDay = addDays(fromDay, days)
  const inDays = (day: Day) => day >= fromDay && day < untilDay
  const appointments = [...(request.appointments ?? calendar.appointments.values())].filter((a) => inDays(a.day) && ownsBits(a))
  const planned = new Map(lanesOfPlan(plan, fromDay, days, calendar.settings.zone).map((s) => [shiftDayKey(s.shiftId, s.day), s]))
  const answer: ReplanAnswer = { gainedQuanta: 0, lostQuanta: 0, unfit: [] }
  const shiftDays: ShiftDay[] = []
  const dropped: string[] = []
  for (const [key, lane] of planned) {
    const before = calendar.shiftDays.get(key)
    if (before && samePlan(before, lane)) continue
    tally(answer, before, lane)
    shiftDays.push(replanned(before, lane, appointments))
  }
  for (const [key, lane] of calendar.shiftDays) {
    if (!inDays(lane.day) || planned.has(key)) continue
    if (isUntaken(lane)) dropped.push(key)
    else if (isEmpty(lane.open)) continue
    else shiftDays.push({ ...lane, open: newBits() })
    tally(answer, lane, undefined)
  }
  answer.unfit = unfitOf(appointments, planned)
  const line = {
    at: now,
    actor,
    act: 'replan' as const,
    appointmentId: null,
    what: { fromDay, days, lanes: shiftDays.length, dropped: dropped.length, unfit: answer.unfit },
  }
  return { shiftDays, dropped, appointments: [], history: shiftDays.length + dropped.length > 0 ? [line] : [], answer }
}

/**
 * Ids of the standing appointments that no longer fit lanes (by `shiftDayKey`), oldest booking first: the time or a service is gone, or a
 * sitting has fewer places than people (those who came last).
 */
export function unfitOf(appointments: readonly Appointment[], planned: ReadonlyMap<string, ShiftDay>): Uuid[] {
  const people = new Map<string, number>()
  const sorted = appointments.filter(stands).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  return sorted
    .filter((a) => {
      const key = shiftDayKey(a.shiftId, a.day)
      const lane = planned.get(key)
      if (!fits(a, lane) || lane?.kind !== 'seats') return !fits(a, lane)
      const sitting = `${key} ${a.quantum}`
      people.set(sitting, (people.get(sitting) ?? 0) + a.people)
      return (people.get(sitting) ?? 0) > lane.seats
    })
    .map((a) => a.id)
}
