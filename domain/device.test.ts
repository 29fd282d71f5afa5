import { expect, test } from 'vitest'
import { alertOf, unseenMs } from './device.ts'

const now = 1_000_000_000

test.each([
  ['seen just now, with paper', 'ok', 0, null],
  ['a display, which has no paper', 'unknown', 0, null],
  ['paper that is nearly out', 'low', 0, 'paper-low'],
  ['paper that is out', 'out', 0, 'paper-out'],
  ['silent for exactly two minutes', 'ok', unseenMs, null],
  ['silent for longer', 'ok', unseenMs + 1, 'not-seen'],
  ['silent, and its paper was out', 'out', unseenMs + 1, 'not-seen'],
] as const)('%s', (_, paper, ago, alert) => {
  expect(alertOf({ paper, stray: 0, seenAt: now - ago }, now)).toBe(alert)
})

test('numbers that no hall knows of stand before paper that is nearly out, and after paper that is', () => {
  const with3 = (paper: 'ok' | 'low' | 'out', ago = 0) => alertOf({ paper, stray: 3, seenAt: now - ago }, now)
  expect([with3('ok'), with3('low'), with3('out'), with3('ok', unseenMs + 1)]).toEqual([
    'stray-numbers',
    'stray-numbers',
    'paper-out',
    'not-seen',
  ])
})

test('a device that was never seen is not seen', () => {
  expect(alertOf({ paper: 'ok', stray: 0, seenAt: null }, now)).toBe('not-seen')
})
