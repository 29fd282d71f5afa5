import { For } from 'solid-js'
import { type Concerned, concerned } from '../../domain/diversion.ts'
import { useWords } from './words.ts'

/** Whom a diversion is for: who comes in, who books or has booked, or both. */
export function Concerns(props: { concerns: Concerned; onConcerns: (concerns: Concerned) => void }) {
  const t = useWords()
  return (
    <fieldset class="choices">
      <legend>{t().divert.who}</legend>
      <For each={concerned}>
        {(one) => (
          <label>
            <input type="radio" name="concerns" checked={props.concerns === one} onChange={() => props.onConcerns(one)} />
            {t().divert.concerns[one]}
          </label>
        )}
      </For>
      <p class="soft">{t().divert.explain}</p>
    </fieldset>
  )
}
