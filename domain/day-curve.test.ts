import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayCurve, momentsOf, stepMinutes, type Waited } from './day-curve.ts'
import { at, counterOf, hallWith, idOf, nine, put, ticketWith } from './hall.test-support.ts'
import type { Ticket } from './hall.ts'
import { lineUp } from './line.ts'
import { play, quick, slow } from './play.ts'
import { callTimes } from './play-on.ts'

const came = (n: number, minute: number, given: Partial<Ticket> = {}) =>
  ticketWith(n, { takenAt: at(minute), rankAt: at(minute), serviceIds: ['permit'], ...given })
const momentAt = (moments: readonly { at: number }[], minute: number) => moments.find((m) => m.at === at(minute))

test('each moment counts who waited then, as counting one by one does', () => {
  const minute = fc.integer({ min: -20, max: 200 })
  const waited = fc.record({ a: minute, b: minute, early: fc.integer({ min: 0, max: 30 }) })
  fc.assert(
    fc.property(fc.array(waited, { maxLength: 40 }), fc.uniqueArray(minute, { maxLength: 30 }), (given, grid) => {
      const list: Waited[] = given.map(({ a, b, early }) => ({ from: at(Math.min(a, b)), until: at(Math.max(a, b)), since: at(a - early) }))
      const instants = grid.sort((a, b) => a - b).map(at)
      const naive = instants.map((now) => {
        const there = list.filter((w) => w.from <= now && now < w.until)
        return { at: now, waiting: there.length, longestMinutes: Math.max(0, ...there.map((w) => Math.floor((now - w.since) / 60_000))) }
      })
      expect(momentsOf(list, instants)).toEqual(naive)
    }),
  )
})

describe('the day so far', () => {
  const hall = put(
    hallWith([counterOf(1)]),
    came(1, 2, { state: 'finished', calledAt: at(12), startedAt: at(13), endedAt: at(20) }),
    came(2, 6, { state: 'left', endedAt: at(21) }),
    came(3, 8, { state: 'serving', calledAt: at(31), startedAt: at(32), counterId: 1 }),
    came(4, 25, { rankAt: at(-10) }),
    came(5, 33),
  )

  test('begins when the hall opens, goes in steps of five minutes and ends now', () => {
    const { past } = dayCurve(hall, at(37))
    expect(past.map((m) => (m.at - nine) / 60_000)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 37])
    expect(stepMinutes).toBe(5)
  })

  test('who was called, left or waits still counts until then', () => {
    const { past } = dayCurve(hall, at(37))
    expect(past.map((m) => m.waiting)).toEqual([0, 1, 3, 2, 2, 2, 2, 2, 2])
  })

  test('the longest wait is that of a rank which was kept, as everywhere', () => {
    const { past } = dayCurve(hall, at(37))
    expect(past.map((m) => m.longestMinutes)).toEqual([0, 3, 8, 9, 14, 35, 40, 45, 47])
  })

  test('who came before the doors opened is seen, too', () => {
    const early = put(hallWith([counterOf(1)]), came(1, -12))
    expect(dayCurve(early, at(1)).past[0]).toEqual({ at: at(-10), waiting: 1, longestMinutes: 2 })
  })
})

describe('the hours to come', () => {
  const crowd = (n: number, counters = 1) =>
    put(hallWith(Array.from({ length: counters }, (_, i) => counterOf(i + 1))), ...Array.from({ length: n }, (_, i) => came(i + 1, i)))

  test('without newcomers a line goes away, and the range closes', () => {
    const hall = put(hallWith([counterOf(1), counterOf(2)]), ...Array.from({ length: 8 }, (_, i) => came(i + 1, -300 + i)))
    const { coming } = dayCurve(hall, at(2))
    expect(coming[0]!.waiting.from).toBeLessThanOrEqual(6)
    expect(momentAt(coming, 120)).toMatchObject({ waiting: { from: 0 } })
  })

  test('with as many newcomers as in the last hour and too few counters it grows', () => {
    const { coming, basis } = dayCurve(crowd(20), at(20))
    expect(basis).toEqual({ walkInsPerHour: { from: 51, until: 69 }, countersOpen: 1 })
    expect(coming.at(-1)!.waiting.from).toBeGreaterThan(coming[0]!.waiting.until)
    expect(coming.at(-1)!.longestMinutes.from).toBeGreaterThan(100)
  })

  test('every counter more makes it no longer', () => {
    const at3 = dayCurve(crowd(20, 3), at(20)).coming
    const at6 = dayCurve(crowd(20, 6), at(20)).coming
    for (const [i, moment] of at6.entries()) expect(moment.waiting.until).toBeLessThanOrEqual(at3[i]!.waiting.until)
  })

  test('everybody is called when the play that tells waits has them called', () => {
    const hall = crowd(20, 2)
    const line = lineUp(hall, at(20), [])
    for (const scenario of [quick, slow]) {
      const told = line.players.map((_, i) => play(hall, line, scenario, [], i).target)
      expect([...callTimes(hall, line, scenario, at(9999))]).toEqual(told)
    }
  })

  test('from is never more than until, and they end three hours ahead or when the hall closes', () => {
    const { coming } = dayCurve(crowd(12, 2), at(13))
    expect(coming.every((m) => m.waiting.from <= m.waiting.until && m.longestMinutes.from <= m.longestMinutes.until)).toBe(true)
    expect([coming[0]!.at, coming.at(-1)!.at]).toEqual([at(15), at(190)])
    expect(dayCurve(crowd(12, 2), at(460)).coming.at(-1)!.at).toBe(at(480))
    expect(dayCurve(crowd(12, 2), at(480)).coming).toEqual([])
    expect(dayCurve({ ...crowd(12), state: 'closed' }, at(13)).coming).toEqual([])
  })

  test('where no counter is open, nobody is called, and nobody comes while it is closed at noon', () => {
    const hall = put(hallWith([counterOf(1, { state: 'closed' })]), ...Array.from({ length: 6 }, (_, i) => came(i + 1, 110 + i)))
    const { coming, basis } = dayCurve(hall, at(120))
    expect(basis.countersOpen).toBe(0)
    expect(momentAt(coming, 235)).toMatchObject({ waiting: (momentAt(coming, 185) as (typeof coming)[0]).waiting })
    expect(coming.at(-1)!.waiting.from).toBeGreaterThan(6)
  })

  test('an appointment that is due takes part from its time on', () => {
    const hall = hallWith([counterOf(1, { state: 'closed' })])
    const due = [{ startsAt: at(60), serviceIds: ['passport'], people: 1 }]
    const without = dayCurve(hall, at(30)).coming
    const { coming } = dayCurve(hall, at(30), due)
    const more = (minute: number) =>
      (momentAt(coming, minute) as (typeof coming)[0]).waiting.from - (momentAt(without, minute) as (typeof coming)[0]).waiting.from
    expect([more(55), more(60), more(65)]).toEqual([0, 1, 1])
  })

  test('the same hall gives the same curve, and is left as it was', () => {
    const hall = crowd(20)
    const before = structuredClone(hall)
    expect(dayCurve(hall, at(20))).toEqual(dayCurve(hall, at(20)))
    expect(hall).toEqual(before)
    expect(hall.tickets.has(idOf(1))).toBe(true)
  })
})
