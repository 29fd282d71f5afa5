import { For, type JSX, Show } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'
import type { Answer } from './answer.ts'
import type { Days } from './periods.ts'
import { useWords } from './words.ts'

type Row = Answer['rows'][number]

/** From so many bars on not every one has its name below it. */
const namedMax = 16

/** Numbers and waits day by day, or week by week; days beside those that are asked for are pale. */
export function Curve(props: { course: Answer; days: Days }) {
  const t = useWords()
  const format = useFormat()
  const most = () => Math.max(1, ...props.course.rows.map((row) => row.tickets))
  const longest = () => Math.max(1, ...props.course.rows.map((row) => row.waits.p90Minutes ?? 0))
  const minutes = (n: number | null) => (n === null ? '–' : t().minutes(n))
  const waitsSaid = ({ waits }: Row) =>
    waits.called === 0 ? t().noWaits : `${t().half(minutes(waits.medianMinutes))}, ${t().nine(minutes(waits.p90Minutes))}`
  const share = (n: number | null, of: number) => `${(100 * (n ?? 0)) / of}%`
  return (
    <div class="curves">
      <Bars
        course={props.course}
        days={props.days}
        heading={props.course.by === 'day' ? t().perDay : t().perWeek}
        most={t().most(format().number(most()))}
        says={(row) => t().numbers(row.tickets)}
      >
        {(row) => <i class="bar-whole" style={{ 'block-size': share(row.tickets, most()) }} />}
      </Bars>
      <Bars course={props.course} days={props.days} heading={t().waitsOver} most={t().most(minutes(longest()))} says={waitsSaid}>
        {(row) => (
          <Show when={row.waits.called > 0}>
            <i class="bar-nine" style={{ 'block-size': share(row.waits.p90Minutes, longest()) }} />
            <i class="bar-half" style={{ 'block-size': share(row.waits.medianMinutes, longest()) }} />
          </Show>
        )}
      </Bars>
    </div>
  )
}

interface BarsProps {
  course: Answer
  days: Days
  heading: string
  most: string
  says: (row: Row) => string
  children: (row: Row) => JSX.Element
}

function Bars(props: BarsProps) {
  const t = useWords()
  const format = useFormat()
  const isWeek = () => props.course.by === 'week'
  const every = () => Math.ceil(props.course.rows.length / namedMax)
  const inside = (row: Row) => isWeek() || (row.id >= props.days.from && row.id < props.days.until)
  const name = (day: string) =>
    isWeek() || every() > 1 ? `${Number(day.slice(8))}-${Number(day.slice(5, 7))}` : format().weekdayShort(day)
  return (
    <figure class="card curve">
      <figcaption>
        <b>{props.heading}</b> <span class="soft">{props.most}</span>
      </figcaption>
      <ol class="bars-by-day" style={{ '--bars': props.course.rows.length }}>
        <For each={props.course.rows}>
          {(row, i) => (
            <li
              classList={{ beside: !inside(row), simulated: row.simulated }}
              title={`${format().day(row.id)}: ${props.says(row)}${row.simulated ? ` (${t().simulated})` : ''}`}
            >
              <span class="unseen">
                {format().day(row.id)}: {props.says(row)}
              </span>
              <span class="bar-place" aria-hidden="true">
                {props.children(row)}
              </span>
              <span class="bar-name" aria-hidden="true">
                {i() % every() === 0 ? name(row.id) : ''}
              </span>
            </li>
          )}
        </For>
      </ol>
    </figure>
  )
}
