import { commit } from '../../db/commit.ts'
import type { Sql } from '../../db/connect.ts'
import { writeTotals } from '../../db/totals.ts'
import { emptyCalendar } from '../../domain/calendar.ts'
import type { HallDecision } from '../../domain/decided.ts'
import type { Hall } from '../../domain/hall.ts'
import type { PointId } from '../../domain/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Day, Instant } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { loadHall, loadSettings } from './load.ts'
import { partOf } from './part.ts'
import { makePlace } from './place.ts'

/**
 * The keeper holds today's hall only, so an old one is changed here, in one transaction that holds its version row. Whatever a keeper still had
 * decided on it loses its version and is decided again on today's. A closed hall has its totals, written in the same transaction. Null where the point is gone.
 */
export async function changePastHall<Answer>(
  house: Pick<House, 'connections' | 'clock'>,
  pointId: PointId,
  day: Day,
  decide: (hall: Hall, now: Instant) => HallDecision<Answer>,
): Promise<HallDecision<Answer> | null> {
  const run = async (tx: unknown): Promise<HallDecision<Answer> | null> => {
    const sql = tx as Sql
    await sql`insert into halls (point_id, day) values (${pointId}, ${day}) on conflict do nothing`
    await sql`select 1 from halls where point_id = ${pointId} and day = ${day} for update`
    const settings = await loadSettings(sql, pointId)
    if (!settings) return null
    const hall = await loadHall(sql, settings, day)
    const at = house.clock.now()
    const decision = decide(hall, at)
    if (isRefusal(decision)) throw new Refused(decision)
    const change = { pointId, key: null, fingerprint: '', decide: () => refuse('day-closed') }
    const wanted = { hall: decision, ids: {} }
    const decided = { change, wanted, at, hallVersion: hall.version + 1, calendarVersion: 0, settle() {}, fail() {} }
    const [outcome] = await commit(sql, [partOf(makePlace(settings, hall, emptyCalendar(pointId, settings.calendar)), [decided])])
    if (!outcome?.applied) throw new Error(`the hall of ${pointId} on ${day} lost its version while it was held`)
    if ((decision.state ?? hall.state) === 'closed') await writeTotals(sql, pointId, day)
    return decision
  }
  try {
    return (await house.connections.slowSql.begin(run)) as HallDecision<Answer> | null
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** Takes back what a transaction did before it was refused. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}
