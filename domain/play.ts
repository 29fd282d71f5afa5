import type { Hall } from './hall.ts'
import { type Line, type Player, visitMinutes } from './line.ts'
import { minuteMs } from './time.ts'

/** How many calls are played at most; what lies beyond is scaled from what was played. */
export const playedMax = 300

/**
 * How long visits take in a play: sum over k visits at a counter = mean × (k × steady + √k × spread), since what one visit takes too long
 * another makes up for; `steady` is the clerk's own pace. Between two visits someone walks up. Whoever is served beyond the mean takes
 * another `overdue` of it.
 */
export type Scenario = { steady: number; spread: number; walkMinutes: number; overdue: number }
export const quick: Scenario = { steady: 0.9, spread: -0.25, walkMinutes: 0, overdue: 0 }
export const slow: Scenario = { steady: 1.1, spread: 0.25, walkMinutes: 1, overdue: 0.3 }

/** When each open counter is free for its next visitor. */
export function firstFree(hall: Hall, line: Line, scenario: Scenario): number[] {
  return line.counters.map((counter) => {
    const ticket = counter.ticketId === null ? undefined : hall.tickets.get(counter.ticketId)
    if (!ticket) return line.now
    const mean = visitMinutes(hall, ticket.serviceIds, ticket.people)
    const spent = ticket.startedAt === null ? 0 : (line.now - ticket.startedAt) / minuteMs
    const left = Math.max(mean * (scenario.steady + scenario.spread) - spent, mean * scenario.overdue)
    return line.now + (left + scenario.walkMinutes) * minuteMs
  })
}

/** A visitor who might take a number now: called when a counter that serves them would otherwise take somebody of a later rank, or nobody. */
export type Probe = { rank: number; lanes: readonly boolean[] }

/** When the probes (and one player, -1 for none) are called in a scenario; NaN where no open counter can. Probes take nobody's place. */
export function play(
  hall: Hall,
  line: Line,
  scenario: Scenario,
  probes: readonly Probe[],
  target: number,
): { probes: number[]; target: number } {
  const free = firstFree(hall, line, scenario)
  const visits: number[] = line.counters.map((c) => (c.ticketId === null ? 1 : 2))
  const taken = new Uint8Array(line.players.length)
  let first = 0
  const found = probes.map(() => Number.NaN)
  let open = probes.filter((p) => p.lanes.some(Boolean)).length
  let targetAt = Number.NaN
  const wanted = target >= 0 && line.players[target]?.lanes.some(Boolean)
  let now = line.now
  let calls = 0
  while ((open > 0 || (wanted && Number.isNaN(targetAt))) && calls < playedMax) {
    const lane = earliestOf(free)
    now = free[lane] ?? Number.POSITIVE_INFINITY
    if (!Number.isFinite(now)) break
    while (taken[first]) first += 1
    const pick = pickFor(line, lane, now, taken, first)
    const rank = pick.early || pick.index < 0 ? Number.POSITIVE_INFINITY : (line.players[pick.index]?.rank ?? 0)
    for (let i = 0; open > 0 && i < probes.length; i++) {
      const probe = probes[i]
      if (!probe?.lanes[lane] || !Number.isNaN(found[i]) || rank <= probe.rank) continue
      found[i] = now
      open -= 1
    }
    const player = line.players[pick.index]
    if (!player) {
      free[lane] = pick.nextAt
      continue
    }
    if (pick.index === target) targetAt = now
    taken[pick.index] = 1
    calls += 1
    const k = visits[lane] ?? 1
    visits[lane] = k + 1
    const minutes = player.minutes * (scenario.steady + scenario.spread * (Math.sqrt(k) - Math.sqrt(k - 1)))
    free[lane] = now + (minutes + scenario.walkMinutes) * minuteMs
  }
  const rest = (at: number, probe: Probe | undefined) =>
    Number.isNaN(at) && probe ? scaled(line, taken, now, probe.rank, probe.lanes) : at
  return { probes: found.map((at, i) => rest(at, probes[i])), target: rest(targetAt, line.players[target]) }
}

/** Whom a counter calls at `now`: the lowest rank that is there with its window open, else the first early one; -1 and when to look again. All before `first` are taken. */
export function pickFor(
  line: Line,
  lane: number,
  now: number,
  taken: Uint8Array,
  first: number,
): { index: number; early: boolean; nextAt: number } {
  let early = -1
  let nextAt = Number.POSITIVE_INFINITY
  for (let i = first; i < line.players.length; i++) {
    const player = line.players[i]
    if (taken[i] || !player?.lanes[lane]) continue
    if (player.arrivesAt > now) nextAt = Math.min(nextAt, player.arrivesAt)
    else if (player.opensAt > now) early = early < 0 ? i : early
    else return { index: i, early: false, nextAt: now }
  }
  return { index: early, early: true, nextAt }
}

/** The lane that is free first; the first one of several. */
export function earliestOf(free: readonly number[]): number {
  let lane = 0
  for (let i = 1; i < free.length; i++) if ((free[i] as number) < (free[lane] as number)) lane = i
  return lane
}

function share(a: readonly boolean[], b: readonly boolean[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] && b[i]) return true
  return false
}

/** How many of the line go before a rank and may be called by a counter of `lanes`. */
export function aheadOf(line: Line, rank: number, lanes: readonly boolean[], counts: (player: Player, index: number) => boolean): number {
  let ahead = 0
  for (const [i, player] of line.players.entries()) {
    if (player.rank > rank) break
    if (counts(player, i) && share(player.lanes, lanes)) ahead += 1
  }
  return ahead
}

/** What a play that stopped at `playedMax` did not reach: as slow as what it did reach. */
function scaled(line: Line, taken: Uint8Array, now: number, rank: number, lanes: readonly boolean[]): number {
  if (!lanes.some(Boolean)) return Number.NaN
  const all = aheadOf(line, rank, lanes, () => true)
  const played = aheadOf(line, rank, lanes, (_, i) => taken[i] === 1)
  return line.now + ((now - line.now) * (all + 1)) / (played + 1)
}
