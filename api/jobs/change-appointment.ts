import type { Calendar } from '../../domain/calendar.ts'
import type { AppointmentDecided } from '../../domain/calendar-draft.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Instant } from '../../domain/time.ts'
import type { House } from '../house.ts'

/** Lets a job decide about one appointment, by the rules as they are when its turn comes. True where something changed. */
export async function changeAppointment(
  house: House,
  { pointId, appointmentId }: { pointId: PointId; appointmentId: Uuid },
  decide: (calendar: Calendar, now: Instant) => AppointmentDecided | Refusal,
): Promise<boolean> {
  const answer = await house.keeper.change({
    pointId,
    key: null,
    fingerprint: '',
    appointmentIds: [appointmentId],
    decide({ calendar }, now) {
      const decided = decide(calendar, now)
      return isRefusal(decided) ? decided : { calendar: decided, ids: {} }
    },
  })
  return 'ids' in answer
}
