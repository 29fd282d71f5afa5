/**
 * A second calendar, minute by minute, that shares nothing with the first but the names of things: wall clocks are asked of Intl for each
 * minute, lanes are lists of minutes, and what is taken is found by walking over bookings. Slow, and easy to believe.
 */
import type { Appointment, AppointmentState, ShiftKind } from './calendar.ts'
import type { Channel } from './ids.ts'
import type { Openings } from './openings.ts'
import type { Shift } from './shifts.ts'

const minute = 60_000
export type OracleMinute = { at: number; wall: number }

const formatters = new Map<string, Intl.DateTimeFormat>()
const days = new Map<string, OracleMinute[]>()

export function wallAt(at: number, zone: string): { day: string; time: string } {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formatters.set(zone, formatter)
  }
  const part = Object.fromEntries(formatter.formatToParts(at).map((p) => [p.type, p.value]))
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/** Every minute that the wall clock of a zone shows on a date. */
export function minutesOf(day: string, zone: string): OracleMinute[] {
  const key = `${day} ${zone}`
  const known = days.get(key)
  if (known) return known
  const found: OracleMinute[] = []
  const noon = Date.parse(`${day}T12:00:00Z`)
  for (let at = noon - 30 * 60 * minute; at < noon + 30 * 60 * minute; at += minute) {
    const wall = wallAt(at, zone)
    if (wall.day === day) found.push({ at, wall: Number(wall.time.slice(0, 2)) * 60 + Number(wall.time.slice(3)) })
  }
  days.set(key, found)
  return found
}

const wallNumber = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function betweenWalls(day: string, zone: string, from: string, until: string): (at: number) => boolean {
  const all = minutesOf(day, zone)
  const first = all.find((m) => m.wall >= wallNumber(from))?.at ?? Infinity
  const end = all.find((m) => m.wall >= wallNumber(until))?.at ?? Infinity
  return (at) => at >= first && at < end
}

