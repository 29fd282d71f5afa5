import { availableParallelism } from 'node:os'
import type { Guards } from '../../db/commit.ts'
import { open, type Sql } from '../../db/connect.ts'
import { type Lines, makeLines } from '../../db/lines.ts'
import type { Calendar } from '../../domain/calendar.ts'
import type { Hall } from '../../domain/hall.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Clock } from '../clock.ts'
import type { PointSettings } from './load.ts'
import { partOf } from './part.ts'
import { type Answer, applyAhead, applyKept, type Change, type Decided, daysOf, type OwnMove, type Place, tellMoved } from './place.ts'
import { type Known, Places } from './places.ts'
import { makeRecent } from './recent.ts'
import { redoAll, redoMs } from './redo.ts'
import { type Batch, makeShard, type Shard } from './shard.ts'

export type Kept = { settings: PointSettings; hall: Hall; calendar: Calendar }
/** How far a point is: the versions of its hall and its calendar that are committed. */
export type Rung = { pointId: PointId; hallVersion: number; calendarVersion: number }

type Given = {
  url: string
  sql: Sql
  clock: Clock
  /** Told after each commit; of one of this process also what it changed of the calendar, where that can be said by its days. */
  rung: (rung: Rung, own?: OwnMove | null) => void
  shards?: number
  batchMax?: number
  deadlineMs?: number
  guards?: Guards
}

const recentMax = 20_000
const triesMax = 4
const redoLinesMax = 4

/**
 * Runs the decisions of each point one after another in memory, commits them in batches, and answers after the commit. Decisions read the
 * image with changes in flight; whoever looks reads the committed one.
 */
export class Keeper {
  private readonly given: Given
  private readonly places: Places
  private readonly recent = makeRecent<{ fingerprint: string; answer: Promise<Answer> }>(recentMax)
  /** Places with something to commit, by shard. */
  private readonly ready: Place[][]
  private readonly shards: Shard[]
  private readonly lines: Lines

  constructor(given: Given) {
    this.given = given
    this.places = new Places(given.sql, given.clock)
    this.ready = Array.from({ length: given.shards ?? shardsHere() }, () => [])
    this.lines = makeLines(() => open(given.url, { max: 1, statementMs: redoMs }), redoLinesMax)
    const { url, guards, deadlineMs = 2500, batchMax = 256 } = given
    this.shards = this.ready.map((line) => {
      const waiting = { count: () => line.length, collect: (limit: number) => this.collect(line, limit) }
      return makeShard({ url, guards, deadlineMs, batchMax, waiting })
    })
  }

  /** Decides and commits one change. Throws `NoSuchPoint`, or what the database could not do. */
  change(change: Change): Promise<Answer> {
    if (!change.key) return this.run(change)
    const name = `${change.pointId} ${change.key}`
    if (this.recent.get(name)) return this.changeAgain(change, name)
    const answer = this.run(change)
    this.recent.set(name, { fingerprint: change.fingerprint, answer })
    return answer
  }

  /** What was asked already is answered as it was; where that came to nothing, whoever waited first asks for all the others. */
  private async changeAgain(change: Change, name: string): Promise<Answer> {
    const { recent } = this
    for (let before = recent.get(name); before; before = recent.get(name)) {
      const answer = await before.answer.catch(() => null)
      if (answer && 'ids' in answer) return replay(change, { fingerprint: before.fingerprint, ids: answer.ids })
      recent.forget(name, before)
    }
    return this.change(change)
  }

  /** The committed images of a point, with these appointments in them. */
  kept(pointId: PointId, appointmentIds: readonly Uuid[] = []): Promise<Kept> {
    const place = appointmentIds.length > 0 ? undefined : this.places.ready(pointId)
    return place ? Promise.resolve(keptOf(place)) : this.keptLoaded(pointId, appointmentIds)
  }

  private async keptLoaded(pointId: PointId, appointmentIds: readonly Uuid[]): Promise<Kept> {
    const place = await this.places.newestOf(pointId)
    if (appointmentIds.length) await this.places.withAppointments(place, appointmentIds)
    return keptOf(place)
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
    this.places.spoil(pointId)
  }

  async close(): Promise<void> {
    await Promise.all(this.shards.map((s) => s.close()))
    await this.lines.close()
  }

