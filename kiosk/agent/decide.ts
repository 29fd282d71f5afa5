import type { InferOutput } from 'valibot'
import type { Language } from '../../contract/language.ts'
import type { ticketOut } from '../../contract/tickets.ts'
import type { PointId, ServiceId, Uuid } from '../../domain/ids.ts'
import type { PrintOutcome } from '../../printers/print.ts'
import { type HandInAnswer, handedIn, handInNow } from './hand-in.ts'
import { lineAfter } from './line.ts'
import type { Answer } from './ports.ts'
import type { Entry, Intent } from './records.ts'
import { begin, tick } from './restart.ts'
import { type Effect, firstHandIn, hasNumber, type Now, nextNumber, type State, type Step, step } from './state.ts'

export type Tap = {
  id: Uuid
  serviceIds: readonly ServiceId[]
  people: number
  language: Language
  sentTo?: { pointId: PointId; diversionId: Uuid }
}

/** What can happen to an agent. */
export type Happening =
  | { kind: 'begin'; torn: boolean }
  | ({ kind: 'tap' } & Tap)
  | { kind: 'arrive'; id: Uuid; code: string; language: Language }
  | { kind: 'answered'; id: Uuid; answer: Answer<InferOutput<typeof ticketOut>> }
  | { kind: 'probed'; good: boolean }
  | { kind: 'place'; pointId: PointId; kiosk: number }
  | { kind: 'zone'; zone: string }
  | { kind: 'print-again'; id: Uuid }
  | { kind: 'print-ended'; id: Uuid; outcome: PrintOutcome }
  | { kind: 'got'; id: Uuid; yes: boolean }
  | { kind: 'handed-in'; ids: readonly Uuid[]; answer: HandInAnswer }
  | { kind: 'hand-in-time' }
  | { kind: 'tick' }

/**
 * What the agent does about something that happens: pure, total, the same for the same arguments. The shell writes `entries` to the disk,
 * waits until they are there, then takes `state` and does `effects`; entries that cannot be written are as if nothing had happened.
 */
export function decide(state: State, happening: Happening, now: Now): Step {
  switch (happening.kind) {
    case 'begin':
      return begin(state, happening.torn, now)
    case 'tap':
      return tap(state, happening, now)
    case 'arrive':
      return arrive(state, happening, now)
    case 'answered':
      return answered(state, happening.id, happening.answer, now)
    case 'probed':
      return probed(state, happening.good, now)
    case 'place':
      return placed(state, happening, now)
    case 'zone':
      return step(state, [], [], { zone: happening.zone })
    case 'print-again':
      return printAgain(state, happening.id)
    case 'print-ended':
      return printEnded(state, happening.id, happening.outcome)
    case 'got':
      return got(state, happening.id, happening.yes, now)
    case 'handed-in':
      return handedIn(state, happening.ids, happening.answer, now)
    case 'hand-in-time':
      return handInNow(state, now)
    case 'tick':
      return tick(state, now)
  }
}

/** What it owes may be taken in from it here and now, whatever came of it before. */
function placed(state: State, { pointId, kiosk }: { pointId: PointId; kiosk: number }, now: Now): Step {
  return handInNow({ ...state, place: { pointId, kiosk }, handIn: { ...firstHandIn, out: state.handIn.out } }, now)
}

const without = (ids: ReadonlySet<Uuid>, id: Uuid) => new Set([...ids].filter((one) => one !== id))

function tap(state: State, wanted: Tap, now: Now): Step {
  const { place, memory } = state
  if (place === null || state.asking.has(wanted.id)) return step(state)
  const held = memory.tickets.get(wanted.id)
  if (held?.given) return step(state)
  if (held?.intent.how === 'arrive') {
    const { serviceIds, people } = wanted
    return emergency(state, wanted.id, [{ t: 'wish', id: wanted.id, serviceIds, people }], now)
  }
  if (held) return state.line.cut ? unheard(state, held.intent, [], now) : ask(state, [], held.intent, null)
  const intent = intentOf(state, wanted, 'take', now)
  const entry: Entry = { t: 'intent', ...intent }
  return state.line.cut ? unheard(state, intent, [entry], now) : ask(state, [entry], intent, null)
}

function arrive(state: State, wanted: { id: Uuid; code: string; language: Language }, now: Now): Step {
  if (state.place === null || state.asking.has(wanted.id)) return step(state)
  const held = state.memory.tickets.get(wanted.id)
  if (held) return held.given ? step(state) : ask(state, [], held.intent, wanted.code)
  const intent = intentOf(state, { ...wanted, serviceIds: [], people: 1 }, 'arrive', now)
  return ask(state, [{ t: 'intent', ...intent }], intent, wanted.code)
}

