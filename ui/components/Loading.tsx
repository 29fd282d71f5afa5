import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { useTexts } from '../texts.tsx'

interface LoadingProps {
  /** What to say when it takes long, instead of the usual sentence. */
  text?: string
  /** How long to keep quiet; a short wait needs no words. */
  quietMs?: number
}

/** Empty at first; after three seconds a calm sentence. Nothing spins. */
export function Loading(props: LoadingProps) {
  const t = useTexts()
  const [long, setLong] = createSignal(false)
  onMount(() => {
    const timer = setTimeout(() => setLong(true), props.quietMs ?? 3000)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <div class="loading" role="status">
      <Show when={long()} fallback={<span class="unseen">{t().loading}</span>}>
        {props.text ?? t().loadingLong}
      </Show>
    </div>
  )
}
