import type { PlanGiven, readPlan } from '../../contract/plan.ts'
import type { ResultOf } from '../../contract/route.ts'
import { faultOfSpan, type WallSpan } from '../../domain/openings.ts'
import { checkShift } from '../../domain/shifts.ts'
import { isWallTime, wallMinutesOf } from '../../domain/time.ts'

export type SavedPlan = ResultOf<typeof readPlan>
export type ShiftRow = SavedPlan['shifts'][number]
export type WeekSpan = { weekday: number; from: string; until: string }
/** A day that is different: closed where it has no spans. `holiday` is one that came as a day on which the week does not count. */
export type SpecialDay = { day: string; spans: WallSpan[]; note: string; holiday: boolean }
/** A plan while somebody works on it. */
export type Draft = { week: WeekSpan[]; special: SpecialDay[]; shifts: ShiftRow[] }

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A plan as it is edited: days that are different and holidays are one list, by date. */
export function draftOf({ openings, shifts }: Pick<SavedPlan, 'openings' | 'shifts'>): Draft {
  const named = new Set(openings.exceptions.map(({ day }) => day))
  const special = [
    ...openings.exceptions.map(({ day, spans, note }) => ({ day, spans: spans.map((s) => ({ ...s })), note: note ?? '', holiday: false })),
    ...openings.holidays.filter((day) => !named.has(day)).map((day) => ({ day, spans: [], note: '', holiday: true })),
  ]
  return {
    week: openings.week.map((w) => ({ ...w })).sort(bySpan),
    special: special.sort((a, b) => (a.day < b.day ? -1 : 1)),
    shifts: shifts.map((s) => ({ ...s, weekdays: [...s.weekdays], services: [...s.services], channels: [...s.channels] })),
  }
}

/** The same as it is asked for. */
export function givenOf({ week, special, shifts }: Draft): PlanGiven {
  const isHoliday = (s: SpecialDay) => s.holiday && s.spans.length === 0 && s.note.trim() === ''
  return {
    openings: {
      week: [...week].sort(bySpan).map(({ weekday, from, until }) => ({ weekday, from, until })),
      exceptions: special
        .filter((s) => !isHoliday(s))
        .map(({ day, spans, note }) => ({ day, spans: spans.map((s) => ({ ...s })), note: note.trim() || null })),
      holidays: special.filter(isHoliday).map(({ day }) => day),
    },
    shifts: shifts.map((s) => ({
      ...s,
      weekdays: [...s.weekdays].sort(),
      services: [...s.services],
      channels: [...s.channels],
      seats: s.kind === 'seats' ? s.seats : 0,
    })),
  }
}

const bySpan = (a: WeekSpan, b: WeekSpan) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1)

export type Faults = {
  /** By place in the week. */
  week: Set<number>
  /** By place in the list: which of its spans, or its day. */
  special: Map<number, 'span' | 'day' | 'twice'>
  /** By id of the shift: the field. */
  shifts: Map<string, string>
}

/** What could never be saved, and where it stands. */
export function faultsOf(draft: Draft): Faults {
  const faults: Faults = { week: new Set(), special: new Map(), shifts: new Map() }
  for (const [i, span] of draft.week.entries()) if (faultOfSpan(span)) faults.week.add(i)
  for (const [i, { day, spans }] of draft.special.entries()) {
    if (!day) faults.special.set(i, 'day')
    else if (draft.special.findIndex((s) => s.day === day) !== i) faults.special.set(i, 'twice')
    else if (spans.some(faultOfSpan)) faults.special.set(i, 'span')
  }
  for (const { services, ...shift } of givenOf(draft).shifts) {
    const fault = checkShift({ ...shift, pointId: '', serviceIds: services })
    if (fault) faults.shifts.set(shift.id, String(fault.details.place))
  }
  return faults
}

export const countFaults = ({ week, special, shifts }: Faults): number => week.size + special.size + shifts.size

/** The week in which some days have the times of one. */
export const withDayCopied = (week: readonly WeekSpan[], from: number, to: readonly number[]): WeekSpan[] => {
  const wanted = to.filter((day) => day !== from)
  const times = week.filter((w) => w.weekday === from)
  return [...week.filter((w) => !wanted.includes(w.weekday)), ...wanted.flatMap((weekday) => times.map((w) => ({ ...w, weekday })))].sort(
    bySpan,
  )
}

/** A wall time as somebody types it: `9`, `930`, `9.30` and `9u30` are times; what is none stays as it is, to be mended. */
export function timeOf(typed: string): string {
  const [, hours, minutes = '0'] =
    /^\s*(\d{1,2})\s*[:.,hu]?\s*(\d{2})?\s*$/i.exec(typed.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))) ?? []
  const time = hours === undefined ? '' : `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
  return isWallTime(time) ? time : typed.trim()
}

const two = (n: number) => String(n).padStart(2, '0')
const wallTime = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** A time that may follow those that a day has: after the last one, as long as there is room; else the first hours of a day. */
export function nextSpan(spans: readonly WallSpan[]): WallSpan {
  const end = Math.max(0, ...spans.filter((s) => isWallTime(s.until)).map((s) => wallMinutesOf(s.until)))
  if (spans.length === 0 || end > 22 * 60) return { from: '09:00', until: '17:00' }
  return { from: wallTime(end + 60), until: wallTime(Math.min(24 * 60, end + 180)) }
}

/** The shifts of a weekday that are not over, put on the first counter that is free of others. */
export function desksOf(shifts: readonly ShiftRow[], weekday: number, today: string): ShiftRow[][] {
  const desks: ShiftRow[][] = []
  const there = shifts.filter((s) => s.weekdays.includes(weekday) && (s.lastDay === null || s.lastDay >= today))
  for (const shift of there.sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))) {
    const free = desks.find((desk) => desk.every((other) => areApart(other, shift)))
    if (free) free.push(shift)
    else desks.push([shift])
  }
  return desks
}

/** Never at one time: one begins when the other has ended, on the day or for good. */
const areApart = (a: ShiftRow, b: ShiftRow) =>
  a.until <= b.from || b.until <= a.from || (a.lastDay !== null && a.lastDay < b.firstDay) || (b.lastDay !== null && b.lastDay < a.firstDay)

/** Whole hours that hold all times, in minutes: at least 8 to 18. */
export function hoursOf(spans: readonly WallSpan[]): { from: number; until: number } {
  const from = Math.min(8 * 60, ...spans.map((s) => wallMinutesOf(s.from)))
  const until = Math.max(18 * 60, ...spans.map((s) => wallMinutesOf(s.until)))
  return { from: Math.floor(from / 60) * 60, until: Math.ceil(until / 60) * 60 }
}
