import type { PointId } from '../domain/ids.ts'

const repeatMs = 15_000
const encoder = new TextEncoder()

type Stream = {
  name: string
  read: () => Promise<unknown>
  gapMs: number
  listeners: Set<Listener>
  running: boolean
  again: boolean
  lastAt: number
  timer: ReturnType<typeof setTimeout> | null
}
type Listener = { enqueue: (bytes: Uint8Array) => void; fail: (error: unknown) => void }

/**
 * A live screen is a read that repeats. Listeners of the same read share one run and the same bytes; rings while it runs are one run
 * more; without any ring it is sent whole again every 15 s.
 */
export function makeLive() {
  const byTopic = new Map<string, Set<Stream>>()
  const streams = new Map<string, Stream>()

  async function run(stream: Stream): Promise<void> {
    if (stream.running) {
      stream.again = true
      return
    }
    stream.running = true
    stream.again = false
    if (stream.timer) clearTimeout(stream.timer)
    try {
      const bytes = encode(await stream.read())
      for (const listener of stream.listeners) listener.enqueue(bytes)
    } catch (error) {
      for (const listener of stream.listeners) listener.fail(error)
    }
    stream.lastAt = performance.now()
    stream.running = false
    plan(stream, stream.again ? stream.gapMs : repeatMs)
  }

  function plan(stream: Stream, ms: number): void {
    if (stream.timer) clearTimeout(stream.timer)
    stream.timer = stream.listeners.size === 0 ? null : setTimeout(() => void run(stream), ms)
  }

  function leave(stream: Stream, topics: readonly string[], listener: Listener): void {
    stream.listeners.delete(listener)
    if (stream.listeners.size > 0) return
    if (stream.timer) clearTimeout(stream.timer)
    streams.delete(stream.name)
    for (const topic of topics) {
      byTopic.get(topic)?.delete(stream)
      if (byTopic.get(topic)?.size === 0) byTopic.delete(topic)
    }
  }

  return {
    /** Something at a point has moved: its screens are read again. */
    ring(pointId: PointId): void {
      for (const topic of [pointId, '*'])
        for (const stream of byTopic.get(topic) ?? []) {
          const wait = stream.lastAt + stream.gapMs - performance.now()
          if (wait <= 0 || stream.running) void run(stream)
          else plan(stream, wait)
        }
    },
    /**
     * A response that repeats `read` whenever one of `topics` (point ids, or `*`) rings. `name` says which reads are the same; `first` gives
     * a newcomer's first value where that differs from what everybody gets next.
     */
    stream(given: {
      name: string
      topics: readonly string[]
      first?: () => unknown
      read: () => Promise<unknown>
      gapMs?: number
      signal: AbortSignal
    }): Response {
      let stream = streams.get(given.name)
      if (!stream) {
        stream = {
          name: given.name,
          read: given.read,
          gapMs: given.gapMs ?? 0,
          listeners: new Set(),
          running: false,
          again: false,
          lastAt: 0,
          timer: null,
        }
        streams.set(given.name, stream)
        for (const topic of given.topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(stream))
      }
      const joined = stream
      let listener: Listener
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            listener = {
              enqueue(bytes) {
                // A reader that does not keep up is cut off: it comes back and gets the whole value.
                if ((controller.desiredSize ?? 0) < -(1 << 18)) close()
                else controller.enqueue(bytes)
              },
              fail: () => close(),
            }
            const close = () => {
              leave(joined, given.topics, listener)
              try {
                controller.close()
              } catch {}
            }
            joined.listeners.add(listener)
            if (given.first) controller.enqueue(encode(given.first()))
            else void run(joined)
            if (!joined.timer && !joined.running) plan(joined, repeatMs)
            given.signal.addEventListener('abort', close, { once: true })
          },
          cancel() {
            leave(joined, given.topics, listener)
          },
        },
        new ByteLengthQueuingStrategy({ highWaterMark: 1 << 16 }),
      )
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      })
    },
    /** How many listeners there are, by stream. */
    count: () => [...streams.values()].reduce((sum, s) => sum + s.listeners.size, 0),
    /** Whether anyone follows this point. */
    followed: (pointId: PointId) => byTopic.has(pointId),
  }
}
export type Live = ReturnType<typeof makeLive>

const encode = (value: unknown): Uint8Array => encoder.encode(`data: ${JSON.stringify(value)}\n\n`)
