import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeAgenda } from './agenda.ts'

const strict = (error: unknown) => {
  throw error
}

test('what is planned happens in order within its lane, also what is planned on the way, and nothing is left out', async () => {
  const given = fc.array(fc.record({ at: fc.nat(200_000), lane: fc.constantFrom('a', 'b', 'c'), later: fc.nat(60_000) }), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(given, async (list) => {
      const agenda = makeAgenda(strict)
      let now = 0
      const seen: { lane: string; at: number }[] = []
      const plan = (lane: string, at: number, later?: number) =>
        agenda.lane(lane).plan(at, async () => {
          expect(now).toBeGreaterThanOrEqual(at)
          seen.push({ lane, at })
          await Promise.resolve()
          if (later !== undefined) plan(lane, now + later)
        })
      for (const { lane, at, later } of list) plan(lane, at, later)
      await agenda.play(1_000_000, (at) => {
        expect(at).toBeGreaterThanOrEqual(now)
        now = at
      })
      expect(seen.length).toBe(2 * list.length)
      for (const name of ['a', 'b', 'c']) {
        const own = seen.filter(({ lane }) => lane === name).map(({ at }) => at)
        expect(own).toEqual([...own].sort((a, b) => a - b))
      }
    }),
  )
})

test('what lies after the end stays for later', async () => {
  const agenda = makeAgenda(strict)
  const seen: number[] = []
  for (const at of [5000, 20_000, 40_000]) agenda.lane('a').plan(at, () => void seen.push(at))
  await agenda.play(20_000, () => {})
  expect(seen).toEqual([5000, 20_000])
  agenda.runDue(39_999)
  expect(seen).toEqual([5000, 20_000])
  agenda.runDue(40_000)
  expect(seen).toEqual([5000, 20_000, 40_000])
})

test('a fault in one act costs no other', async () => {
  const faults: unknown[] = []
  const agenda = makeAgenda((error) => faults.push(error))
  const seen: string[] = []
  agenda.lane('a').plan(1, () => Promise.reject(new Error('no')))
  agenda.lane('a').plan(2, () => void seen.push('after'))
  await agenda.play(10, () => {})
  expect([faults.length, seen]).toEqual([1, ['after']])
})
