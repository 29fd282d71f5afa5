import { createMemo, Index, Show } from 'solid-js'
import { stateShapes } from '../../ui/components/Tag.tsx'
import { useFormat } from '../../ui/texts.tsx'
import { type HallState, hallStates } from '../hall-state.ts'
import { isolated } from '../isolated.ts'
import { kindOf } from '../parts/StateTag.tsx'
import type { Halls } from '../tiles.ts'
import { useWords as useRoomWords } from '../words.ts'
import type { Cluster } from './clusters.ts'
import { useWords } from './words.ts'

interface MarkProps {
  cluster: Cluster
  halls: Halls
  stateOf: (id: string) => HallState
  /** Pixels of what is one at a root of 16. */
  unit: number
  reached: boolean
  opened: boolean
  onPress: () => void
  onReach: () => void
}

/** A hall that is closed: a square, empty. */
export const closedShape = 'M1 1h8v8H1z'
const hitRadius = 13

/** How large a mark is, by how many wait: its area grows with them. */
const radiusOf = (waiting: number): number => Math.min(13, 5 + Math.sqrt(waiting) * 1.1)

/** What a mark tells of its halls. */
function createTold(props: Pick<MarkProps, 'cluster' | 'halls' | 'stateOf' | 'unit'>) {
  const tiles = createMemo(() => props.cluster.ids.map(props.halls.tile))
  const states = createMemo(() => props.cluster.ids.map((id) => hallStates.indexOf(props.stateOf(id))))
  const state = createMemo(() => hallStates[Math.min(...states())]!)
  const waiting = createMemo(() => tiles().reduce((sum, tile) => sum + tile.waiting, 0))
  const radius = () => radiusOf(waiting()) * props.unit
  return { tiles, states, state, waiting, radius, isSeveral: () => props.cluster.ids.length > 1 }
}

/** One hall, or some close together: the shape and colour of the worst of them, as large as many wait. Only attributes change. */
export function Mark(props: MarkProps) {
  const t = useWords()
  const room = useRoomWords()
  const { tiles, states, state, waiting, radius, isSeveral } = createTold(props)
  const says = () =>
    isSeveral()
      ? t().several(t().halls(props.cluster.ids.length), t().atWorst(room().states[state()]), t().waiting(waiting()))
      : t().one(isolated(tiles()[0]!.name), room().states[state()], t().waiting(waiting()))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no button of HTML
    <g
      role="button"
      tabindex={props.reached ? 0 : -1}
      id={`mark-${props.cluster.id}`}
      class="mark"
      classList={{ [state()]: true, opened: props.opened }}
      aria-label={says()}
      aria-pressed={props.opened}
      transform={at(props.cluster)}
      onClick={() => props.onPress()}
      onFocus={() => props.onReach()}
    >
      <title>{says()}</title>
      <circle class="hit" r={Math.max(hitRadius * props.unit, radius() + (isSeveral() ? 8 : 4) * props.unit)} />
      <Show when={isSeveral()}>
        <Ring states={states()} radius={radius() + 3.5 * props.unit} width={3 * props.unit} />
      </Show>
      <path
        d={stateShapes[kindOf[state()]] ?? closedShape}
        transform={`scale(${(radius() / 5).toFixed(3)}) translate(-5 -5)`}
        stroke-width={((5 * props.unit) / radius()).toFixed(2)}
      />
    </g>
  )
}

const at = ({ x, y }: Cluster): string => `translate(${x.toFixed(1)} ${y.toFixed(1)})`

/** How the halls of a mark are, each state as long a piece of the ring as it has a share of them. */
function Ring(props: { states: readonly number[]; radius: number; width: number }) {
  const pieces = createMemo(() => {
    const share = (rank: number) => (100 * props.states.filter((one) => one === rank).length) / props.states.length
    let from = 0
    return hallStates.map((_, rank) => {
      const piece = { from, length: share(rank) }
      from += piece.length
      return piece
    })
  })
  return (
    <>
      <circle class="ground" r={props.radius + props.width / 2} />
      <Index each={pieces()}>
        {(piece, rank) => (
          <circle
            class={`ring ${hallStates[rank]}`}
            r={props.radius}
            pathLength="100"
            stroke-width={props.width}
            stroke-dasharray={`${piece().length.toFixed(2)} 100`}
            stroke-dashoffset={(-piece().from).toFixed(2)}
            visibility={piece().length > 0 ? undefined : 'hidden'}
          />
        )}
      </Index>
    </>
  )
}

/** How many wait where it is too long, above all marks. */
export function MarkNumber(props: Pick<MarkProps, 'cluster' | 'halls' | 'stateOf' | 'unit'>) {
  const format = useFormat()
  const { state, waiting, radius, isSeveral } = createTold(props)
  const aside = () => radius() + (isSeveral() ? 7 : 3) * props.unit
  return (
    <text
      transform={at(props.cluster)}
      x={aside()}
      y={4.5 * props.unit}
      font-size={`${13 * props.unit}`}
      visibility={state() === 'over' ? undefined : 'hidden'}
    >
      {format().number(waiting())}
    </text>
  )
}
