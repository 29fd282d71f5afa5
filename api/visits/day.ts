import type { ResultOf } from '../../contract/route.ts'
import type { appointmentsOfDay } from '../../contract/visits.ts'
import { appointmentOf } from '../../db/rows.ts'
import { stands } from '../../domain/calendar.ts'
import { type Hall, labelOf } from '../../domain/hall.ts'
import { dayOf, iso, minuteMs } from '../../domain/time.ts'
import type { Asked } from '../serve.ts'

/** The appointments of a day at a point, with names since staff have to greet people; holds and what was let go are left out. */
export async function ofDay({ house, input }: Asked<typeof appointmentsOfDay>): Promise<ResultOf<typeof appointmentsOfDay>> {
  const { hall, settings } = await house.keeper.kept(input.point)
  const day = input.day ?? dayOf(house.clock.now(), settings.zone)
  const rows = await house.connections.slowSql`
    select to_json(a) as a, c.name, exists (
        select 1 from outbox o where o.point_id = a.point_id and o.visit_id = a.visit_id and o.sequence = a.sequence and o.failed in ('bounced', 'given-up')
      ) as mail_failed
    from appointments a left join contacts c on c.point_id = a.point_id and c.visit_id = a.visit_id
    where a.point_id = ${input.point} and a.day = ${day} and a.state in ('unconfirmed', 'booked', 'arrived', 'cancelled', 'missed')`
  const all = rows.map((r) => ({ name: r.name as string | null, mailFailed: r.mail_failed as boolean, ...appointmentOf(r.a) }))
  const standing = new Set(all.filter(stands).map((a) => a.visitId))
  return {
    day,
    appointments: all
      .filter((a) => a.state !== 'cancelled' || !standing.has(a.visitId))
      .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
      .map((a) => ({
        id: a.id,
        reference: a.reference,
        state: a.state,
        serviceIds: [...a.serviceIds],
        people: a.people,
        startsAt: iso(a.startsAt),
        arrivesFrom: iso(a.startsAt - hall.settings.policy.earlyMinutes * minuteMs),
        wallTime: a.wallTime,
        name: a.name,
        ticketLabel: labelIn(hall, a.ticketId),
        mailFailed: a.mailFailed,
      })),
  }
}

function labelIn(hall: Hall, ticketId: string | null): string | null {
  const ticket = ticketId === null ? undefined : hall.tickets.get(ticketId)
  return ticket ? labelOf(ticket) : null
}
