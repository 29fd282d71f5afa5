import type * as v from 'valibot'
import type { hallTicket, why } from '../../contract/tickets.ts'
import { labelOf, type Ticket } from '../../domain/hall.ts'
import type { Why } from '../../domain/order.ts'
import { type Instant, iso } from '../../domain/time.ts'

export type HallTicket = v.InferOutput<typeof hallTicket>
export type WhyOut = v.InferOutput<typeof why>

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at))

/** A ticket as staff of its hall see it. */
export const hallTicketOf = (t: Ticket): HallTicket => ({
  id: t.id,
  label: labelOf(t),
  state: t.state,
  serviceIds: [...t.serviceIds],
  people: t.people,
  language: t.language,
  priority: t.priority,
  rankAt: iso(t.rankAt),
  takenAt: iso(t.takenAt),
  appointmentAt: isoOrNull(t.appointmentAt),
  counter: t.counterId,
  onlyCounter: t.onlyCounterId,
  calls: t.calls,
  calledAt: isoOrNull(t.calledAt),
  startedAt: isoOrNull(t.startedAt),
  said: t.said,
  reason: t.reason,
})

/** Why somebody is next, as code and figures: the screen makes a sentence of it. */
export const whyOut = ({ code, minutes, appointmentAt }: Why): WhyOut => ({
  code,
  figures: appointmentAt === null ? { minutes } : { minutes, appointmentAt: iso(appointmentAt) },
})
