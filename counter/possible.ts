import type { ResultOf } from '../contract/route.ts'
import type { hallList } from '../contract/tickets.ts'
import type { ActName } from './acting.ts'

export type HallList = ResultOf<typeof hallList>
export type HallTicket = HallList['waiting'][number]
export type Counter = HallList['counters'][number]

const onTicket: Partial<Record<HallTicket['state'], readonly ActName[]>> = {
  called: ['start', 'recall', 'miss', 'park', 'transfer'],
  serving: ['finish', 'park', 'transfer'],
}

/** Which acts make sense now, for the buttons; the rules themselves decide. */
export function possibleActs(list: HallList, counterId: number): ReadonlySet<ActName> {
  const counter = list.counters.find(({ id }) => id === counterId)
  if (!counter || counter.taken) return new Set()
  const acts: ActName[] = ['add', 'returnMissed', 'leave']
  if (list.canUndo) acts.push('undo')
  if (counter.state !== 'open') acts.push('open')
  if (counter.state === 'open') acts.push('pause')
  if (counter.state !== 'closed' && !list.current) acts.push('close')
  if (list.current) acts.push(...(onTicket[list.current.state] ?? []))
  else if (counter.state === 'open') acts.push('callOne', 'resume', ...(list.next ? (['callNext'] as const) : []))
  return new Set(acts)
}

/** Since when a wait counts: since it was taken, and for an appointment since its own time where that is later. */
export const waitsSince = (ticket: Pick<HallTicket, 'rankAt' | 'appointmentAt'>): number =>
  Math.max(Date.parse(ticket.rankAt), ticket.appointmentAt ? Date.parse(ticket.appointmentAt) : Number.NEGATIVE_INFINITY)

/** Whole minutes between two instants, never less than none. */
export const minutesBetween = (from: number, until: number): number => Math.max(0, Math.floor((until - from) / 60_000))
