import { appointmentOf, shiftDayOf } from '../../db/rows.ts'
import { emptyCalendar, putShiftDay } from '../../domain/calendar.ts'
import { differences } from '../../domain/differences.ts'
import type { PointId } from '../../domain/ids.ts'
import { dayOf } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { loadSettings } from '../keeper/load.ts'
import type { Job } from './job.ts'

const pointsAtOnce = 10

/** Compares the bits of some points each time with their appointments, round and round. Answers how many lanes are not what they should be. */
export function compareBits(): Job {
  let left: PointId[] = []
  return {
    name: 'compare-bits',
    everyMs: 10_000,
    async run({ house }) {
      if (left.length === 0) left = [...house.catalogue.points()].map((p) => p.id)
      let found = 0
      for (const pointId of left.splice(0, pointsAtOnce)) found += await compare(house, pointId)
      return found
    },
  }
}

/** Lanes and appointments of one moment: one statement. */
async function compare(house: House, pointId: PointId): Promise<number> {
  const sql = house.connections.slowSql
  const settings = await loadSettings(sql, pointId)
  if (!settings) return 0
  const today = dayOf(house.clock.now(), settings.zone)
  const [row] = await sql`
    select (select json_agg(s) from shift_days s where s.point_id = ${pointId} and s.day >= ${today}) as lanes,
      (select json_agg(a) from appointments a where a.point_id = ${pointId} and a.day >= ${today}) as appointments`
  const calendar = emptyCalendar(pointId, settings.calendar)
  for (const r of row?.lanes ?? []) putShiftDay(calendar, shiftDayOf(r))
  const found = differences(calendar, (row?.appointments ?? []).map(appointmentOf))
  for (const { key, overlapping } of found)
    house.log.fault(new Error('bits are not what appointments say'), { pointId, lane: key, overlapping })
  return found.length
}
