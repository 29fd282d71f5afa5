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

/** How many tickets had each number of minutes. */
export type Counts = ReadonlyMap<number, number>

/** Any rows together, with every wait still in it: two of them added are as exact as their rows. */
export type Tally = Pick<DayTotals, 'visits' | 'finished' | 'missed' | 'left' | 'sent' | 'present' | 'simulated'> & {
  waits: Counts
  /** The waits of those who had been told one. */
  toldWaits: Counts
  /** What they had been told. */
  said: Counts
  /** How many were called no later than they had been told. */
  kept: number
}

function countsOf(minutes: Iterable<number>): Counts {
  const counts = new Map<number, number>()
  for (const minute of minutes) counts.set(minute, (counts.get(minute) ?? 0) + 1)
  return counts
}

/** One row as a tally. */
export function tallyOf(row: DayTotals): Tally {
  const { visits, finished, missed, left, sent, present, simulated, waitMinutes, saidMinutes } = row
  const told = waitMinutes.flatMap((wait, i) => (saidMinutes[i] == null ? [] : [{ wait, said: saidMinutes[i] }]))
  return {
    ...{ visits, finished, missed, left, sent, present, simulated },
    waits: countsOf(waitMinutes),
    toldWaits: countsOf(told.map(({ wait }) => wait)),
    said: countsOf(told.map(({ said }) => said)),
    kept: told.filter(({ wait, said }) => wait <= said).length,
  }
}

function addCounts(all: readonly Counts[]): Counts {
  const sum = new Map<number, number>()
  for (const counts of all) for (const [minute, tickets] of counts) sum.set(minute, (sum.get(minute) ?? 0) + tickets)
  return sum
}

/** Tallies together; of none everything is 0. */
export function addTallies(all: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => all.reduce((total, tally) => total + of(tally), 0)
  return {
    visits: {
      web: sum((t) => t.visits.web),
      phone: sum((t) => t.visits.phone),
      desk: sum((t) => t.visits.desk),
      partner: sum((t) => t.visits.partner),
      'walk-in': sum((t) => t.visits['walk-in']),
    },
    finished: sum((t) => t.finished),
    missed: sum((t) => t.missed),
    left: sum((t) => t.left),
    sent: sum((t) => t.sent),
    present: sum((t) => t.present),
    simulated: all.some((t) => t.simulated),
    waits: addCounts(all.map((t) => t.waits)),
    toldWaits: addCounts(all.map((t) => t.toldWaits)),
    said: addCounts(all.map((t) => t.said)),
    kept: sum((t) => t.kept),
  }
}

/** The figures of a tally: the one rule by which those of a day under way and those of a year are made. */
export function totalsOfTally(tally: Tally): Totals {
  const { waits, toldWaits, said, kept, ...counted } = tally
  const sorted = minutesIn(waits)
  const called = ticketsIn(sorted)
  const over30 = ticketsIn(sorted.filter(([minutes]) => minutes > longWaitMinutes))
  const told = minutesIn(toldWaits)
  return {
    ...counted,
    tickets: Object.values(tally.visits).reduce((total, count) => total + count, 0),
    waits: { called, medianMinutes: quantileOf(sorted, 0.5), p90Minutes: quantileOf(sorted, 0.9), over30 },
    said: {
      told: ticketsIn(told),
      kept,
      medianSaidMinutes: quantileOf(minutesIn(said), 0.5),
      medianWaitMinutes: quantileOf(told, 0.5),
    },
  }
}

type Sorted = readonly (readonly [minutes: number, tickets: number])[]

const minutesIn = (counts: Counts): Sorted => [...counts].sort(([a], [b]) => a - b)
const ticketsIn = (sorted: Sorted): number => sorted.reduce((total, [, tickets]) => total + tickets, 0)

/**
 * The smallest of these minutes that at least a share of the tickets do not exceed (nearest rank), so that it is a wait that somebody had;
 * the median is share 0.5. Null of no tickets.
 */
export function quantileOf(sorted: Sorted, share: number): number | null {
  let left = Math.max(1, Math.ceil(ticketsIn(sorted) * share))
  for (const [minutes, tickets] of sorted) {
    left -= tickets
    if (left <= 0) return minutes
  }
  return null
}

/** Sums of any rows: days, points or services together. Exact, since every wait is there; of no rows everything is 0 or null. */
export const sumTotals = (rows: Iterable<DayTotals>): Totals => totalsOfTally(addTallies([...rows].map(tallyOf)))
