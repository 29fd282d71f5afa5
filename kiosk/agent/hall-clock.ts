import type { Instant } from '../../domain/time.ts'
import type { Clock } from './ports.ts'

const backMs = 60_000

/**
 * The hall's time on a kiosk: what the api said last, carried on by the monotonic clock. Before the api has said anything in this run it is
 * the wall clock, corrected by what it was wrong by when the api was last heard. One that then stands before the last moment on disk was
 * without power and battery: time is `lost` until the api says it, and goes on from that moment.
 */
export function makeHallClock(clock: Clock) {
  let anchor: { at: Instant; monoMs: number } | null = null
  let offsetMs = 0
  let lost = false
  return {
    now: (): Instant => Math.round(anchor ? anchor.at + clock.monoMs() - anchor.monoMs : clock.wall() + offsetMs),
    heard(at: Instant): void {
      anchor = { at, monoMs: clock.monoMs() }
      lost = false
      offsetMs = at - clock.wall()
    },
    /** How far the wall clock was behind, to be kept over a restart. */
    offsetMs: () => offsetMs,
    isLost: () => lost,
    restore(ms: number, last: Instant): void {
      offsetMs = ms
      lost = clock.wall() + ms < last - backMs
      if (lost) anchor = { at: last, monoMs: clock.monoMs() }
    },
  }
}
