/** Virtual time, and what happens in it: one event after another, by time and then by when it was planned. */
export type Scheduler = {
  nowMs(): number
  /** Plans `act` for later; gives back what takes it off again. */
  after(ms: number, act: () => void): () => void
  /** Runs the next event, and everything that follows from it at once; false where nothing is planned. */
  step(): Promise<boolean>
  steps(): number
}

type Event = { at: number; seq: number; act: (() => void) | null }

const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq)

/** Time starts at 0 and moves only from event to event. */
export function makeScheduler(): Scheduler {
  const heap: Event[] = []
  let nowMs = 0
  let seq = 0
  let steps = 0

  function push(event: Event): void {
    let i = heap.push(event) - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (before(heap[parent]!, event)) break
      heap[i] = heap[parent]!
      i = parent
    }
    heap[i] = event
  }

  function pop(): Event | undefined {
    const [first] = heap
    const last = heap.pop()
    if (!first || !last || heap.length === 0) return first
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++
      if (before(last, heap[child]!)) break
      heap[i] = heap[child]!
      i = child
    }
    heap[i] = last
    return first
  }

  return {
    nowMs: () => nowMs,
    after(ms, act) {
      const event: Event = { at: nowMs + Math.max(0, Math.round(ms)), seq: seq++, act }
      push(event)
      return () => {
        event.act = null
      }
    },
    async step() {
      let event = pop()
      while (event && event.act === null) event = pop()
      if (!event?.act) return false
      nowMs = event.at
      steps++
      event.act()
      await drained()
      return true
    },
    steps: () => steps,
  }
}

/**
 * Lets every promise be kept that can be kept now. A turn of the event loop comes only when no promise is left, and nothing else waits in
 * a simulated world, so the order is the same in every run.
 */
const drained = (): Promise<void> => new Promise((done) => setImmediate(done))
