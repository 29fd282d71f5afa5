import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** What the address asks for after its `#`, read anew whenever that changes. */
export function createFromHash<T>(read: (hash: string) => T): Accessor<T> {
  const [asked, setAsked] = createSignal(read(location.hash))
  onMount(() => {
    const look = () => setAsked(() => read(location.hash))
    addEventListener('hashchange', look)
    onCleanup(() => removeEventListener('hashchange', look))
  })
  return asked
}
