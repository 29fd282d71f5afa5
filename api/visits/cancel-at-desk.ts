import type { cancelAtDesk } from '../../contract/plan.ts'
import type { ResultOf } from '../../contract/route.ts'
import { cancel as cancelIn } from '../../domain/cancel.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { change } from '../change.ts'
import { actorOf } from '../identity.ts'
import type { Asked } from '../serve.ts'
import { drawCoolMinutes } from './cool-minutes.ts'
import { finishCutOff } from './finish-move.ts'
import { contactAt, messageOf } from './messages.ts'
import { appointmentAt } from './move-at-desk.ts'

/** Staff cancel somebody's appointment, and the visitor is told. Twice is the same. */
export async function cancelForSomebody(asked: Asked<typeof cancelAtDesk>): Promise<ResultOf<typeof cancelAtDesk>> {
  const { house, input, identity } = asked
  const { point, appointment: id } = input
  const { old, visit } = await appointmentAt(house, point, id)
  await finishCutOff(house, visit)
  const contact = await contactAt(house.connections.sql, point, old.appointment.visitId)
  await change(
    asked,
    point,
    ({ calendar, settings }, now) => {
      const coolMinutes = drawCoolMinutes(settings.calendar.coolMinutes)
      const d = cancelIn(calendar, { appointmentId: id, actor: actorOf(identity), reason: 'by-the-desk', coolMinutes }, now)
      if (isRefusal(d)) return d
      const cancelled = d.appointments.find((a) => a.id === id)
      return { calendar: d, ids: { appointmentId: id }, messages: cancelled ? [messageOf('cancelled', cancelled, now)] : [] }
    },
    { appointmentIds: [id] },
  )
  const { calendar } = await house.keeper.kept(point, [id])
  return { appointmentId: id, state: calendar.appointments.get(id)!.state, mailed: Boolean(contact?.email) }
}
