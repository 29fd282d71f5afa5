import { createSignal, Show } from 'solid-js'
import type { Asker } from '../../contract/ask.ts'
import { Button } from '../../ui/components/Button.tsx'
import { CloseCounter } from '../../ui/components/CloseCounter.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { useTexts } from '../../ui/texts.tsx'
import type { HallSeen } from '../hall.ts'
import { useWords } from '../words.ts'
import { Part } from './Part.tsx'

interface CountersProps {
  asker: Asker
  pointId: string
  zone: string
  counters: HallSeen['counters']
}

/** How the counters of a hall are, and who is called to each; one that a colleague left can be closed. */
export function Counters(props: CountersProps) {
  const t = useWords()
  const shared = useTexts()
  const [closing, setClosing] = createSignal<number>()
  let list: HTMLUListElement | undefined
  const end = (closed: boolean) => {
    setClosing(undefined)
    // The button that was pressed goes with the next value.
    if (closed) list?.focus()
  }
  return (
    <Part heading={t().detail.counters}>
      <Show when={props.counters.length > 0} fallback={<p class="soft">{t().detail.noCounters}</p>}>
        <ul class="plain desks" tabindex="-1" ref={(element) => (list = element)}>
          <Keyed each={props.counters} by={({ id }) => id}>
            {(counter) => (
              <li classList={{ [counter().state]: true }}>
                <bdi class="number" lang="en" dir="ltr">
                  {counter().id}
                </bdi>
                <span>{t().detail.counterStates[counter().state]}</span>
                <Show when={counter().ticketLabel}>{(label) => <NumberLabel label={label()} />}</Show>
                <Show when={counter().takenBy}>
                  <Button kind="plain" onClick={() => setClosing(counter().id)}>
                    {shared().close}
                    <span class="unseen"> {`${shared().counter} ${counter().id}`}</span>
                  </Button>
                </Show>
              </li>
            )}
          </Keyed>
        </ul>
      </Show>
      <Show when={props.counters.find(({ id }) => id === closing())}>
        {(counter) => <CloseCounter asker={props.asker} pointId={props.pointId} zone={props.zone} counter={counter()} onEnd={end} />}
      </Show>
    </Part>
  )
}
