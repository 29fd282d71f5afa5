import { Show } from 'solid-js'
import { fieldId } from '../../ui/components/Field.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { useWords } from '../words.ts'
import { Named } from './Named.tsx'

interface WhatForProps {
  services: readonly { id: string; names: Record<string, string> }[]
  /** What the other hall has. */
  there: ReadonlySet<string>
  /** Undefined for all. */
  only: readonly string[] | undefined
  onOnly: (only: readonly string[] | undefined) => void
}

/** All services, or some that both halls have. */
export function WhatFor(props: WhatForProps) {
  const t = useWords()
  const turn = (id: string, on: boolean) => props.onOnly([...(props.only ?? []).filter((other) => other !== id), ...(on ? [id] : [])])
  return (
    <fieldset class="choices">
      <legend>{t().divert.what}</legend>
      <label>
        <input type="radio" name="what" checked={!props.only} onChange={() => props.onOnly(undefined)} />
        {t().divert.all}
      </label>
      <label>
        <input type="radio" name="what" id={fieldId('what')} checked={!!props.only} onChange={() => props.onOnly([])} />
        {t().divert.some}
      </label>
      <Show when={props.only}>
        {(only) => (
          <div class="choices indented">
            <Keyed each={props.services} by={({ id }) => id}>
              {(service) => (
                <label>
                  <input
                    type="checkbox"
                    disabled={!props.there.has(service().id)}
                    checked={only().includes(service().id) && props.there.has(service().id)}
                    onChange={(event) => turn(service().id, event.currentTarget.checked)}
                  />
                  <span>
                    <Named names={service().names} id={service().id} />
                    <Show when={!props.there.has(service().id)}>
                      <span class="soft"> ({t().divert.notThere})</span>
                    </Show>
                  </span>
                </label>
              )}
            </Keyed>
          </div>
        )}
      </Show>
    </fieldset>
  )
}
