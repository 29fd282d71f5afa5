import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import { type Asker, ask } from '../contract/ask.ts'
import { menu } from '../contract/points.ts'
import type { ResultOf } from '../contract/route.ts'
import { hallList } from '../contract/tickets.ts'

export interface HallSeen {
  services: ResultOf<typeof menu>['services']
  counters: ResultOf<typeof hallList>['counters']
}

const againMs = 5000

/** One hall from nearby: its services and counters, read again every five seconds; a page has one stream, and that is the network's. */
export function createHallSeen(asker: Asker, pointId: string): Accessor<HallSeen | undefined> {
  const [seen, setSeen] = createSignal<HallSeen>()
  const look = async () => {
    if (document.hidden) return
    try {
      const [{ services }, { counters }] = await Promise.all([
        ask(asker, menu, { point: pointId }),
        ask(asker, hallList, { point: pointId }),
      ])
      setSeen({ services, counters })
    } catch {
      // What was seen last stays; that there is no connection is said above the halls.
    }
  }
  onMount(() => {
    const timer = setInterval(look, againMs)
    void look()
    onCleanup(() => clearInterval(timer))
  })
  return seen
}
