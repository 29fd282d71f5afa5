import type { Sql } from '../db/connect.ts'
import type { Instant } from '../domain/time.ts'

/** The one clock of a process: it never goes back. The demonstration sets it; everybody else has the real one. */
export type Clock = { now(): Instant }

/** A clock that starts at `startAt` (the real time where it is null) and runs on monotonic time. */
export function makeClock(startAt: Instant | null = null): Clock {
  const began = performance.now()
  let last = 0
  return {
    now() {
      const at = startAt === null ? Date.now() : Math.floor(startAt + performance.now() - began)
      last = Math.max(last, at)
      return last
    },
  }
}

/** A clock set by hand, for tests. */
export function makeHandClock(at: Instant): Clock & { set(at: Instant): void; pass(ms: number): void } {
  let now = at
  return {
    now: () => now,
    set(next) {
      now = Math.max(now, next)
    },
    pass(ms) {
      now += ms
    },
  }
}

const apartMaxMs = 2000

/**
 * Throws where a clock is more than two seconds from the database's, the way to it and back not counted: two processes that far apart would
 * order the same hall differently.
 */
export async function refuseWrongClock(sql: Sql, clock: Clock): Promise<void> {
  const askedAt = clock.now()
  const [row] = await sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`
  const theirs = Number(row!.at)
  const apartMs = Math.max(askedAt - theirs, theirs - clock.now())
  if (apartMs > apartMaxMs)
    throw new Error(
      `the clock of this machine and the database's are ${Math.round(apartMs / 1000)} seconds apart: set them right and start again`,
    )
}
