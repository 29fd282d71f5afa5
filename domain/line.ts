import type { Counter, Hall, Ticket } from './hall.ts'
import { serviceOf } from './hall-checks.ts'
import type { ServiceId, Uuid } from './ids.ts'
import { boundTo, canDo, compareTies, virtualArrival } from './order.ts'
import { type Instant, minuteMs } from './time.ts'

/** An appointment that has not arrived yet: it takes part from its own time on. */
export type Due = { startsAt: Instant; serviceIds: readonly ServiceId[]; people: number }

/** Somebody in the line: `lanes[i]` tells whether open counter i may call them. */
export type Player = {
  /** Null for an appointment that is still to come. */
  ticket: Ticket | null
  id: Uuid | null
  rank: number
  opensAt: Instant
  arrivesAt: Instant
  minutes: number
  lanes: readonly boolean[]
}

/** The line in the order of the policy (early ones where they will stand), and the counters that are open. */
export type Line = {
  now: Instant
  players: readonly Player[]
  counters: readonly Counter[]
  lanesFor: (serviceIds: readonly ServiceId[]) => boolean[]
}

/** Minutes that a visit takes on average: sum over services of base + extra × (people − 1), at least one. */
export function visitMinutes(hall: Hall, serviceIds: readonly ServiceId[], people: number): number {
  let minutes = 0
  for (const id of serviceIds) {
    const service = serviceOf(hall.settings, id)
    if (service) minutes += service.baseMinutes + service.extraMinutes * (people - 1)
  }
  return Math.max(1, minutes)
}

/** Lines up who waits now and who is due, once for as many plays as are wanted. */
export function lineUp(hall: Hall, now: Instant, due: readonly Due[]): Line {
  const { policy } = hall.settings
  const counters = [...hall.counters.values()].filter((c) => c.state === 'open')
  const known = new Map<string, boolean[]>()
  let last = { key: '', lanes: [] as boolean[] }
  const lanesFor = (serviceIds: readonly ServiceId[]): boolean[] => {
    const key = serviceIds.length === 1 ? (serviceIds[0] as string) : serviceIds.join(' ')
    // Most come for what the one before came for.
    if (key === last.key) return last.lanes
    const lanes = known.get(key) ?? counters.map((c) => canDo(hall, c, serviceIds))
    known.set(key, lanes)
    last = { key, lanes }
    return lanes
  }
  const players: Player[] = []
  for (const ticket of hall.active.values()) {
    if (ticket.state !== 'waiting') continue
    const only = boundTo(hall, ticket)
    const lanes = only === null ? lanesFor(ticket.serviceIds) : counters.map((c) => c.id === only)
    const opensAt = ticket.appointmentAt === null ? now : ticket.appointmentAt - policy.windowMinutes * minuteMs
    const minutes = visitMinutes(hall, ticket.serviceIds, ticket.people)
    players.push({ ticket, id: ticket.id, rank: virtualArrival(ticket, policy), opensAt, arrivesAt: now, minutes, lanes })
  }
  for (const d of due) {
    const rank = d.startsAt - policy.appointmentHeadStartMinutes * minuteMs
    const minutes = visitMinutes(hall, d.serviceIds, d.people)
    const arrivesAt = Math.max(now, d.startsAt)
    players.push({ ticket: null, id: null, rank, opensAt: now, arrivesAt, minutes, lanes: lanesFor(d.serviceIds) })
  }
  players.sort((a, b) => a.rank - b.rank || (a.ticket && b.ticket ? compareTies(a.ticket, b.ticket) : a.ticket ? -1 : b.ticket ? 1 : 0))
  return { now, players, counters, lanesFor }
}
