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

/** Who follows does not wait longer than this: what is not read or reckoned by then comes after. */
const patienceMs = 60

/** Every hall that this manager may see. */
export async function readNetwork(asked: Watching): Promise<Network> {
  const points = mine(asked)
  const isFollowed = asked.context.req.header('accept')?.includes('text/event-stream')
  await tilesOf(asked.house).refresh(points, isFollowed ? patienceMs : null)
  return everything(asked, points)
}

function everything(asked: Watching, points: readonly Point[]): Network {
  const tiles = tilesOf(asked.house)
  const told = tiles.of(points)
  const organisations = organisationsOf(asked, told)
  return { at: iso(asked.house.clock.now()), tiles: told, organisations, toCome: tiles.cold(points) }
}

const organisationsOf = ({ house }: Watching, tiles: readonly Tile[]): Network['organisations'] =>
  [...new Set(tiles.map((t) => t.organisationId))].map((id) => ({
    id,
    names: house.catalogue.organisation(id) as Network['organisations'][number]['names'],
  }))

/** First everything, then the tiles that are different from what this stream sent last, each whole. */
export function followNetwork(asked: Watching): { first: () => Network; next: () => Promise<Network> } {
  const sent = new Map<PointId, Tile>()
  const named = new Set<string>()
  const send = (value: Network): Network => {
    for (const tile of value.tiles) sent.set(tile.pointId, tile)
    for (const { id } of value.organisations) named.add(id)
    return value
  }
  return {
    first: () => send(everything(asked, mine(asked))),
    async next() {
      const { at, tiles, organisations, toCome } = await readNetwork(asked)
      const moved = tiles.filter((t) => sent.get(t.pointId) !== t)
      return send({ at, tiles: moved, organisations: organisations.filter(({ id }) => !named.has(id)), toCome })
    },
  }
}
