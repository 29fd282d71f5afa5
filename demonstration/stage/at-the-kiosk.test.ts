import { expect, test } from 'vitest'
import { followedOf } from './at-the-kiosk.ts'

const one = (id: string, isReal = false) => ({ id, label: id, path: `/${id}`, isReal })
const states: Record<string, string> = { a: 'waiting', b: 'called', real: 'waiting', done: 'finished', 'real-done': 'finished' }
const stateOf = (id: string) => states[id]

test.each([
  ['nobody took a number', [], null, null],
  ['the newest', [one('a'), one('b')], null, 'b'],
  ['who was followed before, while the visit goes on', [one('a'), one('b')], one('a'), 'a'],
  ['the next, when it is over', [one('done'), one('b')], one('done'), 'b'],
  ['the last one, when nobody else is there', [one('done')], one('done'), 'done'],
  ['somebody real before everybody else', [one('real', true), one('b')], one('b'), 'real'],
  ['somebody simulated, when the real visit is over', [one('real-done', true), one('b')], one('real-done', true), 'b'],
  ['a number of another hall is over here', [one('elsewhere'), one('a')], null, 'a'],
])('the phone follows %s', (_, taken, before, wanted) => {
  expect(followedOf(taken, before, stateOf)?.id ?? null).toBe(wanted)
})
