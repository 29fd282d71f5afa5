import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inFrame } from '../../domain/map-frame.ts'
import { clustersOf, nextTo } from './clusters.ts'
import { namesFor, townName } from './names.ts'
import { type Placed, regionsOf } from './regions.ts'
import { doesFor, dragged, frameOf, laidOnSheet, onSheet, pushOf, type Spot, viewOf, zoomed } from './view.ts'

const hall = (id: string, latitude: number, longitude: number, country = 'PT', district = 'Lisboa'): Placed => ({
  id,
  latitude,
  longitude,
  country,
  district,
})
const size = { width: 400, height: 600 }
const lisbon = hall('lisboa', 38.72, -9.14)
const porto = hall('porto', 41.15, -8.63, 'PT', 'Porto')
const placed = fc.record({
  id: fc.uuid(),
  latitude: fc.double({ min: 37, max: 42, noNaN: true }),
  longitude: fc.double({ min: -9.5, max: -6.5, noNaN: true }),
  country: fc.constant('PT'),
  district: fc.constant(''),
})
const many = fc.uniqueArray(placed, { selector: ({ id }) => id, maxLength: 80 })

describe('the regions of a network', () => {
  const azores = ['horta', 'ponta-delgada'].map((id, i) => hall(id, 38.5 - i * 0.8, -28.6 + i * 3, 'PT', 'Açores'))
  const all = [lisbon, porto, ...azores, hall('gent', 51, 3.7, 'BE', 'Oost-Vlaanderen'), hall('paris', 48.9, 2.3, 'FR', 'Paris')]

  test('are what lies together in one country, the largest first', () => {
    expect(regionsOf([...all, hall('faro', 37, -7.9)]).map(({ halls }) => halls.map(({ id }) => id))).toEqual([
      ['faro', 'lisboa', 'porto'],
      ['horta', 'ponta-delgada'],
      ['gent'],
      ['paris'],
    ])
  })

  test('are named by their district where a larger one has the country', () => {
    const [mainland, islands, belgium] = regionsOf([...all, hall('faro', 37, -7.9)])
    expect([mainland!.isPart, islands!.isPart, belgium!.isPart]).toEqual([false, true, false])
    expect(islands!.district).toBe('Açores')
  })

  test('hold each hall once', () => {
    fc.assert(
      fc.property(many, (halls) => {
        const ids = regionsOf(halls).flatMap((region) => region.halls.map(({ id }) => id))
        expect(ids.sort()).toEqual(halls.map(({ id }) => id).sort())
      }),
    )
  })
})

describe('a view', () => {
  const inWindow = (view: ReturnType<typeof viewOf>, at: Placed): Spot => {
    const [spot, push] = [onSheet(view, at), pushOf(view, size)]
    return { x: spot.x + push.x, y: spot.y + push.y }
  }

  test('sees all that it is to see', () => {
    fc.assert(
      fc.property(many, (halls) => {
        fc.pre(halls.length > 0)
        const view = viewOf(halls, size)
        for (const one of halls) {
          const { x, y } = inWindow(view, one)
          expect(x).toBeGreaterThan(30)
          expect(x).toBeLessThan(370)
          expect(y).toBeGreaterThan(30)
          expect(y).toBeLessThan(570)
        }
      }),
    )
  })

  test('follows the hand that drags it', () => {
    const view = viewOf([lisbon, porto], size)
    const [before, after] = [inWindow(view, porto), inWindow(dragged(view, { x: 25, y: -40 }), porto)]
    expect([after.x - before.x, after.y - before.y].map((n) => Math.round(n * 1000) / 1000)).toEqual([25, -40])
  })

  test('comes nearer around the spot that is pointed at, and never goes further off than it may', () => {
    const view = viewOf([lisbon, porto], size)
    const at = inWindow(view, porto)
    const nearer = zoomed(view, 3, { size, at, scaleMin: view.scale })
    expect(nearer.scale).toBeCloseTo(view.scale * 3)
    expect(inWindow(nearer, porto).x).toBeCloseTo(at.x)
    expect(inWindow(nearer, porto).y).toBeCloseTo(at.y)
    expect(zoomed(view, 0.1, { size, scaleMin: view.scale }).scale).toBe(view.scale)
  })

  test('lays what was drawn in a frame where halls are drawn', () => {
    const view = viewOf([lisbon, porto], size)
    const frame = frameOf(view, size, 2)
    const drawn = inFrame(frame, porto)
    const [, x, y, across, down] = /translate\((\S+) (\S+)\) scale\((\S+) (\S+)\)/.exec(laidOnSheet(view, frame))!.map(Number)
    expect(x! + drawn.x * across!).toBeCloseTo(onSheet(view, porto).x, 0)
    expect(y! + drawn.y * down!).toBeCloseTo(onSheet(view, porto).y, 0)
  })

  test('needs another coast when it left the one that was drawn, or came much nearer', () => {
    const view = viewOf([lisbon, porto], size)
    const frame = frameOf(view, size, 2)
    expect(doesFor(frame, view, size)).toBe(true)
    expect(doesFor(frame, dragged(view, { x: 150, y: 0 }), size)).toBe(true)
    expect(doesFor(frame, dragged(view, { x: 250, y: 0 }), size)).toBe(false)
    expect(doesFor(frame, zoomed(view, 2, { size, scaleMin: 1 }), size)).toBe(false)
  })
})

