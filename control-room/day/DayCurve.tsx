import { createMemo, createUniqueId, Show } from 'solid-js'
import './day.css'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { useFormat } from '../../ui/texts.tsx'
import type { Day } from '../hall.ts'
import { Part } from '../parts/Part.tsx'
import { chartOf, height, type Measure, width } from './chart.ts'
import { useWords } from './words.ts'

interface DayCurveProps {
  day: Day
  /** A time of day there, in words. */
  time: (at: number | string) => string
}

/** How the day went and how it may go on: who waits, and how long. Time runs from left to right in every language, as on the face of a clock. */
export function DayCurve(props: DayCurveProps) {
  const t = useWords()
  const format = useFormat()
  const peak = (measure: Measure) => props.day.past.reduce((most, m) => (m[measure] > most[measure] ? m : most), props.day.past[0]!)
  const present = () => props.day.past.at(-1)!
  const minutes = (n: number) => format().duration(n)
  const ahead = (measure: Measure) => {
    const moment = props.day.coming[Math.min(props.day.coming.length - 1, 11)]
    return moment && t().comes(format().number(moment[measure].from), format().number(moment[measure].until), props.time(moment.at))
  }
  const { number } = { number: (n: number) => format().number(n) }
  return (
    <Part heading={t().curve}>
      <Show when={props.day.opensAt !== null || present().waiting > 0} fallback={<p class="soft">{t().notOpen}</p>}>
        <Curve {...props} measure="waiting" heading={t().waiting}>
          {[t().saysWaiting(number(peak('waiting').waiting), props.time(peak('waiting').at), number(present().waiting)), ahead('waiting')]}
        </Curve>
        <Curve {...props} measure="longestMinutes" heading={t().longest}>
          {[
            t().saysLongest(
              minutes(peak('longestMinutes').longestMinutes),
              props.time(peak('longestMinutes').at),
              minutes(present().longestMinutes),
            ),
            ahead('longestMinutes'),
          ]}
        </Curve>
        <ul class="plain keys">
          <li>
            <svg viewBox="0 0 26 10" aria-hidden="true">
              <line class="so-far" x1="1" x2="25" y1="5" y2="5" />
            </svg>
            {t().before}
          </li>
          <Show when={props.day.coming.length > 0}>
            <li>
              <svg viewBox="0 0 26 10" aria-hidden="true">
                <rect class="to-come" width="26" height="10" />
              </svg>
              {t().ahead}
            </li>
          </Show>
        </ul>
        <Show when={props.day.coming.length > 0}>
          <p class="soft basis">
            {t().basis(
              number(props.day.basis.walkInsPerHour.from),
              number(props.day.basis.walkInsPerHour.until),
              t().counters(props.day.basis.countersOpen),
            )}
          </p>
        </Show>
      </Show>
    </Part>
  )
}

interface CurveProps extends DayCurveProps {
  measure: Measure
  heading: string
  children: readonly (string | undefined)[]
}

function Curve(props: CurveProps) {
  const t = useWords()
  const format = useFormat()
  const chart = createMemo(() => chartOf(props.day, props.measure))
  const name = createUniqueId()
  return (
    <figure class="day-curve" aria-labelledby={name}>
      <h4 id={name}>{props.heading}</h4>
      <div class="day-chart" aria-hidden="true">
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <Keyed each={chart().marks} by={({ value }) => value}>
            {(mark) => <line class="mark-line" x1="0" x2={width} y1={mark().y} y2={mark().y} />}
          </Keyed>
          <polygon class="to-come" points={chart().coming} />
          <line class="now" x1={chart().now} x2={chart().now} y1="0" y2={height} />
          <Show when={chart().limit !== undefined}>
            <line class="limit" x1="0" x2={width} y1={chart().limit} y2={chart().limit} />
          </Show>
          <line class="floor" x1="0" x2={width} y1={height} y2={height} />
          <polyline class="so-far" points={chart().past} />
        </svg>
        <Keyed each={chart().marks} by={({ value }) => value}>
          {(mark) => (
            <span class="value" style={{ top: `${(100 * mark().y) / height}%` }}>
              {format().number(mark().value)}
            </span>
          )}
        </Keyed>
        <Show when={chart().limit !== undefined}>
          <span class="value limit-value" style={{ top: `${(100 * chart().limit!) / height}%` }}>
            {t().limit(props.day.waitLimitMinutes)}
          </span>
        </Show>
        <Keyed each={chart().hours} by={({ at }) => at}>
          {(hour) => (
            <span class="hour" style={{ left: `${(100 * hour().x) / width}%` }}>
              {props.time(hour().at)}
            </span>
          )}
        </Keyed>
      </div>
      <figcaption class="soft">{props.children.filter(Boolean).join(' ')}</figcaption>
    </figure>
  )
}
