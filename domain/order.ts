import type { Counter, Hall, HallSettings, Ticket } from './hall.ts'
import type { CounterId, ServiceId } from './ids.ts'
import type { Policy } from './policy.ts'
import { type Instant, minuteMs } from './time.ts'

/** Added to the rank of an early appointment: beyond every instant until the year 5138, and still a safe integer. */
export const earlyAfterMs = 1e14

/**
 * Why this one, for the clerk. `only-you`: transferred to this counter. `early`: an appointment before its window, nobody else waits.
 * `wait`: nine tenths of the wait limit or more. `appointment`: on time. `priority`: a head start. `first`: first in line.
 * `minutes` waited (from its own time for an appointment on time); `appointmentAt` where it has one.
 */
export type Why = {
  code: 'only-you' | 'early' | 'wait' | 'appointment' | 'priority' | 'first'
  minutes: number
  appointmentAt: Instant | null
}

/** True for an appointment that came later than the policy forgives: it waits as a walk-in. */
export const isLate = (ticket: Ticket, policy: Policy): boolean =>
  ticket.appointmentAt !== null && Math.min(ticket.rankAt, ticket.takenAt) > ticket.appointmentAt + policy.lateMinutes * minuteMs

/** True for an appointment whose window has not opened: it goes after everybody else. */
export const isEarly = (ticket: Ticket, policy: Policy, now: Instant): boolean =>
  ticket.appointmentAt !== null && now < ticket.appointmentAt - policy.windowMinutes * minuteMs

/** The instant at which a ticket counts as come, its window open or not; see `policy.ts`. A missed one's penalty is `rankAt - takenAt`. */
export function virtualArrival(ticket: Ticket, policy: Policy): Instant {
  const headStart = policy.priorityHeadStartMinutes[ticket.priority] * minuteMs
  if (ticket.appointmentAt === null || isLate(ticket, policy)) return ticket.rankAt - headStart
  const penalty = Math.max(0, ticket.rankAt - ticket.takenAt)
  return ticket.appointmentAt - policy.appointmentHeadStartMinutes * minuteMs + penalty - headStart
}

/** The rank of a ticket: the lowest goes first. Whole milliseconds; changes once at most, when an early appointment's window opens. */
export const rankOf = (ticket: Ticket, settings: HallSettings, now: Instant): number =>
  virtualArrival(ticket, settings.policy) + (isEarly(ticket, settings.policy, now) ? earlyAfterMs : 0)

/** Ties: who took first, then the lower label, then the id. Negative where `a` goes first. */
export function compareTies(a: Ticket, b: Ticket): number {
  if (a.takenAt !== b.takenAt) return a.takenAt - b.takenAt
  if (a.series !== b.series) return a.series < b.series ? -1 : 1
  if (a.number !== b.number) return a.number - b.number
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

const hasAll = (counter: Counter, serviceIds: readonly ServiceId[]) => serviceIds.every((id) => counter.serviceIds.includes(id))

/**
 * True where a counter does what a ticket came for: all its services. Where no open counter does them all, the one that does
 * the first will do, so that a visit with two services is not left waiting; its clerk transfers it for the rest.
 */
export function canDo(hall: Hall, counter: Counter, serviceIds: readonly ServiceId[]): boolean {
  const first = serviceIds[0]
  if (first === undefined || !counter.serviceIds.includes(first)) return false
  if (serviceIds.length === 1 || hasAll(counter, serviceIds)) return true
  for (const other of hall.counters.values()) if (other.state === 'open' && hasAll(other, serviceIds)) return false
  return true
}

/** The counter that a ticket was transferred to; null once that counter is closed, since it then is for everybody. */
export function boundTo(hall: Hall, ticket: Ticket): CounterId | null {
  if (ticket.onlyCounterId === null) return null
  const counter = hall.counters.get(ticket.onlyCounterId)
  return counter && counter.state !== 'closed' ? counter.id : null
}

/** True where a counter may get this ticket by calling the next one. */
export function serves(hall: Hall, counter: Counter, ticket: Ticket): boolean {
  const only = boundTo(hall, ticket)
  return only === null ? canDo(hall, counter, ticket.serviceIds) : only === counter.id
}

/** Whole minutes that a ticket has waited; an appointment on time counts from its own time. */
export function waitedMinutes(ticket: Ticket, policy: Policy, now: Instant): number {
  const promised = ticket.appointmentAt !== null && !isLate(ticket, policy) ? ticket.appointmentAt : ticket.rankAt
  return Math.max(0, Math.floor((now - Math.max(ticket.rankAt, promised)) / minuteMs))
}

/** Why a ticket that is next is next. */
export function whyOf(hall: Hall, ticket: Ticket, now: Instant): Why {
  const { policy } = hall.settings
  const minutes = waitedMinutes(ticket, policy, now)
  const code = (): Why['code'] => {
    if (boundTo(hall, ticket) !== null) return 'only-you'
    if (isEarly(ticket, policy, now)) return 'early'
    if (minutes * 10 >= policy.waitLimitMinutes * 9) return 'wait'
    if (ticket.appointmentAt !== null && !isLate(ticket, policy)) return 'appointment'
    return ticket.priority > 0 ? 'priority' : 'first'
  }
  return { code: code(), minutes, appointmentAt: ticket.appointmentAt }
}

/** Who waits, in the order of the policy, first first; `filter` narrows it. Sorts: for lists, not for calling. */
export function inOrder(hall: Hall, now: Instant, filter: (ticket: Ticket) => boolean = () => true): Ticket[] {
  const ranked: { ticket: Ticket; rank: number }[] = []
  for (const ticket of hall.active.values()) {
    if (ticket.state === 'waiting' && filter(ticket)) ranked.push({ ticket, rank: rankOf(ticket, hall.settings, now) })
  }
  return ranked.sort((a, b) => a.rank - b.rank || compareTies(a.ticket, b.ticket)).map((r) => r.ticket)
}

/** Who is next for a counter, whatever its state, and why; null where nobody waits for it. One walk over the active tickets. */
export function nextFor(hall: Hall, counterId: CounterId, now: Instant): { ticket: Ticket; why: Why } | null {
  const counter = hall.counters.get(counterId)
  if (!counter) return null
  let best: Ticket | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const ticket of hall.active.values()) {
    if (ticket.state !== 'waiting') continue
    const rank = rankOf(ticket, hall.settings, now)
    if (best !== null && (rank > bestRank || (rank === bestRank && compareTies(ticket, best) > 0))) continue
    if (!serves(hall, counter, ticket)) continue
    best = ticket
    bestRank = rank
  }
  return best && { ticket: best, why: whyOf(hall, best, now) }
}