describe('marks', () => {
  const given = { view: viewOf([lisbon, porto], size), apartPx: 26, weightOf: (id: string) => id.charCodeAt(0) }

  test('are never nearer to each other than a finger, and hold each hall once, near where it is', () => {
    fc.assert(
      fc.property(many, (halls) => {
        const marks = clustersOf(halls, given)
        expect(marks.flatMap(({ ids }) => ids).sort()).toEqual(halls.map(({ id }) => id).sort())
        for (const [i, a] of marks.entries()) {
          for (const b of marks.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(26)
          for (const id of a.ids) {
            const { x, y } = onSheet(given.view, halls.find((one) => one.id === id)!)
            expect(Math.hypot(a.x - x, a.y - y)).toBeLessThan(26)
          }
        }
      }),
    )
  })

  test('stand at the weightiest hall, whatever the order', () => {
    const near = [hall('a', 38.72, -9.14), hall('z', 38.721, -9.141), hall('m', 38.719, -9.139)]
    expect(clustersOf(near, given).map(({ id, ids }) => [id, ids.length])).toEqual([['z', 3]])
    expect(clustersOf(near.toReversed(), given)[0]!.id).toBe('z')
  })

  test('are gone through by arrows: the next in that direction', () => {
    const at = (id: string, x: number, y: number) => ({ id, ids: [id], x, y })
    const [middle, right, farRight, above] = [at('m', 0, 0), at('r', 40, 10), at('f', 90, 0), at('a', 5, -50)]
    const marks = [middle, right, farRight, above]
    expect(nextTo(marks, middle, { x: 1, y: 0 })?.id).toBe('r')
    expect(nextTo(marks, middle, { x: 0, y: -1 })?.id).toBe('a')
    expect(nextTo(marks, middle, { x: -1, y: 0 })).toBeUndefined()
  })
})

describe('names', () => {
  const given = { letter: 7, line: 16, room: 14 }
  const boxOf = ({ x, y, name }: { x: number; y: number; name: string }) => {
    const half = name.length * 3.5
    return { left: x - half, right: x + half, top: y - 8, bottom: y + 8 }
  }

  test('lie over no mark and no other name, and none stands twice', () => {
    const spot = fc.record({ id: fc.uuid(), x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) })
    fc.assert(
      fc.property(fc.uniqueArray(spot, { selector: ({ id }) => id, maxLength: 40 }), (spots) => {
        const marks = spots.map((one) => ({ ...one, ids: [one.id] }))
        const names = namesFor(marks, { ...given, nameOf: (id) => id.slice(0, 1 + (id.charCodeAt(0) % 9)) })
        expect(new Set(names.map(({ name }) => name)).size).toBe(names.length)
        for (const [i, one] of names.entries()) {
          const a = boxOf(one)
          for (const other of names.slice(i + 1)) {
            const b = boxOf(other)
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
          }
          for (const { id, x, y } of marks)
            if (id !== one.id) expect(a.left < x + 14 && x - 14 < a.right && a.top < y + 14 && y - 14 < a.bottom).toBe(false)
        }
      }),
    )
  })

  test('are those that the hall bears itself', () => {
    expect(townName({ name: 'Espaço Cidadão Lisboa Marvila', towns: ['Lisbon', 'Lissabon', 'Lisboa'] })).toBe('Lisboa')
    expect(townName({ name: 'Bibliotheek', towns: ['Gouda'] })).toBe('Gouda')
    expect(townName({ name: 'Bibliotheek', towns: [] })).toBe('')
  })
})
