import { For, Show } from 'solid-js'
import type { Position } from '../../domain/distance.ts'
import { inFrame } from '../../domain/map-frame.ts'
import type { PointOut } from '../ask-slots.ts'
import type { SoonestFound } from '../ask-soonest.ts'
import { useWords } from '../texts.ts'

interface PointMapProps {
  map: NonNullable<SoonestFound['map']>
  /** Those with a number, in the order of the list. */
  shown: readonly PointOut[]
  at: Position | null
}

const positionOf = ({ latitude, longitude }: PointOut): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }

/** Land, sea and points, drawn from our own data. Nobody needs it: all that it shows stands in the list. */
export function PointMap(props: PointMapProps) {
  const t = useWords()
  const frame = () => props.map.frame
  const drawn = (position: Position) => {
    const { x, y } = inFrame(frame(), position)
    return { x: Math.round(x), y: Math.round(y) }
  }
  const isInside = ({ x, y }: { x: number; y: number }) => x >= 0 && y >= 0 && x <= frame().width && y <= frame().height
  // All other points are one line without length for each, whose round ends are the dots: ten bytes a point.
  const dots = () =>
    props.map.points
      .flatMap((point) => (props.shown.some(({ id }) => id === point.id) ? [] : (positionOf(point) ?? [])))
      .map(drawn)
      .filter(isInside)
      .map(({ x, y }) => `M${x} ${y}h0`)
      .join('')
  // The first is drawn last, so that it lies on top.
  const numbered = () =>
    props.shown
      .flatMap((point, i) => {
        const position = positionOf(point)
        return position ? [{ number: i + 1, ...drawn(position) }].filter(isInside) : []
      })
      .reverse()
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${frame().width} ${frame().height}`} role="img" aria-label={t().find.map(props.shown.length)}>
        <path class="land" d={props.map.land} />
        <path class="dots" d={dots()} />
        <Show when={props.at}>{(at) => <circle class="here" cx={drawn(at()).x} cy={drawn(at()).y} r="7" />}</Show>
        <For each={numbered()}>
          {({ number, x, y }) => (
            <g class={number === 1 ? 'first' : ''}>
              <circle cx={x} cy={y} r="13" />
              <text x={x} y={y + 5}>
                {number}
              </text>
            </g>
          )}
        </For>
      </svg>
      <figcaption class="soft">{t().find.mapFrom}</figcaption>
    </figure>
  )
}
