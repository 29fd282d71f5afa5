import type { HallChange } from './hall.ts'
import type { Refusal } from './refusal.ts'

/** A change that the rules allow, with what the asker is told: ids and codes, small enough to be remembered. */
export type Decided<Change, Answer> = Change & { answer: Answer }

/** What a verb says: no, with a reason, or the change and its answer. */
export type Decision<Change, Answer> = Refusal | Decided<Change, Answer>

/** What a verb of the hall says. */
export type HallDecision<Answer> = Decision<HallChange, Answer>

const none: readonly never[] = Object.freeze([])

/** A change of a hall out of its parts; what is not named does not change. */
export const hallChange = (parts: Partial<HallChange>): HallChange => ({
  tickets: parts.tickets ?? none,
  counters: parts.counters ?? none,
  series: parts.series ?? none,
  state: parts.state ?? null,
  lastActs: parts.lastActs ?? none,
  history: parts.history ?? none,
})

/** A change of a hall with its answer, in one object. */
export function decided<Answer>(parts: Partial<HallChange>, answer: Answer): Decided<HallChange, Answer> {
  return {
    tickets: parts.tickets ?? none,
    counters: parts.counters ?? none,
    series: parts.series ?? none,
    state: parts.state ?? null,
    lastActs: parts.lastActs ?? none,
    history: parts.history ?? none,
    answer,
  }
}
