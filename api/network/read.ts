import type { network } from '../../contract/network.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { PointId } from '../../domain/ids.ts'
import { iso } from '../../domain/time.ts'
import type { Point } from '../catalogue.ts'
import { may } from '../identity.ts'
import type { Asked } from '../serve.ts'
import type { Tile } from './tile.ts'
import { tilesOf } from './tiles.ts'

type Watching = Asked<typeof network>
type Network = ResultOf<typeof network>

/** Points that this manager may see. */
const mine = ({ house, identity }: Watching): Point[] => [...house.catalogue.points()].filter((p) => may(identity, ['point-manager'], p.id))

/** A point manager has no network, but sees their own part of it. */
export const maySeeSome = (asked: Watching): boolean => mine(asked).length > 0

/** Every hall that this manager may see. */
export async function readNetwork(asked: Watching): Promise<Network> {
  await tilesOf(asked.house).refresh(mine(asked))
  return everything(asked)
}

const everything = (asked: Watching): Network => ({ at: iso(asked.house.clock.now()), tiles: tilesOf(asked.house).of(mine(asked)) })

/** First everything, then the tiles that are different from what this stream sent last, each whole. */
export function followNetwork(asked: Watching): { first: () => Network; next: () => Promise<Network> } {
  const sent = new Map<PointId, Tile>()
  const unsent = (tiles: readonly Tile[]) => tiles.filter((t) => sent.get(t.pointId) !== t)
  const send = (value: Network): Network => {
    for (const tile of value.tiles) sent.set(tile.pointId, tile)
    return value
  }
  return {
    first: () => send(everything(asked)),
    async next() {
      const value = await readNetwork(asked)
      return send({ at: value.at, tiles: unsent(value.tiles) })
    },
  }
}
