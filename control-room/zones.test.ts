import { expect, test } from 'vitest'
import { makeFormat } from '../ui/format.ts'
import { placeTime } from './place-time.ts'
import { ar } from './texts/ar.ts'
import { nl } from './texts/nl.ts'
import { mainZone, zoneName } from './zones.ts'

test('times are said as most of the network keeps them', () => {
  expect(mainZone(['Atlantic/Azores', 'Europe/Lisbon', 'Europe/Lisbon'])).toBe('Europe/Lisbon')
  expect(mainZone([])).toBe('UTC')
})

test('a time of a place with other clocks says whose it is', () => {
  const at = '2026-11-24T09:42:00.000Z'
  expect(placeTime(at, 'Europe/Brussels', makeFormat('nl', 'Europe/Brussels'), nl)).toBe('10:42')
  expect(placeTime(at, 'Atlantic/Azores', makeFormat('nl', 'Europe/Brussels'), nl)).toBe('08:42 (Azoren-tijd)')
  expect(placeTime(at, 'Atlantic/Azores', makeFormat('ar', 'Europe/Brussels'), ar)).toMatch(/^08:42 \([^A-Za-z]+\)$/)
  expect(zoneName('Europe/Brussels', 'nl')).toBe('Midden-Europese tijd')
})
