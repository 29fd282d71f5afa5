import { type Decided, decided } from './decided.ts'
import type { Counter, Hall, HallAct, HallChange, HallLine, Ticket } from './hall.ts'
import type { Actor, CounterId } from './ids.ts'
import type { Instant } from './time.ts'

/** Who acts, and at which counter the act can be undone; null where nobody can undo it. */
type By = { actor: Actor; act: HallAct; counterId: CounterId | null; at: Instant }

type After = { tickets: readonly Ticket[]; counters?: readonly Counter[]; what?: Record<string, unknown>; more?: readonly HallLine[] }

/** What undo puts in place of a ticket that did not exist before: it cannot vanish, its number is given. */
const undone = (ticket: Ticket, at: Instant): Ticket => ({ ...ticket, state: 'left', counterId: null, endedAt: at, reason: 'undone' })

/**
 * The change of an act at a counter: the rows after it, one line of history about the first of them (then `more`),
 * and what undo needs. Looks the rows before it up in the image.
 */
export function decideAct<Answer>(hall: Hall, by: By, after: After, answer: Answer): Decided<HallChange, Answer> {
  const counters = after.counters ?? []
  const line: HallLine = {
    at: by.at,
    actor: by.actor,
    act: by.act,
    ticketId: after.tickets[0]?.id ?? null,
    counterId: by.counterId ?? counters[0]?.id ?? null,
    what: after.what ?? {},
  }
  const history = after.more ? [line, ...after.more] : [line]
  if (by.counterId === null) return decided({ tickets: after.tickets, counters, history }, answer)
  const last = {
    act: by.act,
    at: by.at,
    tickets: after.tickets.map((t) => hall.tickets.get(t.id) ?? undone(t, by.at)),
    counters: counters.map((c) => hall.counters.get(c.id) ?? c),
    after: { tickets: after.tickets, counters },
  }
  return decided({ tickets: after.tickets, counters, history, lastActs: [[by.counterId, last]] }, answer)
}
