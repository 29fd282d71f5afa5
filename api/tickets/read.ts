import type { ResultOf } from '../../contract/route.ts'
import { followPath, type takeTicket } from '../../contract/tickets.ts'
import { labelOf, type Ticket } from '../../domain/hall.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { iso } from '../../domain/time.ts'
import { placeOf, type Wait } from '../../domain/wait.ts'
import type { House } from '../house.ts'

export type TicketOut = ResultOf<typeof takeTicket>

/** A ticket as the one who holds it may see it. */
export function ticketOutOf(house: House, pointId: PointId, ticket: Ticket, wait: Pick<Wait, 'range' | 'ahead'> | null): TicketOut {
  const point = house.catalogue.point(pointId)!
  return {
    id: ticket.id,
    pointId,
    pointName: point.name,
    pointAddress: point.address,
    zone: point.zone,
    label: labelOf(ticket),
    state: ticket.state,
    serviceIds: [...ticket.serviceIds],
    people: ticket.people,
    language: ticket.language,
    takenAt: iso(ticket.takenAt),
    appointmentAt: ticket.appointmentAt === null ? null : iso(ticket.appointmentAt),
    counter: ticket.counterId,
    ahead: wait?.ahead ?? null,
    wait: wait?.range ?? null,
    followUrl: house.publicUrl + followPath(pointId, ticket.id, house.secrets.ticketToken(ticket.id)),
    otherPointId: ticket.otherPointId,
  }
}

/** A ticket of today as it stands now, with the wait played forward for it alone; null where the hall has none. */
export async function ticketNow(house: House, pointId: PointId, ticketId: Uuid): Promise<TicketOut | null> {
  const due = await house.waits.due(pointId)
  const { hall } = await house.keeper.kept(pointId)
  const ticket = hall.tickets.get(ticketId)
  return ticket ? ticketOutOf(house, pointId, ticket, placeOf(hall, ticketId, house.clock.now(), due)) : null
}