export function openMinutes(openings: Openings, day: string, zone: string): Set<number> {
  const exception = openings.exceptions.find((e) => e.day === day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  const spans = exception?.spans ?? (openings.holidays.includes(day) ? [] : openings.week.filter((w) => w.weekday === weekday))
  const tests = spans.map((s) => betweenWalls(day, zone, s.from, s.until))
  return new Set(minutesOf(day, zone).flatMap((m) => (tests.some((t) => t(m.at)) ? m.at : [])))
}

export type OracleLane = {
  shiftId: string
  kind: ShiftKind
  serviceIds: readonly string[]
  channels: readonly Channel[]
  seats: number
  open: Set<number>
}

export function lanesOn(shifts: readonly Shift[], openings: Openings, day: string, zone: string): OracleLane[] {
  const opening = openMinutes(openings, day, zone)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return shifts
    .filter((s) => s.weekdays.includes(weekday) && s.firstDay <= day && (s.lastDay === null || day <= s.lastDay))
    .map((s) => {
      const inside = betweenWalls(day, zone, s.from, s.until)
      const open = new Set([...opening].filter(inside))
      return { shiftId: s.id, kind: s.kind, serviceIds: s.serviceIds, channels: s.channels, seats: s.seats, open }
    })
    .filter((lane) => lane.open.size > 0)
}

const owning: Record<AppointmentState, boolean> = {
  held: true,
  unconfirmed: true,
  booked: true,
  arrived: true,
  missed: true,
  cancelled: false,
  expired: false,
}

/** What takes up its minutes at a moment, whatever bits say. */
export const takes = (a: Appointment): boolean => owning[a.state] || (a.state === 'cancelled' && a.until !== null)

export function overlaps(appointments: readonly Appointment[], lanes: readonly OracleLane[]): string[] {
  const found: string[] = []
  const owners = appointments.filter(takes)
  for (const lane of lanes) {
    const mine = owners.filter((a) => a.shiftId === lane.shiftId).sort((a, b) => a.startsAt - b.startsAt)
    for (const [i, a] of mine.entries()) {
      for (let at = a.startsAt; at < a.endsAt; at += minute) if (!lane.open.has(at)) found.push(`${a.id} outside its lane`)
      const next = mine[i + 1]
      if (lane.kind !== 'seats' && next && next.startsAt < a.endsAt) found.push(`${a.id} and ${next.id}`)
      if (lane.kind === 'seats') {
        const people = mine.filter((b) => b.startsAt === a.startsAt).reduce((n, b) => n + b.people, 0)
        if (people > lane.seats) found.push(`${people} people on ${lane.seats} seats`)
      }
    }
  }
  return found
}

export type OracleWanted = { serviceIds: readonly string[]; people: number; channel: Channel; minutes: number; grid: number }

/** Starts of the sittings of a lane: minutes that are open and follow one that is not. */
const sittingStarts = (lane: OracleLane): number[] => [...lane.open].filter((at) => !lane.open.has(at - minute))

function freeAt(lane: OracleLane, owners: readonly Appointment[], at: number, wanted: OracleWanted): boolean {
  const mine = owners.filter((a) => a.shiftId === lane.shiftId)
  if (lane.kind === 'seats') {
    if (!sittingStarts(lane).includes(at)) return false
    return mine.filter((a) => a.startsAt === at).reduce((n, a) => n + a.people, 0) + wanted.people <= lane.seats
  }
  for (let m = at; m < at + wanted.minutes * minute; m += minute)
    if (!lane.open.has(m) || mine.some((a) => a.startsAt <= m && m < a.endsAt)) return false
  return true
}

const fitting = (lanes: readonly OracleLane[], wanted: OracleWanted): OracleLane[] =>
  lanes.filter(
    (l) => wanted.serviceIds.every((id) => l.serviceIds.includes(id)) && (l.channels.length === 0 || l.channels.includes(wanted.channel)),
  )

/** Lanes that could take a visit at an instant. */
export function freeLanes(
  lanes: readonly OracleLane[],
  appointments: readonly Appointment[],
  at: number,
  wanted: OracleWanted,
): OracleLane[] {
  const owners = appointments.filter(takes)
  return fitting(lanes, wanted).filter((lane) => freeAt(lane, owners, at, wanted))
}

/** True for a minute of a day at which a visit may start: on a whole quantum, on the grid (a sitting needs none), with a lane free. */
function mayStart(
  { at, wall }: OracleMinute,
  first: number,
  lanes: readonly OracleLane[],
  appointments: readonly Appointment[],
  wanted: OracleWanted,
): boolean {
  if ((at - first) % (5 * minute) !== 0) return false
  return freeLanes(lanes, appointments, at, wanted).some((lane) => lane.kind === 'seats' || wall % wanted.grid === 0)
}

/** Instants at which a visit may start on a day, not before `notBefore`. */
export function startsOn(
  day: string,
  zone: string,
  lanes: readonly OracleLane[],
  appointments: readonly Appointment[],
  wanted: OracleWanted,
  notBefore: number,
): number[] {
  const all = minutesOf(day, zone)
  const first = all[0]?.at ?? 0
  return all.filter((m) => m.at >= notBefore && mayStart(m, first, lanes, appointments, wanted)).map((m) => m.at)
}

/** True if a start would be offered with nothing taken. */
export function isStart(day: string, zone: string, lanes: readonly OracleLane[], wanted: OracleWanted, at: number): boolean {
  const all = minutesOf(day, zone)
  const found = all.find((m) => m.at === at)
  return found !== undefined && mayStart(found, all[0]?.at ?? 0, lanes, [], wanted)
}

/** Free minutes that would be left in the gap around a visit. */
export function gapAround(lane: OracleLane, appointments: readonly Appointment[], at: number, minutes: number): number {
  const mine = appointments.filter((a) => takes(a) && a.shiftId === lane.shiftId)
  const free = (m: number) => lane.open.has(m) && !mine.some((a) => a.startsAt <= m && m < a.endsAt)
  let left = 0
  for (let m = at - minute; free(m); m -= minute) left++
  for (let m = at + minutes * minute; free(m); m += minute) left++
  return left
}
