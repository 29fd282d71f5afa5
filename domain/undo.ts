import { decided, type HallDecision } from './decided.ts'
import type { Hall, HallAct, LastAct } from './hall.ts'
import type { Actor, CounterId } from './ids.ts'
import { refuse } from './refusal.ts'
import type { Instant } from './time.ts'

export type UndoRequest = { actor: Actor; counterId: CounterId }

const untouched = (hall: Hall, last: LastAct): boolean =>
  last.after.tickets.every((t) => hall.tickets.get(t.id) === t) && last.after.counters.every((c) => hall.counters.get(c.id) === c)

/**
 * Takes back the last act of a counter within the policy's `undoSeconds`, as long as nobody has touched those tickets and counters since.
 * A ticket that the act created is left with reason `undone`: its number is given. There is no undo of an undo.
 * Refuses `day-closed`, `counter-unknown`, `nothing-to-undo`.
 */
export function undo(hall: Hall, request: UndoRequest, now: Instant): HallDecision<{ act: HallAct }> {
  const { actor, counterId } = request
  if (hall.state === 'closed') return refuse('day-closed', { day: hall.day })
  if (!hall.counters.has(counterId)) return refuse('counter-unknown', { counterId })
  const last = hall.lastActs.get(counterId)
  if (!last || now - last.at > hall.settings.policy.undoSeconds * 1000 || !untouched(hall, last))
    return refuse('nothing-to-undo', { counterId })
  // Backwards: who came to the counter goes before who comes back to it, as the unique index on counters wants.
  const tickets = last.tickets.map((t) => ({ ...t })).reverse()
  const history = [{ at: now, actor, act: 'undo' as const, ticketId: last.tickets[0]?.id ?? null, counterId, what: { act: last.act } }]
  return decided({ tickets, counters: last.counters.map((c) => ({ ...c })), history, lastActs: [[counterId, null]] }, { act: last.act })
}
