import { expect, test } from 'vitest'
import { type Device, worstFirst } from './device.ts'
import { devicesHash, devicesPointOf } from './route.ts'

const device = (number: number, alert: Device['alert'] = null): Device => ({
  ...{ id: String(number), kind: 'kiosk', number, paper: 'ok', seenAt: null, alert, codeUntil: null },
})

test('a device that wants a hand stands before those that are well', () => {
  const all = [
    device(1),
    device(2, 'paper-low'),
    device(3, 'not-seen'),
    device(4, 'paper-out'),
    device(5, 'paper-out'),
    device(6, 'stray-numbers'),
  ]
  expect(worstFirst(all).map(({ number }) => number)).toEqual([4, 5, 3, 6, 2, 1])
})

test('the address of the devices of a point is read as it is written', () => {
  expect(devicesPointOf(devicesHash('sao-paulo'))).toBe('sao-paulo')
  for (const hash of ['', '#/', '#/points/lisboa', '#/points/lisboa/plan', '#/points/Lisboa/devices', '#/points//devices'])
    expect(devicesPointOf(hash)).toBeUndefined()
})