  /** Decides at once on what is held; nobody waits for a load that is not needed. */
  private run(change: Change): Promise<Answer> {
    const place = change.appointmentIds?.length ? undefined : this.places.ready(change.pointId)
    try {
      const decision = place && this.decide(place, change)
      return decision instanceof Promise ? decision : this.runLoaded(change)
    } catch (fault) {
      return Promise.reject(fault)
    }
  }

  private async runLoaded(change: Change): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      const place = this.places.ready(change.pointId) ?? (await this.places.of(change.pointId))
      if (change.appointmentIds?.length) await this.places.withAppointments(place, change.appointmentIds)
      if (this.places.now(change.pointId) !== place) continue
      const decision = this.decide(place, change)
      if (decision instanceof Promise) return decision
      const answer = await this.refusalOf(change, place, decision, tries)
      if (answer) return answer
    }
  }

  /** Decides on the image with changes in flight: no, or what comes of the commit that the change now waits for. */
  private decide(place: Place, change: Change): Refusal | Promise<Answer> {
    const at = this.given.clock.now()
    const wanted = change.decide(place.ahead, at)
    if (isRefusal(wanted)) return wanted
    applyAhead(place, wanted)
    const { hall, calendar } = place.ahead
    return new Promise<Answer>((settle, fail) => {
      place.pending.push({ change, wanted, at, hallVersion: hall.version, calendarVersion: calendar.version, settle, fail })
      if (place.pending.length === 1 && !place.inFlight) this.hasWork(place)
    })
  }

  /** A refusal that can be said: no answer stood already, and what it was decided on is committed and the newest. Null: decide again. */
  private async refusalOf(change: Change, place: Place, refusal: Refusal, tries: number): Promise<Answer | null> {
    const { hall, calendar } = place.ahead
    const stoodOn = { hall: hall.version, calendar: calendar.version }
    const { versions, known } = await this.places.newest(place, this.given.guards?.keys === false ? null : change.key)
    // What was committed elsewhere has to be seen here before its answer is told again.
    const stands = (await this.places.reaches(place, versions)) && (await this.places.reaches(place, stoodOn))
    if (known) return replay(change, known)
    return stands || tries >= triesMax ? { refusal } : null
  }

  private hasWork(place: Place): void {
    this.ready[this.shardOf(place)]!.push(place)
    this.shards[this.shardOf(place)]!.wake()
  }

  private shardOf(place: Place): number {
    return shardOf(place.settings.pointId, this.shards.length)
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
    const { calendar } = place.kept
    const days = daysOf(decided)
    const own = days && { calendar, from: calendar.version, days }
    applyKept(place, decided)
    // The shard looks for work when it has told all of a batch what became of it.
    if (place.pending.length > 0) this.ready[this.shardOf(place)]!.push(place)
    for (const d of decided) d.settle({ ids: d.wanted.ids, replayed: false })
    tellMoved(place)
    this.given.rung(rungOf(place), own)
  }

  /** Another process wrote first, a row was refused, or nobody knows: everything decided on that image is decided again, under the lock. */
  private redo(place: Place, lost: Decided[]): void {
    const { pointId } = place.settings
    const { sql, clock, guards } = this.given
    const { lines } = this
    const decided = [...lost, ...place.pending.splice(0)]
    const redone = redoAll({ sql, lines, clock, guards, pointId, decided, load: (from) => this.places.load(from, pointId) })
    this.places.put(pointId, redone)
    tellMoved(place)
    redone.then(
      (fresh) => this.given.rung(rungOf(fresh)),
      () => {},
    )
  }
}

/** A keeper over the database at `url`. */
export const makeKeeper = (given: Given): Keeper => new Keeper(given)

/** One line to the database for each two cores: on two cores one line with larger batches carries twice what four carry. */
const shardsHere = (): number => Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)))

/** The shard of a point: the same in every run, so that two commits in flight never touch one point. */
export function shardOf(pointId: PointId, shards: number): number {
  let hash = 0
  for (let i = 0; i < pointId.length; i++) hash = (hash * 31 + pointId.charCodeAt(i)) >>> 0
  return hash % shards
}

/** What is said for a key that has its answer already: that answer, where it was asked the same. */
const replay = (change: Change, known: Known): Answer =>
  known.fingerprint === change.fingerprint ? { ids: known.ids, replayed: true } : { reused: true }

const keptOf = ({ settings, kept }: Place): Kept => ({ settings, hall: kept.hall, calendar: kept.calendar })

const rungOf = (place: Place): Rung => ({
  pointId: place.settings.pointId,
  hallVersion: place.kept.hall.version,
  calendarVersion: place.kept.calendar.version,
})
