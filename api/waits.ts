import type { Sql } from '../db/connect.ts'
import { readInstant } from '../db/tables/columns.ts'
import type { PointId, ServiceId } from '../domain/ids.ts'
import type { Due } from '../domain/line.ts'
import { minuteMs } from '../domain/time.ts'
import { type Wait, waitFor, waits } from '../domain/wait.ts'
import type { Clock } from './clock.ts'
import type { Keeper, Kept } from './keeper/keeper.ts'

/** To takers a play is told again for so long, whatever happens: a hot hall costs no play for each ticket, and a wait is told in steps of minutes. */
const hotMs = 1000
/** And for so long while nothing happens. */
const quietMs = 2000
/** A play rests so many times as long as it took, so that it never costs more than a small share of a core. */
const restTimes = 20
/** Where the plays of all halls would take more than this of a second, each is told for longer, but for no longer than a wait is true in minutes. */
const playsMsPerSecond = 20
const crowdedMs = 10_000
const dueEveryMs = 5000
const dueAheadMinutes = 240

type Played = {
  version: number
  calendarVersion: number
  at: number
  clockAt: number
  tookMs: number
  single: Map<ServiceId, Wait | null>
  several: Map<string, Wait | null>
}
type Planned = { calendarVersion: number; day: string; at: number; due: readonly Due[] }

/** The waits of each hall, played forward with the appointments of the day that are still to come. */
export function makeWaits(given: { sql: Sql; keeper: Keeper; clock: Clock }) {
  const { sql, keeper, clock } = given
  const played = new Map<PointId, Played>()
  const planned = new Map<PointId, Promise<Planned>>()
  const resting = makeResting()

  async function loadDue(pointId: PointId, kept: Kept): Promise<Planned> {
    const { day } = kept.hall
    const rows = await sql`
      select starts_at, service_ids, people from appointments where point_id = ${pointId} and day = ${day} and state = 'booked'`
    const due = rows.map((r) => ({ startsAt: instantFrom(r.starts_at), serviceIds: r.service_ids as string[], people: Number(r.people) }))
    return { calendarVersion: kept.calendar.version, day, at: performance.now(), due }
  }

  async function dueOf(pointId: PointId, kept: Kept): Promise<readonly Due[]> {
    const before = planned.get(pointId)
    const there = await before?.catch(() => null)
    const fresh =
      there?.day === kept.hall.day && (there.calendarVersion === kept.calendar.version || performance.now() - there.at < dueEveryMs)
    if (!fresh && planned.get(pointId) === before) planned.set(pointId, loadDue(pointId, kept))
    const { due } = fresh ? there : await planned.get(pointId)!
    const now = clock.now()
    return due.filter((d) => d.startsAt >= now && d.startsAt < now + dueAheadMinutes * minuteMs)
  }

  async function playOf(pointId: PointId, hot: boolean): Promise<{ kept: Kept; play: Played; due: readonly Due[] }> {
    const kept = await keeper.kept(pointId)
    const due = await dueOf(pointId, kept)
    const now = clock.now()
    const before = played.get(pointId)
    if (before && isFresh(before, kept, now, hot ? resting.msOf(before) : 0)) return { kept, play: before, due }
    const began = performance.now()
    const single = waits(kept.hall, now, due)
    const play: Played = {
      version: kept.hall.version,
      calendarVersion: kept.calendar.version,
      at: performance.now(),
      clockAt: now,
      tookMs: performance.now() - began,
      single,
      several: new Map(),
    }
    played.set(pointId, play)
    resting.count(play)
    return { kept, play, due }
  }

  return {
    /** The wait of a walk-in for every service of a point as it is kept now; null where no open counter serves it. */
    ofPoint: async (pointId: PointId): Promise<ReadonlyMap<ServiceId, Wait | null>> => (await playOf(pointId, false)).play.single,
    /** The wait that is told to who takes a number now: played at most once a second. */
    async told(pointId: PointId, serviceIds: readonly ServiceId[]): Promise<Wait | null> {
      const before = played.get(pointId)
      if (before && serviceIds.length === 1 && ageOf(before, clock.now()) < resting.msOf(before))
        return before.single.get(serviceIds[0]!) ?? null
      const { kept, play, due } = await playOf(pointId, true)
      if (serviceIds.length === 1) return play.single.get(serviceIds[0]!) ?? null
      const name = serviceIds.join(' ')
      if (!play.several.has(name)) play.several.set(name, waitFor(kept.hall, serviceIds, clock.now(), due))
      return play.several.get(name) ?? null
    },
    /** Appointments of the day that have not arrived yet. */
    due: async (pointId: PointId): Promise<readonly Due[]> => dueOf(pointId, await keeper.kept(pointId)),
  }
}
export type Waits = ReturnType<typeof makeWaits>

/** How long a play is told again, by what plays have cost lately, second by second. */
function makeResting() {
  let second = { since: 0, ms: 0 }
  let restMs = hotMs
  return {
    count({ at, tookMs }: Played): void {
      second.ms += tookMs
      const ms = at - second.since
      if (ms < 1000) return
      // What they took of each second, and so how much longer or shorter all have to rest to take what they may.
      const took = (second.ms * 1000) / ms
      restMs = Math.min(crowdedMs, Math.max(hotMs, (restMs * took) / playsMsPerSecond))
      second = { since: at, ms: 0 }
    },
    msOf: (play: Played): number => Math.max(restMs, play.tookMs * restTimes),
  }
}

const ageOf = (play: Played, now: number): number => Math.max(performance.now() - play.at, now - play.clockAt)

function isFresh(play: Played, kept: Kept, now: number, toldForMs: number): boolean {
  const same = play.version === kept.hall.version && play.calendarVersion === kept.calendar.version
  return ageOf(play, now) < Math.max(toldForMs, same ? quietMs : 0)
}

const instantFrom = (value: Date | string): number => (value instanceof Date ? value.getTime() : readInstant(value))
