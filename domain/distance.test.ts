import { expect, test } from 'vitest'
import { distanceKm, travel } from './distance.ts'

const lisbon = { latitude: 38.7223, longitude: -9.1393 }

test.each([
  ['Porto', { latitude: 41.1579, longitude: -8.6291 }, 274],
  ['Ponta Delgada', { latitude: 37.7412, longitude: -25.6756 }, 1446],
  ['São Paulo', { latitude: -23.5505, longitude: -46.6333 }, 7949],
  ['itself', lisbon, 0],
])('from Lisbon to %s', (_, place, km) => {
  expect(Math.abs(distanceKm(lisbon, place) - km)).toBeLessThan(km * 0.005 + 0.001)
  expect(distanceKm(place, lisbon)).toBeCloseTo(distanceKm(lisbon, place), 9)
})

test('the far side of the earth and the date line are no trouble', () => {
  expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 6371.0088, 3)
  expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(111.195, 2)
})

test.each([
  [0, 0, 'walk'],
  [0.5, 8, 'walk'],
  [0.77, 13, 'walk'],
  [1.49, 24, 'walk'],
  [1.5, 14, 'ride'],
  [2, 16, 'ride'],
  [10, 36, 'ride'],
  [-1, 0, 'walk'],
])('%d km take %d minutes by %s', (km, minutes, by) => {
  expect(travel(km)).toEqual({ minutes, by })
})
