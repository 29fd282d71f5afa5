import { type Accessor, batch, createEffect, createSignal, untrack } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Asker } from '../contract/ask.ts'
import { network as networkRoute } from '../contract/network.ts'
import type { ResultOf } from '../contract/route.ts'
import { watch } from '../contract/watch.ts'
import { createHallClock } from '../ui/hall-clock.ts'
import { createLive, type Live } from '../ui/live.ts'

type Network = ResultOf<typeof networkRoute>
export type Tile = Network['tiles'][number]

export interface Halls {
  /** In no order; the same array as long as no hall comes or goes. */
  ids: Accessor<readonly string[]>
  /** Each field is a signal of its own: what did not move is not drawn again. */
  tile: (id: string) => Tile
  /** The present where the halls are, to ten seconds; it stands still while the connection is cut, as the halls do. */
  now: Accessor<number>
  /** The same, to the second, and never still. */
  clock: Accessor<number>
  /** Since when the connection is cut, by the clock of the halls; undefined while it is not. */
  lostAt: Accessor<number | undefined>
  live: Live<string>
}

const stepMs = 10_000

/** Follows all halls over one stream. The first value of a connection is everything, later ones only what moved. */
export function createHalls(asker: Asker): Halls {
  const [tiles, setTiles] = createStore<Record<string, Tile>>({})
  const [ids, setIds] = createSignal<readonly string[]>([], { equals: (a, b) => a.join() === b.join() })
  const hall = createHallClock()
  const merge = (value: Network, whole: boolean) =>
    batch(() => {
      for (const tile of value.tiles) setTiles(tile.pointId, reconcile(tile))
      if (whole) setIds(value.tiles.map(({ pointId }) => pointId))
      else setIds((known) => [...known, ...value.tiles.map(({ pointId }) => pointId).filter((id) => !known.includes(id))])
      hall.hear(value.at)
    })
  const live = createLive((signal, onState) => follow(asker, signal, onState, merge))
  const [now, setNow] = createSignal(0)
  createEffect(() => {
    const at = Math.floor(hall.now() / stepMs) * stepMs
    if (live.connected()) setNow(at)
  })
  const lostAt = () => {
    const at = live.lostAt()
    return at === undefined ? undefined : at + untrack(hall.now) - Date.now()
  }
  return { ids, tile: (id) => tiles[id]!, now, clock: hall.now, lostAt, live }
}

async function* follow(
  asker: Asker,
  signal: AbortSignal,
  onState: (connected: boolean) => void,
  merge: (value: Network, whole: boolean) => void,
): AsyncGenerator<string> {
  let whole = true
  const tell = (connected: boolean) => {
    whole ||= !connected
    onState(connected)
  }
  for await (const value of watch(asker, networkRoute, {}, signal, tell)) {
    merge(value, whole)
    whole = false
    yield value.at
  }
}