const unavailable = (id: Uuid): Entry => ({ t: 'refused', id, code: 'unavailable' })

function intentOf(state: State, wanted: Tap, how: Intent['how'], now: Now): Intent {
  return {
    id: wanted.id,
    how,
    pointId: wanted.sentTo?.pointId ?? state.place!.pointId,
    serviceIds: wanted.serviceIds,
    people: wanted.people,
    language: wanted.language,
    diversionId: wanted.sentTo?.diversionId ?? null,
    boot: state.boot,
    monoMs: now.monoMs,
    at: now.at,
    ...(now.lost ? { lost: true } : {}),
  }
}

const ask = (state: State, entries: Entry[], intent: Intent, code: string | null): Step =>
  step(state, entries, [{ do: 'ask', intent, code }], { asking: new Set([...state.asking, intent.id]), question: null })

/** Nobody answers: a number of the kiosk's own, but none for another place. */
const unheard = (state: State, { id, diversionId }: Intent, entries: Entry[], now: Now): Step =>
  diversionId === null ? emergency(state, id, entries, now) : step(state, [...entries, unavailable(id)])

/** A number of the kiosk's own, and its paper. Where the kiosk does not know its place or day there is none to give. */
function emergency(state: State, id: Uuid, entries: Entry[], now: Now): Step {
  const next = nextNumber(state, now)
  if (next === null) return step(state, [...entries, unavailable(id)])
  return numbered(state, id, [...entries, { t: 'emergency', id, ...next }])
}

function numbered(state: State, id: Uuid, entries: Entry[], change: Partial<State> = {}): Step {
  const print: Effect = { do: 'print', id, copy: false, cutFirst: false }
  return step(state, [...entries, { t: 'printing', id }], [print], { ...change, latest: id, question: null })
}

/** An answer that comes after the kiosk gave a number of its own changes nothing: the label on paper stays. */
function answered(state: State, id: Uuid, answer: Answer<InferOutput<typeof ticketOut>>, now: Now): Step {
  const held = state.memory.tickets.get(id)
  if (!state.asking.has(id) || !held) return step(state)
  const line = lineAfter(state.line, answer.kind !== 'none', true, now.monoMs)
  const next: State = { ...state, asking: without(state.asking, id), line }
  if (held.given) return step(next)
  if (answer.kind === 'good') return numbered(next, id, [{ t: 'normal', id, label: answer.value.label }])
  if (answer.kind === 'refused') return step(next, [{ t: 'refused', id, code: answer.problem.code }])
  if (held.intent.how === 'arrive') return step(next)
  return unheard(next, held.intent, [], now)
}

function probed(state: State, good: boolean, now: Now): Step {
  const line = lineAfter(state.line, good, false, now.monoMs)
  const next = { ...state, line }
  return state.line.cut && !line.cut ? handInNow(next, now) : step(next)
}

function printAgain(state: State, id: Uuid): Step {
  const held = state.memory.tickets.get(id)
  if (!held || !hasNumber(held) || held.print === 'printing') return step(state)
  const cutFirst = held.print === 'paper-out' || held.print === 'cover-open' || held.print === 'unknown'
  const print: Effect = { do: 'print', id, copy: held.maybeOut, cutFirst }
  return step(state, [{ t: 'printing', id }], [print], { latest: id, question: null })
}

function printEnded(state: State, id: Uuid, outcome: PrintOutcome): Step {
  return state.memory.tickets.get(id)?.print === 'printing' ? step(state, [{ t: 'print-ended', id, outcome }]) : step(state)
}

/** With a number: the paper came, or it is printed once more. Without: still wanted, or not any more. */
function got(state: State, id: Uuid, yes: boolean, now: Now): Step {
  const held = state.memory.tickets.get(id)
  const asked = { ...state, question: state.question === id ? null : state.question }
  if (!held || state.asking.has(id)) return step(asked)
  if (hasNumber(held)) return yes ? step(asked, [{ t: 'print-ended', id, outcome: 'printed' }]) : printAgain(asked, id)
  if (held.given) return step(asked)
  if (!yes || held.intent.how === 'arrive' || held.intent.diversionId !== null) return step(asked, [{ t: 'void', id }])
  return tap(asked, held.intent, now)
}
