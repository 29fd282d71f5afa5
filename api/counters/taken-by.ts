import { inArray } from 'drizzle-orm'
import type { ResultOf } from '../../contract/route.ts'
import type { hallList } from '../../contract/tickets.ts'
import { staff } from '../../db/tables/access.ts'
import { type Counter, type Hall, labelOf } from '../../domain/hall.ts'
import type { Uuid } from '../../domain/ids.ts'
import { type Instant, iso } from '../../domain/time.ts'
import { may } from '../identity.ts'
import type { Asked } from '../serve.ts'

type TakenBy = ResultOf<typeof hallList>['counters'][number]['takenBy']
/** Names of colleagues who have a counter, by their id. */
export type Takers = ReadonlyMap<Uuid, string>

/** Whether a counter is open to somebody else than `staffId`. */
export const isTaken = (c: Counter, staffId: Uuid): boolean => c.state !== 'closed' && c.staffId !== null && c.staffId !== staffId

/** Who has the counters, for a manager who may have to close one that was left; a clerk is told of nobody. */
export async function takersOf({ house, identity, input }: Asked<typeof hallList>, hall: Hall): Promise<Takers> {
  if (identity.kind !== 'staff' || !may(identity, ['point-manager'], hall.pointId)) return new Map()
  const asked = [...hall.counters.values()].filter((c) => input.counter === undefined || c.id === input.counter)
  const ids = asked.flatMap((c) => (c.staffId !== null && isTaken(c, identity.staffId) ? [c.staffId] : []))
  if (ids.length === 0) return new Map()
  const people = await house.connections.slow.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** Whose a counter is, since when, and who is there; null where none of the takers has it. */
export function takenByOut(hall: Hall, c: Counter, takers: Takers): TakenBy {
  const name = c.state !== 'closed' && c.staffId !== null ? takers.get(c.staffId) : undefined
  return name === undefined ? null : { name, sinceAt: isoOrNull(c.sinceAt), ticket: ticketAt(hall, c) }
}

function ticketAt(hall: Hall, { ticketId }: Counter): NonNullable<TakenBy>['ticket'] {
  const ticket = ticketId === null ? undefined : hall.tickets.get(ticketId)
  if (ticket?.state !== 'called' && ticket?.state !== 'serving') return null
  const { id, state } = ticket
  return { id, label: labelOf(ticket), state, sinceAt: isoOrNull(state === 'serving' ? ticket.startedAt : ticket.calledAt) }
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at))
