import type { Guards } from '../../db/commit.ts'
import type { Sql } from '../../db/connect.ts'
import type { Calendar } from '../../domain/calendar.ts'
import type { Hall } from '../../domain/hall.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Clock } from '../clock.ts'
import type { PointSettings } from './load.ts'
import { type Answer, applyAhead, applyKept, type Change, type Decided, type Place, partOf } from './place.ts'
import { Places } from './places.ts'
import { redoAll } from './redo.ts'
import { type Batch, makeShard, type Shard } from './shard.ts'

export type Kept = { settings: PointSettings; hall: Hall; calendar: Calendar }
/** How far a point is: the versions of its hall and its calendar that are committed. */
export type Rung = { pointId: PointId; hallVersion: number; calendarVersion: number }

type Given = {
  url: string
  sql: Sql
  clock: Clock
  /** Told after each commit. */
  rung: (rung: Rung) => void
  shards?: number
  batchMax?: number
  deadlineMs?: number
  guards?: Guards
}

const recentMax = 20_000
const triesMax = 4

/**
 * Runs the decisions of each point one after another in memory, commits them in batches, and answers after the commit. Decisions read the
 * image with changes in flight; whoever looks reads the committed one.
 */
export class Keeper {
  private readonly given: Given
  private readonly places: Places
  private readonly recent = new Map<string, { fingerprint: string; answer: Promise<Answer> }>()
  /** Places with something to commit, by shard. */
  private readonly ready: Place[][]
  private readonly shards: Shard[]

  constructor(given: Given) {
    this.given = given
    this.places = new Places(given.sql, given.clock)
    this.ready = Array.from({ length: given.shards ?? 4 }, () => [])
    const { url, guards, deadlineMs = 2500, batchMax = 256 } = given
    this.shards = this.ready.map((line) => makeShard({ url, guards, deadlineMs, batchMax, collect: (limit) => this.collect(line, limit) }))
  }

  /** Decides and commits one change. Throws `NoSuchPoint`, or what the database could not do. */
  async change(change: Change): Promise<Answer> {
    if (!change.key) return this.run(change)
    const { recent } = this
    const name = `${change.pointId} ${change.key}`
    const before = recent.get(name)
    if (before) {
      if (before.fingerprint !== change.fingerprint) return { reused: true }
      const answer = await before.answer.catch(() => null)
      if (answer && 'ids' in answer) return { ids: answer.ids, replayed: true }
    }
    const answer = this.run(change)
    recent.set(name, { fingerprint: change.fingerprint, answer })
    if (recent.size > recentMax) recent.delete(recent.keys().next().value!)
    answer.catch(() => recent.delete(name))
    return answer
  }

  /** The committed images of a point, with these appointments in them. */
  async kept(pointId: PointId, appointmentIds: readonly Uuid[] = []): Promise<Kept> {
    const place = await this.places.of(pointId)
    if (appointmentIds.length) await this.places.withAppointments(place, appointmentIds)
    return { settings: place.settings, hall: place.kept.hall, calendar: place.kept.calendar }
  }

  /** How far the points are that this process holds, for the look that needs no bell. */
  held(): (Rung & { day: string })[] {
    return this.places.all().map((place) => ({ ...rungOf(place), day: place.day }))
  }

  /**
   * Another process says how far a point is. Where that is further than what is under way here, the images are loaded again before they
   * are next used. Answers whether it was news.
   */
  heard(rung: Rung): boolean {
    const place = this.places.now(rung.pointId)
    if (!place) return true
    const { hall, calendar } = place.ahead
    if (hall.version >= rung.hallVersion && calendar.version >= rung.calendarVersion) return false
    place.stale = true
    return true
  }

  /** The settings of a point have changed. */
  changed(pointId: PointId): void {
    const place = this.places.now(pointId)
    if (place) place.stale = true
  }

  async close(): Promise<void> {
    await Promise.all(this.shards.map((s) => s.close()))
  }

