import { Problem } from '../../contract/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import type { holdSlot } from '../../contract/visits.ts'
import { hold as holdIn } from '../../domain/book.ts'
import { cancel } from '../../domain/cancel.ts'
import type { Uuid } from '../../domain/ids.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { dayOf } from '../../domain/time.ts'
import { change } from '../change.ts'
import type { House } from '../house.ts'
import type { Change } from '../keeper/place.ts'
import type { Asked } from '../serve.ts'
import { type FoundVisit, idsAt } from './find.ts'
import { finishCutOff } from './finish-move.ts'
import { answerOf, type VisitOut, visitOf } from './read.ts'
import { drawReference } from './references.ts'

/** Holds a slot while details are typed: for a new visit, or for one that is to be moved here. */
export async function hold(asked: Asked<typeof holdSlot>): Promise<VisitOut> {
  const { house, input } = asked
  const before = input.moves ? await movedBy(asked, input.moves) : null
  // Not the key of the request, as elsewhere: staff, calendar files and history know this id, and who repeats the key of a hold is answered its link.
  const id = newKey()
  const carried = before ? carriedBy(before) : { visitId: id, reference: await drawReference(house, input.point) }
  const actor = { kind: 'visitor', id: carried.visitId } as const
  const appointmentIds = before ? idsAt(before, input.point) : []
  const { appointmentId } = await change(
    asked,
    input.point,
    ({ calendar, settings }, now) => {
      const { serviceIds, people, language, startsAt } = input
      const day = dayOf(startsAt, settings.zone)
      const d = holdIn(calendar, { ...carried, actor, id, serviceIds, people, language, channel: 'web', day, startsAt }, now)
      return isRefusal(d) ? d : { calendar: d, ids: { appointmentId: id } }
    },
    { appointmentIds },
  )
  if (before?.appointment.state === 'held' && before.pointId !== input.point) await letHoldGo(house, before)
  return answerOf(house, input.point, String(appointmentId))
}

/** A hold at another point that this one takes the place of: two of one visit are not to be booked. Where it fails the hold runs out by itself. */
async function letHoldGo(house: House, { pointId, appointment: { id, visitId } }: FoundVisit): Promise<void> {
  const actor = { kind: 'visitor', id: visitId } as const
  const decide: Change['decide'] = ({ calendar }, now) => {
    if (calendar.appointments.get(id)?.state !== 'held') return refuse('wrong-appointment-state')
    const d = cancel(calendar, { appointmentId: id, actor, reason: 'another-slot' }, now)
    return isRefusal(d) ? d : { calendar: d, ids: {} }
  }
  await house.keeper
    .change({ pointId, key: null, fingerprint: '', appointmentIds: [id], decide })
    .catch((error) => house.log.fault(error, { hold: id }))
}

async function movedBy(asked: Asked<typeof holdSlot>, moves: { visitId: Uuid; token: string }): Promise<FoundVisit> {
  const shown = asked.house.secrets.readVisitToken(moves.token)
  if (!shown || shown.visitId !== moves.visitId) throw new Problem('link-not-valid')
  const visit = await visitOf(asked.house, { kind: 'visitor', ...shown }, moves.visitId)
  await finishCutOff(asked.house, visit)
  return visit
}

/** What a new hold takes over from the visit it moves. A hold that nobody booked hands on what it was to replace itself. */
function carriedBy({ pointId, appointment: a }: FoundVisit) {
  const { visitId, reference, generation } = a
  const real = a.state !== 'held' && a.state !== 'expired'
  const replaces = real ? { pointId, id: a.id } : a.replaces
  return { visitId, reference, generation, replaces, sequence: real ? a.sequence + 1 : a.sequence }
}
