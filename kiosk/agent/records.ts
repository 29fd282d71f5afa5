import type { Language } from '../../contract/language.ts'
import type { PointId, ServiceId, Uuid } from '../../domain/ids.ts'
import type { Day, Instant } from '../../domain/time.ts'
import type { PrintOutcome } from '../../printers/print.ts'

/** What a visitor asked for at the tap. An arrival's code is not kept: it is the visitor's. */
export type Intent = {
  id: Uuid
  how: 'take' | 'arrive'
  pointId: PointId
  serviceIds: readonly ServiceId[]
  people: number
  language: Language
  diversionId: Uuid | null
  /** The run of the agent in which `monoMs` means something. */
  boot: string
  monoMs: number
  /** The hall's time, as well as the kiosk knew it. */
  at: Instant
  /** It knew only that it was later than that. */
  lost?: true
}

/** A line of the journal: what has become true. Nothing about a person is in it. */
export type Entry =
  | ({ t: 'intent' } & Intent)
  /** An arrival that got no answer asks for a number after all: for these services. */
  | { t: 'wish'; id: Uuid; serviceIds: readonly ServiceId[]; people: number }
  | { t: 'normal'; id: Uuid; label: string }
  /** A number of the kiosk's own, and which kiosk it was then: that is on paper. */
  | { t: 'emergency'; id: Uuid; day: Day; kiosk: number; number: number }
  | { t: 'refused'; id: Uuid; code: string }
  /** Nobody is there for it any more. */
  | { t: 'void'; id: Uuid }
  | { t: 'printing'; id: Uuid }
  | { t: 'print-ended'; id: Uuid; outcome: PrintOutcome }
  | { t: 'handed-in'; id: Uuid; outcome: string }
  /** Numbers of this day up to here count as given. */
  | { t: 'floor'; day: Day; number: number }

export type Given =
  | { kind: 'normal'; label: string }
  | { kind: 'emergency'; day: Day; kiosk: number; number: number; handedIn: string | null }
  | { kind: 'refused'; code: string }
  | { kind: 'void' }

/** A ticket as the journal tells it. */
export type Held = {
  intent: Intent
  given: Given | null
  /** `printing` until the printer's answer is known. */
  print: 'printing' | PrintOutcome | null
  /** A whole paper may be out already: printed, or sent and never heard of again. */
  maybeOut: boolean
}

/** Everything the journal says: the same entries in the same order always give the same memory. */
export type Memory = { tickets: ReadonlyMap<Uuid, Held>; day: Day | null; last: number }

export const emptyMemory: Memory = { tickets: new Map(), day: null, last: 0 }

/** Adds entries to a memory. An entry about a ticket that is not there changes nothing. */
export function remember(memory: Memory, entries: readonly Entry[]): Memory {
  if (entries.length === 0) return memory
  const tickets = new Map(memory.tickets)
  let { day, last } = memory
  const count = (on: Day, number: number) => {
    if (day === null || on > day) [day, last] = [on, number]
    else if (on === day) last = Math.max(last, number)
  }
  for (const entry of entries) {
    if (entry.t === 'floor') {
      count(entry.day, entry.number)
      continue
    }
    if (entry.t === 'emergency') count(entry.day, entry.number)
    const held = entry.t === 'intent' ? begin(entry) : tickets.get(entry.id)
    if (held) tickets.set(entry.id, changed(held, entry))
  }
  return { tickets, day, last }
}

const begin = ({ t: _, ...intent }: { t: 'intent' } & Intent): Held => ({ intent, given: null, print: null, maybeOut: false })

function changed(held: Held, entry: Exclude<Entry, { t: 'floor' }>): Held {
  switch (entry.t) {
    case 'intent':
      return held
    case 'wish':
      return { ...held, intent: { ...held.intent, serviceIds: entry.serviceIds, people: entry.people } }
    case 'normal':
      return { ...held, given: { kind: 'normal', label: entry.label } }
    case 'emergency':
      return { ...held, given: { kind: 'emergency', day: entry.day, kiosk: entry.kiosk, number: entry.number, handedIn: null } }
    case 'refused':
      return { ...held, given: { kind: 'refused', code: entry.code } }
    case 'void':
      return { ...held, given: held.given ?? { kind: 'void' } }
    case 'printing':
      return { ...held, print: 'printing' }
    case 'print-ended':
      return { ...held, print: entry.outcome, maybeOut: held.maybeOut || entry.outcome === 'printed' || entry.outcome === 'unknown' }
    case 'handed-in':
      return held.given?.kind === 'emergency' ? { ...held, given: { ...held.given, handedIn: entry.outcome } } : held
  }
}

/** The shortest list of entries that says the same about the tickets worth keeping. The last number given is always kept. */
export function condensed(memory: Memory, keep: (held: Held) => boolean): Entry[] {
  const entries: Entry[] = memory.day === null ? [] : [{ t: 'floor', day: memory.day, number: memory.last }]
  for (const held of memory.tickets.values()) if (keep(held)) entries.push(...entriesOf(held))
  return entries
}

/** True for an emergency number that the hall has not heard of. */
export const isOwed = (held: Held): boolean => held.given?.kind === 'emergency' && held.given.handedIn === null

/** The numbers that the hall of one point has not heard of. */
export const owedTo = ({ tickets }: Memory, pointId: PointId): Held[] =>
  [...tickets.values()].filter((held) => isOwed(held) && held.intent.pointId === pointId)

function entriesOf({ intent, given, print, maybeOut }: Held): Entry[] {
  const { id } = intent
  const entries: Entry[] = [{ t: 'intent', ...intent }]
  if (given?.kind === 'normal') entries.push({ t: 'normal', id, label: given.label })
  if (given?.kind === 'emergency') entries.push({ t: 'emergency', id, day: given.day, kiosk: given.kiosk, number: given.number })
  if (given?.kind === 'emergency' && given.handedIn !== null) entries.push({ t: 'handed-in', id, outcome: given.handedIn })
  if (given?.kind === 'refused') entries.push({ t: 'refused', id, code: given.code })
  if (given?.kind === 'void') entries.push({ t: 'void', id })
  if (maybeOut && print !== 'printed') entries.push({ t: 'print-ended', id, outcome: 'unknown' })
  if (print !== null) entries.push(print === 'printing' ? { t: 'printing', id } : { t: 'print-ended', id, outcome: print })
  return entries
}
