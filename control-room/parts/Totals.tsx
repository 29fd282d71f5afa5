import { createMemo, type JSX, Show } from 'solid-js'
import { Tag } from '../../ui/components/Tag.tsx'
import { useFormat } from '../../ui/texts.tsx'
import { totalsOf } from '../hall-state.ts'
import { isolated } from '../isolated.ts'
import type { Tile } from '../tiles.ts'
import { useWords } from '../words.ts'
import { useAlertWords } from './alert-words.ts'

interface TotalsProps {
  tiles: readonly Tile[]
  now: number
}

/** What the whole network comes to, in four figures. */
export function Totals(props: TotalsProps) {
  const t = useWords()
  const format = useFormat()
  const say = useAlertWords()
  const totals = createMemo(() => totalsOf(props.tiles, props.now))
  const first = () => totals().alerts[0]
  // More are open than planned where colleagues help out: then a part of the plan says nothing.
  const counters = () => {
    const { countersOpen, countersPlanned } = totals()
    const open = format().number(countersOpen)
    return countersOpen < countersPlanned ? t().totals.ofPlanned(open, format().number(countersPlanned)) : open
  }
  return (
    <section class="totals" aria-label={t().totals.heading}>
      <Total heading={t().totals.waiting} figure={format().number(totals().waiting)}>
        {t().totals.inHalls(totals().open)}
      </Total>
      <Total heading={t().totals.over} figure={t().totals.halls(totals().over)}>
        <Tag kind={totals().rising > 0 ? 'warn' : 'good'}>
          {totals().rising > 0 ? t().totals.rising(totals().rising) : t().totals.noneRising}
        </Tag>
      </Total>
      <Total heading={t().totals.counters} figure={counters()}>
        {totals().notOpen > 0 ? t().totals.notOpen(totals().notOpen) : t().totals.planned(totals().countersPlanned)}
      </Total>
      <Total heading={t().totals.devices} figure={t().totals.alerts(totals().alerts.length)}>
        <Show when={first()} fallback={<Tag kind="good">{t().totals.allWell}</Tag>}>
          {(alert) => <Tag kind="bad">{t().both(isolated(alert().name), say(alert()))}</Tag>}
        </Show>
      </Total>
    </section>
  )
}

function Total(props: { heading: string; figure: string; children: JSX.Element }) {
  return (
    <div class="card total">
      <h2>{props.heading}</h2>
      <b>{props.figure}</b>
      <span>{props.children}</span>
    </div>
  )
}
