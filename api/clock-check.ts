import type { Sql } from '../db/connect.ts'
import { apartMaxMs, type RealClock } from './clock.ts'
import type { Log } from './log.ts'

export type ClockCheck = {
  /** Asks the database now: true where it is as late there as here. To be asked before what cannot be taken back is done because it is late. */
  agrees(): Promise<boolean>
  stop(): void
}

/** Of a clock that was set by hand there is nothing to check. */
export const noClockCheck: ClockCheck = { agrees: async () => true, stop() {} }

/** How far a clock is behind the database's and behind the wall of its own machine; less than nothing where it is ahead. */
type Behind = { databaseMs: number; wallMs: number }

const isApart = (ms: number): boolean => Math.abs(ms) > apartMaxMs

/**
 * How much of it a clock believes. A little is drift, and the database's clock is followed. More (a machine that slept, a clock that was
 * set) takes two who say the same: either alone may have been set wrong.
 */
export const believed = ({ databaseMs, wallMs }: Behind): number => (isApart(databaseMs) && isApart(databaseMs - wallMs) ? 0 : databaseMs)

const lookMs = 5000
const askMs = 60_000

/** Keeps a clock beside the database's: asks each minute, and within seconds where the wall of the machine has leapt. */
export function makeClockCheck({ sql, clock, log }: { sql: Sql; clock: RealClock; log: Log }): ClockCheck {
  let wasApart = false
  let askedAt = performance.now()
  const agrees = async (): Promise<boolean> => {
    askedAt = performance.now()
    const seen = await behindOf(sql, clock)
    const behindMs = believed(seen)
    clock.follow(behindMs)
    const leapt = behindMs > apartMaxMs
    const apart = isApart(seen.databaseMs) && !leapt
    if (leapt) log.note('the clock leapt forward', { ...seen })
    if (apart && !wasApart) log.fault(new Error(sentenceOf(seen.databaseMs)), { ...seen })
    wasApart = apart
    return !apart
  }
  const look = () => {
    const isDue = performance.now() - askedAt >= askMs || isApart(clock.wall() - clock.now())
    // A database that does not answer is told by who needs it.
    if (isDue) void agrees().catch(() => {})
  }
  const timer = setInterval(look, lookMs)
  timer.unref()
  return { agrees, stop: () => clearInterval(timer) }
}

/** Throws where a clock is more than two seconds from the database's, the way to it and back not counted. */
export async function refuseWrongClock(sql: Sql, clock: RealClock): Promise<void> {
  const { databaseMs } = await behindOf(sql, clock)
  if (isApart(databaseMs)) throw new Error(`${sentenceOf(databaseMs)}: set them right and start again`)
}

const sentenceOf = (ms: number): string =>
  `the clock of this process and the database's are ${Math.round(Math.abs(ms) / 1000)} seconds apart`

async function behindOf(sql: Sql, clock: RealClock): Promise<Behind> {
  const askedAt = clock.now()
  const [row] = await sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`
  const theirs = Number(row!.at)
  const now = clock.now()
  // Anything between the asking and the answer may be the same moment.
  return { databaseMs: Math.max(theirs - now, Math.min(theirs - askedAt, 0)), wallMs: clock.wall() - now }
}
