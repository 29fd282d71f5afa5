import { For, type JSX, Show } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'
import type { Answer } from './answer.ts'
import { useFigureNames, useWords } from './words.ts'

type Sum = Answer['sum']
const channels = [
  ['walk-in', 'walkIn'],
  ['web', 'web'],
  ['phone', 'phone'],
  ['desk', 'desk'],
  ['partner', 'partner'],
] as const

/** Everything together, in five cards; each says what its figure means. */
export function Sums(props: { sum: Sum; by: Answer['by'] }) {
  const t = useWords()
  const names = useFigureNames()
  const format = useFormat()
  const number = (n: number) => format().number(n)
  const minutes = (n: number | null) => (n === null ? '–' : t().minutes(n))
  const then = () => props.sum.before
  return (
    <section class="figure-cards" aria-label={names().sum}>
      <Figure name={names().tickets} figure={number(props.sum.tickets)} was={then() && number(then()!.tickets)} what={t().what.tickets}>
        <Channels visits={props.sum.visits} tickets={props.sum.tickets} />
      </Figure>
      <Figure
        name={t().card.waits}
        figure={minutes(props.sum.waits.medianMinutes)}
        was={then() && minutes(then()!.waits.medianMinutes)}
        what={t().what.waits}
      >
        <ul class="plain">
          <li>{t().half(minutes(props.sum.waits.medianMinutes))}</li>
          <li>{t().nine(minutes(props.sum.waits.p90Minutes))}</li>
          <li>{t().over(number(props.sum.waits.over30))}</li>
        </ul>
      </Figure>
      <Figure
        name={t().card.said}
        figure={props.sum.said.told === 0 ? '–' : `${Math.round((100 * props.sum.said.kept) / props.sum.said.told)}\u00a0%`}
        what={t().what.said}
      >
        <ul class="plain">
          <li>{t().kept(number(props.sum.said.kept), number(props.sum.said.told))}</li>
          <li>{t().told(minutes(props.sum.said.medianSaidMinutes), minutes(props.sum.said.medianWaitMinutes))}</li>
        </ul>
      </Figure>
      <Figure
        name={t().card.gone}
        figure={number(props.sum.missed + props.sum.left)}
        was={then() && number(then()!.missed + then()!.left)}
        what={t().what.outcomes}
      >
        <ul class="plain">
          <li>{t().missed(number(props.sum.missed))}</li>
          <li>{t().left(number(props.sum.left))}</li>
          <li>{t().finished(number(props.sum.finished))}</li>
          <Show when={props.sum.sent > 0}>
            <li>{t().sent(number(props.sum.sent))}</li>
          </Show>
          <Show when={props.sum.present > 0}>
            <li>{t().present(number(props.sum.present))}</li>
          </Show>
        </ul>
      </Figure>
      <Show when={props.by === 'point' || props.by === 'service'}>
        <FirstFree free={props.sum.firstFree} />
      </Show>
    </section>
  )
}

function FirstFree(props: { free: Sum['firstFree'] }) {
  const t = useWords()
  const format = useFormat()
  const days = (n: number | null) => (n === null ? '–' : t().days(n))
  return (
    <Figure name={t().card.free} figure={days(props.free?.medianDays ?? null)} what={t().what.free}>
      <Show when={props.free} fallback={<p>{t().noneToBook}</p>}>
        {(free) => (
          <ul class="plain">
            <li>{t().half(days(free().medianDays))}</li>
            <Show when={free().soonestDays !== free().longestDays}>
              <li>{t().between(days(free().soonestDays), days(free().longestDays))}</li>
            </Show>
            <li>{t().full(format().number(free().full), format().number(free().offers))}</li>
          </ul>
        )}
      </Show>
    </Figure>
  )
}

function Figure(props: { name: string; figure: string; was?: string | null; what: string; children: JSX.Element }) {
  const t = useWords()
  return (
    <div class="card figure-card">
      <h3>{props.name}</h3>
      <p class="large">
        <b>{props.figure}</b> <Show when={props.was}>{(was) => <span class="soft">{t().was(was())}</span>}</Show>
      </p>
      {props.children}
      <p class="soft what">{props.what}</p>
    </div>
  )
}

function Channels(props: { visits: Sum['visits']; tickets: number }) {
  const names = useFigureNames()
  const format = useFormat()
  const some = () => channels.filter(([channel]) => props.visits[channel] > 0)
  return (
    <>
      <div class="channel-bar" aria-hidden="true">
        <For each={some()}>{([channel]) => <i class={`by-${channel}`} style={{ 'flex-grow': props.visits[channel] }} />}</For>
      </div>
      <dl class="channels">
        <For each={some()}>
          {([channel, name]) => (
            <div>
              <dt>
                <i class={`by-${channel}`} aria-hidden="true" />
                {names()[name]}
              </dt>
              <dd>{format().number(props.visits[channel])}</dd>
            </div>
          )}
        </For>
      </dl>
    </>
  )
}
