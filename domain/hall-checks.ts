import { type Counter, type Hall, type HallSettings, labelOf, type Ticket, type TicketState } from './hall.ts'
import type { CounterId, ServiceId, Uuid } from './ids.ts'
import { type Refusal, refuse } from './refusal.ts'
import { may, type TicketAct } from './ticket-moves.ts'

/** What the settings say of a service; undefined where the point does not have it. */
export const serviceOf = (settings: HallSettings, id: ServiceId): HallSettings['services'][ServiceId] | undefined =>
  Object.hasOwn(settings.services, id) ? settings.services[id] : undefined

/** Refuses `service-not-here` for an empty list or for the first service that this hall lacks. */
export function refuseServices(settings: HallSettings, serviceIds: readonly ServiceId[]): Refusal | null {
  if (serviceIds.length === 0) return refuse('service-not-here')
  for (const id of serviceIds) if (!serviceOf(settings, id)) return refuse('service-not-here', { serviceId: id })
  return null
}

/** Refuses `too-many-people` for anything but a whole number from 1 to what the point allows. */
export const refusePeople = (settings: HallSettings, people: number): Refusal | null =>
  Number.isInteger(people) && people >= 1 && people <= settings.peopleMax
    ? null
    : refuse('too-many-people', { peopleMax: settings.peopleMax })

/** A counter that may take somebody: open, with nobody there. Refuses `counter-unknown`, `counter-closed`, `counter-busy`. */
export function freeCounter(hall: Hall, counterId: CounterId): Refusal | Counter {
  const counter = hall.counters.get(counterId)
  if (!counter) return refuse('counter-unknown', { counterId })
  if (counter.state !== 'open') return refuse('counter-closed', { counterId, state: counter.state })
  if (counter.ticketId !== null) return refuse('counter-busy', { counterId, ticketId: counter.ticketId })
  return counter
}

/** A ticket that an act may be done to, with the state it leads to. Refuses `ticket-unknown`, `wrong-ticket-state`. */
export function movable(hall: Hall, ticketId: Uuid, act: TicketAct): Refusal | { ticket: Ticket; next: TicketState } {
  const ticket = hall.tickets.get(ticketId)
  if (!ticket) return refuse('ticket-unknown', { ticketId })
  const next = may(ticket.state, act)
  return next ? { ticket, next } : refuse('wrong-ticket-state', { ticketId, label: labelOf(ticket), state: ticket.state })
}

/** As `movable`, for a ticket that has to be at this very counter: also refuses `counter-unknown` and `not-at-this-counter`. */
export function movableHere(
  hall: Hall,
  at: { counterId: CounterId; ticketId: Uuid },
  act: TicketAct,
): Refusal | { ticket: Ticket; next: TicketState; counter: Counter } {
  const counter = hall.counters.get(at.counterId)
  if (!counter) return refuse('counter-unknown', { counterId: at.counterId })
  const found = movable(hall, at.ticketId, act)
  if ('refused' in found) return found
  if (found.ticket.counterId !== counter.id) return refuse('not-at-this-counter', { counterId: counter.id, ticketId: at.ticketId })
  return { ticket: found.ticket, next: found.next, counter }
}

/**
 * As `movable`, for a ticket anywhere: one that is at a counter may be moved by that counter, or by somebody without one
 * (the visitor, a manager). Gives the counter that gets free, if any.
 */
export function movableBy(
  hall: Hall,
  by: { counterId: CounterId | null; ticketId: Uuid },
  act: TicketAct,
): Refusal | { ticket: Ticket; next: TicketState; freed: readonly Counter[] } {
  if (by.counterId !== null && !hall.counters.has(by.counterId)) return refuse('counter-unknown', { counterId: by.counterId })
  const found = movable(hall, by.ticketId, act)
  if ('refused' in found) return found
  const at = found.ticket.counterId
  if (at === null) return { ...found, freed: [] }
  if (by.counterId !== null && by.counterId !== at) return refuse('not-at-this-counter', { counterId: by.counterId, ticketId: by.ticketId })
  const counter = hall.counters.get(at)
  return { ...found, freed: counter ? [{ ...counter, ticketId: null }] : [] }
}
