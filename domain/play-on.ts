import type { Hall } from './hall.ts'
import type { Line } from './line.ts'
import { earliestOf, firstFree, pickFor, type Scenario } from './play.ts'
import { type Instant, minuteMs } from './time.ts'

/**
 * When each of a line is called if its hall goes on until an instant as a scenario says, by its own policy and with the counters that are open
 * now; NaN for who is not called before then.
 */
export function callTimes(hall: Hall, line: Line, scenario: Scenario, untilAt: Instant): Float64Array {
  const calledAt = new Float64Array(line.players.length).fill(Number.NaN)
  if (line.counters.length === 0) return calledAt
  const free = firstFree(hall, line, scenario)
  const visits: number[] = line.counters.map((c) => (c.ticketId === null ? 1 : 2))
  const taken = new Uint8Array(line.players.length)
  let first = 0
  for (;;) {
    const lane = earliestOf(free)
    const now = free[lane] as number
    if (!(now < untilAt)) return calledAt
    while (taken[first]) first += 1
    const pick = pickFor(line, lane, now, taken, first)
    const player = line.players[pick.index]
    if (!player) {
      free[lane] = pick.nextAt
      continue
    }
    calledAt[pick.index] = now
    taken[pick.index] = 1
    const k = visits[lane] as number
    visits[lane] = k + 1
    const minutes = player.minutes * (scenario.steady + scenario.spread * (Math.sqrt(k) - Math.sqrt(k - 1)))
    free[lane] = now + (minutes + scenario.walkMinutes) * minuteMs
  }
}
