import type { Instant } from '../domain/time.ts'

/** The one clock of a process: it never goes back. The demonstration sets it; everybody else has the real one. */
export type Clock = { now(): Instant }

/** What a machine knows of time: how much of it passes, in milliseconds, and what the clock on its wall says, which may be set to anything. */
export type Watches = { passed(): number; wall(): Instant }

/** A clock that can be told how far it is behind, less than nothing where it is ahead. */
export type RealClock = Clock & Pick<Watches, 'wall'> & { follow(behindMs: number): void }

/** Clocks further apart than this would order the same hall differently. */
export const apartMaxMs = 2000

/** What is made good for each millisecond that passes: a clock that is ahead goes half as fast until it is not, and never stands still. */
const pace = 0.5

const machine: Watches = { passed: () => performance.now(), wall: () => Date.now() }

/** A clock that starts at `startAt` (what the wall says where it is null) and runs on the time that passes: setting the wall changes nothing. */
export function makeClock(startAt: Instant | null = null, { passed, wall }: Watches = machine): RealClock {
  let base = startAt ?? wall()
  let began = passed()
  let owed = 0
  const at = (moment: number): number => {
    const made = (moment - began) * pace
    return base + (moment - began) + Math.max(-made, Math.min(made, owed))
  }
  return {
    now: () => Math.floor(at(passed())),
    wall,
    follow(behindMs) {
      const moment = passed()
      const leaps = behindMs > apartMaxMs
      base = at(moment) + (leaps ? behindMs : 0)
      began = moment
      owed = leaps ? 0 : behindMs
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
