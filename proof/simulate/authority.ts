import { reportDevice } from '../../contract/access.ts'
import type { AnyRoute } from '../../contract/ask.ts'
import { menu as menuRoute } from '../../contract/points.ts'
import { handInEmergency, takeTicket } from '../../contract/tickets.ts'
import { callNext } from '../../domain/call.ts'
import type { Decided } from '../../domain/decided.ts'
import { applyToHall, emptyHall, type Hall, type HallChange, labelOf } from '../../domain/hall.ts'
import type { Actor, CounterId, Uuid } from '../../domain/ids.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { finish, miss, start } from '../../domain/serve.ts'
import { take } from '../../domain/take.ts'
import { emergencySeries, takeEmergency } from '../../domain/take-emergency.ts'
import type { Instant } from '../../domain/time.ts'
import type { Answer } from '../../kiosk/agent/ports.ts'
import { countersOf, day, menuOf, pointId, settings, ticketOutOf } from './place.ts'
import type { Random } from './random.ts'

/** The hall as its one authority keeps it: the real rules, each change applied whole, and the answers that keys already have. */
export type Authority = {
  hall: Hall
  /** What a kiosk's ask is answered. */
  answer(kiosk: number, route: AnyRoute, input: Record<string, unknown>, key: Uuid | undefined): Answer<unknown>
  act(key: Uuid, counterId: CounterId, what: 'callNext' | 'start' | 'finish' | 'miss', ticketId: Uuid | null): Uuid | null
}

type Input = { serviceIds: string[]; people: number; language: string }
const forgetsChance = 0.01

/** `forgetsSeries` is a planted bug: now and then a number is given and the series is not moved on. */
export function makeAuthority(given: {
  now: () => Instant
  random: Random
  counters: number
  forgetsSeries: boolean
  applied: (change: HallChange) => void
}): Authority {
  const { now, random, applied } = given
  const hall = emptyHall({ pointId, day, settings, counters: countersOf(given.counters) })
  const answers = new Map<Uuid, { ticketId: Uuid | null }>()

  function keep<A>(decision: Refusal | Decided<HallChange, A>): Refusal | A {
    if (isRefusal(decision)) return decision
    const change = given.forgetsSeries && random.chance(forgetsChance) ? { ...decision, series: [] } : decision
    applyToHall(hall, change)
    applied(change)
    return decision.answer
  }

  function takeOne(kiosk: number, input: Input, key: Uuid): Answer<unknown> {
    if (!answers.has(key)) {
      const request = { actor: kioskActor(kiosk), ticketId: key, visitId: key, ...input, origin: 'kiosk' as const, said: null, kept: null }
      const kept = keep(take(hall, request, now()))
      if ('refused' in kept) return refused(kept)
      answers.set(key, { ticketId: kept.ticketId })
    }
    return { kind: 'good', value: ticketOutOf(hall, key) }
  }

  function handIn(kiosk: number, input: Record<string, unknown>): Answer<unknown> {
    const tickets = (input.tickets as (Input & { id: Uuid; number: number; agoMs: number })[]).map(({ id, number, agoMs, ...wish }) => {
      const request = { actor: kioskActor(kiosk), ticketId: id, visitId: id, kiosk, number, ...wish, takenAt: now() - agoMs }
      const kept = keep(takeEmergency(hall, request, now()))
      const label = labelOf({ series: emergencySeries(kiosk), number })
      return 'refused' in kept ? { id, label, outcome: 'refused', code: kept.refused } : { id, label, outcome: kept.outcome, code: null }
    })
    return { kind: 'good', value: { tickets } }
  }

  return {
    hall,
    answer(kiosk, route, input, key) {
      if (route === menuRoute) return { kind: 'good', value: menuOf(hall, now()) }
      if (route === takeTicket && key) return takeOne(kiosk, { serviceIds: [], people: 1, language: 'nl', ...input }, key)
      if (route === handInEmergency) return handIn(kiosk, input)
      if (route === reportDevice) return { kind: 'good', value: { id: 'device', pointId, number: kiosk } }
      return { kind: 'none', cause: 'not in this world' }
    },
    act(key, counterId, what, ticketId) {
      const known = answers.get(key)
      if (known) return known.ticketId
      const actor = { kind: 'staff', id: `clerk ${counterId}` } as const
      const kept = keep<{ ticketId: Uuid }>(
        what === 'callNext'
          ? callNext(hall, { actor, counterId }, now())
          : what === 'finish'
            ? finish(hall, { actor, counterId, ticketId: ticketId!, andNext: false }, now())
            : (what === 'start' ? start : miss)(hall, { actor, counterId, ticketId: ticketId! }, now()),
      )
      if ('refused' in kept) return null
      answers.set(key, { ticketId: kept.ticketId })
      return kept.ticketId
    },
  }
}

const kioskActor = (kiosk: number): Actor => ({ kind: 'kiosk', id: `kiosk ${kiosk}` })

const refused = ({ refused: code, details }: Refusal): Answer<never> => ({
  kind: 'refused',
  problem: { type: '', title: code, status: 409, detail: code, code, requestId: '', details },
})
