import type { cancelVisit } from '../../contract/visits.ts'
import { cancel as cancelIn } from '../../domain/cancel.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { change } from '../change.ts'
import type { Asked } from '../serve.ts'
import { drawCoolMinutes } from './cool-minutes.ts'
import { finishCutOff } from './finish-move.ts'
import { messageOf } from './messages.ts'
import { answerOf, type VisitOut, visitOf } from './read.ts'

/** The visitor cancels. Twice gives the same answer. */
export async function cancel(asked: Asked<typeof cancelVisit>): Promise<VisitOut> {
  const { house, input, identity } = asked
  const visit = await visitOf(house, identity, input.visit)
  await finishCutOff(house, visit)
  const { pointId, appointment } = visit
  const ids = await change(
    asked,
    pointId,
    ({ calendar, settings }, now) => {
      const request = {
        appointmentId: appointment.id,
        actor: { kind: 'visitor', id: input.visit } as const,
        coolMinutes: drawCoolMinutes(settings.calendar.coolMinutes),
      }
      const d = cancelIn(calendar, request, now)
      if (isRefusal(d)) return d
      const cancelled = d.appointments.find((a) => a.id === appointment.id)
      const messages = cancelled && appointment.state !== 'held' ? [messageOf('cancelled', cancelled, now)] : []
      return { calendar: d, ids: { appointmentId: appointment.id }, messages }
    },
    { appointmentIds: [appointment.id] },
  )
  return answerOf(house, pointId, String(ids.appointmentId))
}
