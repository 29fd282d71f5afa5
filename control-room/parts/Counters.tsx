import { Show } from 'solid-js'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import type { HallSeen } from '../hall.ts'
import { useWords } from '../words.ts'
import { Part } from './Part.tsx'

/** How the counters of a hall are, and who is called to each. */
export function Counters(props: { counters: HallSeen['counters'] }) {
  const t = useWords()
  return (
    <Part heading={t().detail.counters}>
      <Show when={props.counters.length > 0} fallback={<p class="soft">{t().detail.noCounters}</p>}>
        <ul class="plain desks">
          <Keyed each={props.counters} by={({ id }) => id}>
            {(counter) => (
              <li classList={{ [counter().state]: true }}>
                <bdi class="number" lang="en" dir="ltr">
                  {counter().id}
                </bdi>
                <span>{t().detail.counterStates[counter().state]}</span>
                <Show when={counter().ticketLabel}>{(label) => <NumberLabel label={label()} />}</Show>
              </li>
            )}
          </Keyed>
        </ul>
      </Show>
    </Part>
  )
}
