import { For, type JSX, Show } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'
import type { Day } from '../hall.ts'
import { Part } from '../parts/Part.tsx'
import { useWords } from './words.ts'

const channels = ['walk-in', 'web', 'phone', 'desk', 'partner'] as const

/** What today comes to at one hall, from its tickets: the outcomes add up to the numbers, and so do the channels. */
export function DayTotals(props: { totals: Day['totals'] }) {
  const t = useWords()
  const format = useFormat()
  const number = (n: number) => format().number(n)
  const minutes = (n: number | null) => (n === null ? '–' : format().duration(n))
  const waits = () => props.totals.waits
  return (
    <Part heading={t().totals}>
      <dl class="day-totals">
        <Line name={t().tickets} what={t().ticketsWhat} figure={number(props.totals.tickets)} isSum />
        <Line name={t().finished} figure={number(props.totals.finished)} />
        <Line name={t().present} what={t().presentWhat} figure={number(props.totals.present)} />
        <Line name={t().missed} figure={number(props.totals.missed)} />
        <Line name={t().left} figure={number(props.totals.left)} />
        <Line name={t().sent} figure={number(props.totals.sent)} />
      </dl>
      <h4>{t().channels}</h4>
      <dl class="day-totals">
        <For each={channels.filter((one) => (props.totals.visits[one] ?? 0) > 0)}>
          {(one) => <Line name={t().channel[one]} figure={number(props.totals.visits[one] ?? 0)} />}
        </For>
      </dl>
      <h4>{t().waits}</h4>
      <dl class="day-totals">
        <Line name={t().called} figure={number(waits().called)} />
        <Line name={t().median} figure={minutes(waits().medianMinutes)} />
        <Line name={t().p90} figure={minutes(waits().p90Minutes)} />
        <Line name={t().over} figure={number(waits().over30)} />
        <Line name={t().kept} figure={t().ofTold(number(props.totals.said.kept), number(props.totals.said.told))} />
      </dl>
    </Part>
  )
}

function Line(props: { name: string; what?: string; figure: string; isSum?: boolean }): JSX.Element {
  return (
    <div classList={{ sum: props.isSum }}>
      <dt>
        {props.name}
        <Show when={props.what}>
          <span class="soft"> ({props.what})</span>
        </Show>
      </dt>
      <dd>{props.figure}</dd>
    </div>
  )
}
