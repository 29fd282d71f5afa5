import { missAppointment, unarriveAppointment } from './attend.ts'
import { book, bookNow, confirm, hold } from './book.ts'
import { calendarOf, mint, openDaily, settings, shift, visitor, zones } from './calendar.test-support.ts'
import { type Appointment, applyToCalendar, type Calendar, type CalendarChange } from './calendar.ts'
import { type Command, decideNaively, mayFollow, type World } from './calendar-model.test-support.ts'
import { lanesOn, overlaps } from './calendar-oracle.test-support.ts'
import { cancel, dueWork, expire, release } from './cancel.ts'
import { clockOf } from './day-clock.ts'
import { differences } from './differences.ts'
import { move } from './move.ts'
import { isRefusal, type Refusal, refusals, refuse } from './refusal.ts'
import { freeSlots } from './slots.ts'
import type { HoldRequest } from './take-place.ts'
import { addDays, type Instant, minuteMs } from './time.ts'

/** A number from 0 to n − 1. */
export type Dice = (n: number) => number

/** The same throws for the same seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let a = seed >>> 0
  return (n) => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
}

const changeDays = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-04-24', '2026-10-29', '2026-10-04', '2026-06-15']

export type Run = { calendar: Calendar; world: World; days: string[]; now: Instant; visits: string[] }

/** Two days in some zone, the first with a change of clocks where there is one, and lanes of every kind around the hours of the change. */
export function newRun(dice: Dice): Run {
  const zone = zones[dice(zones.length)] as string
  const day = changeDays[dice(changeDays.length)] as string
  const days = [day, addDays(day, 1)]
  const everyLane = [
    shift('s1', { from: '00:00', until: '05:00' }),
    shift('s2', { from: '00:30', until: '03:45', serviceIds: ['passport'] }),
    shift('s3', { from: '22:00', until: '24:00', channels: ['phone', 'desk'] }),
    shift('s4', { from: '01:00', until: '04:00', kind: 'overbooking' }),
    shift('s5', { from: '03:00', until: '04:05', kind: 'seats', seats: 3, serviceIds: ['course'] }),
  ]
  const shifts = dice(3) === 0 ? everyLane : everyLane.slice(1, 3 + dice(3))
  const openings = { week: [...openDaily('00:00', '02:50').week, ...openDaily('03:00', '24:00').week], exceptions: [], holidays: [] }
  const changed = { zone, leadMinutes: dice(3) * 20, horizonDays: 1 + dice(2), coolMinutes: dice(2) * 45 }
  const calendar = calendarOf({ fromDay: day, days: 2, shifts, openings, settings: changed })
  const lanes = new Map(days.map((d) => [d, lanesOn(shifts, openings, d, zone)]))
  const now = clockOf(day, zone).startAt - dice(180) * minuteMs
  return {
    calendar,
    world: { pointId: 'aalter', settings: settings(changed), lanes, all: new Map() },
    days,
    now,
    visits: ['v1', 'v2', 'v3'],
  }
}

const pick = <T>(list: readonly T[], dice: Dice): T => list[dice(list.length)] as T

function someTime(run: Run, wanted: Pick<HoldRequest, 'serviceIds' | 'people' | 'channel'>, dice: Dice): { day: string; startsAt: number } {
  const known = [...run.calendar.appointments.values()]
  if (known.length > 0 && dice(4) === 0) return pick(known.slice(-20), dice)
  const day = run.days[dice(4) === 0 ? 1 : 0] as string
  const offered = dice(4) > 0 ? freeSlots(run.calendar, { ...wanted, day, now: run.now }) : []
  if (offered.length > 0) return { day, startsAt: pick(offered.slice(0, 5), dice).startsAt }
  const from = clockOf(day, run.calendar.settings.zone).startAt
  return { day: dice(20) === 0 ? '2026-02-30' : day, startsAt: from + dice(80) * 5 * minuteMs + (dice(20) === 0 ? 1 : 0) }
}

function someRequest(run: Run, dice: Dice): HoldRequest {
  const serviceIds = pick(
    [['passport'], ['passport'], ['moving'], ['course'], ['passport', 'moving'], ['tips'], ['moving', 'moving']],
    dice,
  )
  const known = [...run.calendar.appointments.values()]
  const channel = pick(['web', 'phone', 'desk'] as const, dice)
  const rival = known.length > 0 && dice(8) === 0 ? pick(known.slice(-12), dice) : null
  const wanted = rival
    ? { serviceIds: rival.serviceIds, people: rival.people, channel }
    : { serviceIds, people: dice(12) === 0 ? dice(9) : 1 + dice(2), channel }
  const old = dice(4) === 0 && known.length > 0 ? pick(known, dice) : null
  const visitId = old && dice(5) > 0 ? old.visitId : dice(3) === 0 ? pick(run.visits, dice) : mint()
  const replaces = old && dice(3) > 0 ? { pointId: dice(6) === 0 ? 'elsewhere' : 'aalter', id: old.id } : null
  const id = old && dice(15) === 0 ? old.id : mint()
  return {
    id,
    visitId,
    reference: 'K7PM2XQ4',
    language: 'nl',
    actor: visitor,
    replaces,
    ...wanted,
    ...(rival ? { day: rival.day, startsAt: rival.startsAt } : someTime(run, wanted, dice)),
  }
}

