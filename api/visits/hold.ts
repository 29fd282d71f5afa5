import { Problem } from '../../contract/problems.ts'
import type { holdSlot } from '../../contract/visits.ts'
import { hold as holdIn } from '../../domain/book.ts'
import type { Uuid } from '../../domain/ids.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { dayOf } from '../../domain/time.ts'
import { change } from '../change.ts'
import type { Asked } from '../serve.ts'
import { type FoundVisit, idsAt } from './find.ts'
import { answerOf, type VisitOut, visitOf } from './read.ts'
import { drawReference } from './references.ts'

/** Holds a slot while details are typed: for a new visit, or for one that is to be moved here. */
export async function hold(asked: Asked<typeof holdSlot>): Promise<VisitOut> {
  const { house, input, key } = asked
  const before = input.moves ? await movedBy(asked, input.moves) : null
  const carried = before ? carriedBy(before) : { visitId: key, reference: await drawReference(house, input.point) }
  const actor = { kind: 'visitor', id: carried.visitId } as const
  const appointmentIds = before ? [key, ...idsAt(before, input.point)] : []
  await change(
    asked,
    input.point,
    ({ calendar, settings }, now) => {
      const { serviceIds, people, language, startsAt } = input
      const day = dayOf(startsAt, settings.zone)
      const d = holdIn(calendar, { ...carried, actor, id: key, serviceIds, people, language, channel: 'web', day, startsAt }, now)
      return isRefusal(d) ? d : { calendar: d, ids: { appointmentId: key } }
    },
    { appointmentIds },
  )
  return answerOf(house, input.point, key)
}

async function movedBy(asked: Asked<typeof holdSlot>, moves: { visitId: Uuid; token: string }): Promise<FoundVisit> {
  const shown = asked.house.secrets.readVisitToken(moves.token)
  if (!shown || shown.visitId !== moves.visitId) throw new Problem('link-not-valid')
  return visitOf(asked.house, { kind: 'visitor', ...shown }, moves.visitId)
}

/** What a new hold takes over from the visit it moves. A hold that nobody booked hands on what it was to replace itself. */
function carriedBy({ pointId, appointment: a }: FoundVisit) {
  const { visitId, reference, generation } = a
  const real = a.state !== 'held' && a.state !== 'expired'
  const replaces = real ? { pointId, id: a.id } : a.replaces
  return { visitId, reference, generation, replaces, sequence: real ? a.sequence + 1 : a.sequence }
}
