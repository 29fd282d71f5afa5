import { For } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'
import type { StageState } from './routes.ts'
import { useWords } from './words.ts'

const width = 300
const height = 92
const hourMs = 3_600_000
const leastMinutes = 30

type Curve = StageState['curves'][number]

/** The waits of both halls over the last hour. Time runs from left to right in every language, as on a clock's face. */
export function Curves(props: { curves: StageState['curves']; at: string }) {
  const t = useWords()
  const format = useFormat()
  const top = () => Math.max(leastMinutes, ...props.curves.flatMap(({ points }) => points.map(({ minutes }) => minutes))) * 1.06
  const x = (at: string) => width * (1 - (Date.parse(props.at) - Date.parse(at)) / hourMs)
  const y = (minutes: number) => height * (1 - minutes / top())
  const path = ({ points }: Curve) => points.map(({ at, minutes }) => `${x(at).toFixed(1)},${y(minutes).toFixed(1)}`).join(' ')
  const says = ({ point, minutes }: Curve) =>
    minutes === null ? t().curve.nobody(point.name) : t().curve.of(point.name, format().duration(Math.round(minutes)))
  const marks = () => [15, 30, 60, 90, 120].filter((minutes) => minutes < top() && (top() < 70 || minutes % 30 === 0))
  return (
    <figure class="curves">
      <h2>{t().curve.title}</h2>
      <div class="chart" aria-hidden="true">
        <svg viewBox={`0 0 ${width} ${height + 2}`} preserveAspectRatio="none" aria-hidden="true">
          <For each={marks()}>{(minutes) => <line class="mark" x1="0" x2={width} y1={y(minutes)} y2={y(minutes)} />}</For>
          <line class="floor" x1="0" x2={width} y1={height} y2={height} />
          <For each={props.curves}>{(curve, n) => <polyline class={n() ? 'there' : 'here'} points={path(curve)} />}</For>
        </svg>
        <div class="scale">
          <For each={marks()}>{(minutes) => <span style={{ top: `${(100 * y(minutes)) / (height + 2)}%` }}>{minutes}</span>}</For>
        </div>
        <p class="time">
          <bdi>{t().curve.ago}</bdi>
          <bdi>{t().curve.now}</bdi>
        </p>
      </div>
      <figcaption>
        <ul>
          <For each={props.curves}>
            {(curve, n) => (
              <li>
                <svg class="key" viewBox="0 0 26 6" aria-hidden="true">
                  <line class={n() ? 'there' : 'here'} x1="1" x2="25" y1="3" y2="3" />
                </svg>
                <span>{says(curve)}</span>
              </li>
            )}
          </For>
        </ul>
      </figcaption>
    </figure>
  )
}
