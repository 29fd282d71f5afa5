import { writeInstant } from '../../db/tables/columns.ts'
import { expire, release } from '../../domain/cancel.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { refuse } from '../../domain/refusal.ts'
import type { House } from '../house.ts'
import { changeAppointment } from './change-appointment.ts'
import { countEach, type Job } from './job.ts'

const batch = 500
const batchesMax = 10
const atOnce = 64
const actor = { kind: 'job', id: 'expire-holds' } as const

/** Lets holds go whose time is over, and gives cancelled slots back that have cooled. */
export const expireHolds: Job = {
  name: 'expire-holds',
  everyMs: 1000,
  async run({ house }) {
    let count = 0
    for (let found = batch, i = 0; found === batch && i < batchesMax; i++) {
      const rows = await house.connections.slowSql`
        select point_id, id from appointments where until_at <= ${writeInstant(house.clock.now())} order by until_at limit ${batch}`
      found = rows.length
      count += await countEach(rows, atOnce, (row) => letGo(house, row.point_id, row.id))
    }
    return count
  },
}

const letGo = (house: House, pointId: PointId, appointmentId: Uuid): Promise<boolean> =>
  changeAppointment(house, { pointId, appointmentId }, (calendar, now) => {
    const a = calendar.appointments.get(appointmentId)
    if (!a || a.until === null || a.until > now) return refuse('wrong-appointment-state')
    return (a.state === 'cancelled' ? release : expire)(calendar, { appointmentId, actor }, now)
  })
