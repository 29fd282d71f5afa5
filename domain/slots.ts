import { andInto, type Bits, freeInto, keepRunStarts, newBits, nextSet, runLength } from './bits.ts'
import { type Appointment, type Calendar, ownsBits, type ShiftDay } from './calendar.ts'
import { withFreed } from './calendar-draft.ts'
import { clockOf, type DayClock, gridOf, instantOfQuantum, wallTimeAt } from './day-clock.ts'
import { isRefusal } from './refusal.ts'
import { addDays, type Day, dayWords, type Instant, isDay, quantumMs, type WallTime } from './time.ts'
import { earliestStart, lastBookableDay, readWanted, serves, type Want, type Wanted } from './wanted.ts'

/** A bookable time: where some lane is free for the whole visit. Computed, never stored. */
export type Slot = {
  day: Day
  quantum: number
  quanta: number
  startsAt: Instant
  endsAt: Instant
  wallTime: WallTime
  /** How many could still come at this time: free lanes, and free places of a sitting. */
  lanes: number
}

/** A sitting of a shift with seats: each run of open quanta is one. */
export type Sitting = { quantum: number; quanta: number; places: number }

/** The sittings of a lane with seats, with the places left in each (never below 0). */
export function sittingsOf(shiftDay: ShiftDay): Sitting[] {
  const sittings: Sitting[] = []
  for (let q = nextSet(shiftDay.open, 0); q >= 0; ) {
    const quanta = runLength(shiftDay.open, q)
    let taken = 0
    for (const key in shiftDay.taken) if (Number(key) >= q && Number(key) < q + quanta) taken += shiftDay.taken[Number(key)] ?? 0
    sittings.push({ quantum: q, quanta, places: Math.max(0, shiftDay.seats - taken) })
    q = nextSet(shiftDay.open, q + quanta)
  }
  return sittings
}

/** A lane as it would be if some appointments had never been booked. */
const laneWithout = (lane: ShiftDay, gone: readonly Appointment[]): ShiftDay =>
  gone.reduce((l, a) => (a.shiftId === lane.shiftId && a.day === lane.day && ownsBits(a) ? withFreed(l, a) : l), lane)

type Starts = { places: Uint16Array; quanta: Uint16Array }

function addLane(starts: Starts, shiftDay: ShiftDay, want: Want, grid: Bits, scratch: Bits, first: number): void {
  if (shiftDay.kind === 'seats') {
    for (const sitting of sittingsOf(shiftDay)) {
      if (sitting.quantum < first || sitting.places < want.people) continue
      starts.places[sitting.quantum] = (starts.places[sitting.quantum] ?? 0) + sitting.places
      starts.quanta[sitting.quantum] = sitting.quanta
    }
    return
  }
  freeInto(scratch, shiftDay.open, shiftDay.busy)
  keepRunStarts(scratch, want.quanta)
  andInto(scratch, grid)
  for (let q = nextSet(scratch, first); q >= 0; q = nextSet(scratch, q + 1)) {
    starts.places[q] = (starts.places[q] ?? 0) + 1
    starts.quanta[q] = want.quanta
  }
}

function startsOf(calendar: Calendar, want: Want, clock: DayClock, now: Instant, without: readonly Appointment[]): Starts {
  const starts = { places: new Uint16Array(dayWords * 32), quanta: new Uint16Array(dayWords * 32) }
  const first = Math.max(0, Math.ceil((earliestStart(calendar.settings, now) - clock.startAt) / quantumMs))
  const grid = gridOf(want.gridMinutes, clock)
  const scratch = newBits()
  for (const key of calendar.byDay.get(clock.day) ?? []) {
    const shiftDay = calendar.shiftDays.get(key)
    if (shiftDay && serves(shiftDay, want)) addLane(starts, laneWithout(shiftDay, without), want, grid, scratch, first)
  }
  return starts
}

function slotsOf(starts: Starts, clock: DayClock): Slot[] {
  const slots: Slot[] = []
  for (let quantum = 0; quantum < clock.quanta; quantum++) {
    const lanes = starts.places[quantum] as number
    if (lanes === 0) continue
    const quanta = starts.quanta[quantum] as number
    const startsAt = instantOfQuantum(quantum, clock)
    slots.push({
      day: clock.day,
      quantum,
      quanta,
      startsAt,
      endsAt: startsAt + quanta * quantumMs,
      wallTime: wallTimeAt(quantum, clock),
      lanes,
    })
  }
  return slots
}

/**
 * The slots of one day, each start once, in order: on the wall-clock grid of the services, free for the whole visit on some lane that has
 * all of them and is open to the channel, not before now and the lead time, not beyond the horizon. Sittings start when they start.
 * Empty where nothing is offered, whatever the reason. `without` are appointments that would go: those of a visit that is to be moved.
 */
export function freeSlots(calendar: Calendar, request: Wanted & { day: Day; now: Instant; without?: readonly Appointment[] }): Slot[] {
  const want = readWanted(calendar.settings, request)
  if (isRefusal(want) || !calendar.byDay.has(request.day) || request.day > lastBookableDay(calendar.settings, request.now)) return []
  const clock = clockOf(request.day, calendar.settings.zone)
  return slotsOf(startsOf(calendar, want, clock, request.now, request.without ?? []), clock)
}

/** How many slots each of some days has, days without any included: what a date picker shows. `without` as for `freeSlots`. */
export function daysWithSlots(
  calendar: Calendar,
  request: Wanted & { fromDay: Day; days: number; now: Instant; without?: readonly Appointment[] },
): { day: Day; slots: number }[] {
  if (!isDay(request.fromDay)) return []
  const want = readWanted(calendar.settings, request)
  const lastDay = lastBookableDay(calendar.settings, request.now)
  return Array.from({ length: request.days }, (_, i) => {
    const day = addDays(request.fromDay, i)
    if (isRefusal(want) || day > lastDay || !calendar.byDay.has(day)) return { day, slots: 0 }
    const { places } = startsOf(calendar, want, clockOf(day, calendar.settings.zone), request.now, request.without ?? [])
    let slots = 0
    for (const n of places) if (n > 0) slots++
    return { day, slots }
  })
}

/** The `n` slots nearest to a lost one: those of its day by distance in time (the earlier first), then those of the days that follow. */
export function nextBest(calendar: Calendar, wanted: Wanted & { day: Day; startsAt: Instant; now: Instant }, n: number): Slot[] {
  const far = (slot: Slot) => Math.abs(slot.startsAt - wanted.startsAt)
  const found = freeSlots(calendar, wanted).sort((a, b) => far(a) - far(b) || a.startsAt - b.startsAt)
  const later = found.length < n ? [...calendar.byDay.keys()].filter((day) => day > wanted.day).sort() : []
  for (const day of later) {
    if (found.length >= n) break
    found.push(...freeSlots(calendar, { ...wanted, day }))
  }
  return found.slice(0, n)
}
