import type { Hall, Ticket } from './hall.ts'
import { type Due, type Line, lineUp, type Player, visitMinutes } from './line.ts'
import type { Scenario } from './play.ts'
import { callTimes } from './play-on.ts'
import { type Instant, minuteMs, type Span } from './time.ts'

/** How many waited at an instant, and for how long who waited longest, in whole minutes. */
export type Moment = { at: Instant; waiting: number; longestMinutes: number }
export type Between = { from: number; until: number }
/** The same for an instant to come: between what a light and a heavy run of things would bring. */
export type MomentAhead = { at: Instant; waiting: Between; longestMinutes: Between }

export type DayCurve = {
  /** From the first opening, or the first ticket where that was earlier, until now. */
  past: Moment[]
  /** From the next step until the hall closes, three hours at most; none where it is closed for the day. */
  coming: MomentAhead[]
  /** What the hours to come are reckoned with: people an hour who take a number, and counters that are open now. */
  basis: { walkInsPerHour: Between; countersOpen: number }
}

/** Somebody waits from one instant until just before another; `since` is when their wait began to count. */
export type Waited = { from: Instant; since: Instant; until: Instant }

export const stepMinutes = 5
const stepMs = stepMinutes * minuteMs
/** Over hours a quick visit and a slow one make up for each other, so that these lie closer together than what one person is told. */
const light: Scenario = { steady: 0.95, spread: -0.25, walkMinutes: 0.25, overdue: 0 }
const heavy: Scenario = { steady: 1.05, spread: 0.25, walkMinutes: 0.75, overdue: 0.3 }
const aheadMs = 180 * minuteMs
const lookBackMs = 60 * minuteMs

/** The instants of a grid of five minutes within `from` (counted) to `until` (not). */
function gridOf({ from, until }: Span): Instant[] {
  const grid: Instant[] = []
  for (let at = Math.ceil(from / stepMs) * stepMs; at < until; at += stepMs) grid.push(at)
  return grid
}

