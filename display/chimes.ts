import type { board } from '../contract/points.ts'
import type { ResultOf } from '../contract/route.ts'
import type { Call } from '../ui/sound/sentence.ts'

export type Board = ResultOf<typeof board>

/** A call longer ago than this is not sounded any more: who was meant has heard it, or is told by a clerk. */
const freshMs = 20_000
const rememberedMax = 500

/**
 * Gives the calls of a board that have to sound now, oldest first: each call and each recall once, whatever comes twice or late.
 * A ticket that is called anew, at another counter or after it was missed, sounds again.
 */
export function makeChimes(): (board: Board) => Call[] {
  const heard = new Map<string, { when: number; calls: number }>()
  return ({ at, called }) => {
    const fresh: Call[] = []
    for (const { ticketId, label, counter, language, calls, calledAt } of [...called].reverse()) {
      const when = Date.parse(calledAt)
      const last = heard.get(ticketId)
      if (last && (when < last.when || (when === last.when && calls <= last.calls))) continue
      heard.delete(ticketId)
      heard.set(ticketId, { when, calls })
      if (Date.parse(at) - when <= freshMs) fresh.push({ key: `${ticketId} ${calls} ${calledAt}`, label, counterNumber: counter, language })
    }
    for (const [oldest] of heard) {
      if (heard.size <= rememberedMax) break
      heard.delete(oldest)
    }
    return fresh
  }
}

/** True where `next` was made before `shown`: it came late, by another road. */
export const isOlder = (next: Board, shown: Board): boolean =>
  next.point.id === shown.point.id && next.version < shown.version && next.at < shown.at
