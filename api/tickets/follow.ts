import { Problem } from '../../contract/problems.ts'
import type { followTicket } from '../../contract/tickets.ts'
import type { Asked } from '../serve.ts'
import { type TicketOut, ticketNow } from './read.ts'

/** A ticket of today, for whoever holds its link. */
export async function follow({ house, input }: Asked<typeof followTicket>): Promise<TicketOut> {
  if (!house.secrets.ticketTokenHolds(input.ticket, input.token)) throw new Problem('link-not-valid')
  const ticket = await ticketNow(house, input.point, input.ticket)
  if (!ticket) throw new Problem('ticket-unknown', { ticketId: input.ticket })
  return ticket
}