/** How many waited at each of some instants, in order, and how long the longest of them: each wait is half-open, from and until. */
export function momentsOf(waits: Iterable<Waited>, instants: readonly Instant[]): Moment[] {
  const moments = instants.map((at) => ({ at, waiting: 0, longestMinutes: 0 }))
  const firstFrom = (wanted: Instant): number => {
    let [low, high] = [0, instants.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((instants[middle] as number) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  for (const { from, since, until } of waits) {
    const end = firstFrom(until)
    for (let i = firstFrom(from); i < end; i++) {
      const moment = moments[i] as Moment
      moment.waiting += 1
      moment.longestMinutes = Math.max(moment.longestMinutes, Math.floor((moment.at - since) / minuteMs))
    }
  }
  return moments
}

/** From taking the number until its last call, or until it ended without one. Who was called before, and waits again, waited all the while. */
const waitedOf = (ticket: Ticket, now: Instant): Waited => ({
  from: ticket.takenAt,
  since: Math.min(ticket.rankAt, now),
  until: ticket.state === 'waiting' ? Number.POSITIVE_INFINITY : (ticket.calledAt ?? ticket.endedAt ?? now),
})

/**
 * The day of a hall so far, from its tickets, and the hours to come if it goes on like this: as many people take a number as in the last hour, give
 * or take two thirds of its square root (arrivals that know nothing of each other are a Poisson process: half of all hours lie within), appointments
 * that are due come in time, and the counters that are open now go on, a little quicker or slower. No more than that: who goes for lunch is not
 * foreseen.
 */
export function dayCurve(hall: Hall, now: Instant, due: readonly Due[] = []): DayCurve {
  const walkInsPerHour = walkInsOf(hall, now)
  const line = lineUp(hall, now, due)
  const basis = { walkInsPerHour, countersOpen: line.counters.length }
  const tickets = [...hall.tickets.values()]
  const opensAt = hall.settings.spans[0]?.from ?? now
  const beganAt = Math.min(opensAt, now, ...tickets.map((t) => t.takenAt))
  const past = momentsOf(
    tickets.map((t) => waitedOf(t, now)),
    [...gridOf({ from: beganAt, until: now }), now],
  )
  const closesAt = hall.settings.spans.at(-1)?.until ?? now
  const grid = hall.state === 'closed' ? [] : gridOf({ from: now + 1, until: Math.min(now + aheadMs, closesAt) + 1 })
  const few = ahead(hall, line, { scenario: light, walkIns: walkInsPerHour.from }, grid)
  const many = ahead(hall, line, { scenario: heavy, walkIns: walkInsPerHour.until }, grid)
  const coming = grid.map((at, i) => ({
    at,
    waiting: between(few[i]?.waiting ?? 0, many[i]?.waiting ?? 0),
    longestMinutes: between(few[i]?.longestMinutes ?? 0, many[i]?.longestMinutes ?? 0),
  }))
  return { past, coming, basis }
}

const between = (a: number, b: number): Between => ({ from: Math.min(a, b), until: Math.max(a, b) })

const isWalkIn = (ticket: Ticket): boolean => ticket.appointmentId === null

function recentOf(hall: Hall, now: Instant): Ticket[] {
  return [...hall.tickets.values()].filter((t) => isWalkIn(t) && t.takenAt > now - lookBackMs && t.takenAt <= now)
}

/** How many took a number in the last hour, had the hall been open all of it; give or take. */
function walkInsOf(hall: Hall, now: Instant): Between {
  const count = recentOf(hall, now).length
  const open = openMs(hall, now - lookBackMs, now)
  const hours = Math.max(open, lookBackMs / 4) / lookBackMs
  const spread = (2 / 3) * Math.sqrt(Math.max(1, count))
  return { from: Math.max(0, Math.round((count - spread) / hours)), until: Math.round((count + spread) / hours) }
}

function openMs(hall: Hall, from: Instant, until: Instant): number {
  return hall.settings.spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.until, until) - Math.max(span.from, from)), 0)
}

/** The moments of one run of things. */
function ahead(hall: Hall, line: Line, run: { scenario: Scenario; walkIns: number }, grid: readonly Instant[]): Moment[] {
  const untilAt = grid.at(-1)
  if (untilAt === undefined) return []
  const players = [...line.players, ...newcomers(hall, line, run.walkIns, untilAt)].sort((a, b) => a.rank - b.rank)
  const calledAt = callTimes(hall, { ...line, players }, run.scenario, untilAt + 1)
  const waits = players.map(({ ticket, arrivesAt }, i) => {
    const called = calledAt[i] as number
    const since = ticket ? Math.min(ticket.rankAt, line.now) : arrivesAt
    return { from: arrivesAt, since, until: Number.isNaN(called) ? Number.POSITIVE_INFINITY : called }
  })
  return momentsOf(waits, grid)
}

/** People who come evenly while the hall is open, each for what somebody came for in the last hour, in turn. */
function newcomers(hall: Hall, line: Line, perHour: number, untilAt: Instant): Player[] {
  const recent = recentOf(hall, line.now)
  const found: Player[] = []
  const everyMs = (60 * minuteMs) / perHour
  for (let at = line.now + everyMs / 2; at <= untilAt && found.length < recent.length * 6 + 60; at += everyMs) {
    const like = recent[found.length % recent.length]
    if (!hall.settings.spans.some((s) => s.from <= at && at < s.until)) continue
    const serviceIds = like?.serviceIds ?? Object.keys(hall.settings.services).slice(0, 1)
    const minutes = visitMinutes(hall, serviceIds, like?.people ?? 1)
    found.push({ ticket: null, id: null, rank: at, opensAt: line.now, arrivesAt: at, minutes, lanes: line.lanesFor(serviceIds) })
  }
  return found
}
