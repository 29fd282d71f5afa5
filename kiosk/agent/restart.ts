import { dayOf, dayStart } from '../../domain/time.ts'
import { handInNow } from './hand-in.ts'
import { type Entry, type Held, isOwed } from './records.ts'
import { dayFor, hasNumber, type Now, type State, type Step, step } from './state.ts'

/** So long somebody may still be standing there. */
export const personMs = 120_000
/** Passed over where the end of the journal is torn: a disk that lied about having written may have lost that many. */
export const skipped = 20

const isFresh = (held: Held, now: Now) => now.at - held.intent.at < personMs

/**
 * The first decision of a run. Prints whose end nobody saw are unknown; whoever asked less than two minutes ago and has no paper is asked
 * about it, older wishes without a number are void; a torn journal passes over twenty numbers.
 */
export function begin(state: State, torn: boolean, now: Now): Step {
  const { tickets, day: lastDay, last } = state.memory
  const entries: Entry[] = []
  const day = dayFor(state, now)
  if (torn && day !== null) entries.push({ t: 'floor', day, number: (day === lastDay ? last : 0) + skipped })
  let question: string | null = null
  for (const held of tickets.values()) {
    const { id } = held.intent
    if (held.print === 'printing') entries.push({ t: 'print-ended', id, outcome: 'unknown' })
    if (held.given === null && !canAskAgain(held, now)) entries.push({ t: 'void', id })
    if (isFresh(held, now) && held.print !== 'printed' && (hasNumber(held) || canAskAgain(held, now))) question = id
  }
  return step(state, entries, [{ do: 'compact' }], { question })
}

// An arrival's code is not in the journal, and an offer may have ended: those start anew.
const canAskAgain = (held: Held, now: Now) =>
  held.given === null && held.intent.how === 'take' && held.intent.diversionId === null && isFresh(held, now)

/** What passing time does: a question nobody answers lapses, wishes nobody waits for are void, yesterday is cleared away, debts are paid. */
export function tick(state: State, now: Now): Step {
  const asked = state.question === null ? undefined : state.memory.tickets.get(state.question)
  const question = asked && isFresh(asked, now) ? state.question : null
  const entries: Entry[] = []
  for (const held of state.memory.tickets.values()) {
    const stale = held.given === null && !isFresh(held, now) && !state.asking.has(held.intent.id)
    if (stale) entries.push({ t: 'void', id: held.intent.id })
  }
  const cleared = step(state, entries, hasYesterday(state, now) ? [{ do: 'compact' }] : [], { question })
  const next = state.handIn.failures > 0 ? step(cleared.state) : handInNow(cleared.state, now)
  return { ...next, entries: [...entries, ...next.entries], effects: [...cleared.effects, ...next.effects] }
}

/** What the journal keeps: tickets of today, and numbers that the hall has not heard of. */
export function isKept(state: State, now: Now): (held: Held) => boolean {
  const { zone } = state
  if (zone === null) return () => true
  const since = dayStart(dayOf(now.at, zone), zone)
  return (held) => isOwed(held) || state.asking.has(held.intent.id) || held.intent.at >= since
}

function hasYesterday(state: State, now: Now): boolean {
  const kept = isKept(state, now)
  for (const held of state.memory.tickets.values()) if (!kept(held)) return true
  return false
}