export function someCommand(run: Run, dice: Dice): Command {
  const known = [...run.calendar.appointments.values()]
  if (known.length === 0 || dice(5) < 2) {
    const request = someRequest(run, dice)
    return dice(4) === 0 ? { act: 'book-now', request, confirmMinutes: dice(3) * 15 } : { act: 'hold', request }
  }
  const due = dueWork(run.calendar, run.now)
  if (due.length > 0 && dice(6) === 0) {
    const { act, appointmentId } = pick(due, dice)
    return { act, id: appointmentId }
  }
  const a = pick(known.slice(-12), dice)
  const id = dice(30) === 0 ? 'nobody' : a.id
  const act = pick(['book', 'book', 'book', 'confirm', 'cancel', 'move', 'expire', 'release', 'arrive', 'unarrive', 'miss'] as const, dice)
  if (act === 'book') return { act, id, confirmMinutes: dice(3) === 0 ? 20 : null }
  if (act === 'cancel') return { act, id, moved: dice(4) === 0 }
  if (act === 'move') return { act, id: mint(), oldId: id, ...someTime(run, a, dice) }
  return { act, id }
}

/** What the verbs decide; arriving is the hall's, which puts the same row. */
export function decideOn(calendar: Calendar, command: Command, now: Instant): Refusal | CalendarChange {
  const actor = visitor
  if (command.act === 'hold') return hold(calendar, command.request, now)
  if (command.act === 'book-now') return bookNow(calendar, { ...command.request, confirmMinutes: command.confirmMinutes }, now)
  if (command.act === 'move') {
    const { id, day, startsAt } = command
    return move(calendar, { id, day, startsAt, replaces: { pointId: calendar.pointId, id: command.oldId }, actor }, now)
  }
  const request = { appointmentId: command.id, actor }
  if (command.act === 'book') return book(calendar, { ...request, confirmMinutes: command.confirmMinutes }, now)
  if (command.act === 'cancel') return cancel(calendar, { ...request, reason: command.moved ? 'moved' : null }, now)
  if (command.act === 'arrive') return arrived(calendar, command.id)
  const verbs = { confirm, expire, release, unarrive: unarriveAppointment, miss: missAppointment }
  return verbs[command.act](calendar, request, now)
}

function arrived(calendar: Calendar, id: string): Refusal | CalendarChange {
  const a = calendar.appointments.get(id)
  if (!a) return refuse('appointment-unknown')
  if (a.state !== 'booked') return refuse('wrong-appointment-state')
  return { shiftDays: [], dropped: [], appointments: [{ ...a, state: 'arrived', ticketId: 'ticket' }], history: [] }
}

const picture = (calendar: Calendar): string =>
  JSON.stringify([
    [...calendar.shiftDays.values()].map((s) => [...s.open, ...s.busy, s.taken]),
    [...calendar.appointments.values()],
    calendar.version,
  ])

const sorted = (all: Iterable<Appointment>): Appointment[] => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))

/** One step, applied; with `naively`, against the second implementation too. Throws an Error that says what is not true. */
export function step(run: Run, command: Command, naively: boolean): { decided: string | null; expected: string | null } {
  const { calendar, world, now } = run
  const before = naively ? picture(calendar) : ''
  const decision = decideOn(calendar, command, now)
  const code = isRefusal(decision) ? decision.refused : null
  if (naively && picture(calendar) !== before) throw new Error(`${command.act} changed the image it was given`)
  if (code !== null && !refusals.some((r) => r === code)) throw new Error(`no such refusal: ${code}`)
  if (!isRefusal(decision)) {
    for (const a of decision.appointments) {
      const was = calendar.appointments.get(a.id)
      if (was && !mayFollow(was.state, a.state)) throw new Error(`${was.state} became ${a.state} by ${command.act}`)
    }
    applyToCalendar(calendar, decision)
  }
  if (!naively) return { decided: code, expected: code }
  return { decided: code, expected: decideNaively(world, command, now) }
}

/** Brings the second implementation to where the first stands, for runs that ask it now and then. */
export const catchUp = (run: Run): void => {
  run.world.all = new Map(run.calendar.appointments)
}

/** What both hold, in one order. */
export const bothStates = (run: Run): [Appointment[], Appointment[]] => [
  sorted(run.calendar.appointments.values()),
  sorted(run.world.all.values()),
]

/** Everything that must be true of a calendar at any time; empty when it is. */
export function faultsOf(run: Run): string[] {
  const { calendar, world, days } = run
  const all = [...calendar.appointments.values()]
  const faults = differences(calendar, all).map((d) => `bits of ${d.key} are not its appointments'`)
  for (const day of days) {
    faults.push(
      ...overlaps(
        all.filter((a) => a.day === day),
        world.lanes.get(day) ?? [],
      ),
    )
  }
  for (const a of all) if ((a.until !== null) !== calendar.pending.has(a.id)) faults.push(`${a.id} is wrongly pending or not`)
  return faults
}
