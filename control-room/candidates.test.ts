import { expect, test } from 'vitest'
import { offerOf } from '../domain/diversion.ts'
import { candidatesOf } from './candidates.ts'
import { tile } from './tiles.test-support.ts'

const from = tile('from', { wait: { fromMinutes: 45, untilMinutes: 90 } })
const near = tile('near', { latitude: 51.01 })
const far = tile('far', { latitude: 51.1 })
const running = {
  id: 'd',
  toPointId: 'near',
  toName: 'Zaal near',
  until: '2026-11-24T10:42:00.000Z',
  minGainMinutes: 10,
  went: 0,
  concerns: 'walk-ins' as const,
  serviceIds: [],
}

test('who gains most stands first, then who is nearest', () => {
  const slow = tile('slow', { latitude: 51.005, wait: { fromMinutes: 60, untilMinutes: 120 } })
  expect(candidatesOf(from, [from, far, slow, near]).map(({ pointId }) => pointId)).toEqual(['near', 'far', 'slow'])
})

test('the gain is the one that the kiosk will offer', () => {
  const [candidate] = candidatesOf(from, [near])
  const diversion = {
    id: 'd',
    fromPointId: 'from',
    toPointId: 'near',
    serviceIds: [],
    startedAt: 0,
    until: 9,
    minGainMinutes: 1,
    concerns: 'walk-ins' as const,
  }
  const there = () => ({ wait: near.wait, distanceKm: candidate!.km })
  const offer = offerOf([diversion], { pointId: 'from', serviceIds: ['passport'], waitHere: from.wait, there, now: 1 })
  expect(candidate).toMatchObject({ gainMinutes: offer!.gainMinutes, minutes: offer!.travelMinutes })
})

test.each([
  ['closed', { open: false }],
  ['without a counter that helps', { wait: null }],
  ['of which we do not know where it lies', { latitude: null }],
  ['more than an hour away', { latitude: 52 }],
  ['that sends its own people elsewhere', { diversions: [running] }],
])('nobody is sent to a hall %s', (_, change) => {
  expect(candidatesOf(from, [tile('near', { latitude: 51.01, ...change })])).toEqual([])
})

test('nobody is sent twice to the same hall', () => {
  expect(candidatesOf({ ...from, diversions: [running] }, [near])).toEqual([])
})

test('from a hall where nobody helps, the longest wait counts', () => {
  expect(candidatesOf({ ...from, wait: null }, [near])[0]!.gainMinutes).toBeGreaterThan(150)
})
