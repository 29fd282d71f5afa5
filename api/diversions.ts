import { and, asc, gt, isNull } from 'drizzle-orm'
import type { Database } from '../db/connect.ts'
import { diversions } from '../db/tables/catalogue.ts'
import { type Diversion, stands } from '../domain/diversion.ts'
import type { PointId, Uuid } from '../domain/ids.ts'
import type { Instant } from '../domain/time.ts'
import type { Clock } from './clock.ts'

const lookEveryMs = 1000

/** The diversions that stand, held in memory: menus, takes and tiles ask for them on every read. */
export function makeDiversions(given: { slow: Database; clock: Clock }) {
  const { slow, clock } = given
  let loaded: readonly Diversion[] = []
  let shown: readonly Diversion[] = []
  let lookedAt = 0

  /** Gives the points where what stands is different from what it was at the last look. */
  async function load(): Promise<PointId[]> {
    lookedAt = performance.now()
    loaded = await loadDiversions(slow, clock.now())
    const before = shown
    shown = running()
    return changed(before, shown)
  }

  const running = () => loaded.filter((d) => stands(d, clock.now()))

  return {
    load,
    /** Loads again once a second, and says which points are touched by one that began or ended. */
    look: async (): Promise<PointId[]> => (performance.now() - lookedAt < lookEveryMs ? [] : load()),
    /** All that stand now. */
    running,
    /** Those whose visitors are sent from a point. */
    from: (pointId: PointId): Diversion[] => running().filter((d) => d.fromPointId === pointId),
    /** One that stands now; looks into the database for one that another process has just started. */
    async one(id: Uuid): Promise<Diversion | null> {
      const find = () => running().find((d) => d.id === id) ?? null
      const known = find()
      if (known) return known
      await load()
      return find()
    },
  }
}
export type Diversions = ReturnType<typeof makeDiversions>

/** Every diversion that has not ended, from the database itself. */
export async function loadDiversions(from: Pick<Database, 'select'>, now: Instant): Promise<Diversion[]> {
  const rows = await from
    .select()
    .from(diversions)
    .where(and(isNull(diversions.endedAt), gt(diversions.until, now)))
    .orderBy(asc(diversions.startedAt), asc(diversions.id))
  return rows.map((r) => ({
    id: r.id,
    fromPointId: r.pointId,
    toPointId: r.toPointId,
    serviceIds: r.serviceIds,
    startedAt: r.startedAt,
    until: r.until,
    minGainMinutes: r.minGainMinutes,
    concerns: r.concerns,
  }))
}

function changed(before: readonly Diversion[], after: readonly Diversion[]): PointId[] {
  const differ = (a: readonly Diversion[], b: readonly Diversion[]) => a.filter((d) => !b.some((o) => o.id === d.id))
  return [...new Set([...differ(before, after), ...differ(after, before)].flatMap((d) => [d.fromPointId, d.toPointId]))]
}
