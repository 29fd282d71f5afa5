import type { PointId } from '../domain/ids.ts'

const repeatMs = 15_000
/** A reader that lets so many bytes lie is cut off: it comes back and gets the whole value. */
const behindMax = 1 << 18
const encoder = new TextEncoder()

type Stream = {
  name: string
  topics: readonly string[]
  read: () => Promise<unknown>
  gapMs: number
  listeners: Set<Listener>
  running: boolean
  again: boolean
  lastAt: number
  /** What was sent last, for who comes now; null before the first run. */
  last: Uint8Array | null
  timer: ReturnType<typeof setTimeout> | null
}
type Listener = { enqueue: (bytes: Uint8Array) => void; fail: (error: unknown) => void }

/** How a read is followed. */
export type Followed = {
  /** Says which reads are the same: they share one run and the same bytes. */
  name: string
  /** Point ids, or `*` for all. */
  topics: readonly string[]
  read: () => Promise<unknown>
  /** A newcomer's first value, where `read` gives only what has changed since it was last asked. */
  first?: () => unknown
  /** No two values within so many milliseconds. */
  gapMs?: number
  signal: AbortSignal
}

/**
 * A live screen is a read that repeats. Listeners of the same read share one run and the same bytes; rings while it runs are one run
 * more; without any ring it is sent again every 15 s.
 */
export function makeLive(fault: (error: unknown, stream: string) => void = () => {}) {
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
      stream.last = encode(await stream.read())
      for (const listener of [...stream.listeners]) listener.enqueue(stream.last)
    } catch (error) {
      fault(error, stream.name.split(' ')[0]!)
      for (const listener of [...stream.listeners]) listener.fail(error)
    }
    stream.lastAt = performance.now()
    stream.running = false
    plan(stream, stream.again ? stream.gapMs : repeatMs)
  }

  function plan(stream: Stream, ms: number): void {
    if (stream.timer) clearTimeout(stream.timer)
    stream.timer = stream.listeners.size === 0 ? null : setTimeout(() => void run(stream), ms)
  }

  function begin(given: Followed): Stream {
    const { name, topics, read, gapMs = 0 } = given
    const stream: Stream = {
      name,
      topics,
      read,
      gapMs,
      listeners: new Set(),
      running: false,
      again: false,
      lastAt: 0,
      last: null,
      timer: null,
    }
    streams.set(name, stream)
    for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(stream))
    return stream
  }

  function join(stream: Stream, listener: Listener, first: Followed['first']): void {
    stream.listeners.add(listener)
    if (first) listener.enqueue(encode(first()))
    else if (stream.last) listener.enqueue(stream.last)
    // A stream that begins now may have missed a ring while its first value was read.
    if (!stream.last && !stream.running) void run(stream)
  }

  function leave(stream: Stream, listener: Listener): void {
    if (!stream.listeners.delete(listener) || stream.listeners.size > 0) return
    if (stream.timer) clearTimeout(stream.timer)
    if (streams.get(stream.name) === stream) streams.delete(stream.name)
    for (const topic of stream.topics) {
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
    /** A response that repeats a read whenever one of its topics rings. */
    stream(given: Followed): Response {
      const stream = streams.get(given.name) ?? begin(given)
      let end = () => {}
      const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
        const cut = (error?: unknown) => {
          leave(stream, listener)
          try {
            if (error) controller.error(error)
            else controller.close()
          } catch {}
        }
        const listener: Listener = {
          enqueue(bytes) {
            if ((controller.desiredSize ?? 0) < -behindMax) cut(new Error('the reader does not keep up'))
            else controller.enqueue(bytes)
          },
          fail: () => cut(),
        }
        end = () => cut()
        join(stream, listener, given.first)
        given.signal.addEventListener('abort', end, { once: true })
      }
      const body = new ReadableStream<Uint8Array>({ start, cancel: () => end() }, new ByteLengthQueuingStrategy({ highWaterMark: 1 << 16 }))
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
      return new Response(body, { headers })
    },
    /** Whether somebody follows this very read already. */
    has: (name: string) => streams.has(name),
    /** How many listeners there are, by stream. */
    count: () => [...streams.values()].reduce((sum, s) => sum + s.listeners.size, 0),
    /** Whether anyone follows this point. */
    followed: (pointId: PointId) => byTopic.has(pointId),
  }
}
export type Live = ReturnType<typeof makeLive>

const encode = (value: unknown): Uint8Array => encoder.encode(`data: ${JSON.stringify(value)}\n\n`)
