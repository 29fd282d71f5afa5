import { newKey } from '../../contract/uuid.ts'
import type { bookAtDesk } from '../../contract/visits.ts'
import { bookNow } from '../../domain/book.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { dayOf } from '../../domain/time.ts'
import { change } from '../change.ts'
import { actorOf } from '../identity.ts'
import type { Asked } from '../serve.ts'
import { contactOf, messagesOf } from './messages.ts'
import { answerOf, type VisitOut } from './read.ts'
import { drawReference } from './references.ts'

/** Staff book for somebody on the phone or at the desk, in one act. */
export async function bookForSomebody(asked: Asked<typeof bookAtDesk>): Promise<VisitOut> {
  const { house, input } = asked
  const id = newKey()
  const reference = await drawReference(house, input.point)
  const actor = actorOf(asked.identity)
  const { appointmentId } = await change(asked, input.point, ({ calendar, settings }, now) => {
    const { serviceIds, people, language, channel, startsAt } = input
    const day = dayOf(startsAt, settings.zone)
    const d = bookNow(calendar, { actor, id, visitId: id, reference, serviceIds, people, language, channel, day, startsAt }, now)
    if (isRefusal(d)) return d
    const booked = d.appointments.find((a) => a.id === id)!
    const messages = input.email ? messagesOf(booked, 'booked', now) : []
    return { calendar: d, ids: { appointmentId: id }, messages, contacts: [contactOf(id, day, input)] }
  })
  return answerOf(house, input.point, String(appointmentId))
}
