import { createMemo, For, untrack } from 'solid-js'
import { Keyed } from '../../ui/components/Keyed.tsx'
import type { HallState } from '../hall-state.ts'
import type { Halls } from '../tiles.ts'
import type { Cluster } from './clusters.ts'
import { Mark, MarkNumber } from './Mark.tsx'
import { namesFor, townName } from './names.ts'

interface MarksProps {
  clusters: readonly Cluster[]
  halls: Halls
  stateOf: (id: string) => HallState
  unit: number
  reachedId: string | undefined
  openId: string | undefined
  onPress: (cluster: Cluster) => void
  onReach: (id: string) => void
}

/** Names below, then the marks, then their numbers above all of them. */
export function Marks(props: MarksProps) {
  const names = createMemo(() => {
    const { unit } = props
    const nameOf = (id: string) => untrack(() => townName(props.halls.tile(id)))
    return namesFor(props.clusters, { nameOf, letter: 7 * unit, line: 15 * unit, room: 14 * unit })
  })
  return (
    <>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: names that each mark says itself */}
      <g class="names" aria-hidden="true" font-size={13 * props.unit}>
        <For each={names()}>
          {(one) => (
            <text x={one.x.toFixed(1)} y={(one.y + 4.5 * props.unit).toFixed(1)} text-anchor="middle">
              {one.name}
            </text>
          )}
        </For>
      </g>
      <Keyed each={props.clusters} by={({ id }) => id}>
        {(cluster) => (
          <Mark
            cluster={cluster()}
            halls={props.halls}
            stateOf={props.stateOf}
            unit={props.unit}
            reached={props.reachedId === cluster().id}
            opened={props.openId !== undefined && cluster().ids.includes(props.openId)}
            onPress={() => props.onPress(cluster())}
            onReach={() => props.onReach(cluster().id)}
          />
        )}
      </Keyed>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: numbers that each mark says itself */}
      <g class="numbers-above" aria-hidden="true">
        <Keyed each={props.clusters} by={({ id }) => id}>
          {(cluster) => <MarkNumber cluster={cluster()} halls={props.halls} stateOf={props.stateOf} unit={props.unit} />}
        </Keyed>
      </g>
    </>
  )
}
