import { createSignal, For, Show } from 'solid-js'
import { ButtonLink } from '../../ui/components/Button.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { devicesHash } from '../devices/route.ts'
import type { Places } from './person.ts'
import { useWords } from './words.ts'

/** An admin who sees no hall comes to its devices from here. */
export function DevicesOf(props: { places: Places }) {
  const t = useWords()
  const [chosen, setChosen] = createSignal('')
  return (
    <section class="card devices-of-place" aria-labelledby="devices-of-place">
      <h2 id="devices-of-place">{t().devices.title}</h2>
      <Field name="devices-place" label={t().devices.place}>
        {(control) => (
          <select {...control} value={chosen()} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{t().choosePlace}</option>
            <For each={props.places.all}>{({ id, name }) => <option value={id}>{name}</option>}</For>
          </select>
        )}
      </Field>
      <Show when={chosen()}>
        {(id) => (
          <ButtonLink kind="quiet" icon="printer" href={devicesHash(id())}>
            {t().devices.go}
          </ButtonLink>
        )}
      </Show>
    </section>
  )
}