  private async run(change: Change): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      const place = await this.places.of(change.pointId)
      await this.places.withAppointments(place, change.appointmentIds)
      if (this.places.now(change.pointId) !== place) continue
      const now = this.given.clock.now()
      const decision = change.decide({ settings: place.settings, hall: place.ahead.hall, calendar: place.ahead.calendar }, now)
      if (!isRefusal(decision)) {
        return new Promise<Answer>((settle, fail) => {
          applyAhead(place, decision)
          const { hall, calendar } = place.ahead
          place.pending.push({
            change,
            wanted: decision,
            at: now,
            hallVersion: hall.version,
            calendarVersion: calendar.version,
            settle,
            fail,
          })
          if (place.pending.length === 1) this.hasWork(place)
        })
      }
      const answer = await this.refusalOf(change, place, decision, tries)
      if (answer) return answer
    }
  }

  /** A refusal that can be said: no answer stood already, and what it was decided on is committed. Null: decide again. */
  private async refusalOf(change: Change, place: Place, refusal: Refusal, tries: number): Promise<Answer | null> {
    const known = await this.answered(change)
    if (known) return known
    return (await this.stands(place)) || tries >= triesMax ? { refusal } : null
  }

  /** An answer that a key already has in the database. */
  private async answered(change: Change): Promise<Answer | null> {
    if (!change.key) return null
    const [row] = await this.given.sql`select fingerprint, ids from answers where point_id = ${change.pointId} and key = ${change.key}`
    if (!row) return null
    return row.fingerprint === change.fingerprint ? { ids: row.ids, replayed: true } : { reused: true }
  }

  /** Waits until everything that was decided on this image before now is committed; false where it was decided again instead. */
  private async stands(place: Place): Promise<boolean> {
    const isCurrent = () => this.places.now(place.settings.pointId) === place
    while (isCurrent() && (place.inFlight || place.pending.length)) await new Promise((resolve) => setTimeout(resolve, 1))
    return isCurrent() && (await this.places.isFresh(place))
  }

  private hasWork(place: Place): void {
    const shard = shardOf(place.settings.pointId, this.shards.length)
    this.ready[shard]!.push(place)
    this.shards[shard]!.wake()
  }

  private collect(line: Place[], limit: number): Batch[] {
    const batches: Batch[] = []
    for (let taken = 0; line.length && taken < limit; ) {
      const place = line.shift()!
      const decided = place.pending.splice(0)
      if (decided.length === 0) continue
      taken += decided.length
      place.inFlight = true
      const redo = () => this.redo(place, decided)
      batches.push({
        part: partOf(place, decided),
        done: (outcome) => (outcome.applied ? this.landed(place, decided) : redo()),
        lost: redo,
      })
    }
    return batches
  }

  private landed(place: Place, decided: Decided[]): void {
    place.inFlight = false
    applyKept(place, decided)
    for (const d of decided) d.settle({ ids: d.wanted.ids, replayed: false })
    this.given.rung(rungOf(place))
  }

  /** Another process wrote first, a row was refused, or nobody knows: everything decided on that image is decided again, under the lock. */
  private redo(place: Place, lost: Decided[]): void {
    const { pointId } = place.settings
    const { sql, clock, guards } = this.given
    const decided = [...lost, ...place.pending.splice(0)]
    const redone = redoAll({ sql, clock, guards, pointId, decided, load: (from) => this.places.load(from, pointId) })
    this.places.put(pointId, redone)
    redone.then(
      (fresh) => this.given.rung(rungOf(fresh)),
      () => {},
    )
  }
}

/** A keeper over the database at `url`. */
export const makeKeeper = (given: Given): Keeper => new Keeper(given)

/** The shard of a point: the same in every run, so that two commits in flight never touch one point. */
export function shardOf(pointId: PointId, shards: number): number {
  let hash = 0
  for (let i = 0; i < pointId.length; i++) hash = (hash * 31 + pointId.charCodeAt(i)) >>> 0
  return hash % shards
}

const rungOf = (place: Place): Rung => ({
  pointId: place.settings.pointId,
  hallVersion: place.kept.hall.version,
  calendarVersion: place.kept.calendar.version,
})
