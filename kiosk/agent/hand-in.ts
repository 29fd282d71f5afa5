import type { InferOutput } from 'valibot'
import type { handInEmergency } from '../../contract/tickets.ts'
import type { Uuid } from '../../domain/ids.ts'
import type { HandedIn } from '../../domain/take-emergency.ts'
import type { Answer } from './ports.ts'
import { type Entry, type Held, owedTo } from './records.ts'
import { batchMax, type HandInTicket, type Now, type State, type Step, step } from './state.ts'

export type HandInAnswer = Answer<InferOutput<(typeof handInEmergency)['result']>>

const agoMaxMs = 14 * 24 * 3_600_000
const pauseMs = 1000
const pauseMaxMs = 30_000
const patience = 3
const strayForMs = 24 * 3_600_000

/**
 * Sends the oldest numbers that the hall has not heard of, in the order in which they were given; one batch at a time, and not while cut.
 * Another point takes none of them: what was given there stays in the journal. Where time is lost the api says it first.
 */
export function handInNow(state: State, now: Now): Step {
  if (state.handIn.out || state.line.cut || state.place === null || now.lost) return step(state)
  const owed = inOrder(state, owedTo(state.memory, state.place.pointId))
  if (owed.length === 0) return step(state)
  const ages = agesOf(owed, state.boot, now)
  const tickets = owed.slice(0, state.handIn.size).map((held) => ticketOf(held, state, ages.get(held.intent.id) ?? 0))
  return step(state, [], [{ do: 'hand-in', tickets }], { handIn: { ...state.handIn, out: true } })
}

function inOrder({ handIn }: State, owed: Held[]): Held[] {
  const late = (held: Held) => (handIn.postponed.has(held.intent.id) ? 1 : 0)
  return owed.sort((a, b) => late(a) - late(b) || byNumber(a, b))
}

function byNumber(a: Held, b: Held): number {
  if (a.given?.kind !== 'emergency' || b.given?.kind !== 'emergency') return 0
  if (a.given.day !== b.given.day) return a.given.day < b.given.day ? -1 : 1
  return a.given.number - b.given.number
}

/**
 * How long ago each was given. Within one run the monotonic clock says it; over a restart the hall's time does. Where that was lost it is taken
 * from whoever came next: as long before them as the clock of one run says, and if there is nobody, now.
 */
function agesOf(owed: readonly Held[], boot: string, now: Now): Map<Uuid, number> {
  const ages = new Map<Uuid, number>()
  let next = { boot, monoMs: now.monoMs, ago: -1 }
  for (const { intent } of owed.toSorted(byNumber).reverse()) {
    const since = intent.boot === next.boot ? next.ago + next.monoMs - intent.monoMs : next.ago + 1
    const ago = intent.boot === boot ? now.monoMs - intent.monoMs : intent.lost ? since : now.at - intent.at
    next = { boot: intent.boot, monoMs: intent.monoMs, ago: Math.min(agoMaxMs, Math.max(0, Math.round(ago))) }
    ages.set(intent.id, next.ago)
  }
  return ages
}

function ticketOf({ intent, given }: Held, { place }: State, agoMs: number): HandInTicket {
  const { id, serviceIds, people, language } = intent
  const [number, kiosk] = given?.kind === 'emergency' ? [given.number, given.kiosk] : [0, undefined]
  return { id, number, ...(kiosk === place?.kiosk ? {} : { kiosk }), serviceIds: [...serviceIds], people, language, agoMs }
}

const takenIn: readonly string[] = ['merged', 'kept-paper-label', 'known'] satisfies HandedIn['outcome'][]

/**
 * Numbers that were given within a day, that somebody may hold on paper, and that no hall knows of: it was refused, always fails, or was given at
 * a point where this kiosk hands in no more.
 */
export function strayOf({ memory, place, handIn }: State, now: Now): Held[] {
  return [...memory.tickets.values()].filter(({ intent, given }) => {
    if (given?.kind !== 'emergency' || now.at - intent.at > strayForMs) return false
    if (given.handedIn !== null) return !takenIn.includes(given.handedIn)
    return handIn.postponed.has(intent.id) || (place !== null && place.pointId !== intent.pointId)
  })
}

/**
 * What came back for a batch. What the hall names is done with, but for what it takes in once it has gone over to that day; a failure makes the next batch half as large and later, so that one ticket
 * that always fails is found and put behind the others. No answer here does not cut the line: probes see to that.
 */
export function handedIn(state: State, ids: readonly Uuid[], answer: HandInAnswer, now: Now): Step {
  const done = answer.kind === 'good' ? answer.value.tickets.filter((t) => ids.includes(t.id) && t.code !== 'wrong-day') : []
  if (done.length > 0) {
    const entries: Entry[] = done.map((t) => ({ t: 'handed-in', id: t.id, outcome: t.code ?? t.outcome }))
    const size = Math.min(batchMax, state.handIn.size * 2)
    const noted = step(state, entries, [], { handIn: { ...state.handIn, out: false, size, failures: 0 } })
    const next = handInNow(noted.state, now)
    return { ...next, entries: [...noted.entries, ...next.entries] }
  }
  const [only] = ids
  if (answer.kind === 'refused' && answer.problem.code === 'invalid-input' && ids.length === 1 && only) {
    const noted = step(state, [{ t: 'handed-in', id: only, outcome: 'invalid-input' }], [], { handIn: { ...state.handIn, out: false } })
    const next = handInNow(noted.state, now)
    return { ...next, entries: [...noted.entries, ...next.entries] }
  }
  return failed(state, ids)
}

function failed(state: State, ids: readonly Uuid[]): Step {
  const failures = state.handIn.failures + 1
  const hopeless = ids.length === 1 && failures >= patience && ids[0] !== undefined
  const postponed = hopeless ? new Set([...state.handIn.postponed, ids[0]!]) : state.handIn.postponed
  const size = Math.max(1, Math.floor(state.handIn.size / 2))
  const ms = Math.min(pauseMaxMs, pauseMs * 2 ** Math.min(failures - 1, 10))
  return step(state, [], [{ do: 'hand-in-later', ms }], { handIn: { out: false, size, failures, postponed } })
}
