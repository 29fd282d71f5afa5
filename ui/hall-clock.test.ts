import { expect, test } from 'vitest'
import { offsetFrom } from './hall-clock.ts'

const at = (ms: number) => new Date(ms).toISOString()

test('the hall is as far ahead as the first value says', () => {
  expect(offsetFrom(undefined, at(500_000), 200_000)).toBe(300_000)
})

test('a value that lay a while does not put the clock back, a fresher one puts it forward', () => {
  expect(offsetFrom(300_000, at(500_000), 210_000)).toBe(300_000)
  expect(offsetFrom(290_000, at(515_000), 215_000)).toBe(300_000)
})

test('a clock that was set back is followed, and no time at all changes nothing', () => {
  expect(offsetFrom(300_000, at(400_000), 300_000)).toBe(100_000)
  expect(offsetFrom(300_000, 'soon', 0)).toBe(300_000)
})
