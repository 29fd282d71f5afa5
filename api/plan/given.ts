import type * as v from 'valibot'
import type { planIn } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { PointId } from '../../domain/ids.ts'
import type { Plan } from '../../domain/replan.ts'
import type { Catalogue } from '../catalogue.ts'

/** A plan as it came in. */
export function planOf(pointId: PointId, given: v.InferOutput<typeof planIn>): Plan {
  const { week, exceptions, holidays } = given.openings
  return {
    openings: {
      week: [...week].sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1)),
      exceptions: exceptions
        .map(({ day, spans, note }) => ({ day, spans, ...(note ? { reason: note } : {}) }))
        .sort((a, b) => (a.day < b.day ? -1 : 1)),
      holidays: [...holidays].sort(),
    },
    shifts: given.shifts.map(({ services, ...s }) => ({ ...s, pointId, serviceIds: services, weekdays: [...s.weekdays].sort() })),
  }
}

/** A shift may keep a service that has left the point since, but not take up one that is not there. */
export function refuseUnknownServices(catalogue: Catalogue, pointId: PointId, before: Plan, after: Plan): void {
  const known = new Set([
    ...(catalogue.point(pointId)?.services.map(({ service }) => service.id) ?? []),
    ...before.shifts.flatMap((s) => s.serviceIds),
  ])
  const missing = after.shifts.flatMap((s) => s.serviceIds).find((id) => !known.has(id))
  if (missing !== undefined) throw new Problem('service-not-here', { serviceId: missing })
}
