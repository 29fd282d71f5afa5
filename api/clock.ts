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
