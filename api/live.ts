import type { PointId } from '../domain/ids.ts'

const repeatMs = 15_000
/** A reader that lets so many bytes lie, beside the largest value it was sent, is cut off: it comes back and gets the whole value. */
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
type Listener = { send: (bytes: Uint8Array) => void; end: () => void }

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
  /** Whose it is, for `openFrom`; not counted where this is left out. */
  from?: string
  signal: AbortSignal
}

/** Every stream of a process, by the read that it repeats and by what rings it. */
type Streams = {
  byName: Map<string, Stream>
  byTopic: Map<string, Set<Stream>>
  /** How many listeners each has. */
  byFrom: Map<string, number>
  fault: (error: unknown, stream: string) => void
}

/**
 * A live screen is a read that repeats. Listeners of the same read share one run and the same bytes; rings while it runs are one run
 * more; without any ring it is sent again every 15 s.
 */
export function makeLive(fault: Streams['fault'] = () => {}) {
  const streams: Streams = { byName: new Map(), byTopic: new Map(), byFrom: new Map(), fault }
  return {
    /** Something at a point has moved: its screens are read again. */
    ring(pointId: PointId): void {
      for (const topic of [pointId, '*'])
        for (const stream of streams.byTopic.get(topic) ?? []) {
          const wait = stream.lastAt + stream.gapMs - performance.now()
          if (wait <= 0 || stream.running) void run(streams, stream)
          else plan(streams, stream, wait)
        }
    },
    /** A response that repeats a read whenever one of its topics rings. */
    stream(given: Followed): Response {
      const body = bodyOf(streams, streams.byName.get(given.name) ?? begin(streams, given), given)
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
      return new Response(body, { headers })
    },
    /** Whether somebody follows this very read already. */
    has: (name: string) => streams.byName.has(name),
    /** How many listeners there are. */
    count: () => [...streams.byName.values()].reduce((sum, s) => sum + s.listeners.size, 0),
    /** How many streams this one has open. */
    openFrom: (from: string) => streams.byFrom.get(from) ?? 0,
    /** Whether anyone follows this point. */
    followed: (pointId: PointId) => streams.byTopic.has(pointId),
  }
}
export type Live = ReturnType<typeof makeLive>

async function run(streams: Streams, stream: Stream): Promise<void> {
  if (stream.running) {
    stream.again = true
    return
  }
  stream.running = true
  stream.again = false
  if (stream.timer) clearTimeout(stream.timer)
  try {
    stream.last = encode(await stream.read())
    for (const listener of [...stream.listeners]) listener.send(stream.last)
  } catch (error) {
    streams.fault(error, stream.name.split(' ')[0]!)
    for (const listener of [...stream.listeners]) listener.end()
  }
  stream.lastAt = performance.now()
  stream.running = false
  plan(streams, stream, stream.again ? stream.gapMs : repeatMs)
}

function plan(streams: Streams, stream: Stream, ms: number): void {
  if (stream.timer) clearTimeout(stream.timer)
  stream.timer = stream.listeners.size === 0 ? null : setTimeout(() => void run(streams, stream), ms)
}

function begin(streams: Streams, { name, topics, read, gapMs = 0 }: Followed): Stream {
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
  streams.byName.set(name, stream)
  for (const topic of topics) streams.byTopic.set(topic, (streams.byTopic.get(topic) ?? new Set()).add(stream))
  return stream
}

function join(streams: Streams, stream: Stream, listener: Listener, first: Followed['first']): void {
  stream.listeners.add(listener)
  if (first) listener.send(encode(first()))
  else if (stream.last) listener.send(stream.last)
  // A stream that begins now may have missed a ring while its first value was read.
  if (!stream.last && !stream.running) void run(streams, stream)
}

function leave(streams: Streams, stream: Stream, listener: Listener): void {
  if (!stream.listeners.delete(listener) || stream.listeners.size > 0) return
  if (stream.timer) clearTimeout(stream.timer)
  if (streams.byName.get(stream.name) === stream) streams.byName.delete(stream.name)
  for (const topic of stream.topics) {
    streams.byTopic.get(topic)?.delete(stream)
    if (streams.byTopic.get(topic)?.size === 0) streams.byTopic.delete(topic)
  }
}

function count({ byFrom }: Streams, from: string | undefined, by: 1 | -1): void {
  if (from === undefined) return
  const open = (byFrom.get(from) ?? 0) + by
  if (open > 0) byFrom.set(from, open)
  else byFrom.delete(from)
}

/** The bytes of one listener: from joining till it leaves, the read fails, or it does not keep up. */
function bodyOf(streams: Streams, stream: Stream, given: Followed): ReadableStream<Uint8Array> {
  let end = () => {}
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const cut = (error?: unknown) => {
      if (stream.listeners.has(listener)) count(streams, given.from, -1)
      leave(streams, stream, listener)
      try {
        if (error) controller.error(error)
        else controller.close()
      } catch {}
    }
    let largest = 0
    const listener: Listener = {
      send(bytes) {
        if ((controller.desiredSize ?? 0) < -behindMax - largest) cut(new Error('the reader does not keep up'))
        else controller.enqueue(bytes)
        largest = Math.max(largest, bytes.length)
      },
      end: () => cut(),
    }
    end = () => cut()
    count(streams, given.from, 1)
    join(streams, stream, listener, given.first)
    given.signal.addEventListener('abort', end, { once: true })
  }
  return new ReadableStream<Uint8Array>({ start, cancel: () => end() }, new ByteLengthQueuingStrategy({ highWaterMark: 1 << 16 }))
}

const encode = (value: unknown): Uint8Array => encoder.encode(`data: ${JSON.stringify(value)}\n\n`)
