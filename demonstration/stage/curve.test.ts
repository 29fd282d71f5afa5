import { expect, test } from 'vitest'
import { minuteMs } from '../../domain/time.ts'
import { curveOf, middleOf } from './curve.ts'

const now = 600 * 3 * minuteMs
const told = (minutesAgo: number, fromMinutes: number, untilMinutes: number) => ({
  takenAt: now - minutesAgo * minuteMs,
  said: { fromMinutes, untilMinutes },
})

test.each([
  ['nobody came, nobody can be told', [], [], []],
  ['only what is told now', [], [10, 30, 20], [{ at: now, minutes: 20 }]],
  ['who was told nothing, came too long ago or later than now', [{ ...told(1, 0, 0), said: null }, told(60, 9, 9), told(-1, 9, 9)], [], []],
  [
    'three minutes together, by the middle of those who came in them',
    [told(4, 10, 20), told(5, 40, 60), told(5.5, 0, 10), told(10, 5, 7)],
    [12],
    [
      { at: now - 10.5 * minuteMs, minutes: 6 },
      { at: now - 4.5 * minuteMs, minutes: 15 },
      { at: now, minutes: 12 },
    ],
  ],
])('the curve of the last hour: %s', (_, tickets, present, wanted) => {
  expect(curveOf(tickets, now, present)).toEqual(wanted)
})

test('the middle of an even count lies halfway between two', () => {
  expect(middleOf([4, 1, 3, 2])).toBe(2.5)
})
