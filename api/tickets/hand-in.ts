import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { handInEmergency } from '../../contract/tickets.ts'
import { labelOf } from '../../domain/hall.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { emergencySeries, takeEmergency } from '../../domain/take-emergency.ts'
import { dayOf } from '../../domain/time.ts'
import { actorOf } from '../identity.ts'
import { changePastHall } from '../keeper/past-hall.ts'
import type { Asked } from '../serve.ts'

type Handing = Asked<typeof handInEmergency>
type HandedIn = ResultOf<typeof handInEmergency>['tickets'][number]

/**
 * Takes in what a kiosk gave out while it was cut off: each number by itself, so that one that does not do costs no other. A number of an
 * earlier day is written into the hall of that day: nobody waits any more, and it counts.
 */
export async function handIn(asked: Handing): Promise<ResultOf<typeof handInEmergency>> {
  return { tickets: await Promise.all(asked.input.tickets.map((one) => handInOne(asked, one))) }
}

async function handInOne({ house, identity, input }: Handing, given: Handing['input']['tickets'][number]): Promise<HandedIn> {
  if (identity.kind !== 'kiosk') throw new Problem('not-allowed')
  const kiosk = given.kiosk ?? identity.number
  const label = labelOf({ series: emergencySeries(kiosk), number: given.number })
  const { id: ticketId, number, serviceIds, people, language } = given
  const request = { actor: actorOf(identity), ticketId, visitId: ticketId, kiosk, number, serviceIds, people, language }
  const { zone } = house.catalogue.point(input.point)!
  const [givenOn, today] = [dayOf(house.clock.now() - given.agoMs, zone), dayOf(house.clock.now(), zone)]
  if (givenOn < today) {
    const late = await changePastHall(house, input.point, givenOn, (hall, now) =>
      takeEmergency(hall, { ...request, takenAt: now - given.agoMs }, now),
    )
    if (!late) throw new Problem('not-found')
    if (isRefusal(late)) return { id: given.id, label, outcome: 'refused', code: late.refused }
    return { id: given.id, label, outcome: late.answer.outcome, code: null }
  }
  // Without a key: the ticket's id may be the key of the take that got no good answer, and handing in twice is harmless anyway.
  const answer = await house.keeper.change({
    pointId: input.point,
    key: null,
    fingerprint: '',
    decide: ({ hall }, now) => {
      const takenAt = now - given.agoMs
      if (dayOf(takenAt, hall.settings.zone) !== hall.day) return { refused: 'wrong-day', details: { label } }
      const decision = takeEmergency(hall, { ...request, takenAt }, now)
      return isRefusal(decision) ? decision : { hall: decision, ids: { outcome: decision.answer.outcome } }
    },
  })
  if ('refusal' in answer) return { id: given.id, label, outcome: 'refused', code: answer.refusal.refused }
  if ('reused' in answer) throw new Problem('unexpected')
  return { id: given.id, label, outcome: answer.ids.outcome as HandedIn['outcome'], code: null }
}
