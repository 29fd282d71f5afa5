import type { Channel, PointId, ServiceId } from './ids.ts'
import type { Day } from './time.ts'

/** What one service had on one day at one point, counted from tickets: each counts once, with the first of its services. */
export type DayTotals = {
  pointId: PointId
  day: Day
  serviceId: ServiceId
  /** Tickets by the channel of their appointment; `walk-in` without one. Together as many as the outcomes below together. */
  visits: Readonly<Record<Channel, number>>
  finished: number
  /** Called, did not come, and had not come back when the day ended. */
  missed: number
  left: number
  /** Went on to another hall, where another ticket counts. */
  sent: number
  /** Still there: 0 on a day that is over. */
  present: number
  /** From taking the number until the first call, for each ticket that was called, sorted. */
  waitMinutes: readonly number[]
  /** The longest wait that the ticket at the same place was told; null where it was told none. */
  saidMinutes: readonly (number | null)[]
  /** No ticket stands behind it: made up for a demonstration. */
  simulated: boolean
}

export type Waits = {
  /** How many tickets were called. */
  called: number
  medianMinutes: number | null
  p90Minutes: number | null
  /** How many of them waited longer than 30 minutes. */
  over30: number
}

export type Said = {
  /** How many of the called tickets had been told a wait. */
  told: number
  /** How many of those were called no later than they were told. */
  kept: number
  medianSaidMinutes: number | null
  medianWaitMinutes: number | null
}

export type Totals = Omit<DayTotals, 'pointId' | 'day' | 'serviceId' | 'waitMinutes' | 'saidMinutes' | 'visits'> & {
  tickets: number
  visits: Record<Channel, number>
  waits: Waits
  said: Said
}

/** A wait is long when it is longer than this many minutes. */
export const longWaitMinutes = 30

/**
 * The smallest of sorted numbers that at least a share of them do not exceed (nearest rank), so that it is a wait that somebody had; the
 * median is share 0.5. Null of none.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  const rank = Math.max(1, Math.ceil(sorted.length * share))
  return sorted[rank - 1] ?? null
}

/** Sums of any rows: days, points or services together. Exact, since every wait is there; of no rows everything is 0 or null. */
export function sumTotals(rows: Iterable<DayTotals>): Totals {
  const all = [...rows]
  const sum = (of: (row: DayTotals) => number): number => all.reduce((total, row) => total + of(row), 0)
  const visits: Record<Channel, number> = {
    web: sum((r) => r.visits.web),
    phone: sum((r) => r.visits.phone),
    desk: sum((r) => r.visits.desk),
    partner: sum((r) => r.visits.partner),
    'walk-in': sum((r) => r.visits['walk-in']),
  }
  return {
    tickets: Object.values(visits).reduce((total, count) => total + count, 0),
    visits,
    finished: sum((r) => r.finished),
    missed: sum((r) => r.missed),
    left: sum((r) => r.left),
    sent: sum((r) => r.sent),
    present: sum((r) => r.present),
    simulated: all.some((r) => r.simulated),
    waits: waitsOf(all),
    said: saidOf(all),
  }
}

function waitsOf(rows: readonly DayTotals[]): Waits {
  const sorted = sortedFrom(rows.flatMap((r) => r.waitMinutes))
  const over30 = sorted.length - sorted.filter((m) => m <= longWaitMinutes).length
  return { called: sorted.length, medianMinutes: quantile(sorted, 0.5), p90Minutes: quantile(sorted, 0.9), over30 }
}

function saidOf(rows: readonly DayTotals[]): Said {
  const pairs = rows.flatMap((r) => r.waitMinutes.map((wait, i) => ({ wait, said: r.saidMinutes[i] ?? null })))
  const told = pairs.filter((pair): pair is { wait: number; said: number } => pair.said !== null)
  const median = (of: (pair: { wait: number; said: number }) => number) => quantile(sortedFrom(told.map(of)), 0.5)
  return {
    told: told.length,
    kept: told.filter(({ wait, said }) => wait <= said).length,
    medianSaidMinutes: median((p) => p.said),
    medianWaitMinutes: median((p) => p.wait),
  }
}

/** Typed arrays sort by value, and a year of a network has millions of waits. */
const sortedFrom = (minutes: readonly number[]): Int16Array => Int16Array.from(minutes).sort()
