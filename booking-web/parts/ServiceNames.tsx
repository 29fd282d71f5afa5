import { For, Show } from 'solid-js'
import { Named } from '../../ui/components/Named.tsx'
import { useWords } from '../texts.ts'

/** The services that were chosen, by name, as a list in a sentence. */
export function ServiceNames(props: { services: readonly { id: string; names: Record<string, string> }[] }) {
  const t = useWords()
  return (
    <For each={props.services}>
      {(service, at) => (
        <>
          <Show when={at() > 0}>{t().list(['', ''])}</Show>
          <b>
            <Named names={service.names} else={service.id} />
          </b>
        </>
      )}
    </For>
  )
}
