import { expect, test } from 'vitest'
import { actOfKey, assignKey, keepKeys, keyActs, keyNameOf, readKeys, usualKeys } from './keys.ts'

const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
})
const storage = (kept: Record<string, string> = {}) => ({
  kept,
  getItem: (name: string) => kept[name] ?? null,
  setItem: (name: string, text: string) => {
    kept[name] = text
  },
})

test('the usual keys do what the sketch says', () => {
  expect(actOfKey(usualKeys, pressed('F9'))).toBe('next')
  expect(actOfKey(usualKeys, pressed('F8'))).toBe('done')
  expect(actOfKey(usualKeys, pressed('F7'))).toBe('transfer')
  expect(actOfKey(usualKeys, pressed('F4'))).toBe('missed')
  expect(actOfKey(usualKeys, pressed('F2'))).toBe('recall')
  expect(actOfKey(usualKeys, pressed('F10'))).toBe('start')
  expect(new Set(Object.values(usualKeys)).size).toBe(keyActs.length)
})

test('bare letters, digits and Enter never do anything, nor does a function key with another key held', () => {
  for (const key of ['a', 'F', '9', 'Enter', ' ', 'Escape', 'F25', 'F0']) expect(actOfKey(usualKeys, pressed(key))).toBeUndefined()
  expect(actOfKey(usualKeys, pressed('F9', { ctrlKey: true }))).toBeUndefined()
  expect(keyNameOf(pressed('a', { ctrlKey: true }))).toBeUndefined()
  expect(keyNameOf(pressed('F9', { ctrlKey: true, shiftKey: true }))).toBe('Control+Shift+F9')
})

test('a key given to another act changes places with its old one, so that no act is without', () => {
  const keys = assignKey(usualKeys, 'next', 'F8')
  expect(keys.next).toBe('F8')
  expect(keys.done).toBe('F9')
  expect(assignKey(usualKeys, 'next', 'a')).toBe(usualKeys)
})

test('keys are kept on this computer, and rubbish there is passed over', () => {
  const place = storage()
  keepKeys(place, assignKey(usualKeys, 'undo', 'Shift+F1'))
  expect(readKeys(place).undo).toBe('Shift+F1')
  for (const text of ['', '{', 'null', '7', '{"next":"q","done":3,"other":"F1"}', '{"next":"F8"}'])
    expect(readKeys(storage({ 'beurt.keys': text }))).toEqual(usualKeys)
})
