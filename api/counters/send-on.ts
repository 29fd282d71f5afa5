import { Problem } from '../../contract/problems.ts'
import type { counterActs } from '../../contract/tickets.ts'
import type { Ticket } from '../../domain/hall.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { leave } from '../../domain/park.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { receive, send } from '../../domain/transfer.ts'
import { change } from '../change.ts'
import { actorOf } from '../identity.ts'
import type { Verb } from '../serve.ts'
import { type ActOut, type AskedAct, actOf, actOut, refuseTaken, staffOf } from './act.ts'
import { shownAt } from './acts.ts'

type Transferring = AskedAct<'transfer'>

const within = actOf('transfer') as Verb<typeof counterActs.transfer>

/** Hands a ticket on: within the hall as the table says, or to another point. */
export const transferAct: Verb<typeof counterActs.transfer> = (asked) =>
  asked.input.toPoint === undefined ? within(asked) : sendOn(asked, asked.input.toPoint)

/**
 * A ticket goes to another point and keeps its rank: the new place is taken first, then the old one is let go. Both steps have the key of
 * the request, so that a retry goes on where it stopped; `finishSending` does so where nobody retries.
 */
async function sendOn(asked: Transferring, toPointId: PointId): Promise<ActOut> {
  const { house, input, identity, key } = asked
  if (!house.catalogue.point(toPointId) || input.toCounter !== undefined) throw new Problem('no-transfer-target', { pointId: toPointId })
  const ticketId = await receiveThere(asked, toPointId, await ticketToSend(asked, toPointId))
  const there = (await house.keeper.kept(toPointId)).hall.tickets.get(key)
  if (there?.reason === notSent) throw new Problem('no-transfer-target', { pointId: toPointId })
  const sending = change(asked, input.point, ({ hall }, now) => {
    // Who finishes interrupted sendings may have been here first.
    if (hall.tickets.get(ticketId)?.state === 'sent') return { ids: { ticketId } }
    const decision = send(hall, { actor: actorOf(identity), counterId: input.counter, ticketId, toPointId }, now)
    return isRefusal(decision) ? decision : { hall: decision, ids: { ticketId } }
  })
  const ids = await sending.catch(async (error) => {
    if (error instanceof Problem) await letGoThere(asked, toPointId)
    throw error
  })
  return actOut(house, input.point, input.counter, ids)
}

/** The ticket to be sent, or why the rules do not let it go. */
async function ticketToSend(asked: Transferring, toPointId: PointId): Promise<Refusal | Ticket> {
  const { house, input, identity, key } = asked
  const { hall } = await house.keeper.kept(input.point)
  const now = house.clock.now()
  const at = { hall, actor: actorOf(identity), staffId: staffOf(identity), counterId: input.counter, key, now }
  const shown = refuseTaken(at, 'transfer', identity) ?? shownAt(at, input.ticketId)
  if (isRefusal(shown)) return shown
  const decision = send(hall, { ...shown, toPointId }, now)
  return isRefusal(decision) ? decision : hall.tickets.get(shown.ticketId)!
}

/** Takes the new place. Gives the id of the ticket it was taken for: a retry keeps that, whoever is at the counter by then. */
async function receiveThere(asked: Transferring, toPointId: PointId, ticket: Refusal | Ticket): Promise<Uuid> {
  const { input, identity, key } = asked
  const fromPointId = input.point
  const ids = await change(asked, toPointId, ({ hall }, now) => {
    if (isRefusal(ticket)) return ticket
    const request = { actor: actorOf(identity), ticketId: key, fromPointId, ticket, serviceIds: input.serviceIds ?? null, underWay: false }
    const decision = receive(hall, request, now)
    if (isRefusal(decision)) return decision
    const history = decision.history.map((line) => ({ ...line, what: { ...line.what, fromPointId, fromTicketId: ticket.id } }))
    return { hall: { ...decision, history }, ids: { ticketId: key, fromTicketId: ticket.id } }
  })
  return String(ids.fromTicketId)
}

const notSent = 'not-sent'

/** The old place could not be let go, since somebody else was quicker: the new one is given back. */
async function letGoThere({ house, identity, key }: Transferring, toPointId: PointId): Promise<void> {
  await house.keeper.change({
    pointId: toPointId,
    key: null,
    fingerprint: '',
    decide: ({ hall }, now) => {
      const decision = leave(hall, { actor: actorOf(identity), counterId: null, ticketId: key, reason: notSent }, now)
      return isRefusal(decision) ? decision : { hall: decision, ids: {} }
    },
  })
}
