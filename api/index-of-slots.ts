import type { Sql } from '../db/connect.ts'
import { shiftDayOf } from '../db/rows.ts'
import { type Calendar, type CalendarSettings, emptyCalendar, putShiftDay } from '../domain/calendar.ts'
import type { PointId } from '../domain/ids.ts'
import { candidatesOf, earliest, type Found, type Search } from '../domain/search.ts'
import { makeIndex, putPointDay } from '../domain/search-index.ts'
import { addDays, type Day, dayOf } from '../domain/time.ts'
import type { Catalogue, Point } from './catalogue.ts'
import type { Clock } from './clock.ts'

const gapMs = 40
const mendMs = 1000
const pointsAtOnce = 100
const ringDays = 128

/** What is known of a point in the index: the versions it stands on. */
type Held = { version: number; revision: number }
type Wanted = Omit<Search, 'points'> & { points: Iterable<{ pointId: PointId; km?: number }> }

/**
 * The free time of every point as bits in memory, for "the earliest anywhere". A hint: the commit decides. Points that moved are read again
 * from the database, many at once, at most 50 ms later and only the days on which something changed; reading pauses four times as long as it
 * lasts, so that it never takes more than a fifth of anything.
 */
export function makeSlotIndex(given: { sql: Sql; clock: Clock; catalogue: Catalogue }) {
  const { sql, clock, catalogue } = given
  let index = makeIndex(ringDays)
  const held = new Map<PointId, Held>()
  const dirty = new Set<PointId>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<void> | null = null
  let stopped = false

  async function load(): Promise<void> {
    index = makeIndex(ringDays)
    held.clear()
    const ids = [...catalogue.points()].map((p) => p.id)
    for (let i = 0; i < ids.length; i += pointsAtOnce) await refresh(ids.slice(i, i + pointsAtOnce))
  }

  /** Versions are read before rows: rows that are newer than their version are only read once more. */
  async function refresh(ids: readonly PointId[]): Promise<void> {
    const points = ids.flatMap((id) => catalogue.point(id) ?? [])
    if (points.length === 0) return
    const versions = await sql`select point_id, version from calendars where point_id in ${sql(points.map((p) => p.id))}`
    const present = new Map<PointId, number>(versions.map((r) => [r.point_id, Number(r.version)]))
    const whole = points.filter((p) => held.get(p.id)?.revision !== p.revision)
    const partly = points.filter((p) => !whole.includes(p) && held.get(p.id)!.version < (present.get(p.id) ?? 0))
    const days = await changedDays(partly)
    for (const p of partly) if (days.get(p.id) === null) whole.push(p)
    await putWhole(whole)
    await putDays(partly.filter((p) => days.get(p.id)?.size).map((p) => [p, days.get(p.id) as Set<Day>]))
    for (const p of points) held.set(p.id, { version: present.get(p.id) ?? 0, revision: p.revision })
  }

  /** On which days appointments came or went since the held version; null where more than that has changed. */
  async function changedDays(points: readonly Point[]): Promise<Map<PointId, Set<Day> | null>> {
    const days = new Map<PointId, Set<Day> | null>()
    if (points.length === 0) return days
    const rows = await sql`
      select distinct h.point_id, a.day::text as day
      from unnest(${points.map((p) => p.id)}::text[], ${points.map((p) => held.get(p.id)!.version)}::bigint[]) as x(point_id, version)
      join history h on h.point_id = x.point_id and h.stream = 'calendar' and h.version > x.version
      left join appointments a on a.point_id = h.point_id and a.id = (h.what->>'appointmentId')::uuid`
    for (const { point_id, day } of rows) {
      const known = days.get(point_id)
      if (day === null || known === null) days.set(point_id, null)
      else days.set(point_id, (known ?? new Set()).add(day))
    }
    return days
  }

  async function putWhole(points: readonly Point[]): Promise<void> {
    if (points.length === 0) return
    const todays = new Map(points.map((p) => [p.id, dayOf(clock.now(), p.zone)]))
    const rows = await sql`
      select to_json(s) as s from unnest(${points.map((p) => p.id)}::text[], ${[...todays.values()]}::date[]) as x(point_id, day)
      join shift_days s on s.point_id = x.point_id and s.day >= x.day`
    const calendars = calendarsOf(points, rows)
    for (const p of points) for (let i = 0; i <= p.horizonDays; i++) putPointDay(index, calendars.get(p.id)!, addDays(todays.get(p.id)!, i))
  }

  async function putDays(wanted: readonly (readonly [Point, ReadonlySet<Day>])[]): Promise<void> {
    if (wanted.length === 0) return
    const pairs = wanted.flatMap(([p, days]) => [...days].map((day) => [p.id, day] as const))
    const rows = await sql`
      select to_json(s) as s from unnest(${pairs.map(([id]) => id)}::text[], ${pairs.map(([, day]) => day)}::date[]) as x(point_id, day)
      join shift_days s on s.point_id = x.point_id and s.day = x.day`
    const calendars = calendarsOf(
      wanted.map(([p]) => p),
      rows,
    )
    for (const [p, days] of wanted) for (const day of days) putPointDay(index, calendars.get(p.id)!, day)
  }

  function wake(ms: number): void {
    if (!stopped && !timer) timer = setTimeout(drain, ms)
  }

  function drain(): void {
    const ids = [...dirty].slice(0, pointsAtOnce)
    for (const id of ids) dirty.delete(id)
    const began = performance.now()
    running = refresh(ids)
      .then(
        () => Math.max(gapMs, 4 * (performance.now() - began)),
        () => {
          for (const id of ids) dirty.add(id)
          return mendMs
        },
      )
      .then((pause) => {
        timer = null
        running = null
        if (dirty.size > 0) wake(pause)
      })
  }

  return {
    /** Reads everything anew. */
    load,
    /** Something at a point has moved. */
    moved(pointId: PointId): void {
      dirty.add(pointId)
      wake(gapMs)
    },
    /** The earliest free times among points: by instant, then distance. */
    earliest: (wanted: Wanted): Found[] => earliest(index, { ...wanted, points: candidatesOf(index, wanted.points) }),
    async stop(): Promise<void> {
      stopped = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
export type SlotIndex = ReturnType<typeof makeSlotIndex>

// biome-ignore lint/suspicious/noExplicitAny: rows as the driver hands them over
function calendarsOf(points: readonly Point[], rows: readonly any[]): Map<PointId, Calendar> {
  const calendars = new Map(points.map((p) => [p.id, emptyCalendar(p.id, settingsOf(p))]))
  for (const { s } of rows) putShiftDay(calendars.get(s.point_id)!, shiftDayOf(s))
  return calendars
}

/** What a search needs of a point; holding and cooling are none of its business. */
const settingsOf = (p: Point): CalendarSettings => ({
  zone: p.zone,
  gridMinutes: p.gridMinutes,
  holdMinutes: 0,
  coolMinutes: 0,
  leadMinutes: p.leadMinutes,
  horizonDays: p.horizonDays,
  peopleMax: p.peopleMax,
  services: Object.fromEntries(
    p.services.map(({ service, bookable }) => [
      service.id,
      { baseMinutes: service.baseMinutes, extraMinutes: service.extraMinutes, bookable, gridMinutes: null },
    ]),
  ),
})
