import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsInView, startOf } from './rows-in-view.ts'

test('of many rows those are drawn that are seen, and the others leave their room', () => {
  const rows = rowsInView({ count: 1000, heightOf: () => 50, top: 5000, bottom: 5600, more: 100 })
  expect(rows).toEqual({ from: 98, until: 114, before: 4900, after: 44_300 })
})

test('rows and room together are always as high as all rows, and whatever is seen is drawn', () => {
  const px = fc.integer({ min: -500, max: 5000 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 20, max: 90 }), { maxLength: 60 }), px, fc.nat({ max: 900 }), (heights, top, seen) => {
      const heightOf = (i: number) => heights[i]!
      const { from, until, before, after } = rowsInView({ count: heights.length, heightOf, top, bottom: top + seen, more: 60 })
      const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0)
      expect(before + sum(heights.slice(from, until)) + after).toBe(sum(heights))
      for (const [i, height] of heights.entries()) {
        const y = startOf(i, heightOf)
        if (y < top + seen && y + height > top) expect(i >= from && i < until).toBe(true)
      }
    }),
  )
})

test('no rows take no room', () => {
  expect(rowsInView({ count: 0, heightOf: () => 50, top: 0, bottom: 600, more: 100 })).toEqual({ from: 0, until: 0, before: 0, after: 0 })
})
