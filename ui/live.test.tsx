import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createLive, type Stream } from './live.ts'

type Step = { value: string } | { connected: boolean } | { ends: true } | { throws: Error }

/** A stream the test steers by hand; it remembers how often it was asked for and whether it was let go. */
function makeSource() {
  const asked: AbortSignal[] = []
  let push: (step: Step) => void = () => {}
  const stream: Stream<string> = async function* (signal, onState) {
    asked.push(signal)
    const steps: Step[] = []
    let wake = () => {}
    push = (step) => {
      steps.push(step)
      wake()
    }
    signal.addEventListener('abort', () => wake())
    while (!signal.aborted) {
      const step = steps.shift()
      if (!step) await new Promise<void>((resolve) => (wake = resolve))
      else if ('connected' in step) onState(step.connected)
      else if ('throws' in step) throw step.throws
      else if ('ends' in step) return
      else yield step.value
    }
  }
  const send = async (step: Step) => {
    push(step)
    await settle()
  }
  return { stream, asked, send }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

function hide(hidden: boolean) {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

async function follow(options: Parameters<typeof createLive<string>>[1] = {}) {
  vi.useFakeTimers({ now: 1_000_000 })
  const source = makeSource()
  const { live, dispose } = createRoot((dispose) => ({ live: createLive(source.stream, options), dispose }))
  await settle()
  return { ...source, live, dispose }
}

afterEach(() => {
  hide(false)
  vi.useRealTimers()
})

test('a live value is undefined until the first whole value comes, and then the last one', async () => {
  const { live, send } = await follow()
  expect(live.value()).toBeUndefined()
  expect(live.connected()).toBe(false)
  expect(live.lostAt()).toBeUndefined()
  await send({ value: 'one' })
  await send({ value: 'two' })
  expect(live.value()).toBe('two')
  expect(live.connected()).toBe(true)
})

test('what the server put in the page is there at once', async () => {
  const { live } = await follow({ initial: 'from the server' })
  expect(live.value()).toBe('from the server')
})

test('when the stream is cut the last value stays, with the time it was cut', async () => {
  const { live, send } = await follow()
  await send({ value: 'one' })
  await vi.advanceTimersByTimeAsync(60_000)
  await send({ connected: false })
  expect(live.value()).toBe('one')
  expect(live.connected()).toBe(false)
  expect(live.lostAt()).toBe(1_060_000)
  await vi.advanceTimersByTimeAsync(30_000)
  await send({ connected: false })
  expect(live.lostAt()).toBe(1_060_000)
  await send({ value: 'two' })
  expect(live.connected()).toBe(true)
  expect(live.lostAt()).toBeUndefined()
})

test('a hidden page lets its stream go and asks anew when it is seen again', async () => {
  const { live, send, asked } = await follow()
  await send({ value: 'one' })
  hide(true)
  expect(asked[0]?.aborted).toBe(true)
  expect(asked).toHaveLength(1)
  hide(false)
  await settle()
  expect(asked).toHaveLength(2)
  await send({ value: 'two' })
  expect(live.value()).toBe('two')
})

test('a page that comes back without a connection says it is old since it was hidden', async () => {
  const { live, send } = await follow()
  await send({ value: 'one' })
  await vi.advanceTimersByTimeAsync(10_000)
  hide(true)
  await vi.advanceTimersByTimeAsync(600_000)
  hide(false)
  await settle()
  await send({ connected: false })
  expect(live.lostAt()).toBe(1_010_000)
})

test('a display keeps its stream while hidden', async () => {
  const { send, live, asked } = await follow({ keepWhenHidden: true })
  hide(true)
  await send({ value: 'one' })
  expect(asked[0]?.aborted).toBe(false)
  expect(live.value()).toBe('one')
})

test('a stream that throws is lost, says why, and is asked for again', async () => {
  const { live, send, asked } = await follow({ againAfterMs: 2000 })
  await send({ value: 'one' })
  await send({ throws: new Error('gone') })
  expect(live.connected()).toBe(false)
  expect(live.fault()).toEqual(new Error('gone'))
  expect(live.value()).toBe('one')
  await vi.advanceTimersByTimeAsync(1999)
  expect(asked).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2)
  expect(asked).toHaveLength(2)
  await send({ value: 'two' })
  expect(live.fault()).toBeUndefined()
})

test('a stream that ends is asked for again', async () => {
  const { send, asked } = await follow({ againAfterMs: 2000 })
  await send({ ends: true })
  await vi.advanceTimersByTimeAsync(2001)
  expect(asked).toHaveLength(2)
})

test('a component that goes away lets its stream go for good', async () => {
  const { dispose, asked } = await follow({ againAfterMs: 10 })
  dispose()
  hide(false)
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toHaveLength(1)
  expect(asked[0]?.aborted).toBe(true)
})
