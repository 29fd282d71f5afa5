import { expect, test, vi } from 'vitest'
import { type Followed, makeLive } from './live.ts'

const until = (check: () => void) => vi.waitFor(check, { timeout: 3000, interval: 2 })
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function follow(live: ReturnType<typeof makeLive>, given: Partial<Followed> & Pick<Followed, 'read'>) {
  const stop = new AbortController()
  const response = live.stream({ name: 'board', topics: ['a'], signal: stop.signal, ...given })
  const reader = response.body!.getReader()
  const values: unknown[] = []
  const decoder = new TextDecoder()
  const read = async () => {
    const chunk = await reader.read()
    if (!chunk.done)
      values.push(
        ...decoder
          .decode(chunk.value)
          .split('\n\n')
          .filter(Boolean)
          .map((part) => JSON.parse(part.slice(6))),
      )
    return !chunk.done
  }
  const all = async () => {
    while (await read());
  }
  return { values, read, all, stop: () => stop.abort() }
}

test('rings while a read runs are one more read, with what was true last', async () => {
  const live = makeLive()
  let [truth, reads] = [0, 0]
  const one = follow(live, {
    read: async () => {
      reads += 1
      const value = truth
      await pass(20)
      return value
    },
  })
  void one.all()
  for (truth = 1; truth < 10; truth++) live.ring('a')
  await until(() => expect(one.values.at(-1)).toBe(10))
  await pass(60)
  expect(reads).toBe(2)
  live.ring('b')
  await pass(40)
  expect(reads).toBe(2)
  one.stop()
  expect(live.count()).toBe(0)
})

test('a gap is kept, and the last ring in it is not lost', async () => {
  const live = makeLive()
  let truth = 0
  const at: number[] = []
  const one = follow(live, {
    topics: ['*'],
    gapMs: 100,
    read: async () => {
      at.push(performance.now())
      return truth
    },
  })
  void one.all()
  const ringing = setInterval(() => {
    truth += 1
    live.ring(`p${truth}`)
  }, 10)
  await until(() => expect(at.length).toBeGreaterThanOrEqual(4))
  clearInterval(ringing)
  await until(() => expect(one.values.at(-1)).toBe(truth))
  expect(at.slice(1).every((t, i) => t - at[i]! >= 98)).toBe(true)
  one.stop()
})

test('who follows changes gets everything first and then only what is new', async () => {
  const live = makeLive()
  let n = 0
  const given = { read: async () => `change ${++n}`, first: () => 'everything' }
  const one = follow(live, given)
  void one.all()
  await until(() => expect(one.values).toEqual(['everything', 'change 1']))
  const two = follow(live, given)
  void two.all()
  await until(() => expect(two.values).toEqual(['everything']))
  live.ring('a')
  await until(() => expect(two.values).toEqual(['everything', 'change 2']))
  expect(one.values).toEqual(['everything', 'change 1', 'change 2'])
  one.stop()
  two.stop()
})

test('a reader that does not keep up is cut off, and the others are not', async () => {
  const live = makeLive()
  const value = 'x'.repeat(50_000)
  const good = follow(live, { read: async () => value })
  const slow = follow(live, { read: async () => value })
  void good.all()
  for (let sent = 1; sent <= 12; sent++) {
    await until(() => expect(good.values).toHaveLength(sent))
    live.ring('a')
  }
  await until(() => expect(live.count()).toBe(1))
  await slow.all().catch(() => {})
  expect(slow.values.length).toBeLessThan(10)
  live.ring('a')
  await until(() => expect(good.values.length).toBeGreaterThan(12))
  good.stop()
})

test('a read that fails ends its streams, says so once, and the next one begins anew', async () => {
  const faults: string[] = []
  const live = makeLive((error, stream) => faults.push(`${stream}: ${(error as Error).message}`))
  let fail = false
  const given = {
    name: 'board with a token in it',
    read: async () => {
      if (fail) throw new Error('away')
      return 1
    },
  }
  const one = follow(live, given)
  const ended = one.all()
  await until(() => expect(one.values).toEqual([1]))
  fail = true
  live.ring('a')
  await ended
  expect(faults).toEqual(['board: away'])
  expect(live.count()).toBe(0)
  expect(live.followed('a')).toBe(false)
  fail = false
  const two = follow(live, given)
  void two.all()
  await until(() => expect(two.values).toEqual([1]))
  two.stop()
})
