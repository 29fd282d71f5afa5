import * as v from 'valibot'
import { expect, test } from 'vitest'
import { uuid } from '../contract/shapes.ts'
import { newKey } from './uuid.ts'

test('a key is what the api takes, begins with its time, and never comes twice', () => {
  const keys = Array.from({ length: 1000 }, () => newKey())
  expect(keys.every((key) => v.is(uuid, key))).toBe(true)
  expect(new Set(keys).size).toBe(1000)
  expect(newKey(1_700_000_000_123).slice(0, 13)).toBe('018bcfe5-687b')
})

test('of two keys the one made later sorts later', () => {
  expect(newKey(1_700_000_000_000) < newKey(1_700_000_000_001)).toBe(true)
})
