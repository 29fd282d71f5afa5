import { expect, test } from 'vitest'
import { isCut } from './cut.ts'
import { keepEnrolment, readEnrolment } from './enrolment.ts'
import { emsOf } from './fit.ts'
import { languagesOf } from './words.ts'

test('a hall is told after 15 seconds that its screen is cut off, or after 20 without a word', () => {
  const cameAt = 1_000_000
  expect(isCut({ now: cameAt + 19_000, cameAt, lostAt: undefined })).toBe(false)
  expect(isCut({ now: cameAt + 20_000, cameAt, lostAt: undefined })).toBe(true)
  expect(isCut({ now: cameAt + 15_000, cameAt, lostAt: cameAt + 1000 })).toBe(false)
  expect(isCut({ now: cameAt + 16_000, cameAt, lostAt: cameAt + 1000 })).toBe(true)
})

// Measured in a browser at 100 px with the font at its heaviest and its letter spacing.
test.each([
  ['A 042', 3.02],
  ['N2 014', 3.7],
  ['W 1000', 3.87],
  ['12', 1.3],
])('%s is given at least the room it takes, and not a tenth more', (label, ems) => {
  expect(emsOf(label)).toBeGreaterThanOrEqual(ems)
  expect(emsOf(label)).toBeLessThan(ems * 1.1)
})

test('a screen speaks the languages of its hall that we know, in their order', () => {
  expect(languagesOf(['ar', 'uk', 'nl', 'ar'])).toEqual(['ar', 'nl'])
  expect(languagesOf(['uk'])).toEqual(['nl'])
})

test('an enrolled screen knows itself again, and rubbish is no enrolment', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) }
  expect(readEnrolment(storage)).toBeUndefined()
  keepEnrolment(storage, { pointId: 'aalter', token: 'secret' })
  expect(readEnrolment(storage)).toEqual({ pointId: 'aalter', token: 'secret' })
  for (const text of ['{', 'null', '{"pointId":"aalter"}', '7']) expect(readEnrolment({ getItem: () => text })).toBeUndefined()
})
