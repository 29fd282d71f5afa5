import type { ParsedOf } from '../../contract/route.ts'
import type { counterActs } from '../../contract/tickets.ts'
import { add } from '../../domain/add.ts'
import { type AtCounterRequest, callNext, callOne, recall } from '../../domain/call.ts'
import { closeCounter, openCounter, pauseCounter } from '../../domain/counters.ts'
import type { Hall, HallChange } from '../../domain/hall.ts'
import type { Actor, CounterId, Uuid } from '../../domain/ids.ts'
import { leave, park, resume, returnMissed } from '../../domain/park.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { finish, miss, start } from '../../domain/serve.ts'
import type { Instant } from '../../domain/time.ts'
import { transfer } from '../../domain/transfer.ts'
import { undo } from '../../domain/undo.ts'

export type ActName = keyof typeof counterActs
/** Who acts, at which counter, under which key. */
export type At = { hall: Hall; actor: Actor; staffId: Uuid; counterId: CounterId; key: Uuid; now: Instant }
type Act<K extends ActName> = (at: At, input: ParsedOf<(typeof counterActs)[K]>) => Refusal | HallChange

/** The ticket that the screen named, or else whoever is at the counter. */
export function shownAt({ hall, actor, counterId }: At, ticketId: Uuid | undefined): Refusal | AtCounterRequest {
  const id = ticketId ?? hall.counters.get(counterId)?.ticketId
  return id ? { actor, counterId, ticketId: id } : refuse('not-at-this-counter', { counterId })
}

/** An act on the ticket at the counter. */
const onShown =
  <T extends { ticketId?: Uuid | undefined }>(act: (at: At, request: AtCounterRequest, input: T) => Refusal | HallChange) =>
  (at: At, input: T): Refusal | HallChange => {
    const request = shownAt(at, input.ticketId)
    return 'refused' in request ? request : act(at, request, input)
  }

/** What each act of a counter is in the rules. */
export const acts: { [K in ActName]: Act<K> } = {
  open: ({ hall, actor, counterId, staffId, now }, { serviceIds = [] }) =>
    openCounter(hall, { actor, counterId, staffId, serviceIds }, now),
  pause: ({ hall, now, ...at }) => pauseCounter(hall, at, now),
  close: ({ hall, now, ...at }, { ticketId = null }) => closeCounter(hall, { ...at, ticketId }, now),
  callNext: ({ hall, now, ...at }) => callNext(hall, at, now),
  callOne: ({ hall, now, ...at }, { ticketId }) => callOne(hall, { ...at, ticketId }, now),
  recall: onShown(({ hall, now }, request) => recall(hall, request, now)),
  start: onShown(({ hall, now }, request) => start(hall, request, now)),
  finish: onShown(({ hall, now }, request, { andNext = false }: { ticketId?: Uuid | undefined; andNext?: boolean | undefined }) =>
    finish(hall, { ...request, andNext }, now),
  ),
  miss: onShown(({ hall, now }, request) => miss(hall, request, now)),
  returnMissed: ({ hall, now, ...at }, { ticketId }) => returnMissed(hall, { ...at, ticketId }, now),
  leave: ({ hall, now, ...at }, { ticketId }) => leave(hall, { ...at, ticketId, reason: 'gone' }, now),
  park: onShown(({ hall, now }, request, input: { ticketId?: Uuid | undefined; reason?: string | undefined }) =>
    park(hall, { ...request, reason: input.reason ?? null }, now),
  ),
  resume: ({ hall, now, ...at }, { ticketId }) => resume(hall, { ...at, ticketId }, now),
  transfer: onShown(
    ({ hall, now }, request, input: { ticketId?: Uuid | undefined; serviceIds?: string[] | undefined; toCounter?: number | undefined }) =>
      transfer(hall, { ...request, serviceIds: input.serviceIds ?? null, toCounterId: input.toCounter ?? null }, now),
  ),
  add: ({ hall, now, key, ...at }, { serviceIds, people, language, priority = 0 }) =>
    add(hall, { ...at, ticketId: key, visitId: key, serviceIds, people, language, priority, straight: false }, now),
  undo: ({ hall, now, ...at }) => undo(hall, at, now),
}
