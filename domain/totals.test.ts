import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayTotals, quantileOf, sumTotals } from './totals.ts'

const row = (change: Partial<DayTotals> = {}): DayTotals => ({
  pointId: 'lisboa',
  day: '2026-11-24',
  serviceId: 'passport',
  visits: { web: 0, phone: 0, desk: 0, partner: 0, 'walk-in': 0 },
  finished: 0,
  missed: 0,
  left: 0,
  sent: 0,
  present: 0,
  waitMinutes: [],
  saidMinutes: [],
  simulated: false,
  ...change,
})

test.each([
  [[], 0.5, null],
  [[7], 0.5, 7],
  [[7], 0.9, 7],
  [[1, 2], 0.5, 1],
  [[1, 2, 3], 0.5, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
  [[1, 2, 3], 1, 3],
  [[1, 2, 3], 0, 1],
])('of %j the share %d does not exceed %j', (sorted, share, wanted) => {
  expect(
    quantileOf(
      sorted.map((minutes) => [minutes, 1]),
      share,
    ),
  ).toBe(wanted)
})

test('of no rows everything is nothing', () => {
  expect(sumTotals([])).toEqual({
    tickets: 0,
    visits: { web: 0, phone: 0, desk: 0, partner: 0, 'walk-in': 0 },
    finished: 0,
    missed: 0,
    left: 0,
    sent: 0,
    present: 0,
    simulated: false,
    waits: { called: 0, medianMinutes: null, p90Minutes: null, over30: 0 },
    said: { told: 0, kept: 0, medianSaidMinutes: null, medianWaitMinutes: null },
  })
})

test('thirty minutes are not over thirty minutes', () => {
  expect(sumTotals([row({ waitMinutes: [29, 30, 31], saidMinutes: [null, null, null] })]).waits.over30).toBe(1)
})

test('a promise is kept by who was called no later than told; who was told nothing does not count', () => {
  const said = sumTotals([row({ waitMinutes: [5, 10, 11, 40], saidMinutes: [5, 12, 10, null] })]).said
  expect(said).toEqual({ told: 3, kept: 2, medianSaidMinutes: 10, medianWaitMinutes: 10 })
})

test('rows together are as exact as one list of all their waits', () => {
  const waits = fc.array(fc.record({ wait: fc.nat(300), said: fc.option(fc.nat(200)) }), { maxLength: 30 })
  const rows = fc.array(fc.tuple(waits, fc.nat(9), fc.nat(9)), { maxLength: 6 })
  fc.assert(
    fc.property(rows, (given) => {
      const sum = sumTotals(
        given.map(([list, web, walkIn]) => {
          const sorted = [...list].sort((a, b) => a.wait - b.wait)
          return row({
            visits: { web, phone: 0, desk: 0, partner: 0, 'walk-in': walkIn },
            finished: web + walkIn,
            waitMinutes: sorted.map((x) => x.wait),
            saidMinutes: sorted.map((x) => x.said),
          })
        }),
      )
      const all = given.flatMap(([list]) => list)
      const byHand = all.map((x) => x.wait).sort((a, b) => a - b)
      const atMost = (minutes: number) => byHand.filter((m) => m <= minutes).length
      expect(sum.waits.called).toBe(all.length)
      expect(sum.waits.over30).toBe(all.filter((x) => x.wait > 30).length)
      expect(sum.said.kept).toBe(all.filter((x) => x.said !== null && x.wait <= x.said).length)
      expect(sum.tickets).toBe(sum.finished)
      if (all.length === 0) return
      for (const [minutes, share] of [
        [sum.waits.medianMinutes!, 0.5],
        [sum.waits.p90Minutes!, 0.9],
      ] as const) {
        expect(byHand).toContain(minutes)
        expect(atMost(minutes)).toBeGreaterThanOrEqual(share * all.length)
        expect(atMost(minutes - 1)).toBeLessThan(share * all.length)
      }
    }),
  )
})
