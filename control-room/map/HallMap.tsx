import { createMemo, createSignal, onCleanup, onMount, Show } from 'solid-js'
import './map.css'
import type { Asker } from '../../contract/ask.ts'
import { type HallState, hallStates } from '../hall-state.ts'
import type { Halls } from '../tiles.ts'
import { useWords as useRoomWords } from '../words.ts'
import { type Cluster, nextTo } from './clusters.ts'
import { createMap } from './create-map.ts'
import { createHand } from './hand.ts'
import { Legend } from './Legend.tsx'
import { Marks } from './Marks.tsx'
import { Regions } from './Regions.tsx'
import { laidOnSheet, pushOf, type Spot } from './view.ts'
import { useWords } from './words.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

interface HallMapProps {
  asker: Asker
  halls: Halls
  stateOf: (id: string) => HallState
  /** Those that the filter leaves, the first ones first. */
  shown: readonly string[]
  openId: string | undefined
  onOpen: (id: string) => void
}

const ways: Record<string, Spot> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Where the halls are and how each is. All that it shows stands in the table, too. */
export function HallMap(props: HallMapProps) {
  const t = useWords()
  const room = useRoomWords()
  const map = createMap({ asker: props.asker, halls: props.halls, shown: () => props.shown, openId: () => props.openId })
  const [reached, setReached] = createSignal<string>()
  let sheet!: SVGSVGElement
  /** The mark that Tab leads to. */
  const current = createMemo<Cluster | undefined>(() => {
    const wanted = reached() ?? props.openId ?? props.shown[0]
    return map.clusters().find((cluster) => wanted !== undefined && cluster.ids.includes(wanted)) ?? map.clusters()[0]
  })
  const push = () => {
    const [view, size] = [map.view(), map.size()]
    return view && size ? pushOf(view, size) : { x: 0, y: 0 }
  }
  const focus = (cluster: Cluster | undefined) => {
    if (!cluster) return
    setReached(cluster.id)
    map.reveal(cluster)
    document.getElementById(`mark-${cluster.id}`)?.focus({ preventScroll: true })
  }
  const worst = (cluster: Cluster): string => {
    const rank = (id: string) => hallStates.indexOf(props.stateOf(id))
    return cluster.ids.toSorted((a, b) => rank(a) - rank(b) || props.halls.tile(b).waiting - props.halls.tile(a).waiting)[0]!
  }
  const press = (cluster: Cluster) => {
    setReached(cluster.id)
    if (hand.wasDrag()) return
    if (cluster.ids.length > 1 && map.into(cluster.ids)) focus(current())
    else props.onOpen(worst(cluster))
  }
  const hand = createHand(map)
  const key = (event: KeyboardEvent) => {
    const way = ways[event.key]
    const here = current()
    if (way && event.shiftKey) map.drag({ x: -way.x * 60, y: -way.y * 60 })
    else if (way && here) focus(nextTo(map.clusters(), here, way))
    else if (event.key === '+' || event.key === '=') map.zoom(2)
    else if (event.key === '-') map.zoom(0.5)
    else if (event.key === '0' || event.key === 'Home') map.home()
    else if ((event.key === 'Enter' || event.key === ' ') && here) press(here)
    else return
    event.preventDefault()
  }
  onMount(() => {
    const measure = () => {
      const { width, height } = sheet.getBoundingClientRect()
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
      if (width > 0) map.setSize({ width, height, unit })
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(sheet)
    onCleanup(() => watcher.disconnect())
  })
  return (
    <section class="card map" aria-label={t().title}>
      <Regions map={map} stateOf={props.stateOf} />
      <div class="sheet">
        {/* biome-ignore lint/a11y/useSemanticElements: it holds buttons, and is no fieldset */}
        <svg
          ref={(element) => {
            sheet = element
            hand.hold(element)
          }}
          role="group"
          aria-label={t().how}
          onKeyDown={key}
        >
          <g transform={`translate(${push().x.toFixed(1)} ${push().y.toFixed(1)})`}>
            <Show when={map.view() && map.coast()}>
              {(coast) => <path class="land" d={coast().path} transform={laidOnSheet(map.view()!, coast().frame)} />}
            </Show>
            <Marks
              clusters={map.clusters()}
              halls={props.halls}
              stateOf={props.stateOf}
              unit={map.size()?.unit ?? 1}
              reachedId={current()?.id}
              openId={props.openId}
              onPress={press}
              onReach={setReached}
            />
          </g>
        </svg>
        <Show when={map.regions().length === 0}>
          <p class="nowhere">{t().nowhere}</p>
        </Show>
      </div>
      <div class="map-foot">
        <Legend words={room().states} />
        <ZoomButtons onZoom={map.zoom} onHome={map.home} />
      </div>
    </section>
  )
}
