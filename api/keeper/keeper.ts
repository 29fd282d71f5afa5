import type { Guards } from '../../db/commit.ts'
import type { Sql } from '../../db/connect.ts'
import { type Calendar, putAppointment } from '../../domain/calendar.ts'
import type { Hall } from '../../domain/hall.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { dayOf } from '../../domain/time.ts'
import type { Clock } from '../clock.ts'
import { loadAppointments, loadCalendar, loadHall, loadSettings, type PointSettings } from './load.ts'
import { type Answer, applyAhead, applyKept, type Change, type Decided, makePlace, type Place, partOf } from './place.ts'
import { redoAll } from './redo.ts'
import { type Batch, makeShard, type Shard } from './shard.ts'

export type Kept = { settings: PointSettings; hall: Hall; calendar: Calendar }
/** How far a point is: the versions of its hall and its calendar that are committed. */
export type Rung = { pointId: PointId; hallVersion: number; calendarVersion: number }

/** Asked of a point that is not there. */
export class NoSuchPoint extends Error {}

const recentMax = 20_000
const triesMax = 4

/**
 * Runs the decisions of each point one after another in memory, commits them in batches, and answers after the commit. Decisions read the
 * image with changes in flight; whoever looks reads the committed one.
 */
export function makeKeeper(given: {
  url: string
  sql: Sql
  clock: Clock
  /** Told after each commit. */
  rung: (rung: Rung) => void
  shards?: number
  batchMax?: number
  deadlineMs?: number
  guards?: Guards
}) {
  const { sql, clock } = given
  const deadlineMs = given.deadlineMs ?? 2500
  const places = new Map<PointId, Promise<Place>>()
  const loaded = new Map<PointId, Place>()
  const recent = new Map<string, { fingerprint: string; answer: Promise<Answer> }>()
  const ready: Place[][] = Array.from({ length: given.shards ?? 4 }, () => [])
  const shards: Shard[] = ready.map((queue) =>
    makeShard({
      url: given.url,
      deadlineMs,
      batchMax: given.batchMax ?? 256,
      guards: given.guards,
      collect: (limit) => collect(queue, limit),
    }),
  )

  function placeOf(pointId: PointId): Promise<Place> {
    const there = places.get(pointId)
    const place = loaded.get(pointId)
    if (
      there &&
      place &&
      (place.stale || place.day !== dayOf(clock.now(), place.settings.zone)) &&
      !place.inFlight &&
      place.pending.length === 0
    )
      drop(pointId)
    else if (there) return there
    return put(pointId, load(sql, pointId))
  }

  /** Sets what is known of a point to what `loading` brings; forgets it where that fails. */
  function put(pointId: PointId, loading: Promise<Place>): Promise<Place> {
    loaded.delete(pointId)
    places.set(pointId, loading)
    loading.then(
      (place) => places.get(pointId) === loading && loaded.set(pointId, place),
      () => places.get(pointId) === loading && drop(pointId),
    )
    return loading
  }

  function drop(pointId: PointId): void {
    places.delete(pointId)
    loaded.delete(pointId)
  }

  async function load(from: Sql, pointId: PointId): Promise<Place> {
    const settings = await loadSettings(from, pointId)
    if (!settings) throw new NoSuchPoint(pointId)
    const day = dayOf(clock.now(), settings.zone)
    const hall = await loadHall(from, settings, day)
    const place = makePlace(settings, hall, await loadCalendar(from, settings, day))
    place.checkedAt = performance.now()
    return place
  }

  async function withAppointments(place: Place, ids: readonly Uuid[] | undefined): Promise<void> {
    const missing = (ids ?? []).filter((id) => !place.ahead.calendar.appointments.has(id))
    if (missing.length === 0) return
    for (const a of await loadAppointments(sql, place.settings.pointId, missing)) {
      if (!place.ahead.calendar.appointments.has(a.id)) putAppointment(place.ahead.calendar, a)
      if (!place.kept.calendar.appointments.has(a.id)) putAppointment(place.kept.calendar, a)
    }
  }

  function collect(queue: Place[], limit: number): Batch[] {
    const batches: Batch[] = []
    let taken = 0
    while (queue.length && taken < limit) {
      const place = queue.shift()!
      const decided = place.pending.splice(0)
      if (decided.length === 0) continue
      taken += decided.length
      place.inFlight = true
      batches.push({
        part: partOf(place, decided),
        done: (o) => (o.applied ? landed(place, decided) : redo(place, decided)),
        lost: () => redo(place, decided),
      })
    }
    return batches
  }

  function landed(place: Place, decided: Decided[]): void {
    place.inFlight = false
    applyKept(place, decided)
    for (const d of decided) d.settle({ ids: d.wanted.ids, replayed: false })
    given.rung(rungOf(place))
  }

  /** Another process wrote first, a row was refused, or nobody knows: everything decided on that image is decided again, under the lock. */
  function redo(place: Place, lost: Decided[]): void {
    const { pointId } = place.settings
    const decided = [...lost, ...place.pending.splice(0)]
    const redone = redoAll({
      sql,
      clock,
      load: (tx) => load(tx, pointId),
      guards: given.guards,
      pointId,
      decided,
      fresh: () => load(sql, pointId),
    })
    put(pointId, redone)
    redone.then(
      (place) => given.rung(rungOf(place)),
      () => {},
    )
  }

  /** An answer that a key already has in the database. */
  async function answered(change: Change): Promise<Answer | null> {
    if (!change.key) return null
    const [row] = await sql`select fingerprint, ids from answers where point_id = ${change.pointId} and key = ${change.key}`
    if (!row) return null
    return row.fingerprint === change.fingerprint ? { ids: row.ids, replayed: true } : { reused: true }
  }

  /** Waits until everything that was decided on this image before now is committed; false where it was decided again instead. */
  async function stands(place: Place): Promise<boolean> {
    while (place.inFlight || place.pending.length) {
      if (loaded.get(place.settings.pointId) !== place) return false
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    return loaded.get(place.settings.pointId) === place && (await isFresh(place))
  }

  async function isFresh(place: Place): Promise<boolean> {
    const { pointId } = place.settings
    const [row] =
      await sql`select h.version as hall, c.version as calendar, p.revision from halls h join calendars c using (point_id) join points p on p.id = h.point_id where h.point_id = ${pointId} and h.day = ${place.day}`
    const fresh =
      !!row &&
      Number(row.hall) <= place.kept.hall.version &&
      Number(row.calendar) <= place.kept.calendar.version &&
      row.revision === place.settings.revision
    if (fresh) place.checkedAt = performance.now()
    else place.stale = true
    return fresh
  }

  async function run(change: Change): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      const place = await placeOf(change.pointId)
      await withAppointments(place, change.appointmentIds)
      if (loaded.get(change.pointId) !== place) continue
      const now = clock.now()
      const decision = change.decide({ settings: place.settings, hall: place.ahead.hall, calendar: place.ahead.calendar }, now)
      if (isRefusal(decision)) {
        const answer = await refusalOf(change, place, decision, tries)
        if (answer) return answer
        continue
      }
      return new Promise<Answer>((settle, fail) => {
        applyAhead(place, decision)
        place.pending.push({
          change,
          wanted: decision,
          at: now,
          hallVersion: place.ahead.hall.version,
          calendarVersion: place.ahead.calendar.version,
          settle,
          fail,
        })
        if (place.pending.length === 1) enqueue(place)
      })
    }
  }

  /** A refusal that can be said: no answer stood already, and what it was decided on is committed. Null: decide again. */
  async function refusalOf(change: Change, place: Place, refusal: Refusal, tries: number): Promise<Answer | null> {
    const known = await answered(change)
    if (known) return known
    return (await stands(place)) || tries >= triesMax ? { refusal } : null
  }

  function enqueue(place: Place): void {
    const shard = shardOf(place.settings.pointId, shards.length)
    ready[shard]!.push(place)
    shards[shard]!.wake()
  }

  return {
    /** Decides and commits one change. Throws `NoSuchPoint`, or what the database could not do. */
    async change(change: Change): Promise<Answer> {
      if (!change.key) return run(change)
      const name = `${change.pointId} ${change.key}`
      const before = recent.get(name)
      if (before) {
        if (before.fingerprint !== change.fingerprint) return { reused: true }
        const answer = await before.answer.catch(() => null)
        if (answer && 'ids' in answer) return { ids: answer.ids, replayed: true }
      }
      const answer = run(change)
      recent.set(name, { fingerprint: change.fingerprint, answer })
      if (recent.size > recentMax) recent.delete(recent.keys().next().value!)
      answer.catch(() => recent.delete(name))
      return answer
    },
    /** The committed images of a point. */
    async kept(pointId: PointId): Promise<Kept> {
      const place = await placeOf(pointId)
      return { settings: place.settings, hall: place.kept.hall, calendar: place.kept.calendar }
    },
    /** The committed images of a point, and these appointments in them. */
    async keptWith(pointId: PointId, appointmentIds: readonly Uuid[]): Promise<Kept> {
      const place = await placeOf(pointId)
      await withAppointments(place, appointmentIds)
      return { settings: place.settings, hall: place.kept.hall, calendar: place.kept.calendar }
    },
    /** Versions of the points held here, for the look that needs no bell. */
    held(): { pointId: PointId; day: string; hallVersion: number; calendarVersion: number; revision: number }[] {
      return [...loaded.values()].map((p) => ({
        pointId: p.settings.pointId,
        day: p.day,
        hallVersion: p.kept.hall.version,
        calendarVersion: p.kept.calendar.version,
        revision: p.settings.revision,
      }))
    },
    /**
     * Another process says how far a point is. Where that is further than what is under way here, the images are loaded again before they
     * are next used. Answers whether it was news.
     */
    heard(rung: Rung): boolean {
      const place = loaded.get(rung.pointId)
      if (!place) return true
      const { hall, calendar } = place.ahead
      if (hall.version >= rung.hallVersion && calendar.version >= rung.calendarVersion) return false
      place.stale = true
      return true
    },
    /** The settings of a point have changed. */
    changed(pointId: PointId): void {
      const place = loaded.get(pointId)
      if (place) place.stale = true
    },
    async close(): Promise<void> {
      await Promise.all(shards.map((s) => s.close()))
    },
  }
}
const rungOf = (place: Place): Rung => ({
  pointId: place.settings.pointId,
  hallVersion: place.kept.hall.version,
  calendarVersion: place.kept.calendar.version,
})

export type Keeper = ReturnType<typeof makeKeeper>

/** The shard of a point: the same in every run, so that two commits in flight never touch one point. */
export function shardOf(pointId: PointId, shards: number): number {
  let hash = 0
  for (let i = 0; i < pointId.length; i++) hash = (hash * 31 + pointId.charCodeAt(i)) >>> 0
  return hash % shards
}
