import { expect, test } from 'vitest'
import { makeRecent } from './recent.ts'

test('what was not set for so long is forgotten, and room is made as others come', () => {
  const recent = makeRecent<number>(100, 10)
  recent.set('a', 1, 0)
  recent.set('b', 2, 50)
  expect([recent.get('a', 99), recent.get('a', 100), recent.get('b', 100)]).toEqual([1, undefined, 2])
  recent.set('c', 3, 120)
  expect(recent.size()).toBe(2)
  recent.set('b', 4, 130)
  recent.set('d', 5, 225)
  expect([recent.get('b', 225), recent.get('c', 225), recent.size()]).toEqual([4, undefined, 2])
  recent.forget('b')
  expect(recent.get('b', 225)).toBeUndefined()
})

test('beyond its bound the name that was set longest ago goes, however fresh', () => {
  const recent = makeRecent<number>(1000, 3)
  for (const [at, name] of ['a', 'b', 'c', 'a', 'd'].entries()) recent.set(name, at, at)
  expect(['a', 'b', 'c', 'd'].map((name) => recent.get(name, 5))).toEqual([3, undefined, 2, 4])
  for (let i = 0; i < 100; i++) recent.set(`n${i}`, i, 6)
  expect(recent.size()).toBe(3)
})
