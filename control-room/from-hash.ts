import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

const holders = new Set<(hash: string) => boolean>()

/** Keeps every page that is shown where it is, while `holds` says so of the address that is now asked for. Answers what lets go. */
export function holdPages(holds: (hash: string) => boolean): () => void {
  holders.add(holds)
  return () => void holders.delete(holds)
}

/** What the address asks for after its `#`, read anew whenever that changes. */
export function createFromHash<T>(read: (hash: string) => T): Accessor<T> {
  const [asked, setAsked] = createSignal(read(location.hash))
  onMount(() => {
    const look = () => {
      const { hash } = location
      if (![...holders].some((holds) => holds(hash))) setAsked(() => read(hash))
    }
    addEventListener('hashchange', look)
    onCleanup(() => removeEventListener('hashchange', look))
  })
  return asked
}
