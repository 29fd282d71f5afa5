import { expect, test } from 'vitest'
import { longestMinutes, stateOf, totalsOf } from './hall-state.ts'
import { tile, tileAt } from './tiles.test-support.ts'

const now = tileAt

test.each([
  ['calm', {}],
  ['closed', { open: false, waiting: 0, countersOpen: 0 }],
  ['rising', { wait: { fromMinutes: 15, untilMinutes: 40 } }],
  ['over', { wait: { fromMinutes: 20, untilMinutes: 60 } }],
  ['calm', { wait: { fromMinutes: 10, untilMinutes: 20 } }],
  ['rising', { waiting: 1, longestSince: '2026-11-24T09:30:00.000Z' }],
  ['over', { waiting: 1, longestSince: '2026-11-24T09:20:00.000Z' }],
  ['over', { waiting: 1, countersOpen: 0, wait: null }],
  ['calm', { waiting: 0, countersOpen: 0, wait: null }],
  ['over', { open: false, waiting: 2, countersOpen: 0, wait: null }],
])('a hall is %s with %j', (state, change) => {
  expect(stateOf(tile('a', change), now)).toBe(state)
})

test('who waits longest is told in whole minutes that have gone by', () => {
  expect(longestMinutes(tile('a'), now)).toBeNull()
  expect(longestMinutes(tile('a', { longestSince: '2026-11-24T09:39:01.000Z' }), now)).toBe(2)
  expect(longestMinutes(tile('a', { longestSince: '2026-11-24T09:43:00.000Z' }), now)).toBe(0)
})

test('the totals add up to the halls', () => {
  const alert = { device: 'kiosk 1', code: 'paper-out' } as const
  const all = [
    tile('a', { waiting: 3, countersOpen: 2, countersPlanned: 4, alerts: [alert] }),
    tile('b', { waiting: 5, countersOpen: 3, countersPlanned: 2, wait: { fromMinutes: 45, untilMinutes: 90 } }),
    tile('c', { open: false, waiting: 0, countersOpen: 0, countersPlanned: 6 }),
  ]
  expect(totalsOf(all, now)).toEqual({
    waiting: 8,
    open: 2,
    over: 1,
    rising: 0,
    countersOpen: 5,
    countersPlanned: 6,
    notOpen: 2,
    alerts: [{ ...alert, name: 'Zaal a' }],
  })
})
