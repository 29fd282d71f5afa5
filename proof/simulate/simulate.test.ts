import { expect, test } from 'vitest'
import { makeRandom } from './random.ts'
import { type Bug, type Outcome, simulate } from './run.ts'
import { makeScheduler } from './scheduler.ts'

const steps = 6000

test('the same seed is the same day to the byte, another seed is another day', async () => {
  const [one, again, other] = [
    await simulate({ seed: 11, steps }),
    await simulate({ seed: 11, steps }),
    await simulate({ seed: 12, steps }),
  ]
  expect(again).toEqual(one)
  expect(other.hash).not.toBe(one.hash)
})

test('forty days with cuts, power cuts and empty printers keep every promise', async () => {
  const days: Outcome[] = []
  for (let seed = 1; seed <= 40; seed++) days.push(await simulate({ seed, steps }))
  expect(days.flatMap((day) => day.broken.map((what) => `seed ${day.seed}: ${what}`))).toEqual([])
  const sum = (of: (day: Outcome) => number) => days.reduce((total, day) => total + of(day), 0)
  expect(sum((day) => day.tickets)).toBeGreaterThan(2000)
  expect(sum((day) => day.emergencies)).toBeGreaterThan(100)
  expect(sum((day) => day.cuts)).toBeGreaterThan(40)
  expect(sum((day) => day.powerCuts)).toBeGreaterThan(100)
})

const bugs: [bug: Bug, says: RegExp][] = [
  ['disk-lies', /which is not on its disk/],
  ['outbox-forgets', /the hall has no ticket|belongs to/],
  ['series-not-moved', /belongs to/],
]

test.each(bugs)('a planted bug, %s, is found within twenty days', async (bug, says) => {
  for (let seed = 1; seed <= 20; seed++) {
    const { broken } = await simulate({ seed, steps, bug })
    if (broken.length === 0) continue
    expect(broken.join('\n')).toMatch(says)
    return
  }
  expect.fail(`twenty days went by with ${bug}`)
})

test('events come by time, and at one time in the order in which they were planned', async () => {
  const scheduler = makeScheduler()
  const draws = makeRandom(3)
  const planned = Array.from({ length: 500 }, (_, n) => ({ at: draws.below(50), n }))
  const seen: typeof planned = []
  for (const one of planned) scheduler.after(one.at, () => seen.push(one))
  const never = scheduler.after(10, () => seen.push({ at: 0, n: -1 }))
  never()
  while (await scheduler.step());
  expect(seen).toEqual([...planned].sort((a, b) => a.at - b.at || a.n - b.n))
})

test('a fork draws by itself: what its parent draws meanwhile changes nothing', () => {
  const [one, two] = [makeRandom(5), makeRandom(5)]
  two.draw()
  const draws = (random: ReturnType<typeof makeRandom>) => Array.from({ length: 20 }, () => random.draw())
  expect(draws(one.fork('disk'))).toEqual(draws(two.fork('disk')))
  expect(draws(one.fork('disk'))).not.toEqual(draws(one.fork('net')))
  const many = Array.from({ length: 20_000 }, () => one.draw())
  expect(many.reduce((a, b) => a + b) / many.length).toBeCloseTo(0.5, 1)
  expect(many.every((x) => x >= 0 && x < 1)).toBe(true)
})
