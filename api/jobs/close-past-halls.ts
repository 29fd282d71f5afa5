import type { Sql } from '../../db/connect.ts'
import { missAppointment } from '../../domain/attend.ts'
import { closeDay } from '../../domain/counters.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { type Day, dayOf } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { changePastHall } from '../keeper/past-hall.ts'
import { changeAppointment } from './change-appointment.ts'
import { countEach, type Job } from './job.ts'

const batch = 500
const lookBackDays = 60
const actor = { kind: 'job', id: 'close-past-halls' } as const

/** Points whose day has ended since they were last looked at. */
type Ended = { pointId: PointId; today: Day }

/**
 * Closes the halls of past days: who still waited has left. Appointments of past days to which nobody came are missed. Each point is looked at
 * once a day, after its own midnight, and after a start of the process; none while the database says that it is another time.
 */
export function closePastHalls(): Job {
  const doneUntil = new Map<PointId, Day>()
  return {
    name: 'close-past-halls',
    everyMs: 20_000,
    async run({ house }) {
      const now = house.clock.now()
      const ended = [...house.catalogue.points()]
        .map((p): Ended => ({ pointId: p.id, today: dayOf(now, p.zone) }))
        .filter(({ pointId, today }) => doneUntil.get(pointId) !== today)
      // A hall never opens again: one wrong clock must not close them all.
      if (ended.length === 0 || !(await house.clockCheck.agrees())) return 0
      const halls = await openHalls(house.connections.slowSql, ended)
      const missed = await bookedBefore(house.connections.slowSql, ended)
      const closed = await countEach(halls, 4, (h) => closeHall(house, h.pointId, h.day))
      const count = closed + (await countEach(missed, 64, (m) => miss(house, m.pointId, m.id)))
      if (halls.length < batch && missed.length < batch) for (const { pointId, today } of ended) doneUntil.set(pointId, today)
      return count
    },
  }
}

async function openHalls(sql: Sql, ended: readonly Ended[]): Promise<{ pointId: PointId; day: Day }[]> {
  const rows = await sql`
    select h.point_id, h.day::text as day from ${pairs(sql, ended)}
    join halls h on h.point_id = x.point_id and h.day < x.today and h.day >= x.today - ${lookBackDays}::int
    where h.state = 'open' limit ${batch}`
  return rows.map((r) => ({ pointId: r.point_id, day: r.day }))
}

async function bookedBefore(sql: Sql, ended: readonly Ended[]): Promise<{ pointId: PointId; id: Uuid }[]> {
  const rows = await sql`
    select a.point_id, a.id from ${pairs(sql, ended)}
    join appointments a on a.point_id = x.point_id and a.day < x.today and a.day >= x.today - ${lookBackDays}::int
    where a.state = 'booked' limit ${batch}`
  return rows.map((r) => ({ pointId: r.point_id, id: r.id }))
}

const pairs = (sql: Sql, ended: readonly Ended[]) =>
  sql`unnest(${ended.map((e) => e.pointId)}::text[], ${ended.map((e) => e.today)}::date[]) as x(point_id, today)`

async function closeHall(house: House, pointId: PointId, day: Day): Promise<boolean> {
  const decision = await changePastHall(house, pointId, day, (hall, now) => closeDay(hall, { actor }, now))
  return decision !== null && !isRefusal(decision)
}

const miss = (house: House, pointId: PointId, appointmentId: Uuid): Promise<boolean> =>
  changeAppointment(house, { pointId, appointmentId }, (calendar, now) => {
    const a = calendar.appointments.get(appointmentId)
    if (a?.state !== 'booked' || a.day >= dayOf(now, a.zone)) return refuse('wrong-appointment-state')
    return missAppointment(calendar, { appointmentId, actor }, now)
  })
