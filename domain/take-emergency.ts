import { decided, type HallDecision } from './decided.ts'
import { type Hall, type HallSettings, labelKey, labelOf, type Ticket } from './hall.ts'
import { serviceOf } from './hall-checks.ts'
import type { Actor, ServiceId, Uuid } from './ids.ts'
import { newTicket } from './new-ticket.ts'
import { refuse } from './refusal.ts'
import { takenLine } from './take.ts'
import type { Instant } from './time.ts'

export type TakeEmergencyRequest = {
  actor: Actor
  /** Minted at the tap, the same as in the ask for a normal number that got no good answer. */
  ticketId: Uuid
  visitId: Uuid
  /** What is on paper: kiosk 2 and number 14 are `N2 014`. */
  kiosk: number
  number: number
  serviceIds: readonly ServiceId[]
  people: number
  language: string
  /** When the number was given, the kiosk's clock corrected by the caller; never counts as after now. */
  takenAt: Instant
}

/** `merged`: it is in the hall now. `kept-paper-label`: it was there under a normal number. `known`: it was handed in before. */
export type HandedIn = { ticketId: Uuid; outcome: 'merged' | 'kept-paper-label' | 'known' }

/** The series of a kiosk's emergency numbers. */
export const emergencySeries = (kiosk: number): string => `N${kiosk}`

const isEmergency = (ticket: Ticket) => /^N\d+$/.test(ticket.series)

/** Whose paper has this label: a walk, for an emergency is rare. */
function holderOf(hall: Hall, series: string, number: number): Uuid | undefined {
  for (const ticket of hall.tickets.values()) if (ticket.number === number && ticket.series === series) return ticket.id
}

function servicesHere(settings: HallSettings, wanted: readonly ServiceId[]): readonly ServiceId[] {
  const here = wanted.filter((id) => serviceOf(settings, id))
  if (here.length > 0) return here
  const all = Object.keys(settings.services).sort()
  return [all.find((id) => settings.services[id]?.walkIn) ?? all[0]].filter((id) => id !== undefined)
}

/** The paper rules: the number it had is void, and a call or a miss under that number was none for whoever holds the paper. */
function relabelled(ticket: Ticket, series: string, number: number): Ticket {
  const voided = labelKey(ticket.series, ticket.number)
  return ticket.state === 'missed'
    ? { ...ticket, series, number, voided, state: 'waiting', calls: 0, calledAt: null, endedAt: null }
    : { ...ticket, series, number, voided }
}

/**
 * Hands in an emergency number, in the opening hours or out of them: the paper is out there. Twice is harmless. A ticket that had got a
 * normal number gets the label on paper, keeps its rank, keeps the old label in `voided` (a key such as `A 42`), and is waiting again where it
 * was missed under that label. After the day is closed the ticket is written down as left (`day-closed`). Services that the hall lacks are
 * left out; who is left with none waits for one that walk-ins have here, for somebody holds that paper and staff can send them on. A group larger
 * than the point allows counts as that many. Refuses `service-not-here` where the hall has no service, `number-used` where another ticket has
 * this label or this ticket another emergency label.
 */
export function takeEmergency(hall: Hall, request: TakeEmergencyRequest, now: Instant): HallDecision<HandedIn> {
  const { kiosk, number, ticketId, actor } = request
  const series = emergencySeries(kiosk)
  const used = holderOf(hall, series, number)
  const label = labelOf({ series, number })
  if (used !== undefined && used !== ticketId) return refuse('number-used', { label, ticketId: used })
  const last: (readonly [string, number])[] = [[series, Math.max(hall.series.get(series) ?? 0, number)]]
  const there = hall.tickets.get(ticketId)
  if (there && used === ticketId) return decided({}, { ticketId, outcome: 'known' })
  if (there && isEmergency(there)) return refuse('number-used', { label: labelOf(there), ticketId })
  if (there) {
    const ticket = relabelled(there, series, number)
    const what = { series, number, voided: ticket.voided, state: ticket.state }
    const history = [{ at: now, actor, act: 'take' as const, ticketId, counterId: null, what }]
    return decided({ tickets: [ticket], series: last, history }, { ticketId, outcome: 'kept-paper-label' })
  }
  const serviceIds = servicesHere(hall.settings, request.serviceIds)
  if (serviceIds.length === 0) return refuse('service-not-here', { label })
  const takenAt = Math.min(request.takenAt, now)
  const fresh = newTicket({
    id: ticketId,
    series,
    number,
    serviceIds,
    people: Math.max(1, Math.min(Math.trunc(request.people) || 1, hall.settings.peopleMax)),
    language: request.language,
    origin: 'emergency',
    takenAt,
    rankAt: takenAt,
    priority: 0,
    visitId: request.visitId,
    appointmentId: null,
    appointmentAt: null,
    said: null,
    otherPointId: null,
  })
  const ticket: Ticket = hall.state === 'open' ? fresh : { ...fresh, state: 'left', endedAt: now, reason: 'day-closed' }
  return decided({ tickets: [ticket], series: last, history: [takenLine(ticket, actor, 'take', now)] }, { ticketId, outcome: 'merged' })
}
