import type { PointId } from '../../domain/ids.ts'
import type { Point } from '../catalogue.ts'
import type { PointTown } from '../gazetteer.ts'
import type { House } from '../house.ts'
import { makeAlerts } from './alerts.ts'
import { type Alert, type Running, type Tile, tileOf } from './tile.ts'

/** What depends on the time alone (open, unseen, a wait that shrinks) is read again after so long. */
const oldMs = 12_000
/** So many halls are loaded at once, so that the first look at the network leaves connections to the counters. */
const loadsMax = 4
/** Tiles are computed for so long before others get a turn. */
const turnMs = 4

type Known = { tile: Tile; text: string; day: string; hall: number; calendar: number; about: string; at: number; clockAt: number }

/**
 * The tiles of a process: computed when first asked for, kept, and computed again only where a hall, a device or a diversion has moved. A tile
 * that comes out the same stays the same object, so that a stream knows what it has sent.
 */
export function makeTiles(house: House) {
  const known = new Map<PointId, Known>()
  const alerts = makeAlerts(house)
  const townOf = makeTowns(house)
  const passes = new Map<string, Promise<void>>()

  /** What a tile shows beside its hall and calendar. */
  const aboutOf = (point: Point, here: readonly Alert[], diversions: readonly Running[]) =>
    `${point.revision} ${here.map((a) => `${a.device} ${a.code}`)} ${diversions.map((d) => `${d.id} ${d.went}`)}`

  async function refreshOne(point: Point, here: readonly Alert[]): Promise<void> {
    const kept = await house.keeper.kept(point.id)
    const { day, version: hall } = kept.hall
    const calendar = kept.calendar.version
    const diversions = await runningFrom(house, point.id)
    const about = aboutOf(point, here, diversions)
    const before = known.get(point.id)
    const now = house.clock.now()
    const same = before?.day === day && before.hall === hall && before.calendar === calendar && before.about === about
    if (same && Math.max(performance.now() - before.at, now - before.clockAt) < oldMs) return
    const waits = await house.waits.ofPoint(point.id)
    const tile = tileOf({ point, town: townOf(point.id), kept, waits, alerts: here, diversions, catalogue: house.catalogue }, now)
    const text = JSON.stringify(tile)
    const shown = before?.text === text ? before.tile : tile
    known.set(point.id, { tile: shown, text, day, hall, calendar, about, at: performance.now(), clockAt: now })
  }

  async function pass(points: readonly Point[]): Promise<void> {
    const wrong = await alerts.read()
    const left = points.values()
    let turnAt = performance.now()
    const work = async () => {
      for (const point of left) {
        await refreshOne(point, wrong.get(point.id) ?? [])
        if (performance.now() - turnAt < turnMs) continue
        await new Promise((resolve) => setImmediate(resolve))
        turnAt = performance.now()
      }
    }
    await Promise.all(Array.from({ length: loadsMax }, work))
  }

  const cold = (points: readonly Point[]): number => points.reduce((sum, p) => sum + (known.has(p.id) ? 0 : 1), 0)

  return {
    /**
     * Brings the tiles of these points up to date. Where that takes longer than `patienceMs`, it goes on while what is known is told; who watches
     * is rung when it is done.
     */
    async refresh(points: readonly Point[], patienceMs: number | null = null): Promise<void> {
      if (patienceMs === null) return pass(points)
      const name = points.map((p) => p.id).join(' ')
      const going = passes.get(name) ?? pass(points).finally(() => passes.delete(name))
      passes.set(name, going)
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise<true>((resolve) => {
        timer = setTimeout(() => resolve(true), patienceMs)
      })
      const isLate = await Promise.race([going.then(() => false), late])
      clearTimeout(timer)
      if (isLate) going.then(() => house.live.ring('*')).catch(() => {})
    },
    /** The tiles of these points as they were last brought up to date. */
    of: (points: readonly Point[]): Tile[] => points.flatMap((p) => known.get(p.id)?.tile ?? []),
    /** How many of these points have no tile yet. */
    cold,
  }
}
export type Tiles = ReturnType<typeof makeTiles>

/** The diversions that start at a point, with how many took a number at the other through each. */
const runningFrom = ({ diversions, keeper }: Pick<House, 'diversions' | 'keeper'>, pointId: PointId): Promise<Running[]> =>
  Promise.all(
    diversions.from(pointId).map(async (d) => {
      const { hall } = await keeper.kept(d.toPointId)
      const came = hall.tickets.values().filter((t) => t.otherPointId === pointId && t.origin === 'kiosk' && t.takenAt >= d.startedAt)
      return { ...d, went: came.toArray().length }
    }),
  )

/** Where points lie, found again when the catalogue is another. */
function makeTowns({ catalogue, gazetteer }: Pick<House, 'catalogue' | 'gazetteer'>): (pointId: PointId) => PointTown | undefined {
  let loads = -1
  let towns: ReadonlyMap<PointId, PointTown> = new Map()
  return (pointId) => {
    if (loads !== catalogue.loads()) {
      loads = catalogue.loads()
      towns = gazetteer.townsOfPoints()
    }
    return towns.get(pointId)
  }
}

const byHouse = new WeakMap<House, Tiles>()

/** The tiles of a house: made when they are first asked for. */
export function tilesOf(house: House): Tiles {
  const tiles = byHouse.get(house) ?? makeTiles(house)
  byHouse.set(house, tiles)
  return tiles
}
