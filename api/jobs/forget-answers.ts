import { writeInstant } from '../../db/tables/columns.ts'
import { minuteMs } from '../../domain/time.ts'
import type { Job } from './job.ts'

const batch = 2000
const hourMs = 60 * minuteMs
const keptMs = 72 * hourMs
/** A kiosk that was cut off hands in later. Its keys are the ids of the tickets it gave. */
const ticketsKeptMs = 14 * 24 * hourMs

/** Forgets answers that nobody can be asking for again, and sign-ins that have ended. */
export const forgetAnswers: Job = {
  name: 'forget-answers',
  everyMs: 300_000,
  async run({ house }) {
    if (!(await house.clockCheck.agrees())) return 0
    const now = house.clock.now()
    const rows = await house.connections.slowSql`
      delete from answers where (point_id, key) in (
        select point_id, key from answers where at < ${writeInstant(now - keptMs)}
          and (ids->>'ticketId' is distinct from key::text or at < ${writeInstant(now - ticketsKeptMs)})
        order by at limit ${batch} for update skip locked)
      returning 1`
    const ended = await house.connections.slowSql`delete from sign_ins where until_at < ${writeInstant(now)} returning 1`
    return rows.length + ended.length
  },
}
