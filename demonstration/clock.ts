import type { Clock } from '../api/clock.ts'
import type { Instant } from '../domain/time.ts'

/** The demonstration's clock: set by hand while its morning is played, then running; set onward when time leaps. It never goes back. */
export function makeDemonstrationClock(at: Instant): Clock & { set(at: Instant): void; run(): void } {
  let base = at
  let began: number | null = null
  const now = () => (began === null ? base : Math.floor(base + performance.now() - began))
  return {
    now,
    set(next) {
      if (next <= now()) return
      base = next
      if (began !== null) began = performance.now()
    },
    run() {
      began = performance.now()
    },
  }
}
