import { minuteMs } from '../domain/time.ts'
import type { Tile } from './tiles.ts'

/** `over`: people wait longer than the limit, or wait and nobody helps them. `rising`: about to. */
export type HallState = 'over' | 'rising' | 'calm' | 'closed'
export const hallStates: readonly HallState[] = ['over', 'rising', 'calm', 'closed']

type Seen = Pick<Tile, 'open' | 'waiting' | 'longestSince' | 'wait' | 'waitLimitMinutes' | 'countersOpen'>

/** How long who has waited longest is waiting now, in whole minutes; null where nobody waits. */
export const longestMinutes = ({ longestSince }: Pick<Tile, 'longestSince'>, now: number): number | null =>
  longestSince === null ? null : Math.max(0, Math.floor((now - Date.parse(longestSince)) / minuteMs))

/** People wait, and no counter is open. */
export const isStranded = ({ waiting, countersOpen }: Pick<Tile, 'waiting' | 'countersOpen'>): boolean => waiting > 0 && countersOpen === 0

/** How a hall is: by its longest wait now and the wait that comes, against its own limit. */
export function stateOf(tile: Seen, now: number): HallState {
  if (!tile.open && tile.waiting === 0) return 'closed'
  const limit = tile.waitLimitMinutes
  const longest = longestMinutes(tile, now) ?? 0
  if (longest >= limit || isStranded(tile) || (tile.wait?.fromMinutes ?? 0) >= limit) return 'over'
  return longest >= limit / 2 || (tile.wait?.untilMinutes ?? 0) > limit ? 'rising' : 'calm'
}

/** What the whole network comes to. */
export function totalsOf(tiles: readonly Tile[], now: number) {
  const open = tiles.filter((tile) => tile.open)
  const sum = (of: (tile: Tile) => number, among = tiles) => among.reduce((all, tile) => all + of(tile), 0)
  const alerts = tiles.flatMap((tile) => tile.alerts.map((alert) => ({ ...alert, name: tile.name })))
  return {
    waiting: sum((tile) => tile.waiting),
    open: open.length,
    over: tiles.filter((tile) => stateOf(tile, now) === 'over').length,
    rising: tiles.filter((tile) => stateOf(tile, now) === 'rising').length,
    countersOpen: sum((tile) => tile.countersOpen),
    countersPlanned: sum((tile) => tile.countersPlanned, open),
    notOpen: sum((tile) => Math.max(0, tile.countersPlanned - tile.countersOpen), open),
    alerts,
  }
}
