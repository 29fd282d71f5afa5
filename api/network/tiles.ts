import type { PointId } from '../../domain/ids.ts'
import type { Point } from '../catalogue.ts'
import type { House } from '../house.ts'
import { makeAlerts } from './alerts.ts'
import { type Alert, type Tile, tileOf } from './tile.ts'

/** What depends on the time alone (open, unseen, a wait that shrinks) is read again after so long. */
const oldMs = 12_000
/** So many halls are loaded at once, so that the first look at the network leaves connections to the counters. */
const loadsMax = 4
/** Tiles are computed for so long before others get a turn. */
const turnMs = 4

type Known = { tile: Tile; text: string; seal: string; at: number; clockAt: number }

/**
 * The tiles of a process: computed when first asked for, kept, and computed again only where a hall, a device or a diversion has moved. A tile
 * that comes out the same stays the same object, so that a stream knows what it has sent.
 */
export function makeTiles(house: House) {
  const known = new Map<PointId, Known>()
  const alerts = makeAlerts(house)

  async function refreshOne(point: Point, here: readonly Alert[]): Promise<void> {
    const kept = await house.keeper.kept(point.id)
    const diversions = house.diversions.from(point.id)
    const seal = JSON.stringify([
      kept.hall.day,
      kept.hall.version,
      kept.calendar.version,
      point.revision,
      here,
      diversions.map((d) => d.id),
    ])
    const before = known.get(point.id)
    const now = house.clock.now()
    if (before?.seal === seal && Math.max(performance.now() - before.at, now - before.clockAt) < oldMs) return
    const waits = await house.waits.ofPoint(point.id)
    const tile = tileOf({ point, kept, waits, alerts: here, diversions, catalogue: house.catalogue }, now)
    const text = JSON.stringify(tile)
    known.set(point.id, { tile: before?.text === text ? before.tile : tile, text, seal, at: performance.now(), clockAt: now })
  }

  return {
    /** Brings the tiles of these points up to date. */
    async refresh(points: readonly Point[]): Promise<void> {
      const wrong = await alerts.read()
      const left = [...points]
      let turnAt = performance.now()
      const work = async () => {
        for (let point = left.shift(); point; point = left.shift()) {
          await refreshOne(point, wrong.get(point.id) ?? [])
          if (performance.now() - turnAt < turnMs) continue
          await new Promise((resolve) => setImmediate(resolve))
          turnAt = performance.now()
        }
      }
      await Promise.all(Array.from({ length: loadsMax }, work))
    },
    /** The tiles of these points as they were last brought up to date. */
    of: (points: readonly Point[]): Tile[] => points.flatMap((p) => known.get(p.id)?.tile ?? []),
  }
}
export type Tiles = ReturnType<typeof makeTiles>

const byHouse = new WeakMap<House, Tiles>()

/** The tiles of a house: made when they are first asked for. */
export function tilesOf(house: House): Tiles {
  const tiles = byHouse.get(house) ?? makeTiles(house)
  byHouse.set(house, tiles)
  return tiles
}
