import { expect, test } from 'vitest'
import { makeFading } from './fading.ts'

test('what was not set for so long is forgotten, and room is made as others come', () => {
  const fading = makeFading<number>(100, 10)
  fading.set('a', 1, 0)
  fading.set('b', 2, 50)
  expect([fading.get('a', 99), fading.get('a', 100), fading.get('b', 100)]).toEqual([1, undefined, 2])
  fading.set('c', 3, 120)
  expect(fading.size()).toBe(2)
  fading.set('b', 4, 130)
  fading.set('d', 5, 225)
  expect([fading.get('b', 225), fading.get('c', 225), fading.size()]).toEqual([4, undefined, 2])
  fading.forget('b')
  expect(fading.get('b', 225)).toBeUndefined()
})

test('beyond its bound the name that was set longest ago goes, however fresh', () => {
  const fading = makeFading<number>(1000, 3)
  for (const [at, name] of ['a', 'b', 'c', 'a', 'd'].entries()) fading.set(name, at, at)
  expect(['a', 'b', 'c', 'd'].map((name) => fading.get(name, 5))).toEqual([3, undefined, 2, 4])
  for (let i = 0; i < 100; i++) fading.set(`n${i}`, i, 6)
  expect(fading.size()).toBe(3)
})
