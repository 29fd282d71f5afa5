import { createMemo, onMount, Show } from 'solid-js'
import type { Asker } from '../../contract/ask.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import type { Me } from '../../ui/entry.ts'
import { makeFormat } from '../../ui/format.ts'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { DayCurve } from '../day/DayCurve.tsx'
import { DayTotals } from '../day/DayTotals.tsx'
import { WhoWaits } from '../day/WhoWaits.tsx'
import { DevicesLink } from '../devices/DevicesLink.tsx'
import { createHallSeen } from '../hall.ts'
import { longestMinutes, stateOf } from '../hall-state.ts'
import { manages } from '../person.ts'
import { PlanLink } from '../plan/PlanLink.tsx'
import { mayPlan } from '../plan/route.ts'
import type { Halls } from '../tiles.ts'
import { ReportLink } from '../totals/ReportLink.tsx'
import { useWords } from '../words.ts'
import { zoneName } from '../zones.ts'
import { ComingWait } from './ComingWait.tsx'
import { Counters } from './Counters.tsx'
import { Devices } from './Devices.tsx'
import { Diversions } from './Diversions.tsx'
import { StateTag } from './StateTag.tsx'

interface DetailProps {
  asker: Asker
  who: Me
  halls: Halls
  id: string
  onClose: () => void
  onDivert: () => void
  onSaid: (sentence: string) => void
}

/** One hall from nearby, beside the others. */
export function Detail(props: DetailProps) {
  const t = useWords()
  const format = useFormat()
  const language = useLanguage()
  const tile = () => props.halls.tile(props.id)
  const seen = createHallSeen(props.asker, props.id, () => tile().version)
  const state = createMemo(() => stateOf(tile(), props.halls.now()))
  const there = createMemo(() => makeFormat(language(), tile().zone))
  const time = (at: number | string) => there().time(at)
  const hasPlace = () => tile().latitude !== null && tile().longitude !== null
  // A window over the hall closes on the same key, and alone.
  const onKey = (event: KeyboardEvent & { target: Element }) => {
    if (event.key === 'Escape' && !event.target.closest('dialog')) props.onClose()
  }
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  return (
    <aside class="card detail" id="hall" aria-labelledby="hall-name" onKeyDown={onKey}>
      <div class="top">
        <h2 id="hall-name" tabindex="-1" ref={heading}>
          <bdi>{tile().name}</bdi>
        </h2>
        <Button kind="plain" class="shut" aria-label={t().detail.close} onClick={() => props.onClose()}>
          <Icon name="close" />
        </Button>
        <Button kind="quiet" icon="back" class="to-all" onClick={() => props.onClose()}>
          {t().detail.back}
        </Button>
      </div>
      <div class="row">
        <StateTag state={state()} />
        <span class="soft">{t().limit(tile().waitLimitMinutes)}</span>
      </div>
      <Show when={there().zone !== format().zone}>
        <p class="soft">{t().detail.localTime(there().time(props.halls.now()), zoneName(tile().zone, language()))}</p>
      </Show>
      <Figures
        waiting={tile().waiting}
        longest={longestMinutes(tile(), props.halls.now())}
        serving={tile().serving}
        finished={tile().finishedToday}
      />
      <Show when={tile().wait}>
        {(wait) => (
          <div class="now">
            <span>{t().columns.wait}</span>
            <ComingWait wait={wait()} limit={tile().waitLimitMinutes} state={state()} />
          </div>
        )}
      </Show>
      <Show when={tile().open} fallback={<p>{t().detail.closed}</p>}>
        <Show when={hasPlace()} fallback={<p>{t().detail.noPlace}</p>}>
          <Button onClick={() => props.onDivert()}>{t().detail.send}</Button>
        </Show>
      </Show>
      <div class="row">
        <Show when={mayPlan(props.who, props.id)}>
          <PlanLink pointId={props.id} />
          <ReportLink pointId={props.id} />
        </Show>
        <Show when={manages(props.who, props.id)}>
          <DevicesLink pointId={props.id} />
        </Show>
      </div>
      <Show when={seen()?.day}>{(day) => <DayCurve day={day()} time={time} />}</Show>
      <Diversions asker={props.asker} halls={props.halls} id={props.id} services={seen()?.services ?? []} onSaid={props.onSaid} />
      <Show when={seen()}>
        {(known) => (
          <>
            <Counters asker={props.asker} pointId={props.id} zone={tile().zone} counters={known().counters} />
            <WhoWaits seen={known()} open={tile().open} limit={tile().waitLimitMinutes} time={time} />
          </>
        )}
      </Show>
      <Devices alerts={tile().alerts} />
      <Show when={seen()?.day}>{(day) => <DayTotals totals={day().totals} />}</Show>
    </aside>
  )
}

function Figures(props: { waiting: number; longest: number | null; serving: number; finished: number }) {
  const t = useWords()
  return (
    <dl class="figures">
      <div>
        <dt>{t().columns.waiting}</dt>
        <dd>{props.waiting}</dd>
      </div>
      <div>
        <dt>{t().columns.longest}</dt>
        <dd>{props.longest === null ? '–' : t().minutes(props.longest)}</dd>
      </div>
      <div>
        <dt>{t().columns.serving}</dt>
        <dd>{props.serving}</dd>
      </div>
      <div>
        <dt>{t().columns.finished}</dt>
        <dd>{props.finished}</dd>
      </div>
    </dl>
  )
}
