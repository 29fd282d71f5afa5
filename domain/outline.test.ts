import { expect, test } from 'vitest'
import { frameAround, inFrame } from './map-frame.ts'
import { clipRing, simplified, svgPath } from './outline.ts'

const square = [0, 0, 10, 0, 10, 10, 0, 10]

/** The area of a closed line, by the shoelace formula. */
const areaOf = (ring: readonly number[]): number => {
  let twice = 0
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length
    twice += ring[i]! * ring[j + 1]! - ring[j]! * ring[i + 1]!
  }
  return Math.abs(twice) / 2
}

test('what lies in the box stays, what lies outside goes', () => {
  expect(areaOf(clipRing(square, [-5, -5, 20, 20]))).toBe(100)
  expect(areaOf(clipRing(square, [5, 5, 20, 20]))).toBe(25)
  expect(clipRing(square, [20, 20, 30, 30])).toEqual([])
  expect(areaOf(clipRing([-100, -100, 100, -100, 100, 100, -100, 100], [2, 3, 6, 8]))).toBe(20)
})

test('a line keeps what can be seen of it', () => {
  expect(simplified([0, 0, 5, 0.4, 10, 0], 0.5)).toEqual([0, 0, 10, 0])
  expect(simplified([0, 0, 5, 0.6, 10, 0], 0.5)).toEqual([0, 0, 5, 0.6, 10, 0])
  const noisy = Array.from({ length: 400 }, (_, i) => [i, Math.sin(i / 20) * 30 + (i % 2) * 0.3]).flat()
  const less = simplified(noisy, 1)
  expect(less.length).toBeLessThan(noisy.length / 5)
  expect([less[0], less.at(-2)]).toEqual([0, 399])
})

test('a path is short, and leaves out what is smaller than a unit', () => {
  expect(svgPath([square, [3, 3, 3.2, 3, 3.2, 3.2]])).toBe('M0 0l10 0 0 10-10 0z')
})

test('a frame holds its positions, with room, true to scale in its middle', () => {
  const places = [
    { latitude: 38.72, longitude: -9.14 },
    { latitude: 41.15, longitude: -8.61 },
  ]
  const frame = frameAround(places, { width: 300, height: 400, kmMin: 20 })!
  for (const place of places) {
    const { x, y } = inFrame(frame, place)
    expect([x > 20 && x < 280, y > 20 && y < 380]).toEqual([true, true])
  }
  const perKmNorth = 400 / ((frame.north - frame.south) * 111.2)
  const perKmEast = 300 / ((frame.east - frame.west) * 111.2 * Math.cos((39.935 * Math.PI) / 180))
  expect(perKmEast / perKmNorth).toBeCloseTo(1, 1)
  const one = frameAround([places[0]!], { width: 300, height: 300, kmMin: 20 })!
  expect((one.north - one.south) * 111.2).toBeCloseTo(20, 0)
  expect(frameAround([], { width: 1, height: 1, kmMin: 1 })).toBe(null)
})
