import type { Sql } from '../db/connect.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { Position } from '../domain/distance.ts'
import type { PointId } from '../domain/ids.ts'
import { earliest, type Found, type Search } from '../domain/search.ts'
import { putPointDay } from '../domain/search-index.ts'
import { nearOneAnother } from '../domain/search-order.ts'
import { makeIndex } from '../domain/search-rows.ts'
import { addDays, type Day, dayOf, weekdayOf } from '../domain/time.ts'
import type { Catalogue, Point } from './catalogue.ts'
import type { Clock } from './clock.ts'
import type { OwnMove } from './keeper/place.ts'
import { calendarVersions, changedDays, lanesFrom, lanesOn } from './slot-rows.ts'

const gapMs = 40
const mendMs = 1000
const pointsAtOnce = 200
/** Reading a point whole costs about a millisecond of this process: no more of them between two breaths. */
const wholeAtOnce = 20
const ringDays = 128
/** Days of the ring are days of the world: while it is still yesterday somewhere, the last of them may not be put in yet. */
const aheadDays = ringDays - 2

/**
 * The free time of every point as bits in memory, for "the earliest anywhere". A hint: the commit decides. What this process committed is put
 * in at once, from the calendar in its memory. Points that moved elsewhere are read again from the database, many at once, at most 50 ms later
 * and only the days on which something changed; reading pauses four times as long as it lasts, so that it never takes more than a fifth of anything.
 */
export function makeSlotIndex(given: { sql: Sql; clock: Clock; catalogue: Catalogue }) {
  const reader = makeReader(given)
  const dirty = new Set<PointId>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<void> | null = null
  let stopped = false

  function wake(ms: number): void {
    if (!stopped && !timer) timer = setTimeout(() => (running = drain()), ms)
  }

  async function drain(): Promise<void> {
    const ids = [...dirty].slice(0, pointsAtOnce)
    for (const id of ids) dirty.delete(id)
    const began = performance.now()
    let pause = mendMs
    try {
      for (const id of await reader.read(ids)) dirty.add(id)
      pause = Math.max(gapMs, 4 * (performance.now() - began))
    } catch {
      for (const id of ids) dirty.add(id)
    }
    timer = null
    if (dirty.size > 0) wake(pause)
  }

  return {
    /** Reads everything anew. */
    async load(): Promise<void> {
      reader.forget()
      // Neighbours are put one after another, so that a search within some km looks into few blocks.
      const ids = nearOneAnother(given.catalogue.points()).map((p) => p.id)
      for (let i = 0; i < ids.length; i += wholeAtOnce) await reader.read(ids.slice(i, i + wholeAtOnce))
    },
    /** Puts in what this process has committed. False where the index does not stand on what was before: then it has to be read. */
    put: (own: OwnMove): boolean => reader.put(own),
    /** Something at a point has moved elsewhere. */
    moved(pointId: PointId): void {
      dirty.add(pointId)
      wake(gapMs)
    },
    /** The earliest free times: by instant, then distance. */
    earliest: (wanted: Search): Found[] => earliest(reader.index(), wanted),
    async stop(): Promise<void> {
      stopped = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
export type SlotIndex = ReturnType<typeof makeSlotIndex>

/** Where a point stands on a day: a van at its stop. */
function placeOn(point: Point, day: Day): Position | null {
  const stop = point.stops.length ? point.stops.find(({ weekday }) => weekday === weekdayOf(day)) : undefined
  const { latitude, longitude } = stop ?? point
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** Further ahead there is no room: such a day would take the place of one that is soon, at every point. */
const isTooFar = (clock: Clock, day: Day): boolean => day > addDays(dayOf(clock.now(), 'UTC'), aheadDays)

/** Keeps an index, and the version and revision of each point that it stands on. */
function makeReader({ sql, clock, catalogue }: { sql: Sql; clock: Clock; catalogue: Catalogue }) {
  const held = new Map<PointId, { version: number; revision: number }>()
  /** Points that are being read: what comes meanwhile might be overwritten with less. */
  let reading: ReadonlySet<PointId> = new Set()
  let index = makeIndex(ringDays)

  function put(calendar: Calendar, point: Point, day: Day): void {
    if (!isTooFar(clock, day)) putPointDay(index, calendar, day, placeOn(point, day))
  }

  async function putWhole(points: readonly Point[]): Promise<void> {
    const wanted = points.map((point) => ({ point, fromDay: dayOf(clock.now(), point.zone) }))
    const calendars = await lanesFrom(sql, wanted)
    for (const { point, fromDay } of wanted)
      for (let i = 0; i <= Math.min(point.horizonDays, ringDays); i++) put(calendars.get(point.id)!, point, addDays(fromDay, i))
  }

  async function putDays(wanted: readonly { point: Point; days: ReadonlySet<Day> }[]): Promise<void> {
    const calendars = await lanesOn(sql, wanted)
    for (const { point, days } of wanted) for (const day of days) put(calendars.get(point.id)!, point, day)
  }

  async function read(points: readonly Point[]): Promise<PointId[]> {
    const ids = points.map((p) => p.id)
    const present = await calendarVersions(sql, ids)
    const whole = points.filter((p) => held.get(p.id)?.revision !== p.revision)
    const moved = points.filter((p) => !whole.includes(p) && held.get(p.id)!.version < (present.get(p.id) ?? 0))
    const since = moved.map((p) => ({ pointId: p.id, version: held.get(p.id)!.version }))
    const changed = await changedDays(sql, since)
    whole.push(...moved.filter((p) => changed.get(p.id) === null))
    const later = whole.splice(wholeAtOnce)
    await putWhole(whole)
    await putDays(moved.flatMap((point) => (changed.get(point.id) ? [{ point, days: changed.get(point.id)! }] : [])))
    for (const p of points) if (!later.includes(p)) held.set(p.id, { version: present.get(p.id) ?? 0, revision: p.revision })
    return later.map((p) => p.id)
  }

  return {
    index: () => index,
    forget(): void {
      index = makeIndex(ringDays)
      held.clear()
    },
    /**
     * Brings points up to date where they are not; answers those that must wait for another time. Versions are read before rows: rows that
     * are newer than their version are only read once more.
     */
    async read(ids: readonly PointId[]): Promise<PointId[]> {
      const points = ids.flatMap((id) => catalogue.point(id) ?? [])
      if (points.length === 0) return []
      reading = new Set(ids)
      try {
        return await read(points)
      } finally {
        reading = new Set()
      }
    },
    /** Puts days in as a calendar in memory has them; false where they do not follow on what is held. */
    put({ calendar, from, days }: OwnMove): boolean {
      const { pointId } = calendar
      const point = catalogue.point(pointId)
      const before = held.get(pointId)
      if (!point || before?.version !== from || before.revision !== point.revision || reading.has(pointId)) return false
      for (const day of days) put(calendar, point, day)
      before.version = calendar.version
      return true
    },
  }
}
