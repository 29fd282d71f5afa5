import { type AnyRoute, type Asker, problemOf, requestOf } from './ask.ts'
import { Problem } from './problems.ts'
import type { InputOf, ResultOf } from './route.ts'

/** Nothing for so long means that the connection is dead: the api speaks at least every 15 s. */
const silenceMs = 25_000

/**
 * Follows a live route: gives the whole value now and after each change. Comes back by itself with growing pauses and jitter, and says
 * through `onState` whether it is connected. Ends when `signal` is aborted; throws a `Problem` that asking again would not mend
 * (not allowed, not found).
 */
export async function* watch<T extends AnyRoute>(
  asker: Asker,
  route: T,
  input: InputOf<T>,
  signal: AbortSignal,
  onState: (connected: boolean) => void = () => {},
): AsyncGenerator<ResultOf<T>> {
  let pause = 250
  while (!signal.aborted) {
    try {
      for await (const value of once(asker, route, input, signal)) {
        pause = 250
        onState(true)
        yield value
      }
    } catch (error) {
      if (
        error instanceof Problem &&
        ['not-allowed', 'not-found', 'sign-in-needed', 'invalid-input', 'link-not-valid'].includes(error.code)
      )
        throw error
    }
    if (signal.aborted) return
    onState(false)
    await sleep(pause + Math.random() * pause, signal)
    pause = Math.min(pause * 2, 4000)
  }
}

async function* once<T extends AnyRoute>(asker: Asker, route: T, input: InputOf<T>, signal: AbortSignal): AsyncGenerator<ResultOf<T>> {
  const stop = new AbortController()
  const end = () => stop.abort()
  signal.addEventListener('abort', end, { once: true })
  let timer = setTimeout(end, silenceMs)
  try {
    const plain = requestOf(asker, route, input as Record<string, unknown>, null, { accept: 'text/event-stream' })
    const response = await asker.send(new Request(plain, { signal: stop.signal }))
    if (!response.ok) throw await problemOf(response)
    if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) throw new Problem('unavailable')
    let text = ''
    const decoder = new TextDecoder()
    const reader = response.body.getReader()
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(timer)
      timer = setTimeout(end, silenceMs)
      text += decoder.decode(chunk.value, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop()!
      for (const part of parts) {
        const line = part.split('\n').find((l) => l.startsWith('data: '))
        if (line) yield JSON.parse(line.slice(6)) as ResultOf<T>
      }
    }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
    stop.abort()
  }
}

const sleep = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
  })
