import type { Instant } from '../domain/time.ts'

type Act = () => Promise<void> | void
type Entry = { at: Instant; order: number; lane: string; act: Act }

/** What is played together: a window of so long is one step, and so many halls act at once in it. */
const windowMs = 15_000
const lanesAtOnce = 48

/** Where the people of one hall say what they are going to do. */
export type Planner = { plan(at: Instant, act: Act): void }

/** What simulated people are going to do, by time. What happens in one lane (a hall) happens one after another. */
export function makeAgenda(onFault: (error: unknown) => void) {
  const heap = makeHeap()
  let order = 0

  const run = async (entry: Entry): Promise<void> => {
    try {
      await entry.act()
    } catch (error) {
      onFault(error)
    }
  }

  /** Everything until an instant, by lane, in order. */
  function takeUntil(until: Instant): Entry[][] {
    const lanes = new Map<string, Entry[]>()
    for (let first = heap.first(); first && first.at <= until; first = heap.first()) {
      const lane = lanes.get(first.lane)
      if (lane) lane.push(first)
      else lanes.set(first.lane, [first])
      heap.drop()
    }
    return [...lanes.values()]
  }

  async function playLanes(lanes: Entry[][]): Promise<void> {
    const worker = async () => {
      for (let lane = lanes.pop(); lane; lane = lanes.pop()) for (const entry of lane) await run(entry)
    }
    await Promise.all(Array.from({ length: Math.min(lanesAtOnce, lanes.length) }, worker))
  }

  return {
    /** The agenda of one lane. */
    lane: (lane: string): Planner => ({
      plan(at, act) {
        order += 1
        heap.put({ at: Math.round(at), order, lane, act })
      },
    }),
    /** Plays everything up to `until`, lanes side by side, with the clock set to the end of each window; so it is the same each time. */
    async play(until: Instant, setClock: (at: Instant) => void): Promise<void> {
      for (let first = heap.first(); first && first.at <= until; first = heap.first()) {
        const end = Math.min(until, first.at + windowMs)
        setClock(end)
        await playLanes(takeUntil(end))
      }
      setClock(until)
    },
    /** Starts everything that is due now. */
    runDue(now: Instant): void {
      for (const lane of takeUntil(now)) void playLanes([lane])
    },
  }
}
export type Agenda = ReturnType<typeof makeAgenda>

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap: thousands of people have something to do. */
function makeHeap() {
  const entries: Entry[] = []

  function sink(): void {
    for (let i = 0; ; ) {
      let least = i
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < entries.length && before(entries[child]!, entries[least]!)) least = child
      if (least === i) return
      swap(i, least)
      i = least
    }
  }

  function swap(i: number, j: number): void {
    const entry = entries[i]!
    entries[i] = entries[j]!
    entries[j] = entry
  }

  return {
    first: (): Entry | undefined => entries[0],
    put(entry: Entry): void {
      entries.push(entry)
      for (let i = entries.length - 1, up = (i - 1) >> 1; i > 0 && before(entries[i]!, entries[up]!); i = up, up = (i - 1) >> 1) swap(i, up)
    },
    drop(): void {
      const last = entries.pop()
      if (entries.length === 0 || !last) return
      entries[0] = last
      sink()
    },
  }
}
