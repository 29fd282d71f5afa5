import { and, eq } from 'drizzle-orm'
import type { leaveMisfit, listMisfits } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { leftAsIs } from '../../db/tables/calendar.ts'
import { toWorkThrough } from '../../domain/plan-effect.ts'
import { dayOf } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { record } from '../once.ts'
import type { Asked } from '../serve.ts'
import { byTime, misfitOutOf, type Standing, standingFrom } from './appointments.ts'

/** Who no longer fits, computed from what is kept: a move, a cancellation or another plan takes them off by itself. */
export async function list({ house, input }: Asked<typeof listMisfits>): Promise<ResultOf<typeof listMisfits>> {
  const found = await misfitsOf(house, input.point)
  return {
    zone: house.catalogue.point(input.point)!.zone,
    misfits: found.filter((s) => !s.left).map(misfitOutOf),
    left: found.filter((s) => s.left).map(misfitOutOf),
  }
}

async function misfitsOf(house: House, pointId: string): Promise<Standing[]> {
  const { calendar, settings } = await house.keeper.kept(pointId)
  const now = house.clock.now()
  const standing = await standingFrom(house.connections.slowSql, pointId, dayOf(now, settings.zone))
  const ids = new Set(
    toWorkThrough(
      standing.map((s) => s.appointment),
      calendar.shiftDays,
      now,
    ),
  )
  return standing.filter((s) => ids.has(s.appointment.id)).sort(byTime)
}

/** Somebody decides that an appointment stays though the plan has no time for it; or takes that back. Twice is the same. */
export async function leave(asked: Asked<typeof leaveMisfit>): Promise<ResultOf<typeof leaveMisfit>> {
  const { house, input, identity } = asked
  const { point, appointment, leave: left } = input
  const found = (await misfitsOf(house, point)).find((s) => s.appointment.id === appointment)
  if (!found) throw new Problem('appointment-unknown', { appointmentId: appointment })
  const staffId = identity.kind === 'staff' ? identity.staffId : ''
  await house.connections.slow.transaction(async (tx) => {
    const row = { pointId: point, appointmentId: appointment, at: house.clock.now(), staffId }
    const here = and(eq(leftAsIs.pointId, point), eq(leftAsIs.appointmentId, appointment))
    const changed = left
      ? await tx.insert(leftAsIs).values(row).onConflictDoNothing().returning()
      : await tx.delete(leftAsIs).where(here).returning()
    const act = left ? 'leave-as-is' : 'back-on-the-list'
    if (changed.length) await record(tx, asked, { pointId: point, act, what: { appointmentId: appointment } })
  })
  return { appointmentId: appointment, left }
}
