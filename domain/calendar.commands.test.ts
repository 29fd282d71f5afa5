import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothStates, type Dice, faultsOf, newRun, someCommand, step } from './calendar-steps.test-support.ts'
import { minuteMs } from './time.ts'

test('any commands in any order are decided as the naive calendar decides them, and bits stay what appointments say', () => {
  const acts = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 60, maxLength: 600, size: 'max' }), (throws) => {
      let thrown = 0
      const dice: Dice = (n) => (throws[thrown++ % throws.length] as number) % n
      const run = newRun(dice)
      while (thrown < throws.length) {
        run.now += dice(3) * minuteMs
        const command = someCommand(run, dice)
        const { decided, expected } = step(run, command, true)
        const said = `${command.act} ${decided ?? 'done'}`
        acts.set(said, (acts.get(said) ?? 0) + 1)
        expect(said).toBe(`${command.act} ${expected ?? 'done'}`)
        const [kept, naive] = bothStates(run)
        expect(kept).toEqual(naive)
      }
      expect(faultsOf(run)).toEqual([])
    }),
    { numRuns: 200 },
  )
  for (const said of [
    'hold done',
    'hold slot-taken',
    'hold limit-reached',
    'book done',
    'move done',
    'cancel done',
    'release done',
    'expire done',
    'arrive done',
  ])
    expect(acts.get(said) ?? 0, `${said} never happened`).toBeGreaterThan(0)
})
