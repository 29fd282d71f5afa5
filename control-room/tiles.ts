import { type Accessor, batch, createEffect, createSignal, untrack } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import type { Asker } from '../contract/ask.ts'
import { network as networkRoute } from '../contract/network.ts'
import type { ResultOf } from '../contract/route.ts'
import { watch } from '../contract/watch.ts'
import { createHallClock } from '../ui/hall-clock.ts'
import { createLive, type Live } from '../ui/live.ts'

type Network = ResultOf<typeof networkRoute>
export type Tile = Network['tiles'][number]

export type Organisations = ReadonlyMap<string, Network['organisations'][number]['names']>

export interface Halls {
  /** In no order; the same array as long as no hall comes or goes. */
  ids: Accessor<readonly string[]>
  /** Each field is a signal of its own: what did not move is not drawn again. */
  tile: (id: string) => Tile
  /** All of them as they are now, told anew once for each value that comes: for what adds up or sorts them all. */
  all: Accessor<readonly Tile[]>
  /** Names of organisations by their id. */
  organisations: Accessor<Organisations>
  /** How many halls the api has not read yet. */
  toCome: Accessor<number>
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
  const [all, setAll] = createSignal<readonly Tile[]>([], { equals: false })
  const [organisations, setOrganisations] = createSignal<Organisations>(new Map())
  const [toCome, setToCome] = createSignal(0)
  const hall = createHallClock()
  const merge = (value: Network, whole: boolean) =>
    batch(() => {
      for (const tile of value.tiles) setTiles(tile.pointId, reconcile(tile))
      if (whole) setIds(value.tiles.map(({ pointId }) => pointId))
      else setIds((known) => added(known, value.tiles))
      if (value.organisations.length)
        setOrganisations((known) => new Map([...known, ...value.organisations.map((o) => [o.id, o.names] as const)]))
      setToCome(value.toCome)
      const plain = unwrap(tiles)
      setAll(untrack(ids).map((id) => plain[id]!))
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
  return { ids, tile: (id) => tiles[id]!, all, organisations, toCome, now, clock: hall.now, lostAt, live }
}

function added(known: readonly string[], tiles: readonly Tile[]): readonly string[] {
  const there = new Set(known)
  const more = tiles.flatMap(({ pointId }) => (there.has(pointId) ? [] : [pointId]))
  return more.length ? [...known, ...more] : known
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
