import { dayOf } from '../../domain/time.ts'
import type { Job } from './job.ts'

const batch = 1000
/** The last place on earth where a day ends: nothing is erased before its day is over there. */
const lastZone = 'Pacific/Pago_Pago'

/** Erases names and addresses whose date has come. */
export const eraseContacts: Job = {
  name: 'erase-contacts',
  everyMs: 600_000,
  async run({ house }) {
    if (!(await house.clockCheck.agrees())) return 0
    const today = dayOf(house.clock.now(), lastZone)
    const rows = await house.connections.slowSql`
      delete from contacts where (point_id, visit_id) in
        (select point_id, visit_id from contacts where erase_on <= ${today} order by erase_on limit ${batch} for update skip locked)
      returning 1`
    return rows.length
  },
}
