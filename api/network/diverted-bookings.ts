import { randomUUID } from 'node:crypto'
import type { askBookings, divertedBookings } from '../../contract/network.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { appointmentOf } from '../../db/rows.ts'
import { outbox } from '../../db/tables/hall.ts'
import type { Appointment } from '../../domain/calendar.ts'
import { type Diversion, mayBeAsked } from '../../domain/diversion.ts'
import type { Uuid } from '../../domain/ids.ts'
import { iso } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { once, record } from '../once.ts'
import type { Asked } from '../serve.ts'

type Booked = { appointment: Appointment; mail: boolean; asked: boolean }

/** How many a diversion for bookings concerns. */
export async function count({ house, input }: Asked<typeof divertedBookings>): Promise<ResultOf<typeof divertedBookings>> {
  const booked = await bookedWithin(house, await standing(house, input.point, input.diversion))
  return { bookings: booked.length, reachable: booked.filter((b) => b.mail).length, asked: booked.filter((b) => b.asked).length }
}

/** Puts a message in the outbox for each that can be reached and was not asked before; it is written when it is sent, if it is still true. */
export async function askAll(asked: Asked<typeof askBookings>): Promise<ResultOf<typeof askBookings>> {
  const { house, input } = asked
  const { asked: n } = await once(asked, input.point, async (tx) => {
    const diversion = await standing(house, input.point, input.diversion)
    const now = house.clock.now()
    const wanted = (await bookedWithin(house, diversion)).filter((b) => b.mail && !b.asked).map((b) => b.appointment)
    if (wanted.length === 0) return { asked: 0 }
    const messages = wanted.map((a) => ({
      pointId: input.point,
      id: randomUUID(),
      kind: 'sooner',
      visitId: a.visitId,
      sequence: a.sequence,
      dueAt: now,
    }))
    const put = await tx.insert(outbox).values(messages).onConflictDoNothing().returning({ id: outbox.id })
    const what = { diversionId: diversion.id, toPointId: diversion.toPointId, asked: put.length }
    await record(tx, asked, { pointId: input.point, act: 'ask-bookings', what })
    return { asked: put.length }
  })
  return { asked: Number(n) }
}

async function standing(house: House, pointId: string, id: Uuid): Promise<Diversion> {
  const diversion = await house.diversions.one(id)
  if (!diversion || diversion.fromPointId !== pointId) throw new Problem('not-found', { diversionId: id })
  return diversion
}

/** Who has booked within a diversion for what the other point can do too. */
async function bookedWithin(house: House, diversion: Diversion): Promise<Booked[]> {
  const now = house.clock.now()
  const there = house.catalogue.point(diversion.toPointId)
  const rows = await house.connections.slowSql`
    select to_json(a) as a, c.email is not null as mail,
      exists (select 1 from outbox o where o.point_id = a.point_id and o.visit_id = a.visit_id and o.kind = 'sooner' and o.sequence = a.sequence) as asked
    from appointments a left join contacts c on c.point_id = a.point_id and c.visit_id = a.visit_id
    where a.point_id = ${diversion.fromPointId} and a.state = 'booked' and a.starts_at > ${iso(now)} and a.starts_at < ${iso(diversion.until)}`
  return rows
    .map((r): Booked => ({ appointment: appointmentOf(r.a), mail: r.mail, asked: r.asked }))
    .filter(({ appointment: a }) => {
      const offered = a.serviceIds.every((id) => there?.services.some(({ service, bookable }) => bookable && service.id === id))
      return offered && mayBeAsked(diversion, a, now)
    })
}
