import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** Whole values, now and after each change; says when it is connected and when it is cut, and comes back by itself. */
export type Stream<T> = (signal: AbortSignal, onState: (connected: boolean) => void) => AsyncIterable<T>

export interface Live<T> {
  /** The last whole value; it stays while the connection is cut. */
  value: Accessor<T | undefined>
  connected: Accessor<boolean>
  /** When what is shown stopped being fresh, epoch milliseconds; undefined while connected and before the first connection. */
  lostAt: Accessor<number | undefined>
  /** What the stream last ended with, until it speaks again. */
  fault: Accessor<unknown>
}

interface LiveOptions<T> {
  /** A value to begin with, as the server put it in the page. */
  initial?: T
  /** Displays go on while hidden; other pages let the stream go. */
  keepWhenHidden?: boolean
  now?: () => number
  /** How long to wait before a stream that ended or threw is asked for again. */
  againAfterMs?: number
}

/** Follows `stream` for as long as the component lives and, unless told otherwise, the page is seen. On the server it only gives `initial`. */
export function createLive<T>(stream: Stream<T>, options: LiveOptions<T> = {}): Live<T> {
  const now = options.now ?? Date.now
  const [value, setValue] = createSignal<T | undefined>(options.initial)
  const [connected, setConnected] = createSignal(false)
  const [lostAt, setLostAt] = createSignal<number>()
  const [fault, setFault] = createSignal<unknown>()
  let going: AbortController | undefined
  let freshUntil: number | undefined

  const report = (on: boolean) => {
    if (!on && (connected() || freshUntil !== undefined)) setLostAt((at) => at ?? freshUntil ?? now())
    if (on) setLostAt(undefined)
    if (on) freshUntil = undefined
    setConnected(on)
  }

  const follow = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        for await (const next of stream(signal, (on) => signal.aborted || report(on))) {
          if (signal.aborted) return
          report(true)
          setFault(undefined)
          setValue(() => next)
        }
      } catch (error) {
        if (!signal.aborted) setFault(() => error)
      }
      if (signal.aborted) return
      report(false)
      await pause(options.againAfterMs ?? 5000, signal)
    }
  }

  const begin = () => {
    if (going) return
    going = new AbortController()
    void follow(going.signal)
  }
  const end = () => {
    if (going && connected()) freshUntil = now()
    going?.abort()
    going = undefined
  }
  const look = () => (document.hidden && !options.keepWhenHidden ? end() : begin())

  onMount(() => {
    document.addEventListener('visibilitychange', look)
    onCleanup(() => {
      document.removeEventListener('visibilitychange', look)
      end()
    })
    look()
  })

  return { value, connected, lostAt, fault }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
