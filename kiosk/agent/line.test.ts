import { expect, test } from 'vitest'
import { type Line, lineAfter, lineUp } from './line.ts'

/** A line after answers, each a second after the one before: `G` and `B` to a probe, `g` and `b` to a visitor. */
const after = (answers: string, everyMs = 1000, line: Line = lineUp): Line =>
  [...answers].reduce((now, a, n) => lineAfter(now, a.toLowerCase() === 'g', a === a.toLowerCase(), n * everyMs), line)

test.each([
  ['one visitor who waits in vain cuts it', 'b', true],
  ['one bad probe does not', 'B', false],
  ['two in a row do', 'BB', true],
  ['a good one between them does not', 'BGB', false],
  ['two good probes do not make it whole', 'bGG', true],
  ['three within five seconds do not either', 'bGGGGG', true],
  ['good probes over five seconds do', 'bGGGGGG', false],
  ['a bad one among them begins again', 'bGGGBGGGGG', true],
  ['and then it takes five seconds more', 'bGGGBGGGGGG', false],
  ['a visitor well served is as good as a probe', 'bgggggg', false],
])('%s', (_, answers, cut) => {
  expect(after(answers).cut).toBe(cut)
})

test('three good answers at 2.5 seconds each make it whole after five', () => {
  expect(after('bGGG', 2500).cut).toBe(false)
  expect(after('bGG', 2500).cut).toBe(true)
})

test('a line that comes and goes every three seconds stays cut', () => {
  const answers = 'GGGBBB'.repeat(50)
  let line = after('b')
  let wholes = 0
  for (const [n, a] of [...answers].entries()) {
    line = lineAfter(line, a === 'G', false, n * 1000)
    if (!line.cut) wholes++
  }
  expect(wholes).toBe(0)
})
