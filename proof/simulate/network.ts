import type { Log } from './log.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'

/** The network between kiosks and the hall: what is sent arrives late, in another order, twice or never; and now and then it is cut. */
export type Network = {
  /** Brings something over, if it can, as often as chance has it. */
  bring(kiosk: number, act: () => void): void
  isCut(kiosk: number): boolean
  /** How often the line was cut. */
  cuts(): number
  /** From now on nothing is lost and nothing is cut. */
  heal(): void
}

const chances = { lost: 0.01, twice: 0.01, slow: 0.02 }
const usualMs = 25
const slowMs = 2500
/** The slowest that still arrives: a place in the line is as right as its hand-in was quick. */
export const slowestMs = 5000
const betweenCutsMs = 12 * 60_000
const cutMs = 3 * 60_000

/** A network for so many kiosks; each has cuts of its own, and some cuts are everybody's. */
export function makeNetwork(given: { scheduler: Scheduler; random: Random; log: Log; kiosks: number }): Network {
  const { scheduler, random, log, kiosks } = given
  const cuts = new Array<number>(kiosks + 1).fill(0)
  const draws = random.fork('cuts')
  let healed = false
  let count = 0

  function planCut(): void {
    scheduler.after(draws.around(betweenCutsMs), () => {
      if (healed) return
      const whom = draws.below(kiosks + 1)
      cuts[whom]!++
      count++
      log.say(`cut ${whom === kiosks ? 'all' : whom}`)
      scheduler.after(draws.around(cutMs), () => {
        cuts[whom]!--
        log.say(`healed ${whom === kiosks ? 'all' : whom}`)
      })
      planCut()
    })
  }
  planCut()

  const isCut = (kiosk: number) => !healed && (cuts[kiosk]! > 0 || cuts[kiosks]! > 0)
  return {
    isCut,
    cuts: () => count,
    bring(kiosk, act) {
      if (isCut(kiosk)) return
      const times = healed ? 1 : random.chance(chances.lost) ? 0 : random.chance(chances.twice) ? 2 : 1
      for (let n = 0; n < times; n++) {
        const delay = Math.min(slowestMs, random.around(!healed && random.chance(chances.slow) ? slowMs : usualMs))
        // What is on its way when the line is cut is lost with it.
        scheduler.after(delay, () => !isCut(kiosk) && act())
      }
    },
    heal() {
      healed = true
      log.say('everything healed')
    },
  }
}
