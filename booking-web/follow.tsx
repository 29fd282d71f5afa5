import { ask } from '../contract/ask.ts'
import { Problem } from '../contract/problems.ts'
import { followTicket } from '../contract/tickets.ts'
import { askPoint } from './ask-slots.ts'
import type { Asked } from './asked.ts'
import { Follow } from './pages/Follow.tsx'
import { page } from './respond.tsx'
import { allTexts } from './texts.ts'

/** `/book/follow/:point/:ticket/:token`: a ticket on the phone. With a script it goes along; without, it comes again by itself. */
export async function follow(asked: Asked, pointId: string, ticketId: string, token: string): Promise<Response> {
  const ticket = await ask(asked.asker, followTicket, { point: pointId, ticket: ticketId, token })
  const { point } = await askPoint(asked, pointId)
  const other = ticket.otherPointId ? await nameOf(asked, ticket.otherPointId) : null
  const live = `/api/points/${pointId}/tickets/${ticketId}?token=${encodeURIComponent(token)}`
  return page(asked, {
    title: `${allTexts[asked.language].follow.title} ${ticket.label}`,
    zone: ticket.zone,
    phone: point.phone,
    live,
    body: () => <Follow asked={asked} ticket={ticket} other={other} />,
  })
}

async function nameOf(asked: Asked, pointId: string): Promise<string | null> {
  try {
    return (await askPoint(asked, pointId)).point.name
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
