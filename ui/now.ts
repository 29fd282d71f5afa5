import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** The time as a signal: read from `read` (the clock of the device, or the one the api tells) every `everyMs`. */
export function createNow(read: () => number = Date.now, everyMs = 1000): Accessor<number> {
  const [now, setNow] = createSignal(read())
  onMount(() => {
    const timer = setInterval(() => setNow(read()), everyMs)
    onCleanup(() => clearInterval(timer))
  })
  return now
}
