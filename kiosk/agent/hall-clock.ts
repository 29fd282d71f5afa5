import type { Instant } from '../../domain/time.ts'
import type { Clock } from './ports.ts'

/**
 * The hall's time on a kiosk: what the api said last, carried on by the monotonic clock. Before the api has said anything in this run it is
 * the wall clock, corrected by what it was wrong by when the api was last heard.
 */
export function makeHallClock(clock: Clock) {
  let anchor: { at: Instant; monoMs: number } | null = null
  let offsetMs = 0
  return {
    now: (): Instant => Math.round(anchor ? anchor.at + clock.monoMs() - anchor.monoMs : clock.wall() + offsetMs),
    heard(at: Instant): void {
      anchor = { at, monoMs: clock.monoMs() }
      offsetMs = at - clock.wall()
    },
    /** How far the wall clock was behind, to be kept over a restart. */
    offsetMs: () => offsetMs,
    restore(ms: number): void {
      offsetMs = ms
    },
  }
}
