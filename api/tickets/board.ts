import type { board } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'
import { type Hall, labelOf, type Ticket } from '../../domain/hall.ts'
import { type Instant, iso, minuteMs } from '../../domain/time.ts'
import type { Asked } from '../serve.ts'

type Board = ResultOf<typeof board>

const shownMax = 8
/** Whoever was called longer ago has come, or is told by a clerk: the room on the board is for the others. */
const shownMs = 45 * minuteMs

/** What hangs in the hall: who is called and who is served, newest first. Walks over the counters and counts who waits. */
export function calledOf(hall: Hall, now: Instant): Pick<Board, 'called' | 'waiting'> {
  const at: Ticket[] = []
  for (const counter of hall.counters.values()) {
    const ticket = counter.ticketId === null ? undefined : hall.tickets.get(counter.ticketId)
    if (ticket?.calledAt && now - ticket.calledAt < shownMs) at.push(ticket)
  }
  at.sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0) || (a.id < b.id ? 1 : -1))
  let waiting = 0
  for (const ticket of hall.active.values()) if (ticket.state === 'waiting') waiting += 1
  const called = at.slice(0, shownMax).map((t) => ({
    ticketId: t.id,
    label: labelOf(t),
    counter: t.counterId ?? 0,
    calls: t.calls,
    calledAt: iso(t.calledAt ?? 0),
    serving: t.state === 'serving',
    language: t.language,
  }))
  return { called, waiting }
}

/** The board of a point. */
export async function readBoard({ house, input }: Asked<typeof board>): Promise<Board> {
  const { hall } = await house.keeper.kept(input.point)
  const point = house.catalogue.point(input.point)!
  const now = house.clock.now()
  const { id, name, zone, languages } = point
  return { version: hall.version, at: iso(now), point: { id, name, zone, languages }, ...calledOf(hall, now) }
}
