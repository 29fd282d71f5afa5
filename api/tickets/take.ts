import { Problem } from '../../contract/problems.ts'
import type { takeTicket } from '../../contract/tickets.ts'
import { hallChange } from '../../domain/decided.ts'
import type { Diversion } from '../../domain/diversion.ts'
import type { HallChange } from '../../domain/hall.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { take as takeNumber } from '../../domain/take.ts'
import { change } from '../change.ts'
import { actorOf, may } from '../identity.ts'
import type { Asked } from '../serve.ts'
import { type TicketOut, ticketOutOf } from './read.ts'

type Taking = Asked<typeof takeTicket>
type Agreed = Pick<Diversion, 'id' | 'fromPointId'>

/** A walk-in takes a number; with a diversion, at the point they agreed to go to, with the time of agreeing as their place. */
export async function take(asked: Taking): Promise<TicketOut> {
  const { house, identity, input, key } = asked
  const diversion = input.diversionId === undefined ? null : await agreedOf(asked)
  if (input.diversionId !== undefined && !diversion) throw new Problem('not-allowed', { diversionId: input.diversionId })
  const told = await house.waits.told(input.point, input.serviceIds)
  const ids = await change(asked, input.point, ({ hall }, now) => {
    const decision = takeNumber(
      hall,
      {
        actor: actorOf(identity),
        ticketId: key,
        visitId: key,
        serviceIds: input.serviceIds,
        people: input.people,
        language: input.language,
        origin: 'kiosk',
        said: told?.range ?? null,
        kept: diversion && { rankAt: now, fromPointId: diversion.fromPointId },
      },
      now,
    )
    if (isRefusal(decision)) return decision
    return { hall: diversion ? tellDiversion(decision, diversion) : decision, ids: { ticketId: key, ahead: told?.ahead ?? null } }
  })
  // The number is given: what becomes of a line of history elsewhere must neither take it back nor keep the visitor waiting.
  if (diversion) void tellWhereItCameFrom(asked, diversion).catch((error) => house.log.fault(error, { ticket: key, to: input.point }))
  const { hall } = await house.keeper.kept(input.point)
  const ticket = hall.tickets.get(key)
  if (!ticket) throw new Problem('ticket-unknown', { ticketId: key })
  return ticketOutOf(house, input.point, ticket, ticket.said && { range: ticket.said, ahead: Number(ids.ahead ?? 0) })
}

/** Lets a kiosk of another point through that has a visitor's yes to a diversion that stands. */
export const mayTakeFromElsewhere = async (asked: Taking): Promise<boolean> =>
  asked.input.diversionId !== undefined && asked.identity.kind === 'kiosk' && (await agreedOf(asked)) !== null

/** The diversion that was agreed to: it leads here, covers what is asked, and the asker stands where it starts. */
async function agreedOf({ house, identity, input, key }: Taking): Promise<Agreed | null> {
  const id = input.diversionId!
  const diversion = await house.diversions.one(id)
  // A retry of what was taken in time gets its answer, also when the diversion has ended meanwhile.
  const taken = (await house.keeper.kept(input.point)).hall.tickets.get(key)
  const fromPointId = diversion?.fromPointId ?? taken?.otherPointId
  if (!fromPointId || !may(identity, ['kiosk', 'clerk'], fromPointId)) return null
  if (!diversion) return { id, fromPointId }
  const covered = diversion.serviceIds.length === 0 || input.serviceIds.every((s) => diversion.serviceIds.includes(s))
  return covered && diversion.toPointId === input.point ? diversion : null
}

/** The history of the hall that receives says where the ticket was diverted from. */
const tellDiversion = (change: HallChange, { id, fromPointId }: Agreed): HallChange => ({
  ...change,
  history: change.history.map((line) => ({ ...line, what: { ...line.what, fromPointId, diversionId: id } })),
})

/** And the history of the hall it did not join says where it went. */
async function tellWhereItCameFrom(asked: Taking, diversion: Agreed): Promise<void> {
  const { input, identity, key } = asked
  const what = { toPointId: input.point, diversionId: diversion.id, elsewhere: key, serviceIds: input.serviceIds, people: input.people }
  await change(asked, diversion.fromPointId, (_, now) => ({
    hall: hallChange({ history: [{ at: now, actor: actorOf(identity), act: 'send', ticketId: null, counterId: null, what }] }),
    ids: { ticketId: key },
  }))
}
