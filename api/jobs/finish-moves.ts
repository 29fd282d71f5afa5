import { Problem } from '../../contract/problems.ts'
import { appointmentOf } from '../../db/rows.ts'
import { finishMove } from '../visits/finish-move.ts'
import { countEach, type Job } from './job.ts'

const batch = 100

/** Finishes moves between points that a crash interrupted: the new place stands, the old one was not let go yet. Soon: nobody else can have that place meanwhile. */
export const finishMoves: Job = {
  name: 'finish-moves',
  everyMs: 4000,
  async run({ house }) {
    const rows = await house.connections.slowSql`
      select n.point_id, to_json(n) as a from appointments n
      join appointments o on o.point_id = n.replaces->>'pointId' and o.id = (n.replaces->>'id')::uuid
      where n.replaces is not null and n.state in ('booked', 'arrived') and n.replaces->>'pointId' <> n.point_id
        and o.state in ('unconfirmed', 'booked', 'arrived') and (n.state = 'booked' or o.state <> 'arrived')
      order by n.created_at desc limit ${batch}`
    return countEach(rows, 4, async (row) => {
      try {
        await finishMove(house, row.point_id, appointmentOf(row.a))
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
      return true
    })
  },
}
