import { createMemo, For, onMount, Show } from 'solid-js'
import type { Asker } from '../../contract/ask.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import type { Me } from '../../ui/entry.ts'
import { makeFormat } from '../../ui/format.ts'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { createHallSeen, type HallSeen } from '../hall.ts'
import { longestMinutes, stateOf } from '../hall-state.ts'
import { manages } from '../person.ts'
import { PlanLink } from '../plan/PlanLink.tsx'
import { mayPlan } from '../plan/route.ts'
import type { Halls } from '../tiles.ts'
import { ReportLink } from '../totals/ReportLink.tsx'
import { useWords } from '../words.ts'
import { zoneName } from '../zones.ts'
import { ComingWait } from './ComingWait.tsx'
import { Devices } from './Devices.tsx'
import { Diversions } from './Diversions.tsx'
import { Named } from './Named.tsx'
import { Part } from './Part.tsx'
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
  const seen = createHallSeen(props.asker, props.id)
  const state = createMemo(() => stateOf(tile(), props.halls.now()))
  const there = createMemo(() => makeFormat(language(), tile().zone))
  const hasPlace = () => tile().latitude !== null && tile().longitude !== null
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  return (
    <aside class="card detail" id="hall" aria-labelledby="hall-name" onKeyDown={(event) => event.key === 'Escape' && props.onClose()}>
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
      <Show when={mayPlan(props.who, props.id)}>
        <PlanLink pointId={props.id} />
        <ReportLink pointId={props.id} />
      </Show>
      <Diversions asker={props.asker} halls={props.halls} id={props.id} services={seen()?.services ?? []} onSaid={props.onSaid} />
      <Show when={seen()}>{(known) => <Nearby seen={known()} open={tile().open} limit={tile().waitLimitMinutes} />}</Show>
      <Devices asker={props.asker} tile={tile()} now={props.halls.clock()} mayAdd={manages(props.who, props.id)} />
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

/** The waits of its services, and how its counters are. */
function Nearby(props: { seen: HallSeen; open: boolean; limit: number }) {
  const t = useWords()
  const waitState = (until: number, from: number) => (from >= props.limit ? 'over' : until > props.limit ? 'rising' : 'calm')
  return (
    <>
      <Show when={props.open}>
        <Part heading={t().detail.waits}>
          <ul class="plain services">
            <For each={props.seen.services.filter(({ walkIn }) => walkIn)}>
              {(service) => (
                <li>
                  <Named names={service.names} id={service.id} />
                  <span class="soft">{t().detail.ahead(service.ahead)}</span>
                  <Show when={service.wait} fallback={<span class="soft">{t().detail.noneHelps}</span>}>
                    {(wait) => <ComingWait wait={wait()} limit={props.limit} state={waitState(wait().untilMinutes, wait().fromMinutes)} />}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Part>
      </Show>
      <Part heading={t().detail.counters}>
        <Show when={props.seen.counters.length > 0} fallback={<p class="soft">{t().detail.noCounters}</p>}>
          <ul class="plain desks">
            <For each={props.seen.counters}>
              {(counter) => (
                <li classList={{ [counter.state]: true }}>
                  <bdi class="number" lang="en" dir="ltr">
                    {counter.id}
                  </bdi>
                  <span>{t().detail.counterStates[counter.state]}</span>
                  <Show when={counter.ticketLabel}>{(label) => <NumberLabel label={label()} />}</Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Part>
    </>
  )
}
