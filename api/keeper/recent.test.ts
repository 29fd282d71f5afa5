import { expect, test } from 'vitest'
import { makeRecent } from './recent.ts'

test('the last half is always there, and never more than all', () => {
  const recent = makeRecent<number>(100)
  for (let i = 0; i < 1000; i++) {
    recent.set(`n${i}`, i)
    for (let back = 0; back < 50 && back <= i; back++) expect(recent.get(`n${i - back}`)).toBe(i - back)
    expect(recent.get(`n${i - 100}`)).toBeUndefined()
  }
})

test('a name is forgotten only while it stands for the same', () => {
  const recent = makeRecent<object>(4)
  const [one, other] = [{}, {}]
  recent.set('a', one)
  recent.forget('a', other)
  expect(recent.get('a')).toBe(one)
  recent.set('b', other)
  recent.set('c', other)
  recent.forget('a', one)
  expect(recent.get('a')).toBeUndefined()
  expect(recent.get('b')).toBe(other)
})
