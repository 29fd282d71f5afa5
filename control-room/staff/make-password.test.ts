import { expect, test } from 'vitest'
import { makePassword } from './make-password.ts'

test('a password is four times four signs that are not taken for each other, and never the same', () => {
  const made = Array.from({ length: 200 }, () => makePassword())
  for (const password of made) expect(password).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
  expect(new Set(made).size).toBe(200)
})

test('each sign is as likely as any other: a byte beyond the last whole round is drawn again', () => {
  const bytes = [255, 248, 247, 0, 30, 31]
  const password = makePassword(() => Uint8Array.of(bytes.shift() ?? 1))
  expect(password.slice(0, 4)).toBe('9a9a')
  expect(password.slice(4)).toBe('-bbbb-bbbb-bbbb')
})
