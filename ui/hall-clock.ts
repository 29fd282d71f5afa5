import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import { createNow } from './now.ts'

/** A value that a stream repeats is at most so old when a newcomer gets it. */
const repeatMs = 16_000

/**
 * How far the clock of the api is ahead of the device's, from the `at` of a value that came at `cameAt`. A value may have lain for a while,
 * so only a later one counts, or one so much earlier that the clock itself was set back.
 */
export function offsetFrom(known: number | undefined, at: string, cameAt: number): number {
  const offset = Date.parse(at) - cameAt
  if (Number.isNaN(offset)) return known ?? 0
  return known === undefined || offset > known || offset < known - repeatMs ? offset : known
}

export interface HallClock {
  /** The present in the hall, epoch milliseconds; the device's own until a value came. */
  now: Accessor<number>
  /** Tells it the `at` of each value that comes. */
  hear: (at: string) => void
}

/** The clock of the hall: the api's, not that of the device, which may be wrong or in another time altogether. */
export function createHallClock(everyMs = 1000): HallClock {
  const [offset, setOffset] = createSignal<number>()
  const device = createNow(Date.now, everyMs)
  // A computer that slept wakes with a timer that is late: look at once when it is seen again.
  const [woken, setWoken] = createSignal(0)
  onMount(() => {
    const wake = () => setWoken(Date.now())
    document.addEventListener('visibilitychange', wake)
    onCleanup(() => document.removeEventListener('visibilitychange', wake))
  })
  return {
    now: () => Math.max(device(), woken()) + (offset() ?? 0),
    hear(at) {
      const cameAt = Date.now()
      setWoken(cameAt)
      setOffset((known) => offsetFrom(known, at, cameAt))
    },
  }
}
