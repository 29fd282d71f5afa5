import type { readPlan } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { durationMinutes } from '../../domain/duration.ts'
import type { PointId } from '../../domain/ids.ts'
import { dayOf } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { loadPlan, type SavedPlan } from '../saved-plan.ts'
import type { Asked } from '../serve.ts'

/** The plan that is kept, from the database itself: who edits it has to stand on the newest. */
export async function read({ house, input }: Asked<typeof readPlan>): Promise<ResultOf<typeof readPlan>> {
  const { revision, plan } = await savedPlan(house, input.point)
  const point = house.catalogue.point(input.point)!
  const { week, exceptions, holidays } = plan.openings
  return {
    revision,
    zone: point.zone,
    today: dayOf(house.clock.now(), point.zone),
    gridMinutes: point.gridMinutes,
    horizonDays: point.horizonDays,
    openings: {
      week: week.map((w) => ({ ...w })),
      exceptions: exceptions.map((e) => ({ day: e.day, spans: e.spans.map((s) => ({ ...s })), note: e.reason ?? null })),
      holidays: [...holidays],
    },
    shifts: plan.shifts.map(({ pointId: _, serviceIds, ...s }) => ({
      ...s,
      weekdays: [...s.weekdays],
      services: [...serviceIds],
      channels: [...s.channels],
    })),
    services: point.services.map(({ service, bookable }) => ({
      id: service.id,
      names: service.names as Record<string, string>,
      minutes: durationMinutes([service], 1),
      bookable,
    })),
  }
}

/** The plan that is kept for a point; every point that can be asked for has one. */
export async function savedPlan(house: House, pointId: PointId): Promise<SavedPlan> {
  const saved = await loadPlan(house.connections.slowSql, pointId)
  if (!saved) throw new Problem('not-found', { point: pointId })
  return saved
}
