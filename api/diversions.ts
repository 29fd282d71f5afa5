import type { Sql } from '../db/connect.ts'
import { type Diversion, stands } from '../domain/diversion.ts'
import type { PointId, Uuid } from '../domain/ids.ts'
import { type Instant, iso } from '../domain/time.ts'
import type { Clock } from './clock.ts'

const lookEveryMs = 1000

/** The diversions that stand, held in memory: menus, takes and tiles ask for them on every read. */
export function makeDiversions(given: { sql: Sql; clock: Clock }) {
  const { sql, clock } = given
  let running: readonly Diversion[] = []
  let lookedAt = 0

  async function load(): Promise<PointId[]> {
    lookedAt = performance.now()
    const next = await loadDiversions(sql, clock.now())
    const moved = changed(running, next)
    running = next
    return moved
  }

  const now = () => running.filter((d) => stands(d, clock.now()))

  return {
    load,
    /** Loads again once a second, and says which points are touched by one that began or ended. */
    look: async (): Promise<PointId[]> => (performance.now() - lookedAt < lookEveryMs ? [] : load()),
    /** All that stand now. */
    running: now,
    /** Those whose visitors are sent from a point. */
    from: (pointId: PointId): Diversion[] => now().filter((d) => d.fromPointId === pointId),
    /** One that stands now; looks into the database for one that another process has just started. */
    async one(id: Uuid): Promise<Diversion | null> {
      const found = now().find((d) => d.id === id)
      if (found) return found
      await load()
      return now().find((d) => d.id === id) ?? null
    },
  }
}
export type Diversions = ReturnType<typeof makeDiversions>

/** Every diversion that has not ended, from the database itself. */
export async function loadDiversions(sql: Sql, now: Instant): Promise<Diversion[]> {
  const rows = await sql`
    select to_json(d) as d from diversions d where ended_at is null and until_at > ${iso(now)} order by started_at, id`
  return rows.map(({ d }) => ({
    id: d.id,
    fromPointId: d.point_id,
    toPointId: d.to_point_id,
    serviceIds: d.service_ids,
    startedAt: Date.parse(d.started_at),
    until: Date.parse(d.until_at),
    minGainMinutes: d.min_gain_minutes,
  }))
}

function changed(before: readonly Diversion[], after: readonly Diversion[]): PointId[] {
  const differ = (a: readonly Diversion[], b: readonly Diversion[]) => a.filter((d) => !b.some((o) => o.id === d.id))
  return [...new Set([...differ(before, after), ...differ(after, before)].flatMap((d) => [d.fromPointId, d.toPointId]))]
}
