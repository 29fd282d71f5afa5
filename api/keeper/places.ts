import type { Sql } from '../../db/connect.ts'
import { putAppointment } from '../../domain/calendar.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { dayOf } from '../../domain/time.ts'
import type { Clock } from '../clock.ts'
import { loadAppointments, loadCalendar, loadHall, loadSettings } from './load.ts'
import { makePlace, type Place, untilMoved } from './place.ts'

export type Versions = { hall: number; calendar: number }
/** An answer that a key already has. */
export type Known = { fingerprint: string; ids: Record<string, unknown> }

/** Asked of a point that is not there. */
export class NoSuchPoint extends Error {}

/** The points that this process holds in memory, each loaded once for all who ask. */
export class Places {
  private readonly sql: Sql
  private readonly clock: Clock
  private readonly loading = new Map<PointId, Promise<Place>>()
  private readonly loaded = new Map<PointId, Place>()

  constructor(sql: Sql, clock: Clock) {
    this.sql = sql
    this.clock = clock
  }

  /** A point as it is held; loaded where it is not, or where what is held is out of date and nothing of it is under way. */
  of(pointId: PointId): Promise<Place> {
    const held = this.loading.get(pointId)
    const place = this.loaded.get(pointId)
    const old = place && (place.stale || this.clock.now() >= place.dayEndsAt)
    if (held && !(old && !place.inFlight && place.pending.length === 0)) return held
    return this.put(pointId, this.load(this.sql, pointId))
  }

  /** A point that is held and not out of date, so that nobody has to wait for it; else undefined. */
  ready(pointId: PointId): Place | undefined {
    const place = this.loaded.get(pointId)
    return place && !place.stale && this.clock.now() < place.dayEndsAt ? place : undefined
  }

  /** A point as it is committed, as far as this process can know. */
  async newestOf(pointId: PointId): Promise<Place> {
    for (;;) {
      const ready = this.ready(pointId)
      if (ready) return ready
      const place = await this.of(pointId)
      if (!place.stale) return place
      // Its commit may have landed, or been lost, while it was handed over: then there is nothing to wait for.
      if (this.now(pointId) === place && (place.inFlight || place.pending.length > 0)) await untilMoved(place)
    }
  }

  /** Sets what is known of a point to what `loading` brings; forgets it where that fails. */
  put(pointId: PointId, loading: Promise<Place>): Promise<Place> {
    this.loaded.delete(pointId)
    this.loading.set(pointId, loading)
    loading.then(
      (place) => this.loading.get(pointId) === loading && this.loaded.set(pointId, place),
      () => this.loading.get(pointId) === loading && this.loading.delete(pointId),
    )
    return loading
  }

  /** What is held of a point at this moment; undefined while it is being loaded. */
  now(pointId: PointId): Place | undefined {
    return this.loaded.get(pointId)
  }

  /** What is held of a point is out of date, and so is what is being loaded of it at this moment. */
  spoil(pointId: PointId): void {
    const stale = (place: Place) => {
      place.stale = true
    }
    const place = this.now(pointId)
    if (place) stale(place)
    else this.loading.get(pointId)?.then(stale, () => {})
  }

  all(): Place[] {
    return [...this.loaded.values()]
  }

  async load(from: Sql, pointId: PointId): Promise<Place> {
    const settings = await loadSettings(from, pointId)
    if (!settings) throw new NoSuchPoint(pointId)
    const day = dayOf(this.clock.now(), settings.zone)
    const [hall, calendar] = await Promise.all([loadHall(from, settings, day), loadCalendar(from, settings, day)])
    return makePlace(settings, hall, calendar)
  }

  /** Puts appointments into both images that are not there yet: they are loaded as they are touched. */
  async withAppointments(place: Place, ids: readonly Uuid[] | undefined): Promise<void> {
    const missing = (ids ?? []).filter((id) => !place.ahead.calendar.appointments.has(id))
    if (missing.length === 0) return
    for (const a of await loadAppointments(this.sql, place.settings.pointId, missing)) {
      if (!place.ahead.calendar.appointments.has(a.id)) putAppointment(place.ahead.calendar, a)
      if (!place.kept.calendar.appointments.has(a.id)) putAppointment(place.kept.calendar, a)
    }
  }

  /** What the database has now of a point: its versions (null where the settings are others than the held ones), and the answer of a key. */
  async newest(place: Place, key: Uuid | null): Promise<{ versions: Versions | null; known: Known | null }> {
    const { pointId, revision } = place.settings
    const [row] = await this.sql`
      select h.version as hall, c.version as calendar, p.revision, a.fingerprint, a.ids
      from halls h join calendars c using (point_id) join points p on p.id = h.point_id left join answers a on a.point_id = h.point_id and a.key = ${key}
      where h.point_id = ${pointId} and h.day = ${place.day}`
    return {
      versions: row?.revision === revision ? { hall: Number(row.hall), calendar: Number(row.calendar) } : null,
      known: row?.ids ? { fingerprint: row.fingerprint, ids: row.ids } : null,
    }
  }

  /**
   * Waits until a place has come as far as these versions by its own commits. False where it cannot: it was loaded again meanwhile, or
   * somebody else has written; then it is marked stale.
   */
  async reaches(place: Place, versions: Versions | null): Promise<boolean> {
    while (this.now(place.settings.pointId) === place) {
      const { hall, calendar } = place.kept
      if (versions && hall.version >= versions.hall && calendar.version >= versions.calendar) return true
      if (!versions || (!place.inFlight && place.pending.length === 0)) {
        place.stale = true
        return false
      }
      await untilMoved(place)
    }
    return false
  }
}
