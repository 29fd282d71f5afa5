import { expect, test } from 'vitest'
import { hold } from './book.ts'
import { mint, wish } from './calendar.test-support.ts'
import { bothStates, catchUp, diceOf, faultsOf, newRun, someCommand, step } from './calendar-steps.test-support.ts'
import { isRefusal } from './refusal.ts'
import { freeSlots } from './slots.ts'
import { minuteMs } from './time.ts'

const runs = 1000
const stepsEach = 400

test(`${(runs * stepsEach).toLocaleString('en')} random steps over calendars in every zone leave no double booking, no lost bit and no slot that cannot be held`, () => {
  const zonesSeen = new Set<string>()
  let naive = 0
  for (let seed = 1; seed <= runs; seed++) {
    const dice = diceOf(seed)
    const run = newRun(dice)
    zonesSeen.add(`${run.calendar.settings.zone} ${run.days[0]}`)
    for (let i = 0; i < stepsEach; i++) {
      run.now += dice(4) * minuteMs
      const asked = dice(25) === 0
      if (asked) catchUp(run)
      const command = someCommand(run, dice)
      const { decided, expected } = step(run, command, asked)
      if (!asked) continue
      naive++
      const where = `seed ${seed}, step ${i}: ${JSON.stringify(command)}`
      expect(decided, where).toBe(expected)
      const [kept, other] = bothStates(run)
      expect(kept, where).toEqual(other)
      const day = run.days[i % 2] as string
      const slot = freeSlots(run.calendar, { serviceIds: ['passport'], people: 1, channel: 'web', day, now: run.now }).at(-1)
      const held = slot && hold(run.calendar, wish(run.calendar, day, '12:00', { id: mint(), startsAt: slot.startsAt }), run.now)
      if (held && isRefusal(held)) throw new Error(`${where}: an offered slot was refused: ${held.refused}`)
    }
    const faults = faultsOf(run)
    if (faults.length > 0) throw new Error(`seed ${seed}: ${faults.join(', ')}`)
  }
  expect(naive).toBeGreaterThan(10_000)
  expect(zonesSeen.size).toBeGreaterThan(80)
})
