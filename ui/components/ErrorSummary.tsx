import { For, onMount, Show } from 'solid-js'
import { useTexts } from '../texts.tsx'
import { fieldId } from './Field.tsx'
import { Icon } from './Icon.tsx'

interface ErrorSummaryProps {
  /** What is wrong, in the order of the fields; without a field it concerns the whole. */
  errors: readonly { field?: string; message: string }[]
}

/** Stands above the form, takes the focus when it appears, and leads to each field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  return (
    <Show when={props.errors.length > 0}>
      <Summary errors={props.errors} />
    </Show>
  )
}

function Summary(props: ErrorSummaryProps) {
  const t = useTexts()
  let box!: HTMLDivElement
  onMount(() => box.focus())
  return (
    <div class="error-summary" role="alert" tabindex="-1" autofocus ref={box}>
      <h2>
        <Icon name="warn" />
        {t().wrongFields}
      </h2>
      <ul>
        <For each={props.errors}>
          {(error) => (
            <li>
              <Show when={error.field} fallback={error.message}>
                {(field) => <a href={`#${fieldId(field())}`}>{error.message}</a>}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
