import type { AnyRoute } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { counterActs } from '../../contract/tickets.ts'
import type { HallChange } from '../../domain/hall.ts'
import type { CounterId, PointId, Uuid } from '../../domain/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { iso } from '../../domain/time.ts'
import { change } from '../change.ts'
import type { House } from '../house.ts'
import { actorOf, type Identity, may } from '../identity.ts'
import type { Asked, Verb } from '../serve.ts'
import { type ActName, type At, acts } from './acts.ts'
import { hallTicketOf, type WhyOut } from './read.ts'

export type ActOut = ResultOf<(typeof counterActs)['callNext']>

/** Any act of a counter: the table says what it is in the rules; who has the counter is seen to here. */
export const actOf =
  (name: ActName): Verb<AnyRoute> =>
  async (asked) => {
    const { house, input, identity, key } = asked
    const staffId = staffOf(identity)
    const { point, counter: counterId } = input as { point: PointId; counter: CounterId }
    const act = acts[name] as (at: At, input: unknown) => Refusal | HallChange
    const ids = await change(asked, point, ({ hall }, now) => {
      const at: At = { hall, actor: actorOf(identity), staffId, counterId, key, now }
      const decision = refuseTaken(at, name, identity) ?? act(at, input)
      return isRefusal(decision) ? decision : { hall: decision, ids: { ...calledBy(decision) } }
    })
    return actOut(house, point, counterId, ids)
  }

/**
 * A counter belongs to who opened it, in as many windows as they like. Opening refuses by itself; a manager may close a counter that
 * somebody left open.
 */
export function refuseTaken({ hall, counterId, staffId }: At, name: ActName, identity: Identity): Refusal | null {
  const counter = hall.counters.get(counterId)
  if (!counter || counter.state === 'closed' || counter.staffId === null || counter.staffId === staffId) return null
  if (name === 'close' && may(identity, ['point-manager'], hall.pointId)) return null
  return refuse('counter-taken', { counterId })
}

/** The staff member who asks: nobody else gets through to a counter. */
export function staffOf(identity: Identity): Uuid {
  if (identity.kind !== 'staff') throw new Problem('not-allowed')
  return identity.staffId
}

/** Who was called by the rules in an act, and why: remembered with the answer. */
function calledBy(change: HallChange): { calledId?: Uuid; why?: WhyOut } {
  const line = change.history.find((h) => typeof h.what.why === 'string' && h.what.why !== 'picked')
  const called = change.tickets.find((t) => t.state === 'called')
  if (!line || !called) return {}
  const minutes = Number(line.what.minutes)
  const figures: WhyOut['figures'] = called.appointmentAt === null ? { minutes } : { minutes, appointmentAt: iso(called.appointmentAt) }
  return { calledId: called.id, why: { code: String(line.what.why), figures } }
}

/** The ticket that is now at the counter, with why it was called where the rules chose it. */
export async function actOut(house: House, pointId: PointId, counterId: CounterId, ids: Record<string, unknown>): Promise<ActOut> {
  const { hall } = await house.keeper.kept(pointId)
  const ticketId = hall.counters.get(counterId)?.ticketId
  const ticket = ticketId ? hall.tickets.get(ticketId) : undefined
  const why = ticket && ids.calledId === ticket.id ? (ids.why as WhyOut) : null
  return { version: hall.version, ticket: ticket ? hallTicketOf(ticket) : null, why }
}

/** Any asked act, as the ones that need more than the table see it. */
export type AskedAct<K extends ActName> = Asked<(typeof counterActs)[K]>
