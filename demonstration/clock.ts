import type { Clock } from '../api/clock.ts'
import type { Instant } from '../domain/time.ts'

/** The demonstration's clock: set by hand while its morning is played, then running. It never goes back. */
export function makeDemonstrationClock(at: Instant): Clock & { set(at: Instant): void; run(): void } {
  let base = at
  let began: number | null = null
  return {
    now: () => (began === null ? base : Math.floor(base + performance.now() - began)),
    set(next) {
      base = Math.max(base, next)
    },
    run() {
      began = performance.now()
    },
  }
}
