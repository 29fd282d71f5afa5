import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from '../language.ts'
import { problemCodes } from '../problems.ts'
import * as nl from './nl/problems.ts'
import { fieldSentence, problemSentence, problemTitle } from './problems.ts'

/** Every message that a schema can give, found by walking what it is made of. */
function messagesIn(node: unknown, seen = new Set<unknown>()): string[] {
  if (node === null || typeof node !== 'object' || seen.has(node)) return []
  seen.add(node)
  const own = 'kind' in node && 'message' in node && typeof node.message === 'string' ? [node.message] : []
  return [...own, ...Object.values(node).flatMap((value) => messagesIn(value, seen))]
}

async function messagesOfContract(): Promise<string[]> {
  const folder = new URL('../', import.meta.url)
  const files = readdirSync(folder).filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
  const modules = await Promise.all(files.map((f) => import(new URL(f, folder).href)))
  return [...new Set(modules.flatMap((m) => messagesIn({ ...m })))]
}

test('every message code that a schema of the contract can give has its sentence', async () => {
  const messages = await messagesOfContract()
  expect(messages).toEqual(expect.arrayContaining(['uuid', 'email', 'too-many-marks', 'twice', 'short-name', 'latitude']))
  expect(messages.filter((code) => !Object.hasOwn(nl.fields, code))).toEqual([])
})

test('every problem has a title and a sentence in every language, without a gap', () => {
  for (const language of languages)
    for (const code of problemCodes) {
      expect(problemTitle(language, code)).toMatch(/\S/)
      expect(problemSentence(language, code, {})).not.toMatch(/[{}]|undefined/)
      expect(problemSentence(language, code, {})).toMatch(/[.!]$/)
    }
})

test('what is known is said exactly, what is not known is left out', () => {
  expect(problemSentence('nl', 'too-many-people', { peopleMax: 8 })).toContain('8 mensen')
  expect(problemSentence('en', 'too-many-people', {})).toBe('You are coming with too many people at once. Choose a smaller number.')
  expect(problemSentence('nl', 'called-too-often', { calls: 0 })).toContain('0 keer')
  expect(problemSentence('nl', 'too-many-people', { peopleMax: '' })).not.toContain('{')
})

test('an instant is said as the local time of its place', () => {
  const opensAt = Date.parse('2026-03-30T08:00:00Z')
  expect(problemSentence('nl', 'point-closed', { opensAt, zone: 'Atlantic/Azores' })).toContain('maandag 30 maart om 08:00')
  expect(problemSentence('en', 'point-closed', { opensAt: '2026-03-30T08:00:00Z', zone: 'Europe/Lisbon' })).toContain('09:00')
  expect(problemSentence('ar', 'point-closed', { opensAt, zone: 'Europe/Lisbon' })).toMatch(/30 مارس.*09:00/)
  expect(problemSentence('nl', 'point-closed', { opensAt })).toBe(nl.problems['point-closed'].say)
  expect(problemSentence('nl', 'point-closed', { opensAt: 'soon', zone: 'Europe/Lisbon' })).toBe(nl.problems['point-closed'].say)
})

test('a code that nobody knows is never an empty sentence', () => {
  for (const language of languages) {
    expect(fieldSentence(language, 'constructor')).toBe(fieldSentence(language, 'wrong-type'))
    expect(problemSentence(language, '__proto__' as never)).toBe(problemSentence(language, 'unexpected'))
  }
})
