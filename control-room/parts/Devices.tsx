import { For, Show } from 'solid-js'
import type { Tile } from '../tiles.ts'
import { useWords } from '../words.ts'
import { useAlertWords } from './alert-words.ts'
import { Part } from './Part.tsx'

/** What is wrong with the devices of a hall. */
export function Devices(props: { alerts: Tile['alerts'] }) {
  const t = useWords()
  const say = useAlertWords()
  return (
    <Show when={props.alerts.length > 0}>
      <Part heading={t().detail.devices}>
        <ul class="plain">
          <For each={props.alerts}>{(alert) => <li>{say(alert)}</li>}</For>
        </ul>
      </Part>
    </Show>
  )
}
